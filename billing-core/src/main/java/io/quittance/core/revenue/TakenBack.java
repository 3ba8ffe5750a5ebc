package io.quittance.core.revenue;

import io.quittance.core.invoice.CreditedLine;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the credit notes out of one invoice take back of its lines. What is off and on top of the notes is spread as if all so far
 * were one, and each takes back what that comes to more than before: so nothing is left on any line when all is given back.
 */
final class TakenBack {
    private final SortedMap<Integer, Amount> lines = new TreeMap<>();
    private final Amount zero;
    private Amount beside;
    private SortedMap<Integer, Amount> taken = new TreeMap<>();

    TakenBack(InvoiceDraft invoice) {
        zero = Amount.zero(invoice.totals().lines().getCurrency());
        beside = zero;
    }

    /** What a note more takes back of each line of the invoice that was given back in part at least, by its place from 0. */
    SortedMap<Integer, Amount> more(InvoiceDraft note, List<CreditedLine> credited) {
        for (int i = 0; i < credited.size(); i++) {
            lines.merge(credited.get(i).index(), note.lineNetAmounts().get(i), Amount::add);
        }
        beside = beside.add(DocumentAllowances.of(note));
        List<Amount> borne = DocumentAllowances.borne(beside, List.copyOf(lines.values()));
        SortedMap<Integer, Amount> now = new TreeMap<>();
        SortedMap<Integer, Amount> more = new TreeMap<>();
        int i = 0;
        for (var line : lines.entrySet()) {
            Amount all = line.getValue().add(borne.get(i++));
            now.put(line.getKey(), all);
            more.put(line.getKey(), all.subtract(taken.getOrDefault(line.getKey(), zero)));
        }
        taken = now;
        return more;
    }
}
