package io.quittance.testkit.schedule;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.testkit.BrokenLaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The laws of prorations as plain functions: each answers with the laws that are broken, and with an empty list if all is well. A
 * proration that throws, or answers with null or a part outside of 0 and 1, breaks {@link ProrationLaw#ANSWERS} by each of them, with the
 * days for which it did. They know nothing of jqwik or JUnit.
 */
public final class ProrationLaws {
    /** After so many years the calendar is the same again: the days of the week, the lengths of the months. */
    private static final int CYCLE = 400;

    private ProrationLaws() {}

    /** Whether the proration answers with a part from 0 to 1, always alike, and with all of it for the whole period. */
    public static List<BrokenLaw> broken(Proration proration, Served served) {
        var whole = new Served(served.period(), served.period());
        return Asked.judged(proration, List.of(served, served, whole), parts -> {
            var broken = new ArrayList<>(expect(ProrationLaw.SAME_ANSWER, parts.get(0), parts.get(1), served));
            broken.addAll(expect(ProrationLaw.WHOLE, Fraction.ONE, parts.get(2), whole));
            return List.copyOf(broken);
        });
    }

    /**
     * Whether the days without their first or their last one cost no more than all of them. A proration that keeps it for all days of
     * a period keeps it for any fewer of them. A single day keeps it.
     */
    public static List<BrokenLaw> brokenByFewerDays(Proration proration, Served served) {
        LocalDate start = served.service().start();
        LocalDate end = served.service().end();
        var broken = new ArrayList<BrokenLaw>();
        if (served.service().days() > 1) {
            broken.addAll(brokenByFewer(proration, new ServicePeriod(start, end.minusDays(1)), served));
            broken.addAll(brokenByFewer(proration, new ServicePeriod(start.plusDays(1), end), served));
        }
        return List.copyOf(broken);
    }

    private static List<BrokenLaw> brokenByFewer(Proration proration, ServicePeriod fewer, Served served) {
        var less = new Served(fewer, served.period());
        return Asked.judged(
                proration,
                List.of(less, served),
                parts -> parts.get(0).compareTo(parts.get(1)) <= 0
                        ? List.of()
                        : List.of(new BrokenLaw(
                                ProrationLaw.MONOTONICITY,
                                parts.get(0) + " for " + fewer + ", but " + parts.get(1) + " for " + served)));
    }

    /** Whether an amount is the price times the part, rounded once; the whole period costs the price, to the last unit. */
    public static List<BrokenLaw> brokenByAmount(Proration proration, Price price, Served served) {
        return Asked.judged(
                proration,
                List.of(served),
                parts -> Asked.looked(ProrationLaw.AMOUNT, served, () -> {
                    Amount expected = price.amount().times(parts.get(0), price.rounding());
                    Amount actual =
                            proration.amount(price.amount(), served.service(), served.period(), price.rounding());
                    return expected.equals(actual)
                            ? List.of()
                            : List.of(new BrokenLaw(
                                    ProrationLaw.AMOUNT,
                                    actual + " instead of " + expected + " of " + price.amount() + ": " + served));
                }));
    }

    /**
     * Whether what the pieces cost adds up to what all of their days cost, with a piece for each cut and one more, and no piece
     * against the sign of the price. A proration that keeps {@link ProrationLaw#ANSWERS} and {@link ProrationLaw#MONOTONICITY} keeps it, unless it
     * has a {@code split} of its own.
     *
     * @param cuts days within the service on which a new piece begins, rising
     */
    public static List<BrokenLaw> brokenByPieces(
            Proration proration, Price price, List<LocalDate> cuts, Served served) {
        return Asked.judged(
                proration,
                List.of(served),
                parts -> Asked.looked(ProrationLaw.PIECES, served, () -> {
                    List<Amount> pieces =
                            proration.split(price.amount(), served.service(), cuts, served.period(), price.rounding());
                    Amount expected = price.amount().times(parts.get(0), price.rounding());
                    Amount sum =
                            pieces.stream().reduce(Amount.zero(price.amount().getCurrency()), Amount::add);
                    boolean givesBack = pieces.stream()
                            .anyMatch(piece -> piece.signum() * price.amount().signum() < 0);
                    return pieces.size() == cuts.size() + 1 && sum.equals(expected) && !givesBack
                            ? List.of()
                            : List.of(new BrokenLaw(
                                    ProrationLaw.PIECES,
                                    pieces + " of " + expected + " of " + price.amount() + ", cut at " + cuts + ": "
                                            + served));
                }));
    }

    /**
     * Whether the parts of the pieces add up to the part of all of them.
     *
     * @param cuts days within the service on which a new piece begins, rising
     */
    public static List<BrokenLaw> brokenByParts(Proration proration, List<LocalDate> cuts, Served served) {
        var questions = new ArrayList<Served>();
        LocalDate from = served.service().start();
        for (LocalDate cut : cuts) {
            questions.add(new Served(new ServicePeriod(from, cut), served.period()));
            from = cut;
        }
        questions.add(new Served(new ServicePeriod(from, served.service().end()), served.period()));
        questions.add(served);
        return Asked.judged(proration, questions, parts -> {
            List<Fraction> pieces = parts.subList(0, parts.size() - 1);
            Fraction sum = pieces.stream().reduce(Fraction.ZERO, Fraction::plus);
            Fraction all = parts.get(parts.size() - 1);
            return sum.equals(all)
                    ? List.of()
                    : List.of(new BrokenLaw(
                            ProrationLaw.ADDITIVITY,
                            pieces + " are " + sum + ", not " + all + ", cut at " + cuts + ": " + served));
        });
    }

    /**
     * Whether the same days 400 years earlier or later, which leaves days of the week and lengths of months as they are, are
     * another part. A proration that reads the clock finds all days past in the one and none in the other.
     *
     * @param served in the years 401 to 9599
     */
    public static List<BrokenLaw> brokenWhenMoved(Proration proration, Served served) {
        Served earlier = moved(served, -CYCLE);
        Served later = moved(served, CYCLE);
        return Asked.judged(proration, List.of(served, earlier, later), parts -> {
            var broken = new ArrayList<>(expect(ProrationLaw.TIMELESSNESS, parts.get(0), parts.get(1), earlier));
            broken.addAll(expect(ProrationLaw.TIMELESSNESS, parts.get(0), parts.get(2), later));
            return List.copyOf(broken);
        });
    }

    /** Whether the proration can be serialised, to a copy that is equal to it and answers alike. */
    public static List<BrokenLaw> brokenByCopy(Proration proration, Served served) {
        return Asked.judged(proration, List.of(served), parts -> {
            Proration copy;
            try {
                copy = copy(proration);
            } catch (IOException | ClassNotFoundException | RuntimeException e) {
                return List.of(new BrokenLaw(ProrationLaw.SERIAL_COPY, "cannot be copied: " + e));
            }
            var broken = new ArrayList<BrokenLaw>();
            if (!copy.equals(proration)) {
                broken.add(new BrokenLaw(ProrationLaw.SERIAL_COPY, copy + " is not equal to " + proration));
            }
            broken.addAll(Asked.judged(
                    copy,
                    List.of(served),
                    again -> expect(ProrationLaw.SERIAL_COPY, parts.get(0), again.get(0), served)));
            return List.copyOf(broken);
        });
    }

    private static Served moved(Served served, int years) {
        return new Served(moved(served.service(), years), moved(served.period(), years));
    }

    private static ServicePeriod moved(ServicePeriod days, int years) {
        return new ServicePeriod(days.start().plusYears(years), days.end().plusYears(years));
    }

    private static List<BrokenLaw> expect(ProrationLaw law, Fraction expected, Fraction actual, Served served) {
        return expected.equals(actual)
                ? List.of()
                : List.of(new BrokenLaw(law, actual + " instead of " + expected + ": " + served));
    }

    private static Proration copy(Proration proration) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(proration);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Proration) in.readObject();
        }
    }
}
