package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import io.quittance.core.party.Delivery;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxBreakdown;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * An invoice before it is issued: complete but for its number and date. A number is drawn only at {@link #issue}, so that
 * a draft that is thrown away leaves no gap in the series.
 */
public final class InvoiceDraft implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Number, date, and when it is due. */
    private static final Set<String> AT_ISSUE = Set.of("BR-02", "BR-03", "BR-CO-25");

    private final CustomerId customer;
    private final PaymentTerms paymentTerms;
    private final @Nullable ServicePeriod period;
    private final InvoicingRequirements requirements;

    private final InvoiceType type;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<InvoiceLine> lines;

    @SuppressWarnings("serial") // as above
    private final List<AllowanceCharge> allowanceCharges;

    @SuppressWarnings("serial") // as above
    private final List<Prepayment> prepayments;

    @SuppressWarnings("serial") // those of this library are serialisable; one of a host's own is its affair
    private final TaxPolicy taxPolicy;

    private final boolean pricesIncludeTax;
    private final Amount rounding;
    private final @Nullable CashRounding cashRounding;
    private final @Nullable TaxCurrency taxCurrency;
    private final @Nullable DocumentParties parties;
    private final @Nullable Delivery delivery;
    private final @Nullable PaymentInstruction paymentInstruction;
    private final DocumentReferences references;
    private final @Nullable TaxPoint taxPoint;
    private final @Nullable RetentionClass retention;

    @SuppressWarnings("serial") // as above
    private final List<InvoiceNote> notes;

    private final @Nullable Correction correction;
    private final @Nullable Credited credited;
    private final transient DocumentSums sums;
    private final InvoiceTotals totals;

    private InvoiceDraft(Builder builder) {
        type = builder.type;
        customer = builder.customer;
        paymentTerms = Require.present(builder.paymentTerms, "paymentTerms");
        period = builder.period;
        requirements = builder.requirements;
        lines = Require.notEmpty(List.copyOf(builder.lines), "lines");
        requireUniqueGroups(lines);
        allowanceCharges = List.copyOf(builder.allowanceCharges);
        taxPolicy = builder.taxPolicy;
        pricesIncludeTax = builder.pricesIncludeTax;
        rounding = builder.rounding;
        cashRounding = builder.cashRounding;
        taxCurrency = builder.taxCurrency;
        parties = builder.parties;
        delivery = builder.delivery;
        paymentInstruction = builder.paymentInstruction;
        references = builder.references;
        taxPoint = builder.taxPoint;
        retention = builder.retention;
        notes = List.copyOf(builder.notes);
        correction = builder.correction;
        credited = builder.credited;
        if (credited != null) {
            credited.check(this);
        }
        sums = new DocumentSums(builder.currency, lines, allowanceCharges, taxPolicy, pricesIncludeTax, credited);
        prepayments = builder.allPrepayments(sums);
        totals = sums.totals(prepayments, rounding, cashRounding());
        requireGivingBack();
    }

    /** Lines stand within others by the ids of those, which must be of one line; so must those of groups. */
    private static void requireUniqueGroups(List<InvoiceLine> lines) {
        var groups = new HashSet<String>();
        for (InvoiceLine line : lines) {
            line.parent().ifPresent(groups::add);
            line.id().filter(id -> line.status() == InvoiceLine.Status.GROUP).ifPresent(groups::add);
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            String id = lines.get(i).id().filter(groups::contains).orElse(null);
            Require.that(
                    id == null || seen.add(id),
                    "lines.duplicate",
                    "lines[" + i + "].id",
                    "must be unique where lines stand within it",
                    id);
        }
    }

    private void requireGivingBack() {
        Amount total = CreditNoteDraft.total(this);
        Require.that(
                !type.isCredit() || total.signum() >= 0,
                "credit.negative",
                "credit",
                "must not be less than nothing; what is to be paid more is invoiced",
                total);
    }

    /** The draft of a rating: a line for each rated charge, in the order of the contract. */
    public static InvoiceDraft of(Rating rating) {
        return of(rating, (charge, agreed) -> List.of());
    }

    /**
     * As {@link #of(Rating)}, each line taxed as a determination says.
     *
     * @throws IllegalArgumentException if it refuses to answer, or answers with no treatment
     */
    public static InvoiceDraft of(Rating rating, TaxDetermination determination) {
        requireNonNull(determination, "determination");
        Contract contract = rating.contract();
        return of(
                rating,
                (charge, agreed) -> new TaxableSupply(
                                contract.id(),
                                contract.seller().orElse(null),
                                contract.customer(),
                                charge.charge(),
                                agreed,
                                charge.period())
                        .taxedBy(determination));
    }

    private static InvoiceDraft of(Rating rating, BiFunction<RatedCharge, @Nullable Charge, List<TaxTreatment>> taxes) {
        var terms = rating.contract().terms();
        var builder = builder(rating.contract().customer(), terms.currency())
                .period(rating.period())
                .paymentTerms(terms.paymentTerms())
                .requirements(terms.invoicing());
        for (RatedCharge charge : rating.charges()) {
            Charge agreed = rating.request().versions().stream()
                    .filter(version -> version.key().equals(charge.terms()))
                    .findFirst()
                    .flatMap(version -> version.terms().charge(charge.charge()))
                    .orElse(null);
            builder.line(InvoiceLine.of(charge).taxed(taxes.apply(charge, agreed)));
        }
        return builder.build();
    }

    /** Starts a draft without a contract; payment terms and one line must be given. */
    public static Builder builder(CustomerId customer, CurrencyUnit currency) {
        return new Builder(customer, currency);
    }

    /**
     * The invoice.
     *
     * @param number drawn from the seller's series for this invoice
     * @param issueDate the date of the invoice (EN 16931 BT-2); the due date follows from the payment terms
     * @throws IllegalArgumentException if the due date is not in the years 1 to 9999, or is moved to business days, for which
     *     {@link #issue(InvoiceNumber, LocalDate, BusinessCalendar)} has the calendar
     */
    public Invoice issue(InvoiceNumber number, LocalDate issueDate) {
        return issued(number, issueDate, dueAmounts(issueDate));
    }

    /**
     * As {@link #issue(InvoiceNumber, LocalDate)}, its due date moved to a business day where the payment terms say so: net 30
     * and following, an invoice of 1 January 2026 is due on Monday 2 February.
     *
     * @param calendar the business days of seller and buyer
     */
    public Invoice issue(InvoiceNumber number, LocalDate issueDate, BusinessCalendar calendar) {
        return issued(number, issueDate, dueAmounts(issueDate, calendar));
    }

    Invoice issued(InvoiceNumber number, LocalDate issueDate, List<DueAmount> dueAmounts) {
        return new Invoice(number, issueDate, dueAmounts, this, Invoice.CONVENTION);
    }

    List<DueAmount> dueAmounts(LocalDate issueDate) {
        LocalDate last = paymentTerms.dueDate(issueDate);
        return paymentTerms.instalments().size() == 1
                ? List.of(new DueAmount(last, totals.due()))
                : dueAmounts(issueDate, day -> true);
    }

    /** Instalments are for what the customer pays: what is given back, or nothing, is due at once, on the last of their days. */
    List<DueAmount> dueAmounts(LocalDate issueDate, BusinessCalendar calendar) {
        Amount due = totals.due();
        return type.isCredit() || due.signum() <= 0
                ? List.of(new DueAmount(paymentTerms.dueDate(issueDate, calendar), due))
                : paymentTerms.dueAmounts(issueDate, due, Rounding.toMinorUnit(due.getCurrency()), calendar);
    }

    /** As {@link #issue(InvoiceNumber, LocalDate)}, with an ISO date. */
    public Invoice issue(String number, String issueDate) {
        return issue(new InvoiceNumber(number), Dates.parse(issueDate, "issueDate"));
    }

    /** What kind of document it is (BT-3). */
    public InvoiceType type() {
        return type;
    }

    /** Who pays. */
    public CustomerId customer() {
        return customer;
    }

    /** The days that the invoice covers, if it covers a period (BG-14). */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** What the customer asks of it. */
    public InvoicingRequirements requirements() {
        return requirements;
    }

    /** The customer's order, if there is one for all of it (BT-13). */
    public Optional<String> purchaseOrder() {
        return requirements.purchaseOrder();
    }

    /** In reading order; at least one. */
    public List<InvoiceLine> lines() {
        return lines;
    }

    /**
     * The amount of each line without tax, in their order (BT-131): its own, less the tax within it where prices include that; of
     * a group without a price, or where prices include the tax, the sum of what stands within it. What only informs is shown as it
     * was given.
     */
    public List<Amount> lineNetAmounts() {
        return List.copyOf(sums.lineNets());
    }

    /** What is off and on top of the whole document, in order (BG-20, BG-21). */
    public List<AllowanceCharge> allowanceCharges() {
        return allowanceCharges;
    }

    /** The amount of each allowance and charge of the document without tax, in their order (BT-92, BT-99). */
    public List<Amount> allowanceChargeNetAmounts() {
        return List.copyOf(sums.allowanceNets());
    }

    /** Whether the amounts of lines, allowances and charges include the tax. */
    public boolean pricesIncludeTax() {
        return pricesIncludeTax;
    }

    /** Where the tax is rounded. */
    public TaxPolicy taxPolicy() {
        return taxPolicy;
    }

    /** The tax by treatment (BG-23), and what of it each line that counts bears, then each allowance and charge. */
    public TaxBreakdown taxes() {
        return sums.taxes();
    }

    /** What was paid before, in order. */
    public List<Prepayment> prepayments() {
        return prepayments;
    }

    /** What was asked to be added to what is due, below zero taken off; {@link InvoiceTotals#rounding} has coins and more. */
    public Amount rounding() {
        return rounding;
    }

    /** In what coins it is paid, if that is not the minor unit. */
    public Optional<CashRounding> cashRounding() {
        return Optional.ofNullable(cashRounding);
    }

    /** The currency in which the tax is stated beside the document's own, if there is one (BT-6). */
    public Optional<TaxCurrency> taxCurrency() {
        return Optional.ofNullable(taxCurrency);
    }

    /** The tax in that currency (BT-111). */
    public Optional<Amount> taxInTaxCurrency() {
        return credited()
                .flatMap(Credited::inTaxCurrency)
                .or(() -> taxCurrency().map(other -> other.of(totals.tax())));
    }

    /** Between whom it is, if that is said yet (BG-4, BG-7, BG-10, BG-11). */
    public Optional<DocumentParties> parties() {
        return Optional.ofNullable(parties);
    }

    /** When and where all of it was delivered, if that is said (BG-13). */
    public Optional<Delivery> delivery() {
        return Optional.ofNullable(delivery);
    }

    /** How it is to be paid, if that is said (BG-16). */
    public Optional<PaymentInstruction> paymentInstruction() {
        return Optional.ofNullable(paymentInstruction);
    }

    /** When it is to be paid. */
    public PaymentTerms paymentTerms() {
        return paymentTerms;
    }

    /** To what it refers, beside {@link #requirements()}. */
    public DocumentReferences references() {
        return references;
    }

    /** When the tax becomes due, if that is not the date of the invoice (BT-7, BT-8). */
    public Optional<TaxPoint> taxPoint() {
        return Optional.ofNullable(taxPoint);
    }

    /** How long it must be kept, if that is said. */
    public Optional<RetentionClass> retention() {
        return Optional.ofNullable(retention);
    }

    /** What else it says, in order (BG-1). */
    public List<InvoiceNote> notes() {
        return notes;
    }

    /** Why it corrects an invoice, if it does; which one, {@link #references()} say. */
    public Optional<Correction> correction() {
        return Optional.ofNullable(correction);
    }

    /** What of an invoice it gives back, if it is a credit note out of one. */
    public Optional<Credited> credited() {
        return Optional.ofNullable(credited);
    }

    /** What it adds up to (BG-22). */
    public InvoiceTotals totals() {
        return totals;
    }

    /** The sum of the lines' net amounts (BT-106, rule BR-CO-10). */
    public Amount lineTotal() {
        return totals.lines();
    }

    /**
     * What it says in the terms of EN 16931, without what only an issued document has. Lines that do not count are not in it.
     */
    public BusinessGroup terms() {
        return DocumentTerms.of(this);
    }

    /**
     * The rules of EN 16931 that it breaks, but those about number and dates, which it gets when it is issued: {@code BR-CO-04} for a
     * line that nobody taxes. Empty if it keeps all.
     */
    public List<RuleViolation> check() {
        return RuleSet.EN16931.check(terms()).stream()
                .filter(violation -> !AT_ISSUE.contains(violation.rule()))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoiceDraft that
                && type.equals(that.type)
                && customer.equals(that.customer)
                && paymentTerms.equals(that.paymentTerms)
                && Objects.equals(period, that.period)
                && requirements.equals(that.requirements)
                && lines.equals(that.lines)
                && allowanceCharges.equals(that.allowanceCharges)
                && prepayments.equals(that.prepayments)
                && taxPolicy.equals(that.taxPolicy)
                && pricesIncludeTax == that.pricesIncludeTax
                && rounding.equals(that.rounding)
                && Objects.equals(cashRounding, that.cashRounding)
                && Objects.equals(taxCurrency, that.taxCurrency)
                && Objects.equals(parties, that.parties)
                && Objects.equals(delivery, that.delivery)
                && Objects.equals(paymentInstruction, that.paymentInstruction)
                && references.equals(that.references)
                && Objects.equals(taxPoint, that.taxPoint)
                && Objects.equals(retention, that.retention)
                && notes.equals(that.notes)
                && Objects.equals(correction, that.correction)
                && Objects.equals(credited, that.credited);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, paymentTerms, period, lines);
    }

    @Override
    public String toString() {
        return "draft for " + customer + ": " + lineTotal();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return toBuilder().build();
    }

    /** A draft like this one, to be changed: {@code draft.toBuilder().parties(parties).build()}. */
    public Builder toBuilder() {
        var builder = builder(customer, Require.notEmpty(lines, "lines").get(0).currency());
        builder.paymentTerms(paymentTerms);
        builder.period = period;
        builder.requirements = requirements;
        lines.forEach(builder::line);
        builder.type = type;
        allowanceCharges.forEach(builder::allowanceCharge);
        prepayments.forEach(builder::prepaid);
        builder.taxPolicy = taxPolicy;
        builder.pricesIncludeTax = pricesIncludeTax;
        builder.rounding = rounding;
        builder.cashRounding = cashRounding;
        builder.taxCurrency = taxCurrency;
        builder.parties = parties;
        builder.delivery = delivery;
        builder.paymentInstruction = paymentInstruction;
        builder.references = references;
        builder.taxPoint = taxPoint;
        builder.retention = retention;
        notes.forEach(builder::note);
        builder.correction = correction;
        builder.credited = credited;
        return builder;
    }

    /** Collects a draft; not safe to share between threads. */
    public static final class Builder {
        private final CustomerId customer;
        private final CurrencyUnit currency;
        private final List<InvoiceLine> lines = new ArrayList<>();
        private @Nullable PaymentTerms paymentTerms;
        private @Nullable ServicePeriod period;
        private InvoicingRequirements requirements = InvoicingRequirements.none();
        private InvoiceType type = InvoiceType.INVOICE;
        private final List<AllowanceCharge> allowanceCharges = new ArrayList<>();
        private final List<Prepayment> prepayments = new ArrayList<>();
        private TaxPolicy taxPolicy;
        private boolean pricesIncludeTax;
        private Amount rounding;
        private @Nullable CashRounding cashRounding;
        private @Nullable TaxCurrency taxCurrency;
        private @Nullable Amount prepaidUpTo;
        private @Nullable DocumentParties parties;
        private @Nullable Delivery delivery;
        private @Nullable PaymentInstruction paymentInstruction;
        private DocumentReferences references = DocumentReferences.none();
        private @Nullable TaxPoint taxPoint;
        private @Nullable RetentionClass retention;
        private final List<InvoiceNote> notes = new ArrayList<>();
        private @Nullable Correction correction;
        private @Nullable Credited credited;

        private Builder(CustomerId customer, CurrencyUnit currency) {
            this.customer = requireNonNull(customer, "customer");
            this.currency = requireNonNull(currency, "currency");
            taxPolicy = new TaxPerGroup(Rounding.toMinorUnit(currency));
            rounding = Amount.zero(currency);
        }

        /** What kind of document it is; an invoice if not given. */
        public Builder type(InvoiceType newType) {
            type = requireNonNull(newType, "type");
            return this;
        }

        /** Where the tax is rounded; once for each category and rate, half up, if not given. */
        public Builder taxPolicy(TaxPolicy policy) {
            taxPolicy = requireNonNull(policy, "taxPolicy");
            return this;
        }

        /**
         * Says that the amounts of lines, allowances and charges include the tax, and what is due is their sum. What is without tax
         * is then derived: 119.00 at 19 % is 100.00 and 19.00. Where the tax is rounded by the group and no amount without tax has
         * just that tax, the cent stands in the rounding amount: 0.03 is 0.03 and 0.01 less a rounding of 0.01. Where it is rounded
         * otherwise, it is what that comes to and nothing is left to round, see {@link TaxPolicy#isRateOfBase}.
         */
        public Builder pricesIncludeTax() {
            pricesIncludeTax = true;
            return this;
        }

        /**
         * Adds what is off or on top of the whole document, after what is there.
         *
         * @throws CurrencyMismatchException if it is in another currency
         * @throws IllegalArgumentException if it is finer than the currency's minor unit
         */
        public Builder allowanceCharge(AllowanceCharge more) {
            MinorUnits.require(more.amount(), currency, "allowanceCharges[" + allowanceCharges.size() + "].amount");
            allowanceCharges.add(more);
            return this;
        }

        /** Adds what was paid before, as for {@link #allowanceCharge}. */
        public Builder prepaid(Prepayment prepayment) {
            MinorUnits.require(prepayment.amount(), currency, "prepayments[" + prepayments.size() + "].amount");
            prepayments.add(prepayment);
            return this;
        }

        /**
         * Takes what is due from money that the customer has paid in advance, as far as that goes: of 100.00, an invoice of 60.00
         * takes 60.00 and a document of less than nothing takes nothing. It is the last of the prepayments. Coins do not count in
         * what it takes, only what is due after it is rounded to them: of 100.00 francs, 10.03 with coins of 0.05 take 10.03.
         *
         * @param available zero or more
         */
        public Builder prepaidUpTo(MonetaryAmount available) {
            Amount amount = MinorUnits.require(available, currency, "available");
            Require.that(amount.signum() >= 0, "prepaid.available", "available", "must not be negative", amount);
            prepaidUpTo = amount;
            return this;
        }

        private List<Prepayment> allPrepayments(DocumentSums sums) {
            if (prepaidUpTo == null) {
                return List.copyOf(prepayments);
            }
            Amount due = sums.totals(prepayments, rounding, Optional.empty()).due();
            Amount taken = due.min(prepaidUpTo);
            var all = new ArrayList<>(prepayments);
            if (taken.signum() > 0) {
                all.add(Prepayment.of(taken));
            }
            return List.copyOf(all);
        }

        /** Adds an amount to what is due, below zero takes it off (BT-114); none if not given. */
        public Builder rounding(MonetaryAmount amount) {
            rounding = MinorUnits.require(amount, currency, "rounding");
            return this;
        }

        /** In what coins it is paid; what that adds stands in the rounding amount. */
        public Builder cashRounding(CashRounding coins) {
            cashRounding = requireNonNull(coins, "cashRounding");
            return this;
        }

        /** The currency in which the tax is stated beside the document's own. */
        public Builder taxCurrency(TaxCurrency other) {
            taxCurrency = requireNonNull(other, "taxCurrency");
            return this;
        }

        /** Between whom it is. */
        public Builder parties(DocumentParties between) {
            parties = requireNonNull(between, "parties");
            return this;
        }

        /** When and where all of it was delivered. */
        public Builder delivery(Delivery delivered) {
            delivery = requireNonNull(delivered, "delivery");
            return this;
        }

        /** How it is to be paid. */
        public Builder paymentInstruction(PaymentInstruction instruction) {
            paymentInstruction = requireNonNull(instruction, "paymentInstruction");
            return this;
        }

        /** To what it refers, beside the requirements. */
        public Builder references(DocumentReferences to) {
            references = requireNonNull(to, "references");
            return this;
        }

        /** When the tax becomes due, where that is not the date of the invoice. */
        public Builder taxPoint(TaxPoint point) {
            taxPoint = requireNonNull(point, "taxPoint");
            return this;
        }

        /** How long it must be kept. */
        public Builder retention(RetentionClass kept) {
            retention = requireNonNull(kept, "retention");
            return this;
        }

        /** Adds something in words. */
        public Builder note(InvoiceNote note) {
            notes.add(requireNonNull(note, "note"));
            return this;
        }

        /** Why it corrects an invoice. */
        public Builder correction(Correction why) {
            correction = requireNonNull(why, "correction");
            return this;
        }

        /**
         * What of an invoice it gives back, such as {@link Creditable} says. Its taxes are then those that are given, and not rates
         * times amounts.
         */
        public Builder credited(Credited what) {
            credited = requireNonNull(what, "credited");
            return this;
        }

        /** The days that the invoice covers (BG-14). */
        public Builder period(ServicePeriod newPeriod) {
            period = requireNonNull(newPeriod, "period");
            return this;
        }

        /** What the customer asks of it; nothing if not given. */
        public Builder requirements(InvoicingRequirements asked) {
            requirements = requireNonNull(asked, "requirements");
            return this;
        }

        /** When the invoice is to be paid. */
        public Builder paymentTerms(PaymentTerms terms) {
            paymentTerms = requireNonNull(terms, "terms");
            return this;
        }

        /**
         * Adds a line after those that are there.
         *
         * @throws CurrencyMismatchException if it is in another currency
         * @throws IllegalArgumentException if its amount is finer than the currency's minor unit
         */
        public Builder line(InvoiceLine line) {
            MinorUnits.require(line.netAmount(), currency, "lines[" + lines.size() + "].netAmount");
            lines.add(line);
            return this;
        }

        /**
         * The draft.
         *
         * @throws IllegalArgumentException if payment terms or lines are missing, two lines have one id in which others stand, a line stands within one that
         *     is not there, or a credit note comes to less than nothing (what is to be paid is an invoice)
         */
        public InvoiceDraft build() {
            return new InvoiceDraft(this);
        }
    }
}
