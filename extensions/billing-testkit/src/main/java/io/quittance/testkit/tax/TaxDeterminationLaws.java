package io.quittance.testkit.tax;

import static io.quittance.testkit.tax.AskedDetermination.described;

import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.testkit.BrokenLaw;
import io.quittance.testkit.tax.AskedDetermination.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The laws of tax determinations as plain functions: each answers with the laws that are broken, and with an empty list if all is
 * well. A determination that throws anything but a refusal of this library, or answers with null, without a treatment or with one of
 * them twice, breaks {@link TaxLaw#ANSWERS} by each of them, with the supply for which it did. They know nothing of jqwik or JUnit.
 */
public final class TaxDeterminationLaws {
    private TaxDeterminationLaws() {}

    /**
     * Whether the determination answers, also of the day from which on it is corrected, and always alike, whatever it is asked in
     * between.
     */
    public static List<BrokenLaw> broken(
            TaxDetermination determination, TaxableSupply supply, TaxableSupply inBetween) {
        return AskedDetermination.judged(determination, List.of(supply, inBetween, supply), answers -> {
            var broken = new ArrayList<>(expect(TaxLaw.SAME_ANSWER, answers.get(0), answers.get(2), supply));
            broken.addAll(AskedDetermination.changed(determination, supply, from -> List.of()));
            return List.copyOf(broken);
        });
    }

    /** Whether the determination answers a supply of other objects that is equal in the same way. */
    public static List<BrokenLaw> brokenWhenAskedAnew(TaxDetermination determination, TaxableSupply supply) {
        TaxableSupply anew;
        try {
            anew = (TaxableSupply) Copies.copy(supply);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalArgumentException("supply cannot be copied: " + described(supply), e);
        }
        return AskedDetermination.judged(
                determination,
                List.of(supply, anew),
                answers -> expect(TaxLaw.EQUAL_QUESTION, answers.get(0), answers.get(1), supply));
    }

    /** Whether the determination refuses to say how the supply is taxed. */
    public static List<BrokenLaw> refused(TaxDetermination determination, TaxableSupply supply) {
        return AskedDetermination.judged(
                determination,
                List.of(supply),
                answers -> answers.get(0).refusal().isEmpty()
                        ? List.of()
                        : List.of(new BrokenLaw(TaxLaw.COMPLETE, answers.get(0) + ": " + described(supply))));
    }

    /** Whether the last of the days alone has the same answer as all of them (UStG § 13 and § 27; Directive 2006/112/EC, article 64). */
    public static List<BrokenLaw> brokenByEarlierDays(TaxDetermination determination, TaxableSupply supply) {
        ServicePeriod last =
                new ServicePeriod(supply.days().lastDay(), supply.days().end());
        var ofLastDay = new TaxableSupply(
                supply.contract(), supply.seller(), supply.customer(), supply.charge(), supply.agreed(), last);
        return AskedDetermination.judged(
                determination,
                List.of(ofLastDay, supply),
                answers -> expect(TaxLaw.END_OF_PART, answers.get(0), answers.get(1), supply));
    }

    /**
     * Whether a supply that is taxed otherwise than earlier runs knew has days from the one on that the determination tells, so that
     * a bill run looks at it again.
     *
     * @param earlier what earlier runs knew
     */
    public static List<BrokenLaw> brokenByChange(
            TaxDetermination earlier, TaxDetermination determination, TaxableSupply supply) {
        return AskedDetermination.judged(
                earlier,
                List.of(supply),
                before -> AskedDetermination.judged(
                        determination,
                        List.of(supply),
                        now -> AskedDetermination.changed(determination, supply, from -> {
                            boolean told = from.isPresent() && !from.get().isAfter(supply.endOfPart());
                            return told || before.equals(now)
                                    ? List.of()
                                    : List.of(new BrokenLaw(
                                            TaxLaw.CHANGED_FROM,
                                            now.get(0) + " instead of " + before.get(0) + " before, but changed "
                                                    + from.map(day -> "from " + day + " on")
                                                            .orElse("never")
                                                    + ": " + described(supply)));
                        })));
    }

    /** Whether the determination can be serialised, to a copy that is equal to it and answers alike. */
    public static List<BrokenLaw> brokenByCopy(TaxDetermination determination, TaxableSupply supply) {
        return AskedDetermination.judged(
                determination,
                List.of(supply),
                answers -> Copies.judged(
                        determination,
                        TaxDetermination.class,
                        copy -> AskedDetermination.judged(
                                copy,
                                List.of(supply),
                                again -> expect(TaxLaw.SERIAL_COPY, answers.get(0), again.get(0), supply))));
    }

    private static List<BrokenLaw> expect(TaxLaw law, Answer expected, Answer actual, TaxableSupply supply) {
        return expected.equals(actual)
                ? List.of()
                : List.of(new BrokenLaw(law, actual + " instead of " + expected + ": " + described(supply)));
    }
}
