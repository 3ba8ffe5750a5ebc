package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.ObligationId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the revenue of one contract: what it promises and what happened. It answers for the end of any day, and for any
 * periods. It is a value: a fact more makes another book.
 *
 * <pre>{@code
 * RevenueBook book = RevenueBook.of("C-1",
 *         List.of(Obligation.of("platform", Amount.of("1200", "EUR"), StraightLine.over("2026-01-01", "2027-01-01"))),
 *         List.of(BilledAmount.of("i-1", "platform", "2026-17", "2026-01-01", Amount.of("1200", "EUR"))));
 * book.at("2026-01-31").deferred(); // EUR 1098.08
 * }</pre>
 *
 * <p>Each obligation rounds once, half up to the minor unit of its currency, what is earned up to a day; the revenue of a period is
 * the difference of two such figures. The order of facts does not matter.
 */
public final class RevenueBook implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_MONTHS = 1_200;

    private final ContractId contract;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Obligation> obligations;

    @SuppressWarnings("serial") // as above
    private final List<RevenueFact> facts;

    private final transient List<ObligationTimeline> timelines;

    private RevenueBook(ContractId contract, List<Obligation> obligations, List<? extends RevenueFact> facts) {
        this.contract = requireNonNull(contract, "contract");
        this.obligations = List.copyOf(Require.notEmpty(obligations, "obligations"));
        CurrencyUnit currency = this.obligations.get(0).promised().getCurrency();
        Map<ObligationId, List<RevenueFact>> byObligation = new LinkedHashMap<>();
        for (int i = 0; i < this.obligations.size(); i++) {
            Obligation obligation = this.obligations.get(i);
            MinorUnits.require(obligation.promised(), currency, "obligations[" + i + "].promised");
            Require.that(
                    byObligation.put(obligation.id(), new ArrayList<>()) == null,
                    "obligations.duplicate",
                    "obligations[" + i + "].id",
                    "must be unique",
                    obligation.id());
        }
        this.facts = once(facts);
        for (RevenueFact fact : this.facts) {
            List<RevenueFact> own = byObligation.get(fact.obligation());
            if (own == null) {
                throw new InvalidArgumentException(
                        "fact.obligation",
                        "facts[" + fact.key() + "].obligation",
                        "must be one of the contract",
                        fact.obligation());
            }
            requireCurrency(fact, currency);
            own.add(fact);
        }
        timelines = this.obligations.stream()
                .map(obligation ->
                        new ObligationTimeline(obligation, requireNonNull(byObligation.get(obligation.id()))))
                .toList();
    }

    /** The facts by day and key, each key once. */
    private static List<RevenueFact> once(List<? extends RevenueFact> facts) {
        Map<String, RevenueFact> byKey = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            RevenueFact fact = requireNonNull(facts.get(i), "facts[" + i + "]");
            RevenueFact first = byKey.putIfAbsent(fact.key(), fact);
            Require.that(
                    first == null || first.equals(fact),
                    "fact.conflict",
                    "facts[" + i + "].key",
                    "must not be that of another fact",
                    fact.key());
        }
        return byKey.values().stream().sorted(RevenueFact.BY_DAY).toList();
    }

    private static void requireCurrency(RevenueFact fact, CurrencyUnit currency) {
        String argument = "facts[" + fact.key() + "].amount";
        if (fact instanceof BilledAmount billed) {
            MinorUnits.require(billed.amount(), currency, argument);
        } else if (fact instanceof PromiseChange change) {
            MinorUnits.require(change.amount(), currency, argument);
        }
    }

    /**
     * A book.
     *
     * @param contract which contract
     * @param obligations at least one, with different ids, in one currency
     * @param facts in any order; one that is given twice counts once
     * @throws IllegalArgumentException if two facts have one key, a fact is of no obligation of these or is none that its rule counts,
     *     or two changes contradict each other
     * @throws io.quittance.core.error.CurrencyMismatchException if an amount is in another currency than the first obligation
     */
    public static RevenueBook of(ContractId contract, List<Obligation> obligations, List<? extends RevenueFact> facts) {
        return new RevenueBook(contract, obligations, facts);
    }

    /** As {@link #of(ContractId, List, List)}, from text. */
    public static RevenueBook of(String contract, List<Obligation> obligations, List<? extends RevenueFact> facts) {
        return of(ContractId.of(contract), obligations, facts);
    }

    /** As {@link #ofInvoices(ContractId, List, LineRule)}, by {@link LineRule#byPeriod()}. */
    public static RevenueBook ofInvoices(ContractId contract, List<Invoice> invoices) {
        return ofInvoices(contract, invoices, LineRule.byPeriod());
    }

    /**
     * The book of issued invoices and credit notes: every line that counts is an obligation of its amount without tax, billed on the
     * date of its document. Its id is the number and the place of the line, {@code 2026-17/1}. What is off or on top of a document is
     * spread over its lines by their amounts (IFRS 15.81, ASC 606-10-32-36), so that the book bills what the documents do without tax.
     *
     * <p>What is billed in arrears is earned on its days, before it is billed. What is given back, by a line below zero or a credit
     * note of its own, is taken off from the date of its document on, for the days that it is about: the days before are caught up
     * then. A credit note out of an invoice that is among these, made by {@link io.quittance.core.invoice.Creditable}, changes what
     * is promised and billed of the lines that it credits, from that day on as well (IFRS 15.87–88, or 15.21(b) where the contract
     * was changed): of a line of 1,200.00 with notes of 400.00, 400.00 and 400.00 nothing is left on any later day.
     *
     * @param invoices those of the contract, in any order; one that is given twice counts once. Where one takes the place of another,
     *     the other must not be among them unless it is credited
     * @param rule says how a line is earned
     * @throws IllegalArgumentException if two invoices have one number, or one is for an advance (386): what it asks for is billed
     *     again by the final invoice
     */
    public static RevenueBook ofInvoices(ContractId contract, List<Invoice> invoices, LineRule rule) {
        var lines = new InvoicedLines(rule);
        lines.addAll(Require.notEmpty(invoices, "invoices"));
        return of(contract, lines.obligations(), lines.facts());
    }

    /** The book with more facts; one that is there already changes nothing. */
    public RevenueBook with(List<? extends RevenueFact> more) {
        var all = new ArrayList<>(facts);
        all.addAll(more);
        return new RevenueBook(contract, obligations, all);
    }

    /** Which contract. */
    public ContractId contract() {
        return contract;
    }

    /** What it promises, in the order given. */
    public List<Obligation> obligations() {
        return obligations;
    }

    /** What happened, by day and key. */
    public List<RevenueFact> facts() {
        return facts;
    }

    /**
     * The figures at the end of a day; facts of later days do not count.
     *
     * @throws InvalidArgumentException if a host's own rule fails
     */
    public ContractRevenue at(LocalDate day) {
        return figures(Dates.inCalendar(day, "day"));
    }

    /** As {@link #at(LocalDate)}, for an ISO date. */
    public ContractRevenue at(String day) {
        return at(Dates.parse(day, "day"));
    }

    private ContractRevenue figures(LocalDate day) {
        return new ContractRevenue(
                contract,
                day,
                timelines.stream().map(timeline -> timeline.at(day)).toList());
    }

    /**
     * What each of some periods did.
     *
     * @param periods at least one; each begins where the one before ends. Time grows with their number times the facts
     */
    public RevenueSchedule schedule(List<ServicePeriod> periods) {
        RevenueSchedule.requireMeeting(periods);
        var rows = new ArrayList<RevenuePeriod>();
        ContractRevenue opening = figures(periods.get(0).start().minusDays(1));
        for (ServicePeriod period : periods) {
            ContractRevenue closing = figures(period.lastDay());
            rows.add(new RevenuePeriod(period, opening, closing));
            opening = closing;
        }
        return new RevenueSchedule(rows);
    }

    /**
     * What each of some months did.
     *
     * @param months how many, 1 to 1,200
     */
    public RevenueSchedule monthly(YearMonth first, int months) {
        Require.that(
                months >= 1 && months <= MOST_MONTHS,
                "revenue.months",
                "months",
                "must be between 1 and " + MOST_MONTHS,
                months);
        var periods = new ArrayList<ServicePeriod>();
        for (int i = 0; i < months; i++) {
            periods.add(ServicePeriod.of(first.plusMonths(i)));
        }
        return schedule(periods);
    }

    /** As {@link #monthly(YearMonth, int)}, for an ISO month such as {@code 2026-01}. */
    public RevenueSchedule monthly(String first, int months) {
        return monthly(Dates.parseMonth(first, "first"), months);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevenueBook that
                && contract.equals(that.contract)
                && obligations.equals(that.obligations)
                && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(contract, obligations, facts.size());
    }

    /** For example {@code revenue of C-1: 1 obligations, 2 facts}. */
    @Override
    public String toString() {
        return "revenue of " + contract + ": " + obligations.size() + " obligations, " + facts.size() + " facts";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new RevenueBook(contract, obligations, facts);
    }
}
