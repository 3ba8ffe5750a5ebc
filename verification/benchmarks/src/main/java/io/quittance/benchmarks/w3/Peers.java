package io.quittance.benchmarks.w3;

import io.quittance.benchmarks.Variant;
import java.util.List;

/** Other systems that add up the same invoices; those of the Maven profile {@code baselines} are found by ServiceLoader. */
public interface Peers {
    /** Its variants for these invoices; whatever must be loaded first is loaded here. */
    List<Variant> variants(Invoices invoices);
}
