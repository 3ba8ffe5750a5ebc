package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.AdjustmentRate;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.Correction;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.RepeatBusiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The KPIs of billing of a year of a wholesaler, 25,900 documents, held against figures that another program computed of its lines. */
class OnlineRetailKpisTest {
    private static final LocalDate BEFORE = LocalDate.of(2010, 11, 30);
    private static final ServicePeriod WHOLE = ServicePeriod.of("2010-12-01", "2011-12-10");
    private static final JsonNode REFERENCE = new JsonMapper().readTree(resource("whole-reference.json"));
    private static final List<RetailDocument> DOCUMENTS = documents(resource("documents.csv"), RetailDocument::of);

    private final Reference reference = new Reference();

    /** Cancellations of invoices, without what is neither: the adjustments of bad debt. */
    @Test
    void creditNoteRates() {
        var figures = figures(WHOLE, document -> document.isInvoice() || document.isCancellation());
        KpiResult byCount = AdjustmentRate.byCount().compute(figures);
        KpiResult byAmount = AdjustmentRate.byAmount().compute(figures);
        hold(Map.of(
                "credit_note_rate_amount_pct", byAmount,
                "credit_note_rate_count_pct", byCount,
                "normal_invoices", BillingVolume.invoices().compute(figures),
                "cancel_invoices_C", numerator(byCount),
                "credit_note_amount", numerator(byAmount).negated(),
                "normal_invoice_amount", BillingVolume.gross().compute(figures)));
        assertThat(AdjustmentRate.byCount()
                        .because(Correction.Reason.RETURN)
                        .compute(figures)
                        .value())
                .isEqualTo(byCount.value());
    }

    /** Of customers that are named. */
    @Test
    void repeatBusiness() {
        KpiResult repeat = RepeatBusiness.inPeriod()
                .compute(figures(
                        WHOLE,
                        document -> document.isInvoice() && !document.customer().isEmpty()));
        hold(Map.of(
                "repeat_business_pct", repeat,
                "repeat_customers", numerator(repeat),
                "customers_with_normal_invoice", repeat.basis().count().orElseThrow()));
    }

    /** Of invoices that bill more than nothing. */
    @Test
    void averageInvoice() {
        var figures = figures(
                WHOLE, document -> document.isInvoice() && document.amount().signum() > 0);
        Fraction invoices = value(BillingVolume.invoices().compute(figures));
        hold(Map.of(
                "billable_invoices_amount_gt_0",
                invoices,
                "average_billable_invoice",
                value(BillingVolume.gross().compute(figures)).dividedBy(invoices)));
    }

    /** All documents: what is above zero is billed, what is below it is credited. */
    @Test
    void volumeOfEachMonth() {
        Fraction net = Fraction.ZERO;
        for (JsonNode expected : REFERENCE.get("monthly")) {
            YearMonth month = YearMonth.parse(expected.get("month").asString());
            LocalDate last = month.atEndOfMonth().isBefore(WHOLE.lastDay()) ? month.atEndOfMonth() : WHOLE.lastDay();
            var figures = figures(ServicePeriod.closed(month.atDay(1), last), document -> true);
            KpiResult ofMonth = BillingVolume.net().compute(figures);
            reference.hold(
                    "month " + month,
                    expected,
                    Map.of(
                            "month", month,
                            "lines",
                                    value(BillingVolume.lines().compute(figures))
                                            .plus(correctedLines(figures)),
                            "gross", BillingVolume.gross().compute(figures),
                            "credit",
                                    numerator(AdjustmentRate.byAmount().compute(figures))
                                            .negated(),
                            "net", ofMonth));
            net = net.plus(value(ofMonth));
        }
        assertThat(reference.compared()).isEqualTo(13 * 5);
        hold(Map.of("sum_exact", net, "sum_gbp", net));
        assertThat(value(BillingVolume.net().compute(figures(WHOLE, document -> true))))
                .isEqualTo(net);
    }

    private static Fraction correctedLines(EventFigures<IssuedInvoice> figures) {
        return Fraction.of(figures.events().stream()
                .flatMap(invoice -> invoice.corrections().stream())
                .filter(correction -> figures.period().contains(correction.date()))
                .mapToLong(Correction::lines)
                .sum());
    }

    @Test
    void documentsAreThoseOfTheWholeFile() {
        hold(Map.of(
                "distinct_invoice_numbers", DOCUMENTS.size(),
                "lines", DOCUMENTS.stream().mapToLong(RetailDocument::lines).sum(),
                "top5_invoices",
                        DOCUMENTS.stream()
                                .sorted(Comparator.comparing(RetailDocument::amount, Comparator.<Amount>reverseOrder()))
                                .limit(5)
                                .map(document -> List.of(document.number(), document.amount()))
                                .toList()));
    }

    @Test
    @EnabledIfSystemProperty(named = "online-retail.dir", matches = ".+")
    void theWholeFileFoldsIntoTheDocuments() throws IOException {
        try (InputStream file = new GZIPInputStream(
                Files.newInputStream(Path.of(System.getProperty("online-retail.dir", ""), "onlineretail.csv.gz")))) {
            assertThat(documents(file, RetailDocument::ofLine)).containsExactlyInAnyOrderElementsOf(DOCUMENTS);
        }
    }

    private static EventFigures<IssuedInvoice> figures(ServicePeriod period, Predicate<RetailDocument> which) {
        return EventFigures.of(
                period,
                AsOf.endOf(period.lastDay()),
                DOCUMENTS.stream()
                        .filter(which)
                        .map(document -> document.billed(BEFORE))
                        .toList());
    }

    private void hold(Map<String, ?> actual) {
        actual.forEach((field, value) -> reference.hold(
                "online-retail",
                new JsonMapper().createObjectNode().set(field, REFERENCE.get(field)),
                Map.of(field, value)));
    }

    private static List<RetailDocument> documents(InputStream csv, Function<NamedCsvRecord, RetailDocument> of) {
        var documents = new HashMap<String, RetailDocument>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                RetailDocument document = of.apply(row);
                documents.merge(document.number(), document, RetailDocument::plus);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(documents.values());
    }

    private static InputStream resource(String name) {
        String path = "/online-retail/" + name;
        return Objects.requireNonNull(OnlineRetailKpisTest.class.getResourceAsStream(path), path);
    }

    private static Fraction value(KpiResult result) {
        return result.value().orElseThrow();
    }

    private static Fraction numerator(KpiResult result) {
        return result.basis().numerator().orElseThrow();
    }
}
