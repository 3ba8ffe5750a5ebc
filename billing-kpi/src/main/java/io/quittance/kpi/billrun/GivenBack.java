package io.quittance.kpi.billrun;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillLine;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import io.quittance.kpi.billing.Correction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of each document bills, and what gives back of which invoice. A document that refers to one invoice is about that; a line by which a run gives back is about the invoice that first billed
 * the charge for its days.
 */
final class GivenBack {
    /** Debit notes (UNCL 1001): they ask for more of an invoice. */
    private static final Set<String> DEBITS = Set.of("80", "84", "383");

    private final Reasons reasons;
    private final RunLines lines;
    private final Map<InvoiceNumber, IssuedDocument> invoices = new LinkedHashMap<>();
    private final Map<Place, List<Billed>> billed = new HashMap<>();
    private final Map<InvoiceNumber, Own> own = new HashMap<>();
    private final Map<InvoiceNumber, List<Found>> corrections = new HashMap<>();
    private final TreeSet<InvoiceNumber> unlinked = new TreeSet<>();
    private final Map<InvoiceNumber, IssuedDocument> superseded = new LinkedHashMap<>();

    /** What is charged by a contract. */
    private record Place(ContractId contract, ChargeId charge) {}

    /** A line that a document bills. */
    private record Billed(IssuedDocument on, BillLine line) {}

    /** What a document corrects of an invoice for one reason. */
    private record Part(InvoiceNumber invoice, Correction.Reason reason) {}

    private record Sum(Amount amount, long lines) {
        Sum plus(Sum more) {
            return new Sum(amount.add(more.amount), lines + more.lines);
        }
    }

    /**
     * A correction and the document that makes it.
     *
     * @param by the document
     * @param correction of an invoice
     */
    record Found(IssuedDocument by, Correction correction) {}

    /**
     * What a document bills itself.
     *
     * @param lines those that count
     * @param amount without tax, and without what it gives back of others
     */
    record Own(List<InvoiceLine> lines, Amount amount) {}

    GivenBack(List<IssuedDocument> documents, RunLines lines, Reasons reasons) {
        this.lines = lines;
        this.reasons = reasons;
        for (IssuedDocument each : documents) {
            if (!isNote(each.invoice())) {
                invoices.put(each.invoice().number(), each);
            }
            List<InvoiceLine> billing =
                    isOfOne(each.invoice()) ? List.of() : each.invoice().lines();
            for (InvoiceLine line : billing) {
                lines.of(line)
                        .filter(from -> !RunLines.givesBack(from))
                        .ifPresent(from -> billed.computeIfAbsent(
                                        new Place(from.contract(), from.charge()), any -> new ArrayList<>())
                                .add(new Billed(each, from)));
            }
        }
        documents.forEach(this::read);
    }

    /** Whether a document, as a whole, gives back or asks for more of another. */
    private static boolean isNote(Invoice document) {
        return document.type().isCredit()
                || document.totals().withoutTax().signum() < 0
                || (DEBITS.contains(document.type().code())
                        && !corrects(document).isEmpty());
    }

    /** Whether all of it is about one invoice. */
    private static boolean isOfOne(Invoice document) {
        return isNote(document) && corrects(document).size() == 1;
    }

    private static List<InvoiceNumber> corrects(Invoice document) {
        return document.draft().references().preceding().stream()
                .map(PrecedingInvoice::number)
                .distinct()
                .toList();
    }

    /** What a document bills; empty for one that only corrects others. */
    Optional<Own> own(Invoice document) {
        return Optional.ofNullable(own.get(document.number()));
    }

    /** What was corrected of an invoice, in the order of the documents. */
    List<Found> of(Invoice invoice) {
        return corrections.getOrDefault(invoice.number(), List.of());
    }

    /** Documents that correct, in all or in part, an invoice that is not known. */
    List<InvoiceNumber> unlinked() {
        return List.copyOf(unlinked);
    }

    /** Whether a document corrects, in all or in part, an invoice that is not known. */
    boolean isUnlinked(Invoice document) {
        return unlinked.contains(document.number());
    }

    /** The invoice in the place of which a corrected one stands. */
    Optional<IssuedDocument> supersededBy(Invoice document) {
        return Optional.ofNullable(superseded.get(document.number()));
    }

    private void read(IssuedDocument document) {
        Invoice invoice = document.invoice();
        List<InvoiceNumber> about = corrects(invoice);
        if (isOfOne(invoice)) {
            readWhole(document, about.get(0));
            return;
        }
        readLines(document);
        if (invoice.type().equals(InvoiceType.CORRECTED)) {
            readReplacement(document, about);
        }
    }

    private void readWhole(IssuedDocument document, InvoiceNumber about) {
        Invoice note = document.invoice();
        if (invoices.containsKey(about)) {
            var sum = new Sum(back(note, note.totals().withoutTax()), counted(note));
            correct(
                    document,
                    new Part(about, reasons.required(note)),
                    note.number().value(),
                    sum);
        } else {
            unlinked.add(note.number());
        }
    }

