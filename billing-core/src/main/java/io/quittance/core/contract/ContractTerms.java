package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Rounding;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.jspecify.annotations.Nullable;

/**
 * What many contracts have in common: currency, time zone, charges, rounding of the invoice line and payment terms. One
 * set of terms serves any number of customers; {@link Contract} adds who and when.
 */
public final class ContractTerms {
    private final CurrencyUnit currency;
    private final ZoneId zone;
    private final List<Charge> charges;
    private final Rounding lineRounding;
    private final PaymentTerms paymentTerms;

    private ContractTerms(Builder builder) {
        currency = Require.present(builder.currency, "currency");
        zone = Require.present(builder.zone, "zone");
        charges = Require.notEmpty(List.copyOf(builder.charges), "charges");
        paymentTerms = Require.present(builder.paymentTerms, "paymentTerms");
        lineRounding = builder.lineRounding == null ? Rounding.toMinorUnit(currency) : builder.lineRounding;
        var ids = new HashSet<ChargeId>();
        var meters = new HashSet<MeterId>();
        for (Charge charge : charges) {
            Require.that(ids.add(charge.id()), "charge.duplicate", "charges", "must have unique ids", charge.id());
            Require.that(
                    meters.add(charge.meter()),
                    "charge.meter-twice",
                    "charges",
                    "must charge each meter once",
                    charge.meter());
        }
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

    /** In the order in which they appear on the invoice; at least one. */
    public List<Charge> charges() {
        return charges;
    }

    /** The charge for what is used on that meter, if there is one. */
    public Optional<Charge> chargeFor(MeterId meter) {
        return charges.stream().filter(charge -> charge.meter().equals(meter)).findFirst();
    }

    /** How an invoice line is rounded; half up to the minor unit of the currency unless the terms say otherwise. */
    public Rounding lineRounding() {
        return lineRounding;
    }

    /** When an invoice is to be paid. */
    public PaymentTerms paymentTerms() {
        return paymentTerms;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContractTerms that
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && zone.equals(that.zone)
                && charges.equals(that.charges)
                && lineRounding.equals(that.lineRounding)
                && paymentTerms.equals(that.paymentTerms);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency.getCurrencyCode(), zone, charges, lineRounding, paymentTerms);
    }

    /** Collects terms; not safe to share between threads. */
    public static final class Builder {
        private @Nullable CurrencyUnit currency;
        private @Nullable ZoneId zone;
        private final List<Charge> charges = new ArrayList<>();
        private @Nullable Rounding lineRounding;
        private @Nullable PaymentTerms paymentTerms;

        private Builder() {}

        /** The currency of all prices and of the invoice. */
        public Builder currency(CurrencyUnit newCurrency) {
            currency = requireNonNull(newCurrency, "currency");
            return this;
        }

        /** As {@link #currency(CurrencyUnit)}, by its ISO 4217 code. */
        public Builder currency(String code) {
            return currency(Monetary.getCurrency(code));
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

        /** Adds a charge after those that are there. */
        public Builder charge(Charge charge) {
            charges.add(requireNonNull(charge, "charge"));
            return this;
        }

        /** How an invoice line is rounded, if not half up to the minor unit. */
        public Builder lineRounding(Rounding rounding) {
            lineRounding = requireNonNull(rounding, "rounding");
            return this;
        }

        /** When an invoice is to be paid. */
        public Builder paymentTerms(PaymentTerms terms) {
            paymentTerms = requireNonNull(terms, "terms");
            return this;
        }

        /**
         * The terms.
         *
         * @throws IllegalArgumentException if something is missing, or two charges share an id or a meter
         */
        public ContractTerms build() {
            return new ContractTerms(this);
        }
    }
}
