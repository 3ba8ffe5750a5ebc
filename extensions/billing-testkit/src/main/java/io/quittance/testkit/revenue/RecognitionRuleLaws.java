package io.quittance.testkit.revenue;

import io.quittance.core.revenue.Performance;
import io.quittance.core.revenue.PerformanceFact;
import io.quittance.core.revenue.Progress;
import io.quittance.core.revenue.RecognitionRule;
import io.quittance.testkit.BrokenLaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The laws of recognition rules as plain functions: each answers with the laws that are broken, and with an empty list if all is
 * well. A rule that throws, or answers with null or a share outside of 0 and 1, breaks {@link RecognitionRuleLaw#ANSWERS} by each of them. They know
 * nothing of jqwik or JUnit.
 */
public final class RecognitionRuleLaws {
    private RecognitionRuleLaws() {}

    /**
     * Whether the rule answers, always alike, and so does a copy of it by way of the serial form; and names its clauses.
     *
     * @param performance facts that the rule takes, see {@link RecognitionRule#check}
     */
    public static List<BrokenLaw> broken(RecognitionRule rule, Performance performance) {
        return judged(rule, List.of(performance, performance), answers -> {
            var broken = new ArrayList<>(
                    expect(RecognitionRuleLaw.SAME_ANSWER, answers.get(0), answers.get(1), performance));
            if (!namesClauses(rule)) {
                broken.add(new BrokenLaw(RecognitionRuleLaw.NAMES_CLAUSES, "no clauses"));
            }
            broken.addAll(brokenByCopy(rule, performance, answers.get(0)));
            return List.copyOf(broken);
        });
    }

    /**
     * Whether what is earned by a day is earned by a later one too.
     *
     * @param facts that the rule takes; those that take back are left out
     * @param day the earlier
     * @param later not before {@code day}
     */
    public static List<BrokenLaw> brokenByTime(
            RecognitionRule rule, List<PerformanceFact> facts, LocalDate day, LocalDate later) {
        List<PerformanceFact> kept =
                facts.stream().filter(fact -> !fact.isTakenBack()).toList();
        Performance before = by(day, kept);
        Performance after = by(later, kept);
        return judged(
                rule,
                List.of(before, after),
                answers -> answers.get(1).share().compareTo(answers.get(0).share()) >= 0
                        ? List.of()
                        : List.of(new BrokenLaw(
                                RecognitionRuleLaw.NEVER_FALLS,
                                answers.get(0).share() + " by " + day + ", and "
                                        + answers.get(1).share() + " by " + later + ": " + kept)));
    }

    /** What of the facts had happened by a day. */
    static Performance by(LocalDate day, List<PerformanceFact> facts) {
        return new Performance(
                day, facts.stream().filter(fact -> !fact.day().isAfter(day)).toList());
    }

    private static boolean namesClauses(RecognitionRule rule) {
        try {
            return !rule.clauses().isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static List<BrokenLaw> brokenByCopy(RecognitionRule rule, Performance performance, Progress answer) {
        RecognitionRule copy;
        var broken = new ArrayList<BrokenLaw>();
        try {
            copy = copy(rule);
            if (!copy.equals(rule)) {
                broken.add(new BrokenLaw(RecognitionRuleLaw.SERIAL_COPY, copy + " is not equal to " + rule));
            }
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return List.of(new BrokenLaw(RecognitionRuleLaw.SERIAL_COPY, "cannot be copied: " + e));
        }
        broken.addAll(judged(
                copy,
                List.of(performance),
                again -> expect(RecognitionRuleLaw.SERIAL_COPY, answer, again.get(0), performance)));
        return broken;
    }

    /** What the law says of the answers; that the rule does not answer, with the first question for which it does not. */
    private static List<BrokenLaw> judged(
            RecognitionRule rule, List<Performance> questions, Function<List<Progress>, List<BrokenLaw>> judge) {
        var answers = new ArrayList<Progress>();
        for (Performance performance : questions) {
            try {
                answers.add(rule.checkedProgress(performance));
            } catch (RuntimeException e) {
                return List.of(new BrokenLaw(RecognitionRuleLaw.ANSWERS, e.getMessage() + ": " + performance));
            }
        }
        return judge.apply(answers);
    }

    private static List<BrokenLaw> expect(
            RecognitionRuleLaw law, Progress expected, Progress actual, Performance performance) {
        return expected.equals(actual)
                ? List.of()
                : List.of(new BrokenLaw(law, actual + " instead of " + expected + ": " + performance));
    }

    private static RecognitionRule copy(RecognitionRule rule) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(rule);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RecognitionRule) in.readObject();
        }
    }
}
