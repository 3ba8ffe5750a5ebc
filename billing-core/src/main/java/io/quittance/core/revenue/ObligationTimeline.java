package io.quittance.core.revenue;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * An obligation over time: its terms by the day from which they hold, and what happened. Here, and nowhere else, revenue is rounded:
 * what is earned by a day is the share of the whole, half up to the minor unit, so that periods, as differences, add up.
 */
final class ObligationTimeline {
    private final Obligation obligation;
    private final Rounding rounding;
    private final NavigableMap<LocalDate, Stretch> stretches = new TreeMap<>();
    private final NavigableMap<LocalDate, Amount> billed = new TreeMap<>();
    private final NavigableMap<LocalDate, List<PerformanceFact>> performed = new TreeMap<>();
    private final Amount zero;

    /**
     * Lays out an obligation.
     *
     * @param facts its own, by day
     * @throws IllegalArgumentException if a fact is none that the rule of its day counts, or a change contradicts another
     */
    ObligationTimeline(Obligation obligation, List<RevenueFact> facts) {
        this.obligation = obligation;
        zero = Amount.zero(obligation.promised().getCurrency());
        rounding = Rounding.toMinorUnit(zero.getCurrency());
        NavigableMap<LocalDate, List<PromiseChange>> changes = new TreeMap<>();
        for (RevenueFact fact : facts) {
            if (fact instanceof BilledAmount amount) {
                billed.put(amount.day(), billedBy(amount.day()).add(amount.amount()));
            } else if (fact instanceof PerformanceFact performance) {
                performed
                        .computeIfAbsent(performance.day(), day -> new ArrayList<>())
                        .add(performance);
            } else if (fact instanceof PromiseChange change) {
                changes.computeIfAbsent(change.day(), day -> new ArrayList<>()).add(change);
            }
        }
        stretches.put(obligation.agreed() == null ? LocalDate.MIN : obligation.agreed(), Stretch.of(obligation));
        changes.forEach(this::change);
        checkFacts();
    }

    private void change(LocalDate day, List<PromiseChange> changed) {
        PromiseChange ruling = null;
        for (PromiseChange change : changed) {
            Require.that(
                    !day.isBefore(stretches.firstKey()),
                    "change.day",
                    "facts[" + change.key() + "].day",
                    "must not be before the obligation is agreed, on " + stretches.firstKey(),
                    day);
            if (change.newRule().isPresent()) {
                Require.that(
                        ruling == null,
                        "change.rules",
                        "facts[" + change.key() + "].rule",
                        "must be the only one that changes " + obligation.id() + " on its day",
                        day);
                ruling = change;
            }
        }
        Stretch next = stretches.lastEntry().getValue().after(changed);
        if (ruling != null && ruling.method() == PromiseChange.Method.PROSPECTIVE) {
            LocalDate before = day.minusDays(1);
            next = next.anew(day, earnedBy(before));
            Fraction share = progress(next, before).share();
            Require.that(
                    share.signum() == 0,
                    "change.rule",
                    "facts[" + ruling.key() + "].rule",
                    "must have nothing earned before " + day + ", when " + obligation.id() + " changes",
                    share);
        }
        stretches.put(day, next);
    }

    /** Each fact is one that every rule counts which may see it. */
    private void checkFacts() {
        Stretch before = null;
        for (Map.Entry<LocalDate, Stretch> entry : stretches.entrySet()) {
            Stretch stretch = entry.getValue();
            LocalDate from = before != null && stretch.continues(before) ? entry.getKey() : stretch.epoch();
            LocalDate next = stretches.higherKey(entry.getKey());
            facts(from, next == null ? LocalDate.MAX : next.minusDays(1)).forEach(fact -> check(stretch.rule(), fact));
            before = stretch;
        }
    }

    private static void check(RecognitionRule rule, PerformanceFact fact) {
        String path = "facts[" + fact.key() + "]";
        try {
            rule.check(fact);
        } catch (InvalidArgumentException e) {
            throw e.at(path);
        } catch (RuntimeException e) {
            throw new InvalidArgumentException("recognition.failed", "rule", "must take or refuse it", e.toString())
                    .causedBy(e)
                    .at(path);
        }
    }

    /** What happened from a day up to and with another. */
    private List<PerformanceFact> facts(LocalDate from, LocalDate to) {
        var facts = new ArrayList<PerformanceFact>();
        if (!to.isBefore(from)) {
            performed.subMap(from, true, to, true).values().forEach(facts::addAll);
        }
        return facts;
    }

    private Progress progress(Stretch stretch, LocalDate day) {
        try {
            return stretch.rule().checkedProgress(new Performance(day, facts(stretch.epoch(), day)));
        } catch (InvalidArgumentException e) {
            throw e.at("obligations[" + obligation.id() + "]");
        } catch (InexactResultException e) {
            throw e.at("obligations[" + obligation.id() + "]");
        }
    }

    private Amount billedBy(LocalDate day) {
        Map.Entry<LocalDate, Amount> last = billed.floorEntry(day);
        return last == null ? zero : last.getValue();
    }

    private Amount earnedBy(LocalDate day) {
        Map.Entry<LocalDate, Stretch> terms = stretches.floorEntry(day);
        return terms == null ? zero : earned(terms.getValue(), progress(terms.getValue(), day));
    }

    private Amount earned(Stretch stretch, Progress progress) {
        return stretch.base().add(stretch.rest().times(progress.share(), rounding));
    }

    /** The figures at the end of a day. */
    ObligationRevenue at(LocalDate day) {
        Map.Entry<LocalDate, Stretch> terms = stretches.floorEntry(day);
        if (terms == null) {
            return new ObligationRevenue(
                    obligation.id(),
                    day,
                    zero,
                    billedBy(day),
                    zero,
                    List.of(),
                    List.of(Explanation.of("revenue.not-agreed", "not agreed before {0}", stretches.firstKey())));
        }
        Stretch stretch = terms.getValue();
        Progress progress = progress(stretch, day);
        Amount earned = earned(stretch, progress);
        return new ObligationRevenue(
                obligation.id(),
                day,
                stretch.promised(),
                billedBy(day),
                earned,
                stretch.clauses(),
                explanations(stretch, progress, earned));
    }

    private static List<Explanation> explanations(Stretch stretch, Progress progress, Amount earned) {
        var explanations = new ArrayList<Explanation>();
        explanations.add(progress.explanation());
        explanations.add(Explanation.of(
                "revenue.share", "{0} of {1}: {2}", progress.share(), stretch.rest(), earned.subtract(stretch.base())));
        if (!stretch.epoch().equals(LocalDate.MIN)) {
            explanations.add(Explanation.of(
                    "revenue.before-change", "and {0} earned before {1}", stretch.base(), stretch.epoch()));
        }
        return explanations;
    }
}