    private void readReplacement(IssuedDocument document, List<InvoiceNumber> about) {
        IssuedDocument before = about.size() == 1 ? invoices.get(about.get(0)) : null;
        if (before == null) {
            unlinked.add(document.invoice().number());
            return;
        }
        Invoice replaced = before.invoice();
        superseded.put(document.invoice().number(), before);
        correct(
                document,
                new Part(replaced.number(), reasons.required(document.invoice())),
                document.invoice().number().value(),
                new Sum(replaced.totals().withoutTax(), counted(replaced)));
    }

    /** Line by line: those by which a run gives back are about the invoice that billed, all others are the document's own. */
    private void readLines(IssuedDocument document) {
        var split = new Split(document);
        InvoiceDraft draft = document.invoice().draft();
        for (int i = 0; i < draft.lines().size(); i++) {
            if (draft.lines().get(i).status() == InvoiceLine.Status.DETAIL) {
                split.add(
                        draft.lines().get(i),
                        back(document.invoice(), draft.lineNetAmounts().get(i)));
            }
        }
        split.end();
    }

    /** The lines of one document, sorted by what they are about. */
    private final class Split {
        private final IssuedDocument document;
        private final Invoice invoice;
        private final boolean note;
        private final List<InvoiceLine> mine = new ArrayList<>();
        private final Map<Part, Sum> parts = new LinkedHashMap<>();
        private Amount amount;

        Split(IssuedDocument document) {
            this.document = document;
            invoice = document.invoice();
            note = isNote(invoice);
            Amount whole = invoice.totals().withoutTax();
            amount = note ? Amount.zero(whole.getCurrency()) : whole;
        }

        void add(InvoiceLine line, Amount back) {
            BillLine from = lines.of(line).orElse(null);
            boolean isBack = from == null ? note : RunLines.givesBack(from);
            InvoiceNumber about = from == null || !isBack ? null : firstBilled(document, from);
            if (about != null && from != null) {
                var part = new Part(about, reasons.of(invoice).orElseGet(() -> RunLines.reason(from)));
                parts.merge(part, new Sum(back, 1), Sum::plus);
                amount = note ? amount : amount.add(back);
                return;
            }
            if (isBack) {
                unlinked.add(invoice.number());
            }
            if (!note || !isBack) {
                mine.add(line);
                amount = note ? amount.subtract(back) : amount;
            }
        }

        void end() {
            if (amount.signum() < 0) {
                unlinked.add(invoice.number()); // less than nothing was agreed
            } else if (!note || !mine.isEmpty()) {
                own.put(invoice.number(), new Own(List.copyOf(mine), amount));
            }
            parts.forEach((part, sum) -> {
                String key = parts.keySet().stream()
                                        .filter(other -> other.invoice().equals(part.invoice()))
                                        .count()
                                == 1
                        ? invoice.number().value()
                        : invoice.number() + " " + part.reason().name().toLowerCase(Locale.ROOT);
                correct(document, part, key, sum);
            });
        }
    }

    /** The document that first billed the charge of a line that gives back for its days, by the same terms if one did; issued by then. */
    private @Nullable InvoiceNumber firstBilled(IssuedDocument by, BillLine back) {
        return billed.getOrDefault(new Place(back.contract(), back.charge()), List.of()).stream()
                .filter(one -> !one.on().equals(by)
                        && !one.on().invoice().issueDate().isAfter(by.invoice().issueDate())
                        && one.line().days().intersection(back.days()).isPresent())
                .min(Comparator.comparing((Billed one) -> !one.line().terms().equals(back.terms()))
                        .thenComparing(one -> one.on().invoice().issueDate())
                        .thenComparing(one -> one.on().invoice().number()))
                .map(one -> one.on().invoice().number())
                .orElse(null);
    }

    /** By how much an amount of a document is less than before: those of credit notes are positive, those of debit notes more. */
    private static Amount back(Invoice document, Amount amount) {
        return document.type().isCredit() ? amount : amount.negate();
    }

    private static long counted(Invoice document) {
        return document.lines().stream()
                .filter(line -> line.status() == InvoiceLine.Status.DETAIL)
                .count();
    }

    private void correct(IssuedDocument by, Part part, String key, Sum sum) {
        IssuedDocument about = invoices.get(part.invoice());
        Require.that(
                about == null
                        || !by.invoice().issueDate().isBefore(about.invoice().issueDate()),
                "document.date",
                "documents",
                "must not correct an invoice of a later date",
                by.invoice().number());
        corrections
                .computeIfAbsent(part.invoice(), any -> new ArrayList<>())
                .add(new Found(
                        by, new Correction(key, by.invoice().issueDate(), part.reason(), sum.amount(), sum.lines())));
    }
}
