package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.SellerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Who agreed to which terms, for which days. */
public final class Contract implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ContractId id;
    private final CustomerId customer;
    private final ServicePeriod term;
    private final ContractTerms terms;
    private final Renewal renewal;
    private final @Nullable SellerId seller;

    private Contract(
            ContractId id,
            CustomerId customer,
            ServicePeriod term,
            ContractTerms terms,
            Renewal renewal,
            @Nullable SellerId seller) {
        this.renewal = requireNonNull(renewal, "renewal");
        this.seller = seller;
        this.id = requireNonNull(id, "id");
        this.customer = requireNonNull(customer, "customer");
        this.term = requireNonNull(term, "term");
        this.terms = requireNonNull(terms, "terms");
    }

    /** A contract of one customer on terms that others may share. */
    public static Contract of(ContractId id, CustomerId customer, ServicePeriod term, ContractTerms terms) {
        return new Contract(id, customer, term, terms, Renewal.none(), null);
    }

    /** The same, which goes on after its term unless notice is given. */
    public Contract renewed(Renewal newRenewal) {
        return new Contract(id, customer, term, terms, newRenewal, seller);
    }

    /** The same, sold by one of several companies of the host. */
    public Contract soldBy(SellerId newSeller) {
        return new Contract(id, customer, term, terms, renewal, requireNonNull(newSeller, "seller"));
    }

    /** The same with other terms. */
    Contract on(ServicePeriod newTerm, ContractTerms newTerms) {
        return new Contract(id, customer, newTerm, newTerms, renewal, seller);
    }

    /** Starts a contract with terms of its own. */
    public static Builder builder(ContractId id) {
        return new Builder(id);
    }

    /** As {@link #builder(ContractId)}. */
    public static Builder builder(String id) {
        return builder(new ContractId(id));
    }

    /** Unique within the host. */
    public ContractId id() {
        return id;
    }

    /** Who pays. */
    public CustomerId customer() {
        return customer;
    }

    /** The days on which the contract holds. */
    public ServicePeriod term() {
        return term;
    }

    /** Whether and how it goes on after its term. */
    public Renewal renewal() {
        return renewal;
    }

    /** Who sells, where a host has several companies. */
    public Optional<SellerId> seller() {
        return Optional.ofNullable(seller);
    }

    /** What was agreed. */
    public ContractTerms terms() {
        return terms;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contract that
                && id.equals(that.id)
                && customer.equals(that.customer)
                && term.equals(that.term)
                && terms.equals(that.terms)
                && renewal.equals(that.renewal)
                && Objects.equals(seller, that.seller);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, customer, term, terms);
    }

    @Override
    public String toString() {
        return "contract " + id;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Contract(id, customer, term, terms, renewal, seller);
    }

    /** Collects a contract; not safe to share between threads. */
    public static final class Builder {
        private final ContractId id;
        private final ContractTerms.Builder terms = ContractTerms.builder();
        private @Nullable CustomerId customer;
        private @Nullable ServicePeriod term;
        private Renewal renewal = Renewal.none();
        private @Nullable SellerId seller;

        private Builder(ContractId id) {
            this.id = requireNonNull(id, "id");
        }

        /** Who pays. */
        public Builder customer(CustomerId newCustomer) {
            customer = requireNonNull(newCustomer, "customer");
            return this;
        }

        /** As {@link #customer(CustomerId)}. */
        public Builder customer(String newCustomer) {
            return customer(new CustomerId(newCustomer));
        }

        /** The days on which the contract holds. */
        public Builder term(ServicePeriod newTerm) {
            term = requireNonNull(newTerm, "term");
            return this;
        }

        /** The days from {@code start} up to, not including, {@code end}, as ISO dates. */
        public Builder term(String start, String end) {
            return term(ServicePeriod.of(start, end));
        }

        /** Whether and how it goes on after its term. */
        public Builder renewal(Renewal newRenewal) {
            renewal = requireNonNull(newRenewal, "renewal");
            return this;
        }

        /** Who sells, where a host has several companies. */
        public Builder seller(SellerId newSeller) {
            seller = requireNonNull(newSeller, "seller");
            return this;
        }

        /** As {@link #seller(SellerId)}. */
        public Builder seller(String newSeller) {
            return seller(new SellerId(newSeller));
        }

        /** What the customer asks of invoices. */
        public Builder invoicing(InvoicingRequirements requirements) {
            terms.invoicing(requirements);
            return this;
        }

        /** The currency of all prices and of the invoice. */
        public Builder currency(CurrencyUnit currency) {
            terms.currency(currency);
            return this;
        }

        /** As {@link #currency(CurrencyUnit)}, by its ISO 4217 code. */
        public Builder currency(String code) {
            terms.currency(code);
            return this;
        }

        /** The time zone that decides on which day an instant falls. */
        public Builder zone(ZoneId zone) {
            terms.zone(zone);
            return this;
        }

        /** As {@link #zone(ZoneId)}, by its id such as {@code Europe/Berlin}. */
        public Builder zone(String zoneId) {
            terms.zone(zoneId);
            return this;
        }

        /** Adds a charge after those that are there. */
        public Builder charge(Charge charge) {
            terms.charge(charge);
            return this;
        }

        /** What is agreed where billing systems differ. */
        public Builder conventions(Conventions conventions) {
            terms.conventions(conventions);
            return this;
        }

        /** Adds a discount on several charges, or all. */
        public Builder discount(Discount discount) {
            terms.discount(discount);
            return this;
        }

        /** The most that all charges together cost in a period. */
        public Builder maximum(SpendMaximum maximum) {
            terms.maximum(maximum);
            return this;
        }

        /** The least that all charges together cost in a period. */
        public Builder minimum(SpendMinimum minimum) {
            terms.minimum(minimum);
            return this;
        }

        /** What the customer commits to spend over the term. */
        public Builder commitment(TermCommitment commitment) {
            terms.commitment(commitment);
            return this;
        }

        /** How an invoice line is rounded, if not half up to the minor unit. */
        public Builder lineRounding(Rounding rounding) {
            terms.lineRounding(rounding);
            return this;
        }

        /** When an invoice is to be paid. */
        public Builder paymentTerms(PaymentTerms paymentTerms) {
            terms.paymentTerms(paymentTerms);
            return this;
        }

        /** When what is charged is billed, unless a charge says otherwise; every calendar month in arrears if not given. */
        public Builder billed(BillingCycle cycle) {
            terms.billed(cycle);
            return this;
        }

        /**
         * The contract.
         *
         * @throws IllegalArgumentException if something is missing or contradicts itself
         */
        public Contract build() {
            return new Contract(
                    id,
                    Require.present(customer, "customer"),
                    Require.present(term, "term"),
                    terms.build(),
                    renewal,
                    seller);
        }
    }
}
