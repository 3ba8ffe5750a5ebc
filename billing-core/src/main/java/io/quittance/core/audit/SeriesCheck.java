package io.quittance.core.audit;

import static io.quittance.core.audit.AuditFinding.Code.DATE_ORDER;
import static io.quittance.core.audit.AuditFinding.Code.DUPLICATE_NUMBER;
import static io.quittance.core.audit.AuditFinding.Code.MISSING_NUMBER;
import static io.quittance.core.audit.AuditFinding.Code.OTHER_FORM;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Sha256;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceSeries;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks through the numbers of one series. */
final class SeriesCheck {
    private final InvoiceSeries series;
    private final @Nullable DrawnNumbers drawn;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final List<MissingNumbers> missing = new ArrayList<>();
    private final List<Invoice> otherForms = new ArrayList<>();

    /** A document whose number was read. */
    private record Numbered(Invoice invoice, NumberForm form) {}

    SeriesCheck(InvoiceSeries series, @Nullable DrawnNumbers drawn) {
        this.series = series;
        this.drawn = drawn;
    }

    List<AuditFinding> findings() {
        return findings;
    }

    SeriesProof proof(List<Invoice> documents) {
        List<Numbered> numbered = numbered(documents);
        numbered.sort(Comparator.comparing((Numbered each) -> each.form().count())
                .thenComparing(each -> each.invoice().number()));
        follow(numbered);
        List<Invoice> ordered =
                new ArrayList<>(numbered.stream().map(Numbered::invoice).toList());
        otherForms.sort(Comparator.comparing(Invoice::number));
        ordered.addAll(otherForms);
        missing.forEach(gap ->
                add(MISSING_NUMBER, series.toString(), Explanation.of("audit.missing", "{0} is on no document", gap)));
        return new SeriesProof(
                series,
                documents.size(),
                ordered.isEmpty() ? null : ordered.get(0).number(),
                ordered.isEmpty() ? null : ordered.get(ordered.size() - 1).number(),
                missing,
                AuditTotal.of(documents),
                hash(ordered));
    }

    private static String hash(List<Invoice> ordered) {
        var text = new StringBuilder();
        for (Invoice document : ordered) {
            text.append(document.number())
                    .append('\t')
                    .append(document.contentHash())
                    .append('\n');
        }
        return Sha256.of(text.toString());
    }

    /** Those of the form of the series: that of the numbers that were drawn, else that of most documents. */
    private List<Numbered> numbered(List<Invoice> documents) {
        var all = new ArrayList<Numbered>();
        for (Invoice document : documents) {
            NumberForm.of(document.number())
                    .ifPresentOrElse(
                            form -> all.add(new Numbered(document, form)),
                            () -> addOther(
                                    document,
                                    Explanation.of(
                                            "audit.no-digits", "{0} has no digits that count", document.number())));
        }
        NumberForm usual = drawn == null ? mostFrequent(all) : drawn.firstForm();
        var alike = new ArrayList<Numbered>();
        for (Numbered each : all) {
            if (each.form().isAlike(usual)) {
                alike.add(each);
            } else {
                InvoiceNumber number = each.invoice().number();
                addOther(
                        each.invoice(),
                        Explanation.of(
                                "audit.other-form", "{0} has another form than {1}", number, usual.at(usual.count())));
            }
        }
        return alike;
    }

    private void addOther(Invoice document, Explanation reason) {
        otherForms.add(document);
        add(OTHER_FORM, about(document.number()), reason);
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

    private void follow(List<Numbered> ordered) {
        NumberForm before = drawn == null ? null : drawn.beforeFirst();
        Invoice latest = null;
        for (Numbered next : ordered) {
            Invoice document = next.invoice();
            if (before != null) {
                int order = next.form().count().compareTo(before.count());
                if (order == 0) {
                    add(
                            DUPLICATE_NUMBER,
                            about(document.number()),
                            Explanation.of("audit.twice", "{0} is on two documents", document.number()));
                }
                addGap(before, next.form().count());
            }
            if (latest != null && document.issueDate().isBefore(latest.issueDate())) {
                add(
                        DATE_ORDER,
                        about(document.number()),
                        Explanation.of(
                                "audit.date-order",
                                "{0} is dated {1}, and {2} before it {3}",
                                document.number(),
                                document.issueDate(),
                                latest.number(),
                                latest.issueDate()));
            } else {
                latest = document;
            }
            before = before != null && before.count().compareTo(next.form().count()) > 0 ? before : next.form();
        }
        if (drawn != null && before != null) {
            addGap(before, drawn.lastForm().count().add(BigInteger.ONE));
        }
    }

    /** What lies between two that are there. */
    private void addGap(NumberForm before, BigInteger next) {
        BigInteger count = next.subtract(before.count()).subtract(BigInteger.ONE);
        if (count.signum() > 0) {
            InvoiceNumber first = before.at(before.count().add(BigInteger.ONE));
            missing.add(new MissingNumbers(first, before.at(next.subtract(BigInteger.ONE)), count));
        }
    }

    private String about(InvoiceNumber number) {
        return number + " of " + series;
    }

    private void add(AuditFinding.Code code, String about, Explanation reason) {
        findings.add(new AuditFinding(code, about, reason));
    }
}
