package io.quittance.ar.matching;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.StructuredReference;
import java.io.Serializable;
import java.util.List;

/**
 * The structured reference of the transaction: the items that have it among their {@linkplain
 * io.quittance.ar.receivable.Receivable#references() references}. One that is wrong, or that no open item has, says nothing (ar.md 4.6).
 */
public record ReferenceEvidence() implements Evidence, Serializable {

    @Override
    public List<Clue> look(MatchRequest request) {
        return request.transaction()
                .reference()
                .map(reference -> clues(request, reference))
                .orElse(List.of());
    }

    private static List<Clue> clues(MatchRequest request, StructuredReference reference) {
        List<Numbered> found = request.book().numbered(reference.value()).stream()
                .filter(Numbered::structured)
                .toList();
        return Named.clues(request, found, Explanation.of("matching.reference", "reference {0} is known", reference));
    }
}
