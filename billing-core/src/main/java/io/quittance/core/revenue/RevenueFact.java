package io.quittance.core.revenue;

import io.quittance.core.id.ObligationId;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something that happened to an obligation on a day: it was {@linkplain BilledAmount billed}, {@linkplain PerformanceFact performed}
 * or {@linkplain PromiseChange changed}. The same key means the same fact: reported twice, it happened once. A mistake is corrected
 * by another fact, never by changing one.
 */
public sealed interface RevenueFact extends Serializable permits BilledAmount, PerformanceFact, PromiseChange {
    /** By day, then by key: the order in which facts count, whatever the order of their arrival. */
    Comparator<RevenueFact> BY_DAY = Comparator.comparing(RevenueFact::day).thenComparing(RevenueFact::key);

    /** What makes the fact unique within its contract. */
    String key();

    /** What it happened to. */
    ObligationId obligation();

    /** When; it counts by the end of the day. */
    LocalDate day();
}
