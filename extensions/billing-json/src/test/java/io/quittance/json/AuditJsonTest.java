package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.audit.Audit;
import io.quittance.core.audit.AuditBundle;
import io.quittance.core.audit.DrawnNumbers;
import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.Origin;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.DocumentEvent;
import io.quittance.core.invoice.DocumentLife;
import io.quittance.core.invoice.DocumentStage;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 415 calls at 0.10 are on R-1, which R-4 gives back; are missing, one call is on no document, and nobody charges for
 * doors. */
class AuditJsonTest {
    private static final InvoiceSeries SERIES = InvoiceSeries.of("ACME", "2026");

    static AuditBundle bundle(ChargeModel model) {
        ContractHistory contract = ContractHistory.of(
                Contract.builder("C-1")
                        .customer("GLOBEX")
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .term("2026-01-01", "2027-01-01")
                        .paymentTerms(PaymentTerms.net(30))
                        .charge(Charge.usage("calls", "calls", model))
                        .build(),
                Instant.parse("2025-12-01T00:00:00Z"));
        UsageSource used = UsageSource.of(List.of(
                UsageEvent.of("u-1", "GLOBEX", "calls", "415", "2026-01-15T10:00:00Z")
                        .with("region", "eu"),
                UsageEvent.of("u-2", "GLOBEX", "calls", "1", "2026-02-15T10:00:00Z"),
                UsageEvent.of("u-3", "GLOBEX", "doors", "1", "2026-01-15T10:00:00Z")));
        BillRun january = Billing.engine().bill(contract, used, BilledPeriods.none(), LocalDate.of(2026, 2, 1));
        BillRun february =
                Billing.engine().bill(contract, used, BilledPeriods.none().after(january), LocalDate.of(2026, 3, 1));
        Invoice invoice = january.documents().get(0).issue("R-1", "2026-02-01");
        Invoice note = Creditable.of(invoice)
                .whole(Correction.of(CorrectionReason.ERROR))
                .issue("R-4", "2026-02-02");
        var lines = new ArrayList<BillLine>(january.lines());
        lines.addAll(february.lines());
        DocumentLife life = DocumentLife.none()
                .with(DocumentEvent.of("m-1", DocumentStage.CUT_OFF, Instant.parse("2026-02-01T00:00:00Z")))
                .with(new DocumentEvent(
                        "m-2", DocumentStage.SENT, Instant.parse("2026-02-01T09:00:00Z"), Origin.of("user-7")));
        return Audit.of(
                        List.of(
                                IssuedDocument.of(SERIES, invoice)
                                        .hashed(invoice.contentHash())
                                        .lived(life),
                                IssuedDocument.of(SERIES, note)),
                        AsOf.endOf("2026-03-01"))
                .drawn(SERIES, DrawnNumbers.of("R-1", "R-4"))
                .contracts(List.of(contract))
                .billed(lines)
                .delivered(used)
                .bundle(document -> document.invoice().equals(invoice));
    }

    private static String written(AuditBundle bundle) throws IOException {
        var bytes = new ByteArrayOutputStream();
        AuditJson.standard().write(bundle, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesAllThatABundleHas() throws IOException {
        String text = written(bundle(PerUnit.of("0.10")));
        assertThat(Schemas.violations("audit-bundle", text)).isEmpty();
        JsonNode json = Json.MAPPER.readTree(text);
        JsonNode document = json.at("/documents/0");
        assertThat(document.at("/series").asString()).isEqualTo("2026");
        assertThat(document.at("/events/0").toString())
                .isEqualTo("{\"key\":\"m-1\",\"stage\":\"cutOff\",\"at\":\"2026-02-01T00:00:00Z\"}");
        assertThat(document.at("/events/1/actor").asString()).isEqualTo("user-7");
        assertThat(document.at("/invoice/totals/due").asString()).isEqualTo("41.50");
        assertThat(document.at("/storedHash").asString())
                .isEqualTo(document.at("/invoice/hash").asString());
        assertThat(document.at("/lines/0/billed/id").asString())
                .isEqualTo(document.at("/invoice/lines/0/id").asString());
        assertThat(document.at("/lines/0/usage").toString())
                .isEqualTo("[{\"key\":\"u-1\",\"customer\":\"GLOBEX\",\"meter\":\"calls\",\"quantity\":\"415\","
                        + "\"time\":\"2026-01-15T10:00:00Z\",\"dimensions\":{\"region\":\"eu\"}}]");
        assertThat(document.at("/correctedBy").toString()).isEqualTo("[\"R-4\"]");
        assertThat(document.at("/violations/0/rule").asString()).startsWith("BR-");
        assertThat(json.at("/related/0/corrects").toString()).isEqualTo("[\"R-1\"]");
        assertThat(json.at("/terms/0/key").asString()).isEqualTo("signed");
        assertThat(json.at("/terms/0/effective").asString()).isEqualTo("2026-01-01");
        assertThat(json.at("/series/0/missing").toString())
                .isEqualTo("[{\"first\":\"R-2\",\"last\":\"R-3\",\"count\":\"2\"}]");
        assertThat(json.at("/totals").toString())
                .isEqualTo(
                        "[{\"type\":\"380\",\"count\":1,\"currency\":\"EUR\",\"withoutTax\":\"41.50\",\"tax\":\"0.00\","
                                + "\"withTax\":\"41.50\",\"due\":\"41.50\"}]");
        assertThat(json.at("/verifications/0/findings/0/code").asString()).isEqualTo("credited");
        assertThat(json.at("/verifications/0/findings/0/difference").asString()).isEqualTo("-41.50");
        assertThat(json.at("/verifications/0/unbilled/0/path").asString()).isEqualTo("usage[u-3]");
        assertThat(json.at("/findings").findValuesAsString("code"))
                .containsExactly("missingNumber", "notHashed", "notInvoiced");
    }

    @Test
    void equalBundlesAreEqualBytes() throws IOException {
        assertThat(written(bundle(PerUnit.of("0.10")))).isEqualTo(written(bundle(PerUnit.of("0.10"))));
    }

    @Test
    void writesModelsOfAHostByItsCodecs() throws IOException {
        AuditBundle bundle = bundle(new AccessFee(new BigDecimal("5")));
        var bytes = new ByteArrayOutputStream();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditJson.standard().write(bundle, bytes));
        var own = new ByteArrayOutputStream();
        AuditJson.of(ContractTermsJson.standard().with(new AccessFeeCodec())).write(bundle, own);
        assertThat(own.toString(StandardCharsets.UTF_8)).contains("\"fee\":\"5\"");
    }
}
