package io.quittance.ar.reconciliation;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How well ledger and counterparties agree, and how right the runs were that say so. Of 20 accounts, 18 compared, 15 agreed, 2 more but for what
 * is in transit: 17 of 20 are reconciled, which is 85 %. If something was found later of one that agreed, and one difference was none, 16 of 18 outcomes
 * were right.
 *
 * @param accounts how many accounts of runs there were
 * @param compared how many of them were compared
 * @param agreed how many of those agreed
 * @param agreedWithTiming how many of those agreed but for what is in transit
 * @param wrong how many of those had an outcome that proved wrong: something was found later, or a difference was none
 * @param differences how many differences there were
 * @param resolved of how many of them it is known what became
 * @param sums what the differences come to, by type and then currency
 * @param foundLater what was found later, by type and then currency
 */
public record ReconciliationAccuracy(
        int accounts,
        int compared,
        int agreed,
        int agreedWithTiming,
        int wrong,
        int differences,
        int resolved,
        List<DifferenceSum> sums,
        List<DifferenceSum> foundLater)
        implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);
    private static final Comparator<DifferenceSum> ORDER = Comparator.comparing(DifferenceSum::type)
            .thenComparing(sum -> sum.gross().getCurrency().getCurrencyCode());

    /** Checks that the counts fit into each other. */
    public ReconciliationAccuracy {
        requireWithin(compared, accounts, "compared");
        requireWithin(agreed, compared, "agreed");
        requireWithin(agreedWithTiming, compared - agreed, "agreedWithTiming");
        requireWithin(wrong, compared, "wrong");
        requireWithin(resolved, differences, "resolved");
        sums = List.copyOf(sums);
        foundLater = List.copyOf(foundLater);
    }

    private static void requireWithin(int count, int most, String argument) {
        Require.that(
                count >= 0 && count <= most, "reconciliation.count", argument, "must be between 0 and " + most, count);
    }

    /**
     * All accounts of some runs.
     *
     * @throws IllegalArgumentException if two runs have one id
     */
    public static ReconciliationAccuracy of(List<ReconciliationRun> runs) {
        return of(runs, account -> true);
    }

    /**
     * Some accounts of some runs, such as those of one counterparty, or {@code account -> !account.isInactive()}.
     *
     * @throws IllegalArgumentException if two runs have one id
     */
    public static ReconciliationAccuracy of(
            List<ReconciliationRun> runs, Predicate<? super AccountReconciliation> which) {
        var ids = new HashSet<String>();
        var counted = new Counted();
        for (int i = 0; i < runs.size(); i++) {
            ReconciliationRun run = runs.get(i);
            Require.that(
                    ids.add(run.id()), "reconciliation.run-twice", "runs[" + i + "].id", "must not repeat", run.id());
            counted.add(run, which);
        }
        return counted.accuracy();
    }

    /** Agreed accounts, also those with something in transit, of all accounts, in percent; empty without accounts. */
    public Optional<Fraction> reconciledPercent() {
        return percent(agreed + agreedWithTiming, accounts);
    }

    /** Agreed accounts, also those with something in transit, of those that were compared, in percent; empty if none was. */
    public Optional<Fraction> agreedPercent() {
        return percent(agreed + agreedWithTiming, compared);
    }

    /**
     * Outcomes that did not prove wrong, of those of accounts that were compared, in percent; empty if none was. What is not known yet counts as
     * right: look at runs whose differences are resolved.
     */
    public Optional<Fraction> accuracyPercent() {
        return percent(compared - wrong, compared);
    }

    private static Optional<Fraction> percent(int part, int whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(part).times(HUNDRED).dividedBy(Fraction.of(whole)));
    }

    /** Of how many differences it is not known what became. */
    public int unresolved() {
        return differences - resolved;
    }

    /** Adds up. Not safe to share between threads. */
    private static final class Counted {
        private final TreeMap<DifferenceSum, DifferenceSum> sums = new TreeMap<>(ORDER);
        private final TreeMap<DifferenceSum, DifferenceSum> later = new TreeMap<>(ORDER);
        private int accounts;
        private int compared;
        private int agreed;
        private int agreedWithTiming;
        private int wrong;
        private int differences;
        private int resolved;

        void add(ReconciliationRun run, Predicate<? super AccountReconciliation> which) {
            Set<Integer> known = new HashSet<>();
            Set<Integer> none = new HashSet<>();
            for (DifferenceResolution resolution : run.resolutions()) {
                known.add(resolution.difference());
                if (resolution.cause() == DifferenceResolution.Cause.NO_DIFFERENCE) {
                    none.add(resolution.difference());
                }
            }
            Map<ReconciliationRun.Key, List<FoundLater>> found =
                    run.later().stream().collect(Collectors.groupingBy(ReconciliationRun.Key::found));
            int number = 0;
            for (AccountReconciliation account : run.accounts()) {
                int first = number + 1;
                number += account.differences().size();
                if (which.test(account)) {
                    count(account);
                    boolean isWrong = false;
                    for (int i = first; i <= number; i++) {
                        resolved += known.contains(i) ? 1 : 0;
                        isWrong |= none.contains(i);
                    }
                    for (FoundLater one : found.getOrDefault(ReconciliationRun.Key.of(account), List.of())) {
                        add(later, one.type(), one.amount());
                        isWrong = true;
                    }
                    wrong += isWrong && account.isCompared() ? 1 : 0;
                }
            }
        }

        private void count(AccountReconciliation account) {
            accounts++;
            compared += account.isCompared() ? 1 : 0;
            agreed += account.status() == AccountReconciliation.Status.AGREED ? 1 : 0;
            agreedWithTiming += account.status() == AccountReconciliation.Status.AGREED_WITH_TIMING ? 1 : 0;
            differences += account.differences().size();
            account.differences().forEach(one -> add(sums, one.type(), one.amount()));
        }

        private static void add(Map<DifferenceSum, DifferenceSum> sums, DifferenceType type, Amount amount) {
            var one = new DifferenceSum(type, 1, amount.abs(), amount);
            sums.merge(one, one, DifferenceSum::and);
        }

        ReconciliationAccuracy accuracy() {
            return new ReconciliationAccuracy(
                    accounts,
                    compared,
                    agreed,
                    agreedWithTiming,
                    wrong,
                    differences,
                    resolved,
                    List.copyOf(sums.values()),
                    List.copyOf(later.values()));
        }
    }
}
