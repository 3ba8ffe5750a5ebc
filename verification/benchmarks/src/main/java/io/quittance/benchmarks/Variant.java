package io.quittance.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.function.LongSupplier;

/**
 * One way to do a workload.
 *
 * @param name how its rows are called
 * @param units how many events or lines one run deals with
 * @param computes whether it computes the workload's result; one that only reads the input returns what it likes
 * @param work does it once and returns the checksum
 */
public record Variant(String name, long units, boolean computes, LongSupplier work) {

    /** Checks that the parts are there. */
    public Variant {
        requireNonNull(name, "name");
        requireNonNull(work, "work");
    }

    /** A variant that computes the result. */
    public static Variant of(String name, long units, LongSupplier work) {
        return new Variant(name, units, true, work);
    }

    /** A variant that visits the input and computes nothing: what any computation costs at least. */
    public static Variant reading(String name, long units, LongSupplier work) {
        return new Variant(name, units, false, work);
    }
}
