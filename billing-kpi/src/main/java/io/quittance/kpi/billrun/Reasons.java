package io.quittance.kpi.billrun;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.kpi.billing.Correction;
import java.util.Map;
import java.util.Optional;

/** Why documents correct: as they say themselves, or as the host knows. */
final class Reasons {
    private final Map<InvoiceNumber, Correction.Reason> given;

    Reasons(Map<InvoiceNumber, Correction.Reason> given) {
        this.given = given;
    }

    /** The reason that the document says, or else that of the host; how a dispute was settled, the document does not say. */
    Optional<Correction.Reason> of(Invoice document) {
        return document.draft()
                .correction()
                .flatMap(why -> switch (why.reason()) {
                    case ERROR -> Optional.of(Correction.Reason.ERROR);
                    case CONTRACT_CHANGE -> Optional.of(Correction.Reason.CONTRACT_CHANGE);
                    case GOODWILL -> Optional.of(Correction.Reason.GOODWILL);
                    case RETURN -> Optional.of(Correction.Reason.RETURN);
                    case DISPUTE -> Optional.empty();
                })
                .or(() -> Optional.ofNullable(given.get(document.number())));
    }

    /** As {@link #of}, and refused where neither knows it. */
    Correction.Reason required(Invoice document) {
        return of(document)
                .orElseThrow(() -> new InvalidArgumentException(
                        "document.reason",
                        "reasons",
                        "must say why a document corrects that does not say so itself",
                        document.number()));
    }
}
