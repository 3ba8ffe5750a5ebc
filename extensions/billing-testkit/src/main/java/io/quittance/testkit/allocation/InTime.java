package io.quittance.testkit.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a strategy in another thread and waits for its answer, but not for ever: Java cannot end the thread of somebody else's loop, so one
 * that heeds no interrupt is left behind until the tests end.
 */
final class InTime {
    /** How long the kit waits for one answer. The largest requests have some thousand items. */
    static final Duration USUAL = Duration.ofSeconds(10);

    private static final ExecutorService ASKING = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "asking a strategy");
        thread.setDaemon(true);
        return thread;
    });

    private InTime() {}

    /** What the strategy proposes; null if that is null. */
    static @Nullable List<AllocationLine> proposal(AllocationStrategy strategy, AllocationRequest request) {
        return proposal(strategy, request, USUAL);
    }

    /** The same strategy, which throws when it has not answered after so long. */
    static AllocationStrategy of(AllocationStrategy strategy, Duration longest) {
        return request -> requireNonNull(proposal(strategy, request, longest), "proposal");
    }

    private static @Nullable List<AllocationLine> proposal(
            AllocationStrategy strategy, AllocationRequest request, Duration longest) {
        Future<@Nullable List<AllocationLine>> answer = ASKING.submit(() -> read(strategy.propose(request), request));
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
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Of an answer without end, as many lines as there are items and one more: among these, one breaks a law. */
    private static @Nullable List<AllocationLine> read(
            @Nullable List<AllocationLine> answer, AllocationRequest request) {
        if (answer == null) {
            return null;
        }
        var lines = new ArrayList<AllocationLine>();
        Iterator<AllocationLine> rest = answer.iterator();
        while (lines.size() <= request.items().size() && rest.hasNext()) {
            lines.add(rest.next());
        }
        return lines;
    }
}
