package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What was found out of a transaction: the match, or candidates for somebody to choose from.
 *
 * @param candidates the surest first, at most {@value PaymentMatcher#MOST}
 * @param outcome whether the first may be applied, or why not
 */
@SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
public record Match(List<Candidate> candidates, Outcome outcome) implements Serializable {
    /** Whether a match may be applied. */
    public enum Outcome {
        /** The first candidate is surer than all others, and sure enough. */
        MATCHED,
        /** Several are equally sure: which one is meant is not guessed. */
        AMBIGUOUS,
        /** The first one is surer than all others, or the only one, but not sure enough. */
        UNSURE,
        /** There is no candidate. */
        UNKNOWN
    }

    /** Copies the candidates. */
    public Match {
        candidates = List.copyOf(candidates);
        requireNonNull(outcome, "outcome");
    }

    static Match of(List<Candidate> ranked, Confidence least) {
        if (ranked.isEmpty()) {
            return new Match(ranked, Outcome.UNKNOWN);
        }
        Confidence best = ranked.get(0).confidence();
        if (ranked.size() > 1 && ranked.get(1).confidence() == best) {
            return new Match(ranked, Outcome.AMBIGUOUS);
        }
        return new Match(ranked, best.compareTo(least) < 0 ? Outcome.UNSURE : Outcome.MATCHED);
    }

    /** The candidate that may be applied; empty if that is for somebody to decide. */
    public Optional<Candidate> matched() {
        return outcome == Outcome.MATCHED ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** The payment of that candidate, which names what it is for. */
    public Optional<Payment> payment() {
        return matched().map(Candidate::payment);
    }
}
