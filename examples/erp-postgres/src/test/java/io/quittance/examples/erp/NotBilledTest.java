package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.examples.erp.ErpRun.Answer;
import io.quittance.json.ContractJson;
import io.quittance.json.ContractTermsJson;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bill run could not bill stays late usage: each run tells it, until somebody mends it. C-00002 pays 0.15 for a call. */
class NotBilledTest {
    private static final String SMS =
            "USAGE_NOT_CHARGED usage[sms] [2026-01-01, 2026-02-01): no charge knows the meter sms";

    private static final String CALLS = """
            {"id": "calls", "meter": "calls", "name": "Calls", "model": {"type": "perUnit", "unitPrice": "0.15"}, "freeUnits": "10"}
            """;
    private static final String STORAGE = """
            {"id": "storage", "meter": "storage", "name": "Storage", "model": {"type": "perUnit", "unitPrice": "0.06"}}
            """;

    @TempDir
    Path folder;

    private ErpRun erp;

    @BeforeEach
    void prepare() {
        erp = new Scenario(folder, 2, 2, 1).prepared();
    }

    /** 1000 at 0.02 are 20.00. */
    @Test
    void usageThatNoChargeCountsIsToldUntilTheTermsChargeIt() throws SQLException {
        use("sms", "sms", 1000);
        assertTold("2026-02-01", "documents 2", SMS);
        assertThat(unbilled()).containsExactly("sms");
        assertTold("2026-02-01", "documents 0", SMS);
        assertTold("2026-02-02", "documents 0", SMS);
        amend(CALLS + ", " + STORAGE + """
                , {"id": "sms", "meter": "sms", "name": "SMS", "model": {"type": "perUnit", "unitPrice": "0.02"}}
                """);
        assertTold("2026-02-03", "documents 1");
        assertThat(billedOn("2026-02-03")).isEqualTo("20.00");
        assertThat(unbilled()).isEmpty();
    }

    /** 71 calls, and 1000 that are taken back. When 1000 are added, 61 are billed beyond the 10 that are free; until then nothing is, on a document of storage. */
    @Test
    void usageThatCannotBeRatedIsToldUntilItCan() throws SQLException {
        String told = "NOT_RATED charges[calls] [2026-01-01, 2026-02-01): quantity must not be negative, but was -929";
        use("back", "calls", -1000);
        assertTold("2026-02-01", "documents 2", told);
        assertThat(unbilled()).hasSize(3);
        assertTold("2026-02-01", "documents 0", told);
        use("again", "calls", 1000);
        assertTold("2026-02-01", "documents 1");
        assertThat(billedOn("2026-02-01' and contract = 'K-00002-A")).isEqualTo("9.15");
        assertThat(unbilled()).isEmpty();
    }

    /** 6 of the 71 calls that were billed are taken back. */
    @Test
    void usageThatWouldGiveBackWhatIsNeverGivenBackIsToldAgain() throws SQLException {
        String told =
                "DECREASE_REFUSED charges[calls] [2026-01-01, 2026-02-01): 8.25 are due, 9.15 were billed, and the charge never decreases";
        change("jsonb_set(document::jsonb, '{terms,charges,0,neverDecreasing}', 'true')");
        assertTold("2026-02-01", "documents 2");
        use("back", "calls", -6);
        assertTold("2026-02-02", "documents 0", told);
        assertTold("2026-02-03", "documents 0", told);
        use("again", "calls", 6);
        assertTold("2026-02-04", "documents 0");
        assertThat(unbilled()).isEmpty();
    }

    /** At 0.10 the 61 calls are 6.10. No usage is late by that, and the next run knows the amendment. */
    @Test
    void whatAnAmendmentWouldGiveBackThatIsNeverGivenBackIsToldOnce() throws SQLException {
        String never = ", \"neverDecreasing\": true}";
        change("jsonb_set(document::jsonb, '{terms,charges,0,neverDecreasing}', 'true')");
        assertTold("2026-02-01", "documents 2");
        amend(CALLS.strip().replace("0.15", "0.10").replaceFirst("}$", never) + ", " + STORAGE);
        assertTold(
                "2026-02-03",
                "documents 0",
                "DECREASE_REFUSED charges[calls] [2026-01-01, 2026-02-01): 6.1 are due, 9.15 were billed, and the charge never decreases");
        assertTold("2026-02-03", "documents 0");
    }

    /** Every two weeks calls are billed, and for that the usage of January is read before January is over. */
    @Test
    void usageThatWasReadByAnEarlierRunIsToldByEachRunFromTheEndOfItsMonthOn() throws SQLException {
        change(
                "jsonb_set(document::jsonb, '{terms,charges,0,billed}', '{\"interval\": \"P14D\"}') #- '{terms,charges,0,freeUnits}'");
        use("sms", "sms", 1000);
        assertTold("2026-01-20", "documents 2");
        assertTold("2026-02-01", "documents 2", SMS);
        assertTold("2026-02-01", "documents 0", SMS);
    }

    /** C-00002 reports something on 5 January. */
    private void use(String id, String meter, int quantity) throws SQLException {
        erp.execute(String.format(
                Locale.ROOT,
                "insert into usage_event (id, contract, meter, quantity, at) values ('%s', 'K-00002-A', '%s', %d, '2026-01-05T12:00Z')",
                id,
                meter,
                quantity));
    }

    private void assertTold(String day, String documents, String... findings) {
        Answer answer = erp.answer("bill", "--day", day);
        assertThat(answer.told())
                .containsExactly(List.of(findings).stream()
                        .map(finding -> "K-00002-A: " + finding)
                        .toArray(String[]::new));
        assertThat(answer.text()).contains(documents);
        assertThat(answer.status()).isEqualTo(findings.length == 0 ? Erp.DONE : Erp.LOOK);
        assertThat(erp.command("check")).contains("all laws hold");
    }

    private List<String> unbilled() {
        return erp.strings("select id from usage_event where contract = 'K-00002-A' and billed_on is null"
                + " and at < '2026-01-31T23:00Z' order by id");
    }

    private String billedOn(String day) {
        return erp.strings("select sum(amount) from billed_line where billed_on = '" + day + "'")
                .get(0);
    }

    private void change(String document) throws SQLException {
        erp.execute("update contract set document = " + document + " where id = 'K-00002-A'");
    }

    /** From the first day on. */
    private void amend(String charges) throws SQLException {
        ContractHistory signed = ContractJson.standard()
                .readHistory(erp.strings("select document from contract where id = 'K-00002-A'")
                        .get(0));
        ContractTerms charging = ContractTermsJson.standard().read("""
                {"schemaVersion": 1, "currency": "EUR", "zone": "Europe/Berlin", "paymentTerms": {"netDays": 14}, "charges": [%s]}
                """.formatted(charges));
        var amended = signed.amended(Amendment.terms(
                "other charges", LocalDate.parse("2026-01-01"), Instant.parse("2026-02-02T10:00:00Z"), charging));
        try (var connection = erp.connect()) {
            Sql.update(
                    connection,
                    "update contract set document = ? where id = 'K-00002-A'",
                    ContractJson.standard().write(amended));
        }
    }
}
