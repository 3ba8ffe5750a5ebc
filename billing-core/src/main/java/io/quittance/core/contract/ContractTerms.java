package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.usage.Meter;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What many contracts have in common: currency, time zone, charges, what is agreed for all charges together, rounding of the
 * invoice line and payment terms. One
 * set of terms serves any number of customers; {@link Contract} adds who and when.
 */
public final class ContractTerms implements Serializable {
    /** The line of {@link #minimum()}, the true-up to it. */
    public static final ChargeId MINIMUM_LINE = ChargeId.of("terms.minimum");
    /** The line of {@link #commitment()}: overage, true-up and drawdown. */
    public static final ChargeId COMMITMENT_LINE = ChargeId.of("terms.commitment");

    private static final long serialVersionUID = 1L;
    private static final String RESERVED = "terms.";

    private final transient CurrencyUnit currency;
    private final transient ZoneId zone;
    private final transient List<Charge> charges;
    private final transient Map<ChargeId, Charge> byId;
    private final transient Conventions conventions;
    private final transient Discounts discounts;
    private final transient @Nullable SpendMaximum maximum;
    private final transient @Nullable SpendMinimum minimum;
    private final transient @Nullable TermCommitment commitment;
    private final transient Rounding lineRounding;
    private final transient PaymentTerms paymentTerms;
    private final transient BillingCycle cycle;
    private final transient InvoicingRequirements invoicing;

    private ContractTerms(Builder builder) {
        currency = Require.present(builder.currency, "currency");
        zone = Require.present(builder.zone, "zone");
        charges = Require.notEmpty(List.copyOf(builder.charges), "charges");
        byId = charges.stream().collect(Collectors.toUnmodifiableMap(Charge::id, charge -> charge));
        paymentTerms = Require.present(builder.paymentTerms, "paymentTerms");
        lineRounding = builder.lineRounding == null ? Rounding.toMinorUnit(currency) : builder.lineRounding;
        cycle = builder.cycle;
        invoicing = builder.invoicing;
        conventions = builder.conventions;
        discounts = new Discounts(builder.discounts);
        maximum = builder.maximum;
        minimum = builder.minimum;
        commitment = builder.commitment;
        int minorUnit = Rounding.toMinorUnit(currency).scale();
        Require.that(
                lineRounding.scale() <= minorUnit,
                "rounding.line",
                "lineRounding",
                "must leave at most " + minorUnit + " decimal places, as " + currency.getCurrencyCode() + " has",
                lineRounding);
        requireNames();
        requireWholeUnits();
    }

    /** An amount off that is finer than a line would take more or less than it is; exact shares are not rounded. */
    private void requireWholeUnits() {
        if (conventions.discountSpread() == DiscountSpread.EXACT) {
            return;
        }
        for (int i = 0; i < charges.size(); i++) {
            requireWholeUnits(charges.get(i).discounts(), "charges[" + i + "].discounts");
        }
        requireWholeUnits(discounts, "discounts");
    }

    private void requireWholeUnits(Discounts all, String place) {
        for (int i = 0; i < all.list().size(); i++) {
            Discount discount = all.list().get(i);
            if (discount.kind() == Discount.Kind.AMOUNT
                    && discount.value().stripTrailingZeros().scale() > lineRounding.scale()) {
                throw new InvalidArgumentException(
                                "discount.amount",
                                "value",
                                "must have at most " + lineRounding.scale()
                                        + " decimal places, by currency and lineRounding",
                                discount.value().toPlainString())
                        .at(place + "[" + i + "]");
            }
        }
    }

    /** Discounts are known by their ids, and are on charges that there are. */
    private void requireNames() {
        var names = new HashSet<String>();
        charges.forEach(charge -> charge.discounts().list().forEach(discount -> requireNew(names, discount)));
        for (Discount discount : discounts.list()) {
            requireNew(names, discount);
            for (ChargeId charge : discount.scope()) {
                Require.that(
                        byId.containsKey(charge),
                        "discount.scope",
                        "discount " + discount.id(),
                        "must apply to charges of the contract",
                        charge);
            }
        }
    }

    private static void requireNew(Set<String> names, Discount discount) {
        Require.that(
                names.add(discount.id()), "discount.duplicate", "discounts", "must have unique ids", discount.id());
    }

    /** Starts from nothing; currency, zone, payment terms and one charge must be given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The currency of all prices and of the invoice. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** The time zone that decides on which day an instant falls. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether an id is that of a line of terms themselves, such as {@link #MINIMUM_LINE}, and of no charge. */
    public static boolean isOwnLine(ChargeId id) {
        return id.value().startsWith(RESERVED);
    }

