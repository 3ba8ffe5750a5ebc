package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.billing.BillLine;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of this library as lines to be verified: lines that count, and what is off or on top of the document. What a
 * credit note gives back is negative.
 *
 * <p>A line whose id is that of a {@link BillLine} has its charge, its period and its exact quantity from there; of any other the
 * charge is told by its name. A document about several contracts can be read if its bill lines are given: each line is of its own.
 */
public final class InvoicedLines {
    private final ContractId contract;
    private final Map<String, BillLine> billed;
    private final List<InvoicedLine> lines = new ArrayList<>();

    private InvoicedLines(ContractId contract, Collection<BillLine> billed) {
        this.contract = requireNonNull(contract, "contract");
        this.billed = new HashMap<>();
        billed.forEach(line -> this.billed.put(line.id(), line));
    }

    /**
     * The lines of an issued document.
     *
     * @param contract that of lines that were made of no bill line
     * @param billed lines of bill runs, of which the document may have been made; others do no harm
     */
    public static List<InvoicedLine> of(ContractId contract, Invoice invoice, Collection<BillLine> billed) {
        ServicePeriod issued =
                new ServicePeriod(invoice.issueDate(), invoice.issueDate().plusDays(1));
        var reader = new InvoicedLines(contract, billed);
        reader.read(invoice.draft(), invoice.period().orElse(issued));
        return reader.lines.stream()
                .map(line -> line.on(invoice.number().value(), invoice.issueDate()))
                .toList();
    }

    /**
     * The lines of a draft.
     *
     * @param name by which findings name it
     * @param contract that of lines that were made of no bill line
     * @param billed as above
     * @throws IllegalArgumentException if neither a line nor the draft has a period
     */
    public static List<InvoicedLine> of(
            ContractId contract, String name, InvoiceDraft draft, Collection<BillLine> billed) {
        var reader = new InvoicedLines(contract, billed);
        reader.read(draft, draft.period().orElse(null));
        return reader.lines.stream().map(line -> line.drafted(name)).toList();
    }

    private void read(InvoiceDraft draft, @Nullable ServicePeriod whole) {
        boolean credit = draft.type().isCredit();
        for (int i = 0; i < draft.lines().size(); i++) {
            InvoiceLine line = draft.lines().get(i);
            if (line.status() == InvoiceLine.Status.DETAIL) {
                add(line, credit, Require.present(line.period().orElse(whole), "lines[" + i + "].period"));
            }
        }
        for (int i = 0; i < draft.allowanceCharges().size(); i++) {
            AllowanceCharge beside = draft.allowanceCharges().get(i);
            String text = beside.reason().orElse(beside.kind().toString());
            ServicePeriod days = Require.present(whole, "period");
            add(InvoicedLine.ofText(contract, text, days, signed(beside.signed(), credit)), credit);
        }
    }

    private void add(InvoiceLine line, boolean credit, ServicePeriod days) {
        Amount amount = signed(line.netAmount(), credit);
        Optional<BillLine> made = line.id().map(billed::get);
        // on a credit note, a line is what a run gave back, or a part of what one billed
        boolean all = !credit || amount.signum() != 0;
        Optional<BillLine> whole = made.filter(from -> all && from.amount().equals(amount));
        Fraction shown = Fraction.of(line.quantity());
        InvoicedLine read = made.map(from -> InvoicedLine.of(from.contract(), from.charge(), days, amount))
                .orElseGet(() -> InvoicedLine.ofText(contract, line.name(), days, amount))
                .quantity(whole.map(BillLine::quantity).orElse(credit ? shown.negated() : shown));
        ServicePeriod period = made.map(from -> InvoicedLine.of(from).period()).orElse(days);
        read = period.contains(days) ? read.within(period) : read;
        boolean ofTerms = !credit || whole.isPresent();
        if (ofTerms && line.id().isPresent()) {
            read = read.identified(line.id().get());
        }
        add(read, !ofTerms);
    }

    private void add(InvoicedLine line, boolean credit) {
        lines.add(credit ? line.credited() : line);
    }

    private static Amount signed(Amount amount, boolean credit) {
        return credit ? amount.negate() : amount;
    }
}
