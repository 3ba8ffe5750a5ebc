package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What had happened to an obligation by the end of a day: what a {@link RecognitionRule} is asked about.
 *
 * @param day the last day that counts; it counts as a whole
 * @param facts those of the obligation up to and with the day, by day; of one day what is taken back comes last, then by key. After a
 *     prospective change of terms, those from the day of the change on
 */
public record Performance(LocalDate day, List<PerformanceFact> facts) implements Serializable {

    /** Puts the facts in order, and refuses one after the day. */
    public Performance {
        requireNonNull(day, "day");
        facts = facts.stream().sorted(PerformanceFact.ORDER).toList();
        for (PerformanceFact fact : facts) {
            Require.that(
                    !fact.day().isAfter(day),
                    "performance.day",
                    "facts[" + fact.key() + "].day",
                    "must not be after " + day,
                    fact.day());
        }
    }

    /** The sum of all quantities: the units that were used, less those taken back. */
    public BigDecimal quantity() {
        return facts.stream().map(PerformanceFact::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
