package io.quittance.ar.simulation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The same receipts through several strategies, to be compared by what each of them leaves: discount earned, late interest, ages. Each strategy goes on from
 * the same ledger, which stays as it is.
 *
 * <p>Receipts come in by value date and then id. Each settles, on its value date, what is open on that day and on every later one, by what is left of it
 * after the strategy it stays on account.
 */
public final class Simulation implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Comparator<Payment> BY_VALUE_DATE =
            Comparator.comparing(Payment::valueDate).thenComparing(Payment::id);

    private final Ledger ledger;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Payment> receipts;

    private final LocalDate horizon;
    private final Instant recordedAt;
    private final SettlementPolicy policy;
    private final @Nullable LateInterest interest;

    private Simulation(
            Ledger ledger,
            Collection<Payment> receipts,
            LocalDate horizon,
            Instant recordedAt,
            SettlementPolicy policy,
            @Nullable LateInterest interest) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.receipts = Require.notEmpty(List.copyOf(receipts), "receipts").stream()
                .sorted(BY_VALUE_DATE)
                .toList();
        this.horizon = Dates.inCalendar(horizon, "horizon");
        this.recordedAt = requireNonNull(recordedAt, "recordedAt");
        this.policy = requireNonNull(policy, "policy");
        this.interest = interest;
        var ids = new HashSet<PaymentId>();
        for (Payment receipt : this.receipts) {
            Require.that(
                    ids.add(receipt.id()),
                    "simulation.receipt-twice",
                    "receipts",
                    "must have each id once",
                    receipt.id());
        }
        LocalDate last = this.receipts.get(this.receipts.size() - 1).valueDate();
        Require.that(
                !horizon.isBefore(last),
                "simulation.horizon",
                "horizon",
                "must not be before the last value date, " + last,
                horizon);
    }

    /**
     * Receipts that a ledger does not have yet.
     *
     * @param ledger where it starts; give one of the customers that are of interest
     * @param receipts one or more, each id once, in any order
     * @param horizon the day at whose end the outcomes are compared
     * @param recordedAt when the simulated entries count as recorded; not before those of the ledger
     * @throws IllegalArgumentException if the horizon is before a value date, there is no receipt, or one is there twice
     */
    public static Simulation of(Ledger ledger, Collection<Payment> receipts, LocalDate horizon, Instant recordedAt) {
        return new Simulation(ledger, receipts, horizon, recordedAt, SettlementPolicy.MONEY_ONLY, null);
    }

    /** The same, where discounts, tolerances and short payments are settled by that policy; nothing but money otherwise. */
    public Simulation settling(SettlementPolicy newPolicy) {
        return new Simulation(ledger, receipts, horizon, recordedAt, newPolicy, interest);
    }

    /** The same, where principal that is overdue bears interest; none otherwise. */
    public Simulation bearing(LateInterest newInterest) {
        return new Simulation(
                ledger, receipts, horizon, recordedAt, policy, requireNonNull(newInterest, "newInterest"));
    }

    /** Where it starts. */
    public Ledger ledger() {
        return ledger;
    }

    /** The receipts, by value date and then id. */
    public List<Payment> receipts() {
        return receipts;
    }

    /** The day at whose end the outcomes are compared. */
    public LocalDate horizon() {
        return horizon;
    }

    /** What bears interest, and how much. */
    public Optional<LateInterest> interest() {
        return Optional.ofNullable(interest);
    }

    /** The day of the first receipt: what happens up to then is the same in all outcomes. */
    LocalDate firstDay() {
        return receipts.get(0).valueDate();
    }

    AsOf end() {
        return AsOf.of(horizon, recordedAt);
    }

    /**
     * What each strategy makes of them.
     *
     * @param strategies by the name of their outcomes, for example {@code oldest due first}
     * @return in the order of the map: give one that keeps an order, such as a {@code LinkedHashMap}, or ask for one {@link #outcome} after the other
     * @throws IllegalArgumentException if there is no strategy, or the ledger refuses an entry, as where it has a receipt already
     */
    public List<SimulatedOutcome> outcomes(Map<String, ? extends AllocationStrategy> strategies) {
        Require.that(!strategies.isEmpty(), "simulation.strategies", "strategies", "must not be empty", strategies);
        var outcomes = new ArrayList<SimulatedOutcome>();
        strategies.forEach((name, strategy) -> outcomes.add(outcome(name, strategy)));
        return List.copyOf(outcomes);
    }

    /** What one strategy makes of them. */
    public SimulatedOutcome outcome(String name, AllocationStrategy strategy) {
        requireNonNull(strategy, "strategy");
        Ledger after = ledger;
        var settlements = new ArrayList<Settlement>();
        for (Payment receipt : receipts) {
            after = after.post(entry(after, receipt, new PaymentReceived(receipt)))
                    .ledger();
            Settlement settlement =
                    Settlement.of(AllocationRequest.of(receipt, items(after, receipt)), strategy, policy);
            settlements.add(settlement);
            if (!settlement.allocation().lines().isEmpty()
                    || !settlement.adjustments().isEmpty()) {
                after = after.post(entry(after, receipt, new PaymentAllocated(settlement, receipt.valueDate())))
                        .ledger();
            }
        }
        return SimulatedOutcome.of(name, this, settlements, after);
    }

    /** Its key is that of the next version of the account, so that none is taken, and none too long, whatever the id of the receipt. */
    private LedgerEntry entry(Ledger now, Payment receipt, LedgerFact fact) {
        int next = now.customer(receipt.customer()).version() + 1;
        return LedgerEntry.of("simulation/" + next, fact, recordedAt);
    }

    /** What is open on the value date, as far as it stays open. */
    private List<OpenItem> items(Ledger now, Payment receipt) {
        CustomerLedger account = now.customer(receipt.customer());
        var items = new ArrayList<OpenItem>();
        for (OpenItem item :
                account.asOf(AsOf.of(receipt.valueDate(), recordedAt)).openItems()) {
            Amount open = account.openFrom(item.id(), receipt.valueDate());
            if (open.signum() > 0) {
                items.add(item.withOpen(open));
            }
        }
        return items;
    }

    @Override
    public String toString() {
        return receipts.size() + " receipts, compared at the end of " + horizon;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Simulation(ledger, receipts, horizon, recordedAt, policy, interest);
    }
}
