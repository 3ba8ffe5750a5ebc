package io.quittance.core.audit;

import static io.quittance.core.audit.AuditFinding.Code.DATE_ORDER;
import static io.quittance.core.audit.AuditFinding.Code.DUPLICATE_NUMBER;
import static io.quittance.core.audit.AuditFinding.Code.MISSING_NUMBER;
import static io.quittance.core.audit.AuditFinding.Code.NOT_DRAWN;
import static io.quittance.core.audit.AuditFinding.Code.OTHER_FORM;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Sha256;
import io.quittance.core.invoice.InvoiceSeries;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks through the numbers of one series. */
final class SeriesCheck {
    private final InvoiceSeries series;
    private final @Nullable DrawnNumbers drawn;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final List<MissingNumbers> missing = new ArrayList<>();
    private final List<HashedDocument> otherForms = new ArrayList<>();

    /** A document whose number was read. */
    private record Numbered(HashedDocument document, NumberForm form) {
        LocalDate date() {
            return document.invoice().issueDate();
        }

        /** Whether another number counts the same: 01 and 1. */
        boolean isOtherwiseWritten(Numbered next) {
            return form.count().equals(next.form.count())
                    && !document.invoice()
                            .number()
                            .equals(next.document.invoice().number());
        }
    }

    SeriesCheck(InvoiceSeries series, @Nullable DrawnNumbers drawn) {
        this.series = series;
        this.drawn = drawn;
    }

    List<AuditFinding> findings() {
        return findings;
    }

    SeriesProof proof(List<HashedDocument> documents) {
        findDuplicates(documents);
        List<Numbered> numbered = numbered(documents);
        numbered.sort(Comparator.comparing((Numbered each) -> each.form().count())
                .thenComparing(each -> each.document().invoice().number())
                .thenComparing(each -> each.document().hash()));
        follow(numbered);
        List<HashedDocument> ordered =
                new ArrayList<>(numbered.stream().map(Numbered::document).toList());
        otherForms.sort(
                Comparator.comparing((HashedDocument each) -> each.invoice().number())
                        .thenComparing(HashedDocument::hash));
        ordered.addAll(otherForms);
        missing.forEach(gap ->
                add(MISSING_NUMBER, series.toString(), Explanation.of("audit.missing", "{0} is on no document", gap)));
        return new SeriesProof(
                series,
                documents.size(),
                ordered.isEmpty() ? null : ordered.get(0).invoice().number(),
                ordered.isEmpty()
                        ? null
                        : ordered.get(ordered.size() - 1).invoice().number(),
                missing,
                AuditTotal.of(documents.stream().map(HashedDocument::invoice).toList()),
                hash(ordered));
    }

    private static String hash(List<HashedDocument> ordered) {
        var text = new StringBuilder();
        for (HashedDocument each : ordered) {
            text.append(each.invoice().number())
                    .append('\t')
                    .append(each.hash())
                    .append('\n');
        }
        return Sha256.of(text.toString());
    }

    private void findDuplicates(List<HashedDocument> documents) {
        var known = new HashSet<InvoiceNumber>();
        var twice = new TreeSet<InvoiceNumber>();
        documents.stream()
                .map(each -> each.invoice().number())
                .filter(number -> !known.add(number))
                .forEach(twice::add);
        twice.forEach(number ->
                add(DUPLICATE_NUMBER, about(number), Explanation.of("audit.twice", "{0} is on two documents", number)));
    }

