package io.quittance.core.rating;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PriceIndex;
import io.quittance.core.contract.PublishedIndex;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ServedPart;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.schedule.ZoneHistory;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rated: a contract, the usage of one period so far, and what was billed before. A period may be rated in
 * several runs: each is given all usage of the period so far, earlier runs' usage included, and bills the difference.
 */
public final class RatingRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Never changed once a request has it. */
    private final Asked asked;

    /** What is asked; changed only while a request is made. */
    private static final class Asked implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Contract contract;

        @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
        private List<UsageEvent> usage;

        private final ServicePeriod service;
        private ServicePeriod period;
        private boolean closing = true;
        private boolean lastOfTerm;
        private BilledBefore billedBefore = BilledBefore.nothing();
        private Amount prepaid;

        @SuppressWarnings("serial") // as above
        private List<TermsVersion> versions;

        @SuppressWarnings("serial") // as above
        private List<ServicePeriod> served;

        @SuppressWarnings("serial") // as above
        private @Nullable List<ServicePeriod> agreedDays;

        private ZoneHistory zones;

        @SuppressWarnings("serial") // an unmodifiable tree map of sets made by Set.copyOf, which are serialisable
        private @Nullable SortedMap<String, Set<ChargeId>> only;

        @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
        private SortedMap<ChargeId, LocalDate> starts = Collections.emptySortedMap();

        private boolean withAgreements = true;
        private boolean holdingAgreements;

        @SuppressWarnings("serial") // that of this library is serialisable, and a host's should be
        private PriceIndex index = PublishedIndex.none();

        private Asked(Contract contract, List<UsageEvent> usage, ServicePeriod service) {
            this.contract = requireNonNull(contract, "contract");
            this.usage = usage;
            this.service = requireNonNull(service, "service");
            period = service;
            lastOfTerm = service.end().equals(contract.term().end());
            prepaid = Amount.zero(contract.terms().currency());
            versions = List.of(TermsVersion.signed(service, contract.terms()));
            served = List.of(service);
            zones = ZoneHistory.of(contract.terms().zone());
        }

        private Asked copy() {
            var copy = new Asked(contract, usage, service);
            copy.period = period;
            copy.closing = closing;
            copy.lastOfTerm = lastOfTerm;
            copy.billedBefore = billedBefore;
            copy.prepaid = prepaid;
            copy.versions = versions;
            copy.served = served;
            copy.agreedDays = agreedDays;
            copy.zones = zones;
            copy.only = only;
            copy.starts = starts;
            copy.withAgreements = withAgreements;
            copy.holdingAgreements = holdingAgreements;
            copy.index = index;
            return copy;
        }
    }

    private RatingRequest(Asked asked) {
        this.asked = asked;
    }

    private RatingRequest with(Consumer<Asked> change) {
        Asked changed = asked.copy();
        change.accept(changed);
        return new RatingRequest(changed);
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
        return new RatingRequest(new Asked(contract, List.copyOf(usage), service));
    }

    /** The same with this usage. */
    public RatingRequest usage(List<UsageEvent> events) {
        List<UsageEvent> copy = List.copyOf(events);
        return with(draft -> draft.usage = copy);
    }

    /** The same as a run before the period ends: true-ups wait for the closing run. */
    public RatingRequest interim() {
        return with(draft -> draft.closing = false);
    }

    /**
     * The same where the days that are served are a part of this period, by whose days recurring charges, minimums and
     * commitments are prorated, as the conventions say. This is for a stub: a contract that begins or ends inside the period, of which nothing else is
     * served. Maximum, free units and flat fees of usage are whole in it: 15 of 31 days of usage with a flat fee of 9.90 cost
     * 9.90. Two parts of one period that are both served are one rating of the whole of it, with {@link #interim()} runs.
     *
     * @param whole contains the days that are served
     */
    public RatingRequest partOf(ServicePeriod whole) {
        Require.that(whole.contains(asked.service), "rating.service", "whole", "must contain " + asked.service, whole);
        return with(draft -> draft.period = whole);
    }

    /**
     * The same where the terms change within the days. What is used is priced by the terms of its day, from the point to which
     * the use before had come: of 1,500 calls with 1,000 free, those of the second half are free only as far as the first left
     * it. What is agreed for the whole period, such as a minimum, is that of the last terms.
     *
     * @param versions in order, without gap or overlap over the days that are served, each key once; the last are those of
     *     the contract
     */
    public RatingRequest versions(List<TermsVersion> versions) {
        List<TermsVersion> checked = List.copyOf(Require.notEmpty(versions, "versions"));
        LocalDate next = asked.service.start();
        var keys = new HashSet<String>();
        for (int i = 0; i < checked.size(); i++) {
            String key = checked.get(i).key();
            Require.that(keys.add(key), "rating.versions", "versions[" + i + "].key", "must be unique", key);
            ServicePeriod days = checked.get(i).days();
            Require.that(
                    i == 0 ? days.contains(next) : days.start().equals(next),
                    "rating.versions",
                    "versions[" + i + "].days",
                    "must hold from " + next,
                    days);
            next = days.end();
        }
        TermsVersion last = checked.get(checked.size() - 1);
        Require.that(
                last.days().contains(asked.service.lastDay()),
                "rating.versions",
                "versions",
                "must hold to the end of " + asked.service,
                last.days());
        Require.that(
                last.terms().equals(asked.contract.terms()),
                "rating.versions",
                "versions",
                "must end with the terms of the contract",
                last.key());
        return with(draft -> draft.versions = checked);
    }

    /**
     * The same where only some of the days are served, since the contract rests on others; recurring charges are due for those
     * days only.
     *
     * @param days in order, apart from each other, within the service; {@link #resting()} where there are none
     */
    public RatingRequest served(List<ServicePeriod> days) {
        List<ServicePeriod> checked = List.copyOf(Require.notEmpty(days, "served"));
        for (int i = 0; i < checked.size(); i++) {
            Require.that(
                    asked.service.contains(checked.get(i))
                            && (i == 0
                                    || checked.get(i - 1)
                                            .end()
                                            .isBefore(checked.get(i).start())),
                    "rating.served",
                    "served[" + i + "]",
                    "must lie within " + asked.service + " and after the days before",
                    checked.get(i));
        }
        return with(draft -> draft.served = checked);
    }

    /**
     * The same where none of the days is served, since the contract rests on all of them: what is due once is due, and a
     * commitment is settled at the end of its term; nothing else is due for them.
     */
    public RatingRequest resting() {
        return with(draft -> draft.served = List.of());
    }

    /**
     * The same where what the terms agree for all charges is agreed for some of the served days only, by which it is prorated:
     * where terms of another cycle hold for the others.
     *
     * @param days in order, apart from each other, within the service
     */
    public RatingRequest agreedFor(List<ServicePeriod> days) {
        List<ServicePeriod> copy = List.copyOf(days);
        return with(draft -> draft.agreedDays = copy);
    }

    /** The same where days begin by these zones; by default by that of the terms. */
    public RatingRequest zones(ZoneHistory zones) {
        return with(draft -> draft.zones = requireNonNull(zones, "zones"));
    }

    /** The same, told whether the term ends with the period; by default where it ends with the days that are served. */
    public RatingRequest lastOfTerm(boolean last) {
        return with(draft -> draft.lastOfTerm = last);
    }

    /**
     * The same for some charges only: those that are due.
     *
     * @param charges of each version of the terms, by its key
     */
    public RatingRequest charging(Map<String, Set<ChargeId>> charges) {
        var only = new TreeMap<String, Set<ChargeId>>();
        charges.forEach((version, ids) -> only.put(version, Set.copyOf(ids)));
        return with(draft -> draft.only = Collections.unmodifiableSortedMap(only));
    }

    /** The same where charges began on these days; by default on the first day of the contract. */
    public RatingRequest startingOn(Map<ChargeId, LocalDate> starts) {
        return with(draft -> draft.starts = Collections.unmodifiableSortedMap(new TreeMap<>(starts)));
    }

    /**
     * The same where nothing is added or taken off for all charges together but percentages: for charges whose periods are not
     * those for which the terms agree on a maximum, a minimum, a commitment or an amount off.
     */
    public RatingRequest withoutAgreements() {
        return with(draft -> draft.withAgreements = false);
    }

    /**
     * The same where the minimum and the commitment of the terms wait, as before the period ends, while those of each charge do
     * not: for the charges that can be rated beside one that cannot. Of 10.00 for a charge with a minimum of 70.00, under
     * terms with one of 100.00, 70.00 are billed.
     */
    public RatingRequest holdingAgreements() {
        return with(draft -> draft.holdingAgreements = true);
    }

    /** The same where prices that follow an index have these values. */
    public RatingRequest index(PriceIndex published) {
        return with(draft -> draft.index = requireNonNull(published, "index"));
    }

    /** The same after earlier runs of the period, and earlier periods of the term. */
    public RatingRequest after(BilledBefore billed) {
        return with(draft -> draft.billedBefore = requireNonNull(billed, "billedBefore"));
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
        ContractTerms terms = asked.contract.terms();
        String expected = terms.currency().getCurrencyCode();
        if (!amount.getCurrency().getCurrencyCode().equals(expected)) {
            throw new CurrencyMismatchException(
                    "prepaid", expected, amount.getCurrency().getCurrencyCode());
        }
        Require.that(amount.signum() >= 0, "number.negative", "prepaid", "must not be negative", amount);
        requireBillable(amount, "prepaid", terms);
        return with(draft -> draft.prepaid = amount);
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
        return asked.contract;
    }

    /** All events of the period so far. */
    public List<UsageEvent> usage() {
        return asked.usage;
    }

    /** The days of the period that belong to the contract. */
    public ServicePeriod service() {
        return asked.service;
    }

    /** Those of them that are served; none where the contract rests on all of them. */
    public List<ServicePeriod> served() {
        return asked.served;
    }

    /** The whole period that the served days are a part of. */
    public ServicePeriod period() {
        return asked.period;
    }

    /** The terms of the days, in order. */
    public List<TermsVersion> versions() {
        return asked.versions;
    }

    /** Where days begin. */
    public ZoneHistory zones() {
        return asked.zones;
    }

    /** Whether the period ends with this run. */
    public boolean isClosing() {
        return asked.closing;
    }

    /** Whether the term ends with the period. */
    public boolean isLastOfTerm() {
        return asked.lastOfTerm;
    }

    /** What earlier runs billed. */
    public BilledBefore billedBefore() {
        return asked.billedBefore;
    }

    /** What the customer paid in advance and has not used up. */
    public Amount prepaid() {
        return asked.prepaid;
    }

    /** Whether a charge of these terms is among those that are rated. */
    boolean isCharged(TermsVersion version, ChargeId charge) {
        return asked.only == null
                || asked.only.getOrDefault(version.key(), Set.of()).contains(charge);
    }

    /** Whether what the terms agree for all charges together is for this period. */
    boolean hasAgreements() {
        return asked.withAgreements;
    }

    /** Whether the minimum and the commitment of the terms are settled by this run. */
    boolean isSettling() {
        return asked.closing && !asked.holdingAgreements;
    }

    PriceIndex index() {
        return asked.index;
    }

    /** The day on which a charge began. */
    LocalDate startOf(Charge charge) {
        return charge.beginsOn(
                asked.starts.getOrDefault(charge.id(), asked.contract.term().start()));
    }

    /** The served days, of which minimums and commitments are prorated as agreed; nothing where none is served. */
    ServedPart servedPart() {
        return servedPart(asked.agreedDays == null ? asked.served : asked.agreedDays);
    }

    /** The same for those of the served days on which a charge is charged. */
    ServedPart servedPart(List<ServicePeriod> days) {
        return days.isEmpty()
                ? new ServedPart(firstDay(), asked.period, StubRule.CHARGE_NOTHING)
                : new ServedPart(
                        days, asked.period, asked.contract.terms().conventions().minimumProration());
    }

    private ServicePeriod firstDay() {
        LocalDate first = asked.service.start();
        return new ServicePeriod(first, first.plusDays(1));
    }

    UsageWindow window() {
        return new UsageWindow(asked.service, asked.zones);
    }

    @Override
    public String toString() {
        return asked.contract + " " + asked.service + (asked.closing ? "" : ", interim") + ", " + asked.usage.size()
                + " events";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        RatingRequest checked = of(asked.contract, asked.usage, asked.service)
                .partOf(asked.period)
                .versions(asked.versions)
                .zones(asked.zones)
                .startingOn(asked.starts)
                .lastOfTerm(asked.lastOfTerm)
                .index(asked.index)
                .after(asked.billedBefore)
                .prepaid(asked.prepaid);
        checked = asked.served.isEmpty() ? checked.resting() : checked.served(asked.served);
        checked = asked.agreedDays == null ? checked : checked.agreedFor(asked.agreedDays);
        checked = asked.only == null ? checked : checked.charging(asked.only);
        checked = asked.withAgreements ? checked : checked.withoutAgreements();
        checked = asked.holdingAgreements ? checked.holdingAgreements() : checked;
        return asked.closing ? checked : checked.interim();
    }
}
