package io.quittance.benchmarks.w4;

import io.quittance.benchmarks.Variant;
import java.util.List;

/** Other systems that allocate the same payments; those of the Maven profile {@code baselines} are found by ServiceLoader. */
public interface Peers {
    /** Its variants for these accounts; whatever must be loaded first is loaded here. */
    List<Variant> variants(Accounts accounts);
}
