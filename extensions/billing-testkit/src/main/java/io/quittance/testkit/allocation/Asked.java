package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.testkit.BrokenLaw;
import io.quittance.testkit.internal.InTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a strategy, which may throw, give no answer or never end, so that a law can look at proposals alone. */
final class Asked {
    private Asked() {}

    /**
     * What the law says of the proposal; that the strategy does not answer, with the request for which it does not. Where
     * looking at the proposal fails, such as a sum of euros and dollars, the law is broken.
     */
    static List<BrokenLaw> judged(
            AllocationStrategy strategy,
            AllocationLaw law,
            AllocationRequest request,
            Function<List<AllocationLine>, List<BrokenLaw>> judge) {
        @Nullable List<AllocationLine> proposal;
        try {
            proposal = InTime.answer(() -> read(strategy.propose(request), request), InTime.USUAL);
        } catch (RuntimeException e) {
            return threw(AllocationLaw.ANSWERS, e, request);
        }
        if (proposal == null || proposal.contains(null)) {
            return List.of(new BrokenLaw(AllocationLaw.ANSWERS, "answered " + proposal + " for " + request));
        }
        try {
            return judge.apply(proposal);
        } catch (RuntimeException e) {
            return threw(law, e, request);
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

    private static List<BrokenLaw> threw(AllocationLaw law, RuntimeException e, AllocationRequest request) {
        return List.of(new BrokenLaw(law, "threw " + e + " for " + request));
    }
}
