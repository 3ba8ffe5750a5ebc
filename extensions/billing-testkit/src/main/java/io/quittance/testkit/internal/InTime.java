package io.quittance.testkit.internal;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Fatal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody's code in another thread and waits for its answer, but not for ever: Java cannot end the thread of somebody else's loop,
 * so one that heeds no interrupt is left behind until the tests end.
 */
public final class InTime {
    /** How long the kit waits for one answer. The largest requests have some thousand items. */
    public static final Duration USUAL = Duration.ofSeconds(10);

    private static final ExecutorService ASKING = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "asking in time");
        thread.setDaemon(true);
        return thread;
    });

    private InTime() {}

    /**
     * What it answers; null if that is null. What it throws is thrown: a RuntimeException as it is, all else as the cause of an
     * IllegalStateException, but for what is {@linkplain Fatal fatal}.
     *
     * @throws IllegalStateException if it has not answered after so long
     */
    public static <T> @Nullable T answer(Callable<? extends @Nullable T> asked, Duration longest) {
        Future<? extends @Nullable T> answer = ASKING.submit(asked);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IllegalStateException("no answer within " + longest.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        } catch (ExecutionException e) {
            Throwable thrown = requireNonNull(e.getCause(), "cause");
            Fatal.rethrow(thrown);
            if (thrown instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(thrown);
        }
    }
}
