package io.quittance.core.rating;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ServedPart;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.io.Serializable;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * What is to be rated: a contract, the usage of one period so far, and what was billed before. A period may be rated in
 * several runs: each is given all usage of the period so far, earlier runs' usage included, and bills the difference.
 */
public final class RatingRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Contract contract;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<UsageEvent> usage;

    private final ServicePeriod service;
    private final ServicePeriod period;
    private final boolean closing;
    private final boolean lastOfTerm;
    private final BilledBefore billedBefore;
    private final Amount prepaid;

    private RatingRequest(
            Contract contract,
            List<UsageEvent> usage,
            ServicePeriod service,
            ServicePeriod period,
            boolean closing,
            boolean lastOfTerm,
            BilledBefore billedBefore,
            Amount prepaid) {
        this.contract = requireNonNull(contract, "contract");
        this.usage = usage;
        this.service = requireNonNull(service, "service");
        this.period = requireNonNull(period, "period");
        this.closing = closing;
        this.lastOfTerm = lastOfTerm;
        this.billedBefore = requireNonNull(billedBefore, "billedBefore");
        this.prepaid = prepaid;
    }

    /**
     * The closing run of a period, of which nothing was billed before.
     *
     * @param usage all events of the period so far, in any order
     * @param service the days that are served, within the contract's term
     * @throws NullPointerException if an event is null, by its position such as {@code usage[3]}
     */
    public static RatingRequest of(Contract contract, List<UsageEvent> usage, ServicePeriod service) {
        Require.that(
                contract.term().contains(service),
                "rating.period",
                "period",
                "must lie within the contract's term " + contract.term(),
                service);
        int position = 0;
        for (UsageEvent event : usage) {
            if (event == null) {
                throw new NullPointerException("usage[" + position + "]");
            }
            position++;
        }
        return new RatingRequest(
                contract,
                List.copyOf(usage),
                service,
                service,
                true,
                service.end().equals(contract.term().end()),
                BilledBefore.nothing(),
                Amount.zero(contract.terms().currency()));
    }

    /** The same as a run before the period ends: true-ups wait for the closing run. */
    public RatingRequest interim() {
        return new RatingRequest(contract, usage, service, period, false, lastOfTerm, billedBefore, prepaid);
    }

    /**
     * The same where the days that are served are a part of this period, of whose minimums and commitments a part is
     * due then, by {@link io.quittance.core.pricing.Conventions#minimumProration()}. This is for a stub: a contract that begins or ends inside the period, of which nothing else is served. Maximum, free
     * units and flat fees are whole in it: 15 of 31 days with a flat fee of 9.90 cost 9.90. Two parts of one period that are
     * both served are one rating of the whole of it, with {@link #interim()} runs.
     *
     * @param whole contains the days that are served
     */
    public RatingRequest partOf(ServicePeriod whole) {
        Require.that(whole.contains(service), "rating.service", "whole", "must contain " + service, whole);
        return new RatingRequest(contract, usage, service, whole, closing, lastOfTerm, billedBefore, prepaid);
    }

    /** The same after earlier runs of the period, and earlier periods of the term. */
    public RatingRequest after(BilledBefore billed) {
        return new RatingRequest(contract, usage, service, period, closing, lastOfTerm, billed, prepaid);
    }

    /**
     * The same with a prepaid balance.
     *
     * @param balance what is left of it, in the currency of the contract, zero or more: after an earlier run of the period
     *     {@link Rating#prepaidLeft()}. What it paid of earlier runs stands in {@link BilledBefore#prepaid()}.
     * @throws IllegalArgumentException if the balance is negative, or finer than a line, such as 10.005 where lines are in
     *     cents
     */
    public RatingRequest prepaid(MonetaryAmount balance) {
        Amount amount = Amount.from(balance);
        String expected = contract.terms().currency().getCurrencyCode();
        if (!amount.getCurrency().getCurrencyCode().equals(expected)) {
            throw new CurrencyMismatchException(
                    "balance", expected, amount.getCurrency().getCurrencyCode());
        }
        Require.that(amount.signum() >= 0, "number.negative", "balance", "must not be negative", amount);
        requireBillable(amount, "prepaid", contract.terms());
        return new RatingRequest(contract, usage, service, period, closing, lastOfTerm, billedBefore, amount);
    }

    /** What is finer than a line can neither have been billed nor pay one. */
    static void requireBillable(Amount amount, String argument, ContractTerms terms) {
        Rounding rounding = terms.lineRounding();
        Require.that(
                amount.toFraction().round(rounding, terms.currency()).equals(amount),
                "amount.scale",
                argument,
                "must be no finer than a line, which has " + rounding.scale() + " decimals",
                amount);
    }

    /** What was agreed. */
    public Contract contract() {
        return contract;
    }

    /** All events of the period so far. */
    public List<UsageEvent> usage() {
        return usage;
    }

    /** The days that are served. */
    public ServicePeriod service() {
        return service;
    }

    /** The whole period that the served days are a part of. */
    public ServicePeriod period() {
        return period;
    }

    /** Whether the period ends with this run. */
    public boolean isClosing() {
        return closing;
    }

    /** Whether the term ends with the period. */
    public boolean isLastOfTerm() {
        return lastOfTerm;
    }

    /** What earlier runs billed. */
    public BilledBefore billedBefore() {
        return billedBefore;
    }

    /** What the customer paid in advance and has not used up. */
    public Amount prepaid() {
        return prepaid;
    }

    /** The served days, of which minimums and commitments are prorated as agreed. */
    ServedPart servedPart() {
        return new ServedPart(service, period, contract.terms().conventions().minimumProration());
    }

    UsageWindow window() {
        return new UsageWindow(service, contract.terms().zone());
    }

    @Override
    public String toString() {
        return contract + " " + service + (closing ? "" : ", interim") + ", " + usage.size() + " events";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        RatingRequest checked =
                of(contract, usage, service).partOf(period).after(billedBefore).prepaid(prepaid);
        return closing ? checked : checked.interim();
    }
}
