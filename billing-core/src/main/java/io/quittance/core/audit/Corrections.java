package io.quittance.core.audit;

import static io.quittance.core.audit.AuditFinding.Code.OVER_CREDITED;
import static io.quittance.core.audit.AuditFinding.Code.UNKNOWN_DOCUMENT;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.SellerId;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.PrecedingInvoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which document corrects which: those of one seller, by the numbers that they refer to. */
final class Corrections {
    private static final Comparator<IssuedDocument> BY_DATE = Comparator.comparing(
                    (IssuedDocument document) -> document.invoice().issueDate())
            .thenComparing(document -> document.invoice().number());

    private final Map<Place, IssuedDocument> documents = new LinkedHashMap<>();
    private final Map<Place, List<IssuedDocument>> correcting = new LinkedHashMap<>();

    private record Place(SellerId seller, InvoiceNumber number) {
        static Place of(IssuedDocument document) {
            return new Place(document.series().seller(), document.invoice().number());
        }
    }

    Corrections(List<IssuedDocument> all) {
        for (IssuedDocument document : all) {
            documents.putIfAbsent(Place.of(document), document);
            for (InvoiceNumber number : corrects(document)) {
                correcting
                        .computeIfAbsent(new Place(document.series().seller(), number), place -> new ArrayList<>())
                        .add(document);
            }
        }
        correcting.values().forEach(list -> list.sort(BY_DATE));
    }

    static List<InvoiceNumber> corrects(IssuedDocument document) {
        return document.invoice().draft().references().preceding().stream()
                .map(PrecedingInvoice::number)
                .distinct()
                .toList();
    }

    List<IssuedDocument> correctedBy(IssuedDocument document) {
        return correcting.getOrDefault(Place.of(document), List.of());
    }

    /** The documents that it corrects, those that correct it, and so on, without itself. */
    List<IssuedDocument> related(IssuedDocument document) {
        var related = new ArrayList<IssuedDocument>();
        related.add(document);
        for (int i = 0; i < related.size(); i++) {
            IssuedDocument next = related.get(i);
            var beside = new ArrayList<>(correctedBy(next));
            corrects(next).stream()
                    .map(number -> documents.get(new Place(next.series().seller(), number)))
                    .filter(found -> found != null)
                    .forEach(beside::add);
            beside.stream().filter(other -> !related.contains(other)).forEach(related::add);
        }
        return related.subList(1, related.size());
    }

    List<AuditFinding> findings(IssuedDocument document) {
        var findings = new ArrayList<AuditFinding>();
        for (InvoiceNumber number : corrects(document)) {
            if (!documents.containsKey(new Place(document.series().seller(), number))) {
                findings.add(new AuditFinding(
                        UNKNOWN_DOCUMENT,
                        document.toString(),
                        Explanation.of(
                                "audit.unknown-document", "it refers to {0}, which is not among the records", number)));
            }
        }
        List<Invoice> notes = correctedBy(document).stream()
                .map(IssuedDocument::invoice)
                .filter(note -> note.draft().credited().isPresent())
                .toList();
        if (!notes.isEmpty()) {
            try {
                Creditable.of(document.invoice(), notes);
            } catch (InvalidArgumentException e) {
                findings.add(new AuditFinding(
                        OVER_CREDITED,
                        document.toString(),
                        Explanation.of(
                                "audit.over-credited",
                                "its credit notes do not fit: {0}",
                                String.valueOf(e.getMessage()))));
            }
        }
        return findings;
    }
}
