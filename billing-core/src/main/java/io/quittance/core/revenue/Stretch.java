package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The terms of an obligation from one change of them to the next.
 *
 * @param epoch the day from which facts count for the rule: that of the last prospective change
 * @param base what was earned before the epoch, and stays so
 * @param rest what the rule is about
 * @param rule by which the rest is earned
 * @param changes the clauses of the changes so far, each once
 */
record Stretch(LocalDate epoch, Amount base, Amount rest, RecognitionRule rule, LinkedHashSet<Clause> changes) {

    /** Refuses a rule that does not say where the standards have it. */
    Stretch {
        Require.notEmpty(requireNonNull(rule.clauses(), "clauses"), "clauses");
    }

    static Stretch of(Obligation obligation) {
        Amount zero = Amount.zero(obligation.promised().getCurrency());
        return new Stretch(LocalDate.MIN, zero, obligation.promised(), obligation.rule(), new LinkedHashSet<>());
    }

    /** What is promised in all. */
    Amount promised() {
        return base.add(rest);
    }

    /** The clauses of the rule, then of the changes. */
    List<Clause> clauses() {
        var clauses = new LinkedHashSet<>(rule.clauses());
        clauses.addAll(changes);
        return List.copyOf(clauses);
    }

    /** Whether the facts that the other stretch had are counted by the same rule here. */
    boolean continues(Stretch other) {
        return epoch.equals(other.epoch) && rule.equals(other.rule);
    }

    /** The terms after the changes of one day, of which at most one brings a rule, with the same past. */
    Stretch after(List<PromiseChange> changed) {
        Amount more = rest;
        RecognitionRule next = rule;
        var clauses = new LinkedHashSet<>(changes);
        for (PromiseChange change : changed) {
            more = more.add(change.amount());
            next = change.newRule().orElse(next);
            clauses.add(change.method().clause());
        }
        return new Stretch(epoch, base, more, next, clauses);
    }

    /** The same promise, of which what was earned before a day stays so and the rest is earned from the day on. */
    Stretch anew(LocalDate day, Amount earned) {
        return new Stretch(day, earned, promised().subtract(earned), rule, changes);
    }
}
