package io.quittance.core.audit;

import static io.quittance.core.audit.AuditFinding.Code.BILLED_TWICE;
import static io.quittance.core.audit.AuditFinding.Code.NOT_INVOICED;
import static io.quittance.core.audit.AuditFinding.Code.OTHER_AMOUNT;

import io.quittance.core.billing.BillLine;
import io.quittance.core.explain.Explanation;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds all lines of bill runs against all documents: each is on one of them, as it is, unless that one was corrected. */
final class BilledLines {
    private final Map<String, BillLine> billed;
    private final Set<String> waiting;
    private final Map<String, List<HashedDocument>> places = new HashMap<>();
    private final Map<String, Amount> sums = new HashMap<>();
    private final List<AuditFinding> findings = new ArrayList<>();

    private BilledLines(Map<String, BillLine> billed, Set<String> waiting) {
        this.billed = billed;
        this.waiting = waiting;
    }

    /**
     * What is wrong.
     *
     * @param documents those that count
     * @param waiting the ids of lines that wait for a document
     */
    static List<AuditFinding> findings(
            List<HashedDocument> documents, Map<String, BillLine> billed, Set<String> waiting) {
        var lines = new BilledLines(billed, waiting);
        documents.forEach(lines::add);
        billed.values().forEach(lines::compare);
        return lines.findings;
    }

    private void add(HashedDocument each) {
        Invoice invoice = each.invoice();
        boolean isWhole = invoice.draft().credited().isEmpty();
        for (InvoiceLine line : invoice.lines()) {
            BillLine from = line.id().map(billed::get).orElse(null);
            if (from == null) {
                continue;
            }
            Amount amount = invoice.type().isCredit() ? line.netAmount().negate() : line.netAmount();
            if (isWhole) {
                places.computeIfAbsent(from.id(), id -> new ArrayList<>()).add(each);
                if (!amount.equals(from.amount())) {
                    findings.add(new AuditFinding(
                            OTHER_AMOUNT,
                            each.document().toString(),
                            Explanation.of(
                                    "audit.other-amount",
                                    "{0} has {1} instead of {2}",
                                    line.name(),
                                    amount,
                                    from.amount())));
                }
            }
            if (amount.getCurrency().equals(from.amount().getCurrency())) {
                sums.merge(from.id(), amount, Amount::add);
            }
        }
    }

    private void compare(BillLine line) {
        List<HashedDocument> on = places.getOrDefault(line.id(), List.of());
        if (on.isEmpty()) {
            if (line.amount().signum() != 0 && !waiting.contains(line.id())) {
                add(NOT_INVOICED, line, Explanation.of("audit.not-invoiced", "{0} are on no document", line.amount()));
            }
        } else if (on.size() > 1 && isTooMuch(line)) {
            add(
                    BILLED_TWICE,
                    line,
                    Explanation.of(
                            "audit.billed-twice",
                            "{0} are on {1} and on {2}",
                            line.amount(),
                            on.get(0).document(),
                            on.get(1).document()));
        }
    }

    /** Whether all documents together have more of it than was billed, or give more back. */
    private boolean isTooMuch(BillLine line) {
        Amount sum = sums.getOrDefault(line.id(), line.amount());
        return sum.subtract(line.amount()).signum() * line.amount().signum() > 0;
    }

    private void add(AuditFinding.Code code, BillLine line, Explanation reason) {
        findings.add(new AuditFinding(code, line.contract() + " " + line.charge() + " " + line.days(), reason));
    }
}
