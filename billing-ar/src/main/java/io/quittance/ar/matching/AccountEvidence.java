package io.quittance.ar.matching;

import io.quittance.ar.payment.Payer;
import io.quittance.core.explain.Explanation;
import java.io.Serializable;
import java.util.List;

/** The account that the money came from, where it is known; spaces and capitals do not count. Each customer it pays for is a clue. */
public record AccountEvidence() implements Evidence, Serializable {

    @Override
    public List<Clue> look(MatchRequest request) {
        return request.transaction().payer().flatMap(Payer::account).stream()
                .flatMap(account -> request.book().byAccount(account).stream())
                .map(customer -> Clue.account(
                        customer, Explanation.of("matching.account", "the account is known for {0}", customer)))
                .toList();
    }
}