    /** Those of the form of the series: that of the numbers that were drawn, else that of most documents. */
    private List<Numbered> numbered(List<HashedDocument> documents) {
        var all = new ArrayList<Numbered>();
        for (HashedDocument document : documents) {
            InvoiceNumber number = document.invoice().number();
            NumberForm.of(number)
                    .ifPresentOrElse(
                            form -> all.add(new Numbered(document, form)),
                            () -> addOther(
                                    document,
                                    Explanation.of("audit.no-digits", "{0} has no digits that count", number)));
        }
        NumberForm usual = drawn == null ? mostFrequent(all) : drawn.firstForm();
        var alike = new ArrayList<Numbered>();
        for (Numbered each : all) {
            if (each.form().isAlike(usual)) {
                alike.add(each);
            } else {
                addOther(
                        each.document(),
                        Explanation.of(
                                "audit.other-form",
                                "{0} has another form than {1}",
                                each.document().invoice().number(),
                                usual.at(usual.count())));
            }
        }
        return alike;
    }

    private void addOther(HashedDocument document, Explanation reason) {
        otherForms.add(document);
        add(OTHER_FORM, about(document.invoice().number()), reason);
    }

    private static NumberForm mostFrequent(List<Numbered> all) {
        Map<String, List<NumberForm>> byForm = new TreeMap<>();
        for (Numbered each : all) {
            byForm.computeIfAbsent(each.form().before() + '\t' + each.form().after(), form -> new ArrayList<>())
                    .add(each.form());
        }
        return byForm.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(forms -> forms.get(0))
                .orElseGet(() -> new NumberForm("", BigInteger.ZERO, 1, ""));
    }

    /** From one to the next in order, from what was drawn first to what was drawn last if that is known. */
    private void follow(List<Numbered> ordered) {
        NumberForm before = drawn == null ? null : drawn.beforeFirst();
        Numbered previous = null;
        Numbered latest = null;
        for (Numbered next : ordered) {
            requireDrawn(next);
            if (previous != null && previous.isOtherwiseWritten(next)) {
                InvoiceNumber number = next.document().invoice().number();
                add(
                        DUPLICATE_NUMBER,
                        about(number),
                        Explanation.of(
                                "audit.written-twice",
                                "{0} counts as {1} does",
                                number,
                                previous.document().invoice().number()));
            }
            if (before != null) {
                addGap(before, next.form().count());
            }
            if (latest != null && next.date().isBefore(latest.date())) {
                addOutOfOrder(next, latest);
            } else {
                latest = next;
            }
            previous = next;
            before = before != null && before.count().compareTo(next.form().count()) > 0 ? before : next.form();
        }
        if (drawn != null && before != null) {
            addGap(before, drawn.lastForm().count().add(BigInteger.ONE));
        }
    }

    private void requireDrawn(Numbered next) {
        if (drawn != null && !drawn.contains(next.form())) {
            InvoiceNumber number = next.document().invoice().number();
            add(
                    NOT_DRAWN,
                    about(number),
                    Explanation.of(
                            "audit.not-drawn",
                            "{0} is not among {1} to {2}, which were drawn",
                            number,
                            drawn.first(),
                            drawn.last()));
        }
    }

    private void addOutOfOrder(Numbered next, Numbered latest) {
        add(
                DATE_ORDER,
                about(next.document().invoice().number()),
                Explanation.of(
                        "audit.date-order",
                        "{0} is dated {1}, and {2} before it {3}",
                        next.document().invoice().number(),
                        next.date(),
                        latest.document().invoice().number(),
                        latest.date()));
    }

    /** What lies between two that are there, as far as it was drawn. */
    private void addGap(NumberForm before, BigInteger next) {
        BigInteger end =
                drawn == null ? next : next.min(drawn.lastForm().count().add(BigInteger.ONE));
        BigInteger count = end.subtract(before.count()).subtract(BigInteger.ONE);
        if (count.signum() > 0) {
            InvoiceNumber first = before.at(before.count().add(BigInteger.ONE));
            missing.add(new MissingNumbers(first, before.at(end.subtract(BigInteger.ONE)), count));
        }
    }

    private String about(InvoiceNumber number) {
        return number + " of " + series;
    }

    private void add(AuditFinding.Code code, String about, Explanation reason) {
        findings.add(new AuditFinding(code, about, reason));
    }
}
