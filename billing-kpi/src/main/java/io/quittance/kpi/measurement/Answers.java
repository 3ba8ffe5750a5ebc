package io.quittance.kpi.measurement;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many answers of a survey chose which grade of its scale. What follows from them - satisfaction, a mean grade, a net promoter score - is recorded as a {@link Measurement}
 * with {@link #count()} as its sample size. Of 50 answers from 1 to 5, 45 of them 4 or 5, the two top grades have 90 %.
 *
 * @param least the worst grade
 * @param most the best grade
 * @param counts how many answers each grade has; grades without any may be absent
 */
public record Answers(int least, int most, Map<Integer, Long> counts) implements Serializable {
    private static final int PROMOTERS = 9;
    private static final int DETRACTORS = 6;
    private static final Fraction HUNDRED = Fraction.of(100);

    /** Checks that each grade is on the scale. */
    public Answers {
        Require.that(least < most, "answers.scale", "most", "must be more than " + least, most);
        var sorted = new TreeMap<Integer, Long>();
        for (Map.Entry<Integer, Long> each : requireNonNull(counts, "counts").entrySet()) {
            int grade = checkedGrade(each.getKey(), least, most);
            long number = each.getValue();
            Require.that(number >= 0, "number.negative", "counts", "must not be negative", number);
            if (number > 0) {
                sorted.put(grade, number);
            }
        }
        counts = Collections.unmodifiableSortedMap(sorted);
    }

    /** No answers yet, on this scale. */
    public static Answers onScale(int least, int most) {
        return new Answers(least, most, Map.of());
    }

    /** The same, with so many more of this grade. */
    public Answers with(int grade, long number) {
        checkedGrade(grade, least, most);
        Require.that(number >= 0, "number.negative", "number", "must not be negative", number);
        var more = new TreeMap<>(counts);
        more.merge(grade, number, Math::addExact);
        return new Answers(least, most, more);
    }

    private static int checkedGrade(int grade, int least, int most) {
        Require.that(
                grade >= least && grade <= most,
                "answers.grade",
                "grade",
                "must be between " + least + " and " + most,
                grade);
        return grade;
    }

    /** How many answers there are. */
    public long count() {
        return count(least, most);
    }

    private long count(int from, int to) {
        long sum = 0;
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            if (each.getKey() >= from && each.getKey() <= to) {
                sum = Math.addExact(sum, each.getValue());
            }
        }
        return sum;
    }

    private Optional<Fraction> percent(long part) {
        long all = count();
        return all == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(part).times(HUNDRED).dividedBy(Fraction.of(all)));
    }

    /**
     * The share of the best grades in percent; empty without answers.
     *
     * @param grades how many of the best: 2 for 4 and 5 of 1 to 5; fewer than all
     */
    public Optional<Fraction> topGrades(int grades) {
        Require.that(
                grades >= 1 && grades <= most - least,
                "answers.grades",
                "grades",
                "must be between 1 and " + (most - least),
                grades);
        return percent(count(most - grades + 1, most));
    }

    /** The mean grade; empty without answers. */
    public Optional<Fraction> mean() {
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            sum = sum.plus(Fraction.of(each.getKey()).times(Fraction.of(each.getValue())));
        }
        long all = count();
        return all == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Fraction.of(all)));
    }

    /**
     * Percent of 9 and 10 less percent of 0 to 6, from -100 to 100; empty without answers. 50 promoters and 20 detractors of 100 are 30.
     *
     * @throws IllegalArgumentException if the scale is not 0 to 10
     */
    public Optional<Fraction> netPromoterScore() {
        Require.that(least == 0 && most == 10, "answers.scale", "scale", "must be 0 to 10", least + " to " + most);
        return percent(count(PROMOTERS, most) - count(least, DETRACTORS));
    }

    /**
     * How many of those who were asked answered, in percent; empty if none was asked.
     *
     * @throws IllegalArgumentException if fewer were asked than answered
     */
    public Optional<Fraction> responseRate(long asked) {
        Require.that(asked >= count(), "answers.asked", "asked", "must be at least " + count(), asked);
        return asked == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(count()).times(HUNDRED).dividedBy(Fraction.of(asked)));
    }
}
