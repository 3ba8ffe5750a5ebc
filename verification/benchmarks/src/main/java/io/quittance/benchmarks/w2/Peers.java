package io.quittance.benchmarks.w2;

import io.quittance.benchmarks.Variant;
import java.util.List;

/** Other systems that bill the same subscriptions; those of the Maven profile {@code baselines} are found by ServiceLoader. */
public interface Peers {
    /** Its variants for these subscriptions; whatever must be loaded first is loaded here. */
    List<Variant> variants(Subscriptions subscriptions);

    /** The checksum of the same lines by its own rule for parts of a month, computed without it. */
    long checksum(Subscriptions subscriptions);
}
