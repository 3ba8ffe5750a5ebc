package io.quittance.ar.matching;

import io.quittance.ar.payment.Payer;
import io.quittance.core.explain.Explanation;
import java.io.Serializable;
import java.util.List;

/**
 * The name of the payer, where it is known: all its words, in any order, without signs, accents and capitals; {@code MUELLER HANS} is
 * {@code Hans Müller}. Each customer that somebody of this name pays for is a clue.
 */
public record NameEvidence() implements Evidence, Serializable {

    @Override
    public List<Clue> look(MatchRequest request) {
        return request.transaction().payer().flatMap(Payer::name).stream()
                .flatMap(name -> request.book().byName(name).stream())
                .map(customer ->
                        Clue.name(customer, Explanation.of("matching.name", "the name is known for {0}", customer)))
                .toList();
    }
}
