package io.quittance.testkit.usage;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks an aggregation, which may throw or give no answer, so that a law can look at quantities alone. */
final class Asked {
    private Asked() {}

    /**
     * What the law says of the answers for these lists of events, asked for in this order; that the aggregation does not
     * answer, with the first events for which it does not.
     */
    static List<BrokenLaw> judged(
            UsageAggregation aggregation,
            UsageWindow window,
            List<List<UsageEvent>> questions,
            Function<List<Fraction>, List<BrokenLaw>> judge) {
        var answers = new ArrayList<Fraction>();
        for (List<UsageEvent> events : questions) {
            Fraction answer;
            try {
                answer = aggregation.aggregate(List.copyOf(events), window);
            } catch (RuntimeException e) {
                return List.of(new BrokenLaw(UsageAggregationLaw.ANSWERS, "threw " + e + " for " + events));
            }
            if (answer == null) {
                return List.of(new BrokenLaw(UsageAggregationLaw.ANSWERS, "answered null for " + events));
            }
            answers.add(answer);
        }
        return judge.apply(answers);
    }
}
