package io.quittance.ar.matching;

import java.util.List;

/**
 * One way to see whose money it is, or what for. Implementations are immutable and give equal answers to equal questions. A host adds
 * its own by {@link PaymentMatcher#with}: the address of a wallet is a {@link Clue#account}, the number of a mandate as well.
 */
@FunctionalInterface
public interface Evidence {

    /**
     * Looks for it.
     *
     * @return in any order; empty if there is nothing to see. What is contradictory is told all the same: which of it counts is not
     *     decided here
     */
    List<Clue> look(MatchRequest request);
}
