package io.quittance.kpi.billrun;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.kpi.billing.Correction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of bill runs by their ids, of which lines of documents were made. */
final class RunLines {
    /** The key of the explanation of a line that gives back only because of how it was taxed. */
    private static final String RETAXED = "bill.retaxed";

    private final Map<String, BillLine> byId = new HashMap<>();
    private final Set<String> waited = new HashSet<>();

    RunLines(List<BillRun> runs) {
        for (BillRun run : runs) {
            run.lines().forEach(line -> byId.put(line.id(), line));
            for (BillLine line : run.mark().waiting()) {
                byId.put(line.id(), line);
                waited.add(line.id());
            }
        }
    }

    /** The line of a run of which a line of a document was made, if it was and the run is known. */
    Optional<BillLine> of(InvoiceLine line) {
        return line.id().flatMap(id -> Optional.ofNullable(byId.get(id)));
    }

    /** Whether it waited, after some run, until its document came to the least amount that the customer wants. */
    boolean waited(BillLine line) {
        return waited.contains(line.id());
    }

    /** Whether it gives back what was billed before; a charge that was agreed to be negative does not. */
    static boolean givesBack(BillLine line) {
        return line.kind() != BillLine.Kind.CHARGE && line.amount().signum() < 0;
    }

    /** Why a run gives back, as it says of credit notes: terms that hold no longer are a change of the contract, all else is an error. */
    static Correction.Reason reason(BillLine back) {
        return back.kind() == BillLine.Kind.CREDIT
                        && back.explanations().stream()
                                .noneMatch(why -> why.key().equals(RETAXED))
                ? Correction.Reason.CONTRACT_CHANGE
                : Correction.Reason.ERROR;
    }
}
