package io.quittance.core.audit;

import static io.quittance.core.audit.AuditFinding.Code.OVER_CREDITED;
import static io.quittance.core.audit.AuditFinding.Code.UNKNOWN_DOCUMENT;

import io.quittance.core.error.Refusal;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.SellerId;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.money.MonetaryException;

/** Which document corrects which: those of one seller, by the numbers that they refer to. */
final class Corrections {
    private static final Comparator<HashedDocument> BY_DATE = Comparator.comparing(
                    (HashedDocument each) -> each.invoice().issueDate())
            .thenComparing(each -> each.invoice().number());

    private final List<HashedDocument> all;
    private final Map<Place, HashedDocument> documents = new LinkedHashMap<>();
    private final Map<Place, List<HashedDocument>> correcting = new LinkedHashMap<>();

    private record Place(SellerId seller, InvoiceNumber number) {
        static Place of(HashedDocument each) {
            return new Place(each.document().series().seller(), each.invoice().number());
        }
    }

    Corrections(List<HashedDocument> all) {
        this.all = all;
        for (HashedDocument each : all) {
            documents.putIfAbsent(Place.of(each), each);
            for (InvoiceNumber number : corrects(each.invoice())) {
                correcting
                        .computeIfAbsent(
                                new Place(each.document().series().seller(), number), place -> new ArrayList<>())
                        .add(each);
            }
        }
        correcting.values().forEach(list -> list.sort(BY_DATE));
    }

    static List<InvoiceNumber> corrects(Invoice invoice) {
        return invoice.draft().references().preceding().stream()
                .map(PrecedingInvoice::number)
                .distinct()
                .toList();
    }

    List<HashedDocument> correctedBy(HashedDocument each) {
        return correcting.getOrDefault(Place.of(each), List.of());
    }

    /** Whether a corrected invoice (384) stands in its place, with which it ends. */
    boolean isSuperseded(HashedDocument each) {
        return correctedBy(each).stream()
                .anyMatch(other -> other.invoice().type().equals(InvoiceType.CORRECTED)
                        && other.invoice().draft().correction().isPresent());
    }

    private Optional<HashedDocument> corrected(HashedDocument by, InvoiceNumber number) {
        return Optional.ofNullable(
                documents.get(new Place(by.document().series().seller(), number)));
    }

    /** The others that correct some, that these correct, and so on, in the order of the records. */
    List<HashedDocument> related(Collection<HashedDocument> some) {
        Set<HashedDocument> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(some);
        Deque<HashedDocument> open = new ArrayDeque<>(some);
        while (!open.isEmpty()) {
            HashedDocument next = open.remove();
            correctedBy(next).stream().filter(known::add).forEach(open::add);
            corrects(next.invoice()).stream()
                    .flatMap(number -> corrected(next, number).stream())
                    .filter(known::add)
                    .forEach(open::add);
        }
        some.forEach(known::remove);
        return all.stream().filter(known::contains).toList();
    }

    List<AuditFinding> findings() {
        var findings = new ArrayList<AuditFinding>();
        for (HashedDocument each : all) {
            addUnknown(each, findings);
            addOverCredited(each, findings);
        }
        return findings;
    }

    private void addUnknown(HashedDocument each, List<AuditFinding> findings) {
        for (InvoiceNumber number : corrects(each.invoice())) {
            if (corrected(each, number).isEmpty()) {
                findings.add(new AuditFinding(
                        UNKNOWN_DOCUMENT,
                        each.document().toString(),
                        Explanation.of(
                                "audit.unknown-document", "it refers to {0}, which is not among the records", number)));
            }
        }
    }

    /** Credit notes out of the invoice must fit it line by line, and all that are of it alone must not exceed it. */
    private void addOverCredited(HashedDocument each, List<AuditFinding> findings) {
        List<Invoice> notes = correctedBy(each).stream()
                .map(HashedDocument::invoice)
                .filter(note -> note.type().isCredit())
                .toList();
        List<Invoice> out = notes.stream()
                .filter(note -> note.draft().credited().isPresent())
                .toList();
        if (!out.isEmpty()) {
            try {
                Creditable.of(each.invoice(), out);
            } catch (IllegalArgumentException | ArithmeticException | MonetaryException e) {
                if (!(e instanceof Refusal)) {
                    throw e;
                }
                findings.add(overCredited(
                        each,
                        Explanation.of(
                                "audit.over-credited",
                                "its credit notes do not fit: {0}",
                                String.valueOf(e.getMessage()))));
                return;
            }
        }
        Amount left = each.invoice().totals().withTax();
        for (Invoice note : notes) {
            Amount given = note.totals().withTax();
            if (corrects(note).size() == 1 && given.getCurrency().equals(left.getCurrency())) {
                left = left.subtract(given);
            }
        }
        if (!notes.isEmpty() && left.signum() < 0) {
            findings.add(overCredited(
                    each,
                    Explanation.of("audit.credited-beyond", "its credit notes give back {0} too much", left.negate())));
        }
    }

    private static AuditFinding overCredited(HashedDocument each, Explanation reason) {
        return new AuditFinding(OVER_CREDITED, each.document().toString(), reason);
    }
}