    /** In the order in which they appear on the invoice; at least one. */
    public List<Charge> charges() {
        return charges;
    }

    /** The charge with that id, if there is one. */
    public Optional<Charge> charge(ChargeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All that the charges measure, each once, in their order: {@code UsageIntake.of(window, terms.meters())}. */
    public List<Meter> meters() {
        return charges.stream()
                .flatMap(charge -> charge.meters().stream())
                .distinct()
                .toList();
    }

    /** What is agreed where billing systems differ. */
    public Conventions conventions() {
        return conventions;
    }

    /** What is taken off several charges, or all; after what is taken off each. */
    public Discounts discounts() {
        return discounts;
    }

    /** The most that all charges together cost in a period, if there is a limit. */
    public Optional<SpendMaximum> maximum() {
        return Optional.ofNullable(maximum);
    }

    /** The least that all charges together cost in a period, if there is one. */
    public Optional<SpendMinimum> minimum() {
        return Optional.ofNullable(minimum);
    }

    /** What the customer commits to spend over the term, if anything. */
    public Optional<TermCommitment> commitment() {
        return Optional.ofNullable(commitment);
    }

    /** How an invoice line is rounded; half up to the minor unit of the currency unless the terms say otherwise. */
    public Rounding lineRounding() {
        return lineRounding;
    }

    /** When an invoice is to be paid. */
    public PaymentTerms paymentTerms() {
        return paymentTerms;
    }

    /**
     * When what is charged is billed, unless a charge says otherwise; every calendar month in arrears unless the terms say
     * otherwise. What is agreed for all charges of a period, such as a minimum, is agreed for the periods of this cycle.
     */
    public BillingCycle cycle() {
        return cycle;
    }

    /** What the customer asks of invoices. */
    public InvoicingRequirements invoicing() {
        return invoicing;
    }

    /** When a charge is billed. */
    public BillingCycle cycleOf(Charge charge) {
        return charge.cycle().orElse(cycle);
    }

    /**
     * The same where each charge is another: what it would cost.
     *
     * @param change the charge in the place of one, or that itself
     */
    public ContractTerms withCharges(UnaryOperator<Charge> change) {
        return with(charges.stream().map(change).toList(), conventions);
    }

    /** The same under other conventions. */
    public ContractTerms withConventions(Conventions agreed) {
        return with(charges, agreed);
    }

    private ContractTerms with(List<Charge> newCharges, Conventions newConventions) {
        var builder = builder()
                .currency(currency)
                .zone(zone)
                .conventions(newConventions)
                .lineRounding(lineRounding)
                .paymentTerms(paymentTerms)
                .billed(cycle)
                .invoicing(invoicing);
        newCharges.forEach(builder::charge);
        discounts.list().forEach(builder::discount);
        builder.maximum = maximum;
        builder.minimum = minimum;
        builder.commitment = commitment;
        return builder.build();
    }

    private List<@Nullable Object> all() {
        return Arrays.asList(
                currency.getCurrencyCode(),
                zone,
                charges,
                conventions,
                discounts,
                maximum,
                minimum,
                commitment,
                lineRounding,
                paymentTerms,
                cycle,
                invoicing);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ContractTerms that && all().equals(that.all()));
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    /** For example {@code EUR terms with 2 charges}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " terms with " + charges.size() + " charges";
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("terms are read through their proxy");
    }

    private Object writeReplace() {
        return new Proxy(
                currency.getCurrencyCode(),
                zone,
                charges,
                conventions,
                discounts,
                maximum,
                minimum,
                commitment,
                lineRounding,
                paymentTerms,
                cycle,
                invoicing);
    }

    /** The serial form, checked on the way back in. */
    private record Proxy(
            String currency,
            ZoneId zone,
            List<Charge> charges,
            Conventions conventions,
            Discounts discounts,
            @Nullable SpendMaximum maximum,
            @Nullable SpendMinimum minimum,
            @Nullable TermCommitment commitment,
            Rounding lineRounding,
            PaymentTerms paymentTerms,
            BillingCycle cycle,
            InvoicingRequirements invoicing)
            implements Serializable {
        private Object readResolve() {
            var builder = builder()
                    .currency(currency)
                    .zone(zone)
                    .conventions(conventions)
                    .lineRounding(lineRounding)
                    .paymentTerms(paymentTerms)
                    .billed(cycle)
                    .invoicing(invoicing);
            charges.forEach(builder::charge);
            discounts.list().forEach(builder::discount);
            builder.maximum = maximum;
            builder.minimum = minimum;
            builder.commitment = commitment;
            return builder.build();
        }
    }

    /** Collects terms; not safe to share between threads. */
    public static final class Builder {
        private @Nullable CurrencyUnit currency;
        private @Nullable ZoneId zone;
        private final List<Charge> charges = new ArrayList<>();
        private final List<Discount> discounts = new ArrayList<>();
        private Conventions conventions = Conventions.standard();
        private @Nullable SpendMaximum maximum;
        private @Nullable SpendMinimum minimum;
        private @Nullable TermCommitment commitment;
        private final Set<ChargeId> ids = new HashSet<>();
        private @Nullable Rounding lineRounding;
        private @Nullable PaymentTerms paymentTerms;
        private BillingCycle cycle = BillingCycle.monthly();
        private InvoicingRequirements invoicing = InvoicingRequirements.none();

        private Builder() {}

        /** The currency of all prices and of the invoice. */
        public Builder currency(CurrencyUnit newCurrency) {
            currency = requireNonNull(newCurrency, "currency");
            return this;
        }

        /**
         * As {@link #currency(CurrencyUnit)}, by its ISO 4217 code.
         *
         * @throws IllegalArgumentException if it is not three capital letters, or nobody knows it
         */
        public Builder currency(String code) {
            return currency(Currencies.of(code, "currency"));
        }

        /** The time zone that decides on which day an instant falls. */
        public Builder zone(ZoneId newZone) {
            zone = requireNonNull(newZone, "zone");
            return this;
        }

        /** As {@link #zone(ZoneId)}, by its id such as {@code Europe/Berlin}. */
        public Builder zone(String id) {
            return zone(Dates.parseZone(id, "zone"));
        }

        /**
         * Adds a charge after those that are there.
         *
         * @throws IllegalArgumentException if one of them has the same id, or it begins with {@code terms.}: those are the
         *     lines of what is agreed for all charges, such as {@code terms.minimum}
         */
        public Builder charge(Charge charge) {
            requireNonNull(charge, "charge");
            Require.that(
                    !isOwnLine(charge.id()),
                    "charge.reserved",
                    "id",
                    "must not begin with " + RESERVED + ", which names lines of the terms themselves",
                    charge.id());
            Require.that(ids.add(charge.id()), "charge.duplicate", "id", "must be unique", charge.id());
            charges.add(charge);
            return this;
        }

        /** What is agreed where billing systems differ; {@link Conventions#standard()} if it is not given. */
        public Builder conventions(Conventions agreed) {
            conventions = requireNonNull(agreed, "conventions");
            return this;
        }

        /** Adds a discount on several charges, or all, after those that are there. */
        public Builder discount(Discount discount) {
            discounts.add(requireNonNull(discount, "discount"));
            return this;
        }

        /** The most that all charges together cost in a period. */
        public Builder maximum(SpendMaximum most) {
            maximum = requireNonNull(most, "maximum");
            return this;
        }

        /** The least that all charges together cost in a period. */
        public Builder minimum(SpendMinimum least) {
            minimum = requireNonNull(least, "minimum");
            return this;
        }

        /** What the customer commits to spend over the term. */
        public Builder commitment(TermCommitment agreed) {
            commitment = requireNonNull(agreed, "commitment");
            return this;
        }

        /** How an invoice line is rounded, if not half up to the minor unit; no finer than that. */
        public Builder lineRounding(Rounding rounding) {
            lineRounding = requireNonNull(rounding, "rounding");
            return this;
        }

        /** When an invoice is to be paid. */
        public Builder paymentTerms(PaymentTerms terms) {
            paymentTerms = requireNonNull(terms, "terms");
            return this;
        }

        /** When what is charged is billed, unless a charge says otherwise; every calendar month in arrears if not given. */
        public Builder billed(BillingCycle newCycle) {
            cycle = requireNonNull(newCycle, "cycle");
            return this;
        }

        /** What the customer asks of invoices; nothing if not given. */
        public Builder invoicing(InvoicingRequirements requirements) {
            invoicing = requireNonNull(requirements, "invoicing");
            return this;
        }

        /**
         * The terms.
         *
         * @throws IllegalArgumentException if something is missing, two discounts share an id, lines would be
         *     finer than the minor unit of the currency, or an amount off finer than a line, such as 10.005 where lines are
         *     in cents, unless shares of discounts are exact by convention
         */
        public ContractTerms build() {
            return new ContractTerms(this);
        }
    }
}
