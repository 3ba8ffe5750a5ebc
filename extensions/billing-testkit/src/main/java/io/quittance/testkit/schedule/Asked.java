package io.quittance.testkit.schedule;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.Proration;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks a proration, which may throw or give no part, so that a law can look at parts alone. */
final class Asked {
    private Asked() {}

    /**
     * What the law says of the parts, asked for in this order; that the proration does not answer, with the first question for
     * which it does not.
     */
    static List<BrokenLaw> judged(
            Proration proration, List<Served> questions, Function<List<Fraction>, List<BrokenLaw>> judge) {
        var parts = new ArrayList<Fraction>();
        for (Served served : questions) {
            try {
                parts.add(proration.checkedPart(served.service(), served.period()));
            } catch (RuntimeException e) {
                return List.of(new BrokenLaw(ProrationLaw.ANSWERS, e.getMessage() + ": " + served));
            }
        }
        return judge.apply(parts);
    }

    /** What is found by asking for amounts; that asking fails breaks the law. */
    static List<BrokenLaw> looked(ProrationLaw law, Served served, Supplier<List<BrokenLaw>> look) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            return List.of(new BrokenLaw(law, "threw " + e + ": " + served));
        }
    }
}
