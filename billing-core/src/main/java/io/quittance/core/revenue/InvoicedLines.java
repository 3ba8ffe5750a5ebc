package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.ObligationId;
import io.quittance.core.internal.PartNames;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Credited;
import io.quittance.core.invoice.CreditedLine;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of issued documents as obligations, each with what was billed of it and what credit notes took back. */
final class InvoicedLines {
    private final LineRule rule;
    private final Map<InvoiceNumber, Invoice> byNumber = new HashMap<>();
    private final Map<ObligationId, Obligation> obligations = new LinkedHashMap<>();
    private final Map<InvoiceNumber, TakenBack> takenBack = new HashMap<>();
    private final List<RevenueFact> facts = new ArrayList<>();

    InvoicedLines(LineRule rule) {
        this.rule = requireNonNull(rule, "rule");
    }

    void addAll(List<Invoice> invoices) {
        Map<InvoiceNumber, String> paths = checked(invoices);
        var notes = new ArrayList<Invoice>();
        paths.forEach((number, path) -> {
            Invoice invoice = requireNonNull(byNumber.get(number));
            if (creditedBy(invoice).isPresent()) {
                notes.add(invoice);
            } else {
                add(invoice, path);
            }
        });
        notes.sort(Comparator.comparing(Invoice::issueDate).thenComparing(Invoice::number));
        notes.forEach(note -> takeBack(note, requireNonNull(paths.get(note.number()))));
    }

    /** Where each document is first given, by its number, in the order given. */
    private Map<InvoiceNumber, String> checked(List<Invoice> invoices) {
        Map<InvoiceNumber, String> paths = new LinkedHashMap<>();
        for (int i = 0; i < invoices.size(); i++) {
            Invoice invoice = requireNonNull(invoices.get(i), "invoices[" + i + "]");
            Invoice first = byNumber.putIfAbsent(invoice.number(), invoice);
            Require.that(
                    first == null || first.equals(invoice),
                    "invoices.conflict",
                    "invoices[" + i + "].number",
                    "must not be that of another invoice",
                    invoice.number());
            Require.that(
                    !invoice.type().equals(InvoiceType.PREPAYMENT),
                    "invoices.prepayment",
                    "invoices[" + i + "].type",
                    "must not be for an advance, which the final invoice bills again",
                    invoice.type());
            paths.putIfAbsent(invoice.number(), "invoices[" + i + "]");
        }
        return paths;
    }

    /** The invoice out of which a credit note is, if it is among these. */
    private Optional<Invoice> creditedBy(Invoice note) {
        return note.draft()
                .credited()
                .map(Credited::invoice)
                .flatMap(preceding -> Optional.ofNullable(byNumber.get(preceding.number()))
                        .filter(invoice -> PrecedingInvoice.of(invoice).equals(preceding)));
    }

    private void add(Invoice invoice, String path) {
        InvoiceDraft draft = invoice.draft();
        var places = new ArrayList<Integer>();
        var amounts = new ArrayList<Amount>();
        for (int i = 0; i < draft.lines().size(); i++) {
            if (draft.lines().get(i).status() == InvoiceLine.Status.DETAIL) {
                places.add(i);
                amounts.add(draft.lineNetAmounts().get(i));
            }
        }
        Amount beside = DocumentAllowances.of(draft);
        if (places.isEmpty()) {
            Require.that(
                    beside.signum() == 0,
                    "invoices.lines",
                    path + ".lines",
                    "must have one that counts, to bear what is beside them",
                    beside);
            return;
        }
        List<Amount> borne = DocumentAllowances.borne(beside, amounts);
        for (int i = 0; i < places.size(); i++) {
            Amount amount = amounts.get(i).add(borne.get(i));
            add(invoice, places.get(i), invoice.type().isCredit() ? amount.negate() : amount);
        }
    }

    private void add(Invoice invoice, int place, Amount amount) {
        InvoiceLine line = invoice.lines().get(place);
        ObligationId id = id(invoice, place);
        RecognitionRule earned;
        try {
            earned = rule.rule(invoice, line);
        } catch (RuntimeException e) {
            throw new InvalidArgumentException(
                            "recognition.failed", "rule", "must answer for the line " + id, e.toString())
                    .causedBy(e);
        }
        if (earned == null) {
            throw new InvalidArgumentException(
                    "recognition.no-answer", "rule", "must answer for the line " + id, "no answer");
        }
        obligations.put(id, Obligation.of(id, amount, earned).agreedOn(rule.agreed(invoice, line)));
        facts.add(BilledAmount.of(id.value(), id, invoice.number(), invoice.issueDate(), amount));
    }

    private static ObligationId id(Invoice invoice, int place) {
        return ObligationId.of(PartNames.joined(List.of(invoice.number().value(), String.valueOf(place + 1))));
    }

    /** Lowers what is promised of the lines of an invoice, and what was billed of them. */
    private void takeBack(Invoice note, String path) {
        Invoice invoice = creditedBy(note).orElseThrow();
        List<CreditedLine> credited = note.draft().credited().orElseThrow().lines();
        Map<Integer, InvoiceLine> lines = new HashMap<>();
        for (int i = 0; i < credited.size(); i++) {
            int place = credited.get(i).index();
            Require.that(
                    obligations.containsKey(id(invoice, place)),
                    "invoices.credited",
                    path + ".credited.lines[" + i + "].index",
                    "must be that of a line that counts of " + invoice.number(),
                    place);
            lines.put(place, note.lines().get(i));
        }
        takenBack
                .computeIfAbsent(invoice.number(), number -> new TakenBack(invoice.draft()))
                .more(note.draft(), credited)
                .forEach((place, amount) -> takeBack(note, lines.get(place), id(invoice, place), amount));
    }

    private void takeBack(Invoice note, @Nullable InvoiceLine line, ObligationId id, Amount amount) {
        if (line == null && amount.signum() == 0) {
            return;
        }
        LocalDate day = line == null ? note.issueDate() : rule.agreed(note, line);
        LocalDate agreed = requireNonNull(requireNonNull(obligations.get(id)).agreed());
        boolean amended = note.draft()
                .correction()
                .filter(correction -> correction.reason().equals(CorrectionReason.CONTRACT_CHANGE))
                .isPresent();
        facts.add(new PromiseChange(
                PartNames.joined(List.of(note.number().value(), id.value(), "promised")),
                id,
                day.isBefore(agreed) ? agreed : day,
                amount.negate(),
                amended ? PromiseChange.Method.CATCH_UP : PromiseChange.Method.PRICE,
                null));
        facts.add(BilledAmount.of(
                PartNames.joined(List.of(note.number().value(), id.value())),
                id,
                note.number(),
                note.issueDate(),
                amount.negate()));
    }

    List<Obligation> obligations() {
        return List.copyOf(obligations.values());
    }

    List<RevenueFact> facts() {
        return facts;
    }
}
