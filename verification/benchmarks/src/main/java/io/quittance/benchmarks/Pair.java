package io.quittance.benchmarks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two threads: the one that asks, and one that lives as long as the run. */
public final class Pair implements AutoCloseable {
    private final ExecutorService other = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "second thread");
        thread.setDaemon(true);
        return thread;
    });

    /** Does both at once, and is done when both are. */
    public void run(Runnable here, Runnable there) {
        Future<?> second = other.submit(there);
        here.run();
        try {
            second.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        other.shutdown();
    }
}
