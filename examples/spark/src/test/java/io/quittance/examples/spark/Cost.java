package io.quittance.examples.spark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What something took.
 *
 * @param wall seconds
 * @param cpu seconds of all threads of this process, the compiler's and the collector's too
 * @param result what it gave
 */
record Cost<T>(double wall, double cpu, T result) {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS = 1e9;

    static <T> Cost<T> of(Callable<T> work) {
        System.gc();
        long wall = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        try {
            T result = work.call();
            return new Cost<>((System.nanoTime() - wall) / NANOS, (PROCESS.getProcessCpuTime() - cpu) / NANOS, result);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
