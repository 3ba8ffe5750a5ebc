package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import java.util.List;

/**
 * How much of what an obligation promises is earned by the end of a day: a share of the whole, exact. {@link StraightLine}, {@link
 * ByUsage}, {@link ByMilestones}, {@link PointInTime} and {@link RightToInvoice} are those of the library; a host's own is one class.
 * The engine multiplies and rounds, so no rule rounds.
 *
 * <p>An implementation is immutable, gives equal answers to equal questions, and is serialisable and has {@code equals} if the host
 * wants that of the obligations that name it.
 */
public interface RecognitionRule {

    /**
     * What is earned by the end of a day.
     *
     * @param performance what had happened by then
     * @return a share from 0 to 1. It may fall where something is taken back, and only then
     */
    Progress progress(Performance performance);

    /** Where the standards have the rule; at least one. */
    List<Clause> clauses();

    /**
     * Refuses what the rule would ignore, such as a milestone where units are counted. It is asked for every fact when a {@link
     * RevenueBook} is made; unless overridden it takes any.
     *
     * @throws IllegalArgumentException if the rule does not count such a fact
     */
    default void check(PerformanceFact fact) {
        requireNonNull(fact, "fact");
    }

    /**
     * As {@link #progress}, where nothing is believed: for whoever asks a rule that may be a host's own.
     *
     * @throws InvalidArgumentException if the rule fails or does not answer
     */
    default Progress checkedProgress(Performance performance) {
        requireNonNull(performance, "performance");
        Progress progress;
        try {
            progress = progress(performance);
        } catch (RuntimeException e) {
            if (e instanceof Refusal) {
                throw e;
            }
            throw new InvalidArgumentException(
                            "recognition.failed", "rule", "must answer for " + performance.day(), e.toString())
                    .causedBy(e);
        }
        if (progress == null) {
            throw new InvalidArgumentException(
                    "recognition.no-answer", "rule", "must answer for " + performance.day(), "no answer");
        }
        return progress;
    }
}
