package io.quittance.ar.simulation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.DunningAccount;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningRun;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.OverdueBalance;
import io.quittance.ar.interest.OverdueBalances;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one strategy makes of the receipts of a {@link Simulation}, by its horizon. */
public final class SimulatedOutcome implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;

    @SuppressWarnings("serial") // made by List.copyOf, which is serialisable
    private final List<Settlement> settlements;

    private final Ledger ledger;
    private final AsOf asOf;
    private final Amount interest;

    private SimulatedOutcome(String name, List<Settlement> settlements, Ledger ledger, AsOf asOf, Amount interest) {
        this.name = Require.id(name, "name");
        this.settlements = List.copyOf(settlements);
        this.ledger = requireNonNull(ledger, "ledger");
        this.asOf = requireNonNull(asOf, "asOf");
        this.interest = requireNonNull(interest, "interest");
    }

    static SimulatedOutcome of(String name, Simulation simulation, List<Settlement> settlements, Ledger after) {
        Amount interest = simulation
                .interest()
                .map(rule -> interest(rule, simulation, after))
                .orElse(Amount.zero(after.currency()));
        return new SimulatedOutcome(name, settlements, after, simulation.end(), interest);
    }

    private static Amount interest(LateInterest rule, Simulation simulation, Ledger after) {
        LocalDate first = simulation.firstDay();
        Amount sum = Amount.zero(after.currency());
        if (first.equals(simulation.horizon())) {
            return sum;
        }
        ServicePeriod days = ServicePeriod.closed(first.plusDays(1), simulation.horizon());
        Set<CustomerId> payers =
                simulation.receipts().stream().map(Payment::customer).collect(Collectors.toCollection(TreeSet::new));
        for (CustomerId payer : payers) {
            CustomerLedger account = after.customer(payer);
            Map<ReceivableId, OverdueBalance> balances = OverdueBalances.of(
                    account, first, simulation.end(), item -> item.type() == ReceivableType.PRINCIPAL);
            for (OverdueBalance balance : balances.values()) {
                sum = sum.add(rule.charge(balance, days).amount());
            }
        }
        return sum;
    }

    /** By what name it was asked for. */
    public String name() {
        return name;
    }

    /** What becomes of each receipt, in the order in which they came in. */
    public List<Settlement> settlements() {
        return settlements;
    }

    /** The ledger with all receipts, to be asked for anything else. */
    public Ledger ledger() {
        return ledger;
    }

    /** The horizon, and when the simulated entries count as recorded. */
    public AsOf asOf() {
        return asOf;
    }

    /** The money that went to debts. */
    public Amount applied() {
        return sum(settlements.stream().map(Settlement::applied));
    }

    /** The money that stayed on account. */
    public Amount onAccount() {
        return sum(settlements.stream().map(Settlement::onAccount));
    }

    /** What customers earned by paying early: discounts that were taken in time, granted late, or allowed. */
    public Amount discount() {
        return adjusted(Adjustment.Kind.EARLY_PAYMENT_DISCOUNT)
                .add(adjusted(Adjustment.Kind.LATE_DISCOUNT))
                .add(adjusted(Adjustment.Kind.ALLOWED_DISCOUNT));
    }

    /** What closed debts by adjustments of that kind. */
    public Amount adjusted(Adjustment.Kind kind) {
        return sum(settlements.stream().map(settlement -> settlement.adjusted(kind)));
    }

    /**
     * The interest that principal of the payers bears from the day after the first value date to the horizon; contested amounts bear none, and
     * interest, fees and penalties neither. 0 where the simulation has no rule of it.
     */
    public Amount interest() {
        return interest;
    }

    /** What is open at the horizon. */
    public Amount open() {
        return ledger.asOf(asOf).open();
    }

    /** What is open at the horizon, by age. */
    public AgingRow aging(AgingRule rule) {
        return AgingReport.of(ledger, asOf, rule).total();
    }

    /**
     * Whom a dunning run of the horizon would remind of what: the payers, by id, at the levels that they reach by then.
     *
     * @param histories what was said and agreed with each payer so far
     */
    public List<DunningDecision> dunning(
            DunningPolicy policy, Function<? super CustomerId, CollectionHistory> histories) {
        return DunningRun.on(asOf)
                .decide(
                        payments().stream()
                                .map(Payment::customer)
                                .distinct()
                                .sorted()
                                .map(payer -> DunningAccount.of(ledger.customer(payer), histories.apply(payer), asOf)),
                        policy)
                .toList();
    }

    /**
     * How it differs from another outcome.
     *
     * @param base of the same receipts
     * @param rule how what is open is aged
     * @throws IllegalArgumentException if the other is of other receipts or another horizon
     */
    public OutcomeDifference against(SimulatedOutcome base, AgingRule rule) {
        return against(base, rule, List.of());
    }

    /**
     * As {@link #against(SimulatedOutcome, AgingRule)}, with what a dunning run of the horizon would claim at each level.
     *
     * @param histories what was said and agreed with each payer so far
     */
    public OutcomeDifference against(
            SimulatedOutcome base,
            AgingRule rule,
            DunningPolicy policy,
            Function<? super CustomerId, CollectionHistory> histories) {
        List<DunningNotice> mine = notices(policy, histories);
        List<DunningNotice> others = base.notices(policy, histories);
        return against(
                base,
                rule,
                policy.levels().stream()
                        .map(level -> new LevelDifference(
                                level.name(),
                                items(mine, level) - items(others, level),
                                claimed(mine, level, policy).subtract(claimed(others, level, policy))))
                        .toList());
    }

    private List<DunningNotice> notices(
            DunningPolicy policy, Function<? super CustomerId, CollectionHistory> histories) {
        return dunning(policy, histories).stream()
                .flatMap(decision -> decision.notices().stream())
                .toList();
    }

    private static int items(List<DunningNotice> notices, DunningLevel level) {
        return notices.stream()
                .filter(notice -> notice.level().equals(level))
                .mapToInt(notice -> notice.items().size())
                .sum();
    }

    private static Amount claimed(List<DunningNotice> notices, DunningLevel level, DunningPolicy policy) {
        return notices.stream()
                .filter(notice -> notice.level().equals(level))
                .map(DunningNotice::claimed)
                .reduce(Amount.zero(policy.currency()), Amount::add);
    }

    private OutcomeDifference against(SimulatedOutcome base, AgingRule rule, List<LevelDifference> levels) {
        Require.that(
                asOf.equals(base.asOf) && payments().equals(base.payments()),
                "simulation.same",
                "base",
                "must be of the same receipts and horizon",
                base);
        List<AgedAmount> mine = aging(rule).buckets();
        List<AgedAmount> others = base.aging(rule).buckets();
        return new OutcomeDifference(
                name,
                base.name,
                discount().subtract(base.discount()),
                interest.subtract(base.interest),
                onAccount().subtract(base.onAccount()),
                Stream.iterate(0, i -> i < mine.size(), i -> i + 1)
                        .map(i -> mine.get(i).amount().subtract(others.get(i).amount()))
                        .toList(),
                levels);
    }

    private List<Payment> payments() {
        return settlements.stream()
                .map(settlement -> settlement.allocation().source())
                .toList();
    }

    private Amount sum(Stream<Amount> amounts) {
        return amounts.reduce(Amount.zero(ledger.currency()), Amount::add);
    }

    @Override
    public String toString() {
        return name + ": " + discount() + " of discount, " + interest + " of interest, " + open() + " open";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new SimulatedOutcome(name, settlements, ledger, asOf, interest);
    }
}
