package io.quittance.benchmarks.w5;

import io.quittance.benchmarks.Variant;
import java.util.List;

/** Other systems that age the same items; those of the Maven profile {@code baselines} are found by ServiceLoader. */
public interface Peers {
    /** Its variants for these items; whatever must be loaded first is loaded here. */
    List<Variant> variants(Items items);

    /** Its variants of days sales outstanding for these items; whatever must be loaded first is loaded here. */
    List<Variant> salesVariants(Items items);
}
