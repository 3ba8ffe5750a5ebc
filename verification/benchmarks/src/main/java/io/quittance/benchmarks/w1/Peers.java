package io.quittance.benchmarks.w1;

import io.quittance.benchmarks.Variant;
import java.util.List;

/** Other systems that rate the same events; those of the Maven profile {@code baselines} are found by ServiceLoader. */
public interface Peers {
    /** How many events it is measured with. */
    int events(int fullSize);

    /** Its variants for these events; whatever must be loaded first is loaded here. */
    List<Variant> variants(Usage usage);
}
