package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractJsonTest {
    private static final ContractJson JSON = ContractJson.standard();
    private static final Instant SIGNED = Instant.parse("2025-12-01T09:00:00Z");

    private static String terms(String price) {
        return "{\"currency\": \"EUR\", \"zone\": \"UTC\", \"charges\": [{\"id\": \"platform\", \"kind\": \"recurring\","
                + " \"model\": {\"type\": \"flat\", \"amount\": \"" + price
                + "\"}}], \"paymentTerms\": {\"netDays\": 30}}";
    }

    private static final String CONTRACT =
            "{\"schemaVersion\": 1, \"id\": \"C-1\", \"customer\": \"ACME\", \"seller\": \"DE01\","
                    + " \"term\": {\"start\": \"2026-01-01\", \"end\": \"2027-01-01\"},"
                    + " \"renewal\": {\"length\": \"P1Y\", \"notice\": \"P3M\", \"times\": 2}, \"terms\": "
                    + terms("499") + "}";

    private static String history(String amendments) {
        return CONTRACT.substring(0, CONTRACT.length() - 1)
                + ", \"signedAt\": \"2025-12-01T09:00:00Z\", \"amendments\": [" + amendments + "]}";
    }

    private static Contract contract() {
        return Contract.builder("C-1")
                .customer("ACME")
                .seller("DE01")
                .term("2026-01-01", "2027-01-01")
                .renewal(Renewal.of("P1Y", "P3M").atMost(2))
                .currency("EUR")
                .zone("UTC")
                .charge(Charge.recurring("platform", FlatFee.of("499")))
                .paymentTerms(PaymentTerms.net(30))
                .build();
    }

    @Test
    void readsAContract() {
        assertThat(JSON.read(CONTRACT)).isEqualTo(contract());
        assertThat(Schemas.violations("contract", CONTRACT)).isEmpty();
    }

    @Test
    void readsAHistoryWithAmendmentsOfAllKinds() {
        String document = history("{\"key\": \"A-1\", \"kind\": \"terms\", \"recordedAt\": \"2026-03-01T09:00:00Z\","
                + " \"date\": \"2026-04-01\", \"terms\": " + terms("599") + "},"
                + " {\"key\": \"A-2\", \"kind\": \"end\", \"recordedAt\": \"2026-03-02T09:00:00Z\", \"date\":"
                + " \"2026-10-01\"}, {\"key\": \"A-3\", \"kind\": \"pause\", \"recordedAt\": \"2026-03-03T09:00:00.5Z\","
                + " \"days\": {\"start\": \"2026-05-01\", \"end\": \"2026-05-10\"}}, {\"key\": \"A-4\", \"kind\":"
                + " \"withdrawal\", \"recordedAt\": \"2026-03-04T09:00:00Z\", \"withdrawn\": \"A-2\"}");
        ContractTerms dearer = ContractTerms.builder()
                .currency("EUR")
                .zone("UTC")
                .charge(Charge.recurring("platform", FlatFee.of("599")))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        assertThat(JSON.readHistory(document))
                .isEqualTo(ContractHistory.of(contract(), SIGNED)
                        .amended(Amendment.terms(
                                "A-1", LocalDate.of(2026, 4, 1), Instant.parse("2026-03-01T09:00:00Z"), dearer))
                        .amended(Amendment.end("A-2", LocalDate.of(2026, 10, 1), Instant.parse("2026-03-02T09:00:00Z")))
                        .amended(Amendment.pause(
                                "A-3",
                                ServicePeriod.of("2026-05-01", "2026-05-10"),
                                Instant.parse("2026-03-03T09:00:00.5Z")))
                        .amended(Amendment.withdrawal("A-4", "A-2", Instant.parse("2026-03-04T09:00:00Z"))));
        assertThat(Schemas.violations("contract", document)).isEmpty();
    }

    /** Else a contract would be read without what changed it. */
    @Test
    void refusesTheHistoryWhereAContractIsAskedFor() {
        assertThat(errors(() -> JSON.read(history(""))))
                .containsExactly(
                        "signedAt must be left out, for it is none of [schemaVersion, terms, id, customer, term, seller,"
                                + " renewal]",
                        "amendments must be left out, for it is none of [schemaVersion, terms, id, customer, term, seller,"
                                + " renewal]");
        assertThat(errors(() -> JSON.readHistory(CONTRACT))).containsExactly("signedAt must be given");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "id": "C-1" | "id": "" | id must have 1 to 200 characters, but was
            "customer": "ACME" | "customer": 7 | customer must be a string, but was 7
            "seller": "DE01" | "seller": " " | seller must not begin or end with white space, but was ' '
            "start": "2026-01-01" | "start": "2027-01-01" | term: start must be before end, but was 2027-01-01 / 2027-01-01
            "start": "2026-01-01" | "start": "2026-02-30" | term: start must be an ISO date such as 2026-03-31, but was 2026-02-30
            "end": "2027-01-01" | "until": "2027-01-01" | document must be valid, but was refused in 2 places: term: end must be given; term: until must be left out, for it is none of [start, end]
            "P1Y" | "P0Y" | renewal: length must be whole months or whole days, more than zero, at most 100 years, but was P0D
            "P3M" | "soon" | renewal: notice must be an ISO period such as P1M or P14D, but was soon
            "times": 2 | "times": 0 | renewal: times must be between 1 and 10000, but was 0
            "terms": { | "terms": {"schemaVersion": 1,  | terms: schemaVersion must be left out, for it is none of [currency, zone, charges, conventions, discounts, maximum, minimum, commitment, lineRounding, paymentTerms, billed, invoicing]
            "499" | "-1" | terms.charges[0].model: amount must not be negative, but was -1
            "schemaVersion": 1 | "schemaVersion": 2 | schemaVersion must be 1, but was 2
            """)
    void refusesByPathFieldRuleAndValue(String good, String bad, String message) {
        assertThat(CONTRACT).contains(good);
        String document = CONTRACT.replace(good, bad);
        var refused = catchThrowableOfType(InvalidDocumentException.class, () -> JSON.read(document));
        assertThat(String.valueOf(refused.getMessage()).strip()).isEqualTo(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"key": "", "kind": "end", "recordedAt": "today", "date": "x"} | amendments[0]: key must have 1 to 200 characters, but was ; amendments[0]: recordedAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was today; amendments[0]: date must be an ISO date such as 2026-03-31, but was x
            {"key": "A", "kind": "end", "recordedAt": "2026-01-01T00:00:00+01:00", "date": "2026-10-01"} | amendments[0]: recordedAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was 2026-01-01T00:00:00+01:00
            {"key": "A", "kind": "end", "recordedAt": "2025-01-01T00:00:00Z", "date": "2026-10-01"} | amendments[0].recordedAt must not be before 2025-12-01T09:00:00Z, but was 2025-01-01T00:00:00Z
            {"key": "A", "kind": "end", "recordedAt": "2026-01-01T00:00:00Z", "date": "2026-01-01"} | amendments[0].date must be after the start of the contract, 2026-01-01, but was 2026-01-01
            {"key": "A", "kind": "pause", "recordedAt": "2026-01-01T00:00:00Z", "days": {"start": "2025-01-01", "end": "2026-02-01"}} | amendments[0].days must not begin before the start of the contract, 2026-01-01, but was [2025-01-01, 2026-02-01)
            {"key": "A", "kind": "withdrawal", "recordedAt": "2026-01-01T00:00:00Z", "withdrawn": "B"} | amendments[0].withdrawn must name an earlier amendment that holds, but was B
            {"key": "A", "kind": "change", "recordedAt": "2026-01-01T00:00:00Z", "date": 7} | amendments[0]: kind must be one of [terms, end, pause, withdrawal], but was change
            {"key": "A", "kind": "end", "recordedAt": "2026-01-01T00:00:00Z", "date": "2026-10-01", "days": {}} | amendments[0]: days must be left out, for it is none of [key, kind, recordedAt, date]
            {"key": "A", "kind": "terms", "recordedAt": "2026-01-01T00:00:00Z", "date": "2026-10-01"} | amendments[0]: terms must be given
            """)
    void refusesAmendments(String amendment, String messages) {
        assertThat(errors(() -> JSON.readHistory(history(amendment))))
                .containsExactlyElementsOf(List.of(messages.split("; ", -1)));
    }

    /** Each amendment is held against those before it that are good; what may only follow from a bad one is not told. */
    @Test
    void tellsEveryAmendmentThatDoesNotFit() {
        String usDollars = terms("1").replace("EUR", "USD");
        assertThat(errors(() -> JSON.readHistory(history("{\"key\": \"A\", \"kind\": \"end\", \"recordedAt\":"
                        + " \"2026-02-01T00:00:00Z\", \"date\": \"2026-10-01\"}, {\"key\": \"A\", \"kind\": \"end\","
                        + " \"recordedAt\": \"2026-02-02T00:00:00Z\", \"date\": \"2026-11-01\"}, {\"key\": \"B\", \"kind\":"
                        + " \"terms\", \"recordedAt\": \"2026-02-03T00:00:00Z\", \"date\": \"2026-10-01\", \"terms\": "
                        + usDollars + "}, {\"key\": \"C\", \"kind\": \"withdrawal\", \"recordedAt\":"
                        + " \"2026-02-04T00:00:00Z\", \"withdrawn\": \"B\"}, {\"key\": \"D\", \"kind\": \"end\","
                        + " \"recordedAt\": \"2026-01-31T00:00:00Z\", \"date\": \"2026-12-01\"}"))))
                .containsExactly(
                        "amendments[1].key must be unique, but was A",
                        "amendments[2].terms.currency must stay EUR, but was USD",
                        "amendments[4].recordedAt must be after 2026-02-01T00:00:00Z, but was 2026-01-31T00:00:00Z");
    }

    /** The order of amendments is told although the terms that were signed are wrong; another currency is not. */
    @Test
    void holdsAmendmentsAgainstContractsThatAreWrong() {
        String document = history("{\"key\": \"A\", \"kind\": \"terms\", \"recordedAt\": \"2026-02-01T00:00:00Z\","
                        + " \"date\": \"2026-04-01\", \"terms\": " + terms("1").replace("EUR", "USD")
                        + "}, {\"key\": \"B\", \"kind\": \"end\", \"recordedAt\": \"2026-01-01T00:00:00Z\", \"date\":"
                        + " \"2026-10-01\"}")
                .replace("\"499\"", "\"-499\"");
        assertThat(errors(() -> JSON.readHistory(document)))
                .containsExactly(
                        "terms.charges[0].model: amount must not be negative, but was -499",
                        "amendments[1].recordedAt must be after 2026-02-01T00:00:00Z, but was 2026-01-01T00:00:00Z");
    }

    @Test
    void refusesMoreThanTenThousandAmendments() {
        String ends = IntStream.range(0, 10_001)
                .mapToObj(
                        i -> "{\"key\": \"" + i + "\", \"kind\": \"end\", \"date\": \"2026-10-01\", \"recordedAt\": \""
                                + SIGNED.plusSeconds(i) + "\"}")
                .collect(Collectors.joining(","));
        assertThat(errors(() -> JSON.readHistory(history(ends))))
                .containsExactly("amendments must be at most 10000, but was 10001");
        assertThat(Schemas.allows("contract", history(ends))).isFalse();
    }

    @Test
    void refusesToWriteInstantsThatCouldNotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.write(ContractHistory.of(contract(), Instant.parse("+10000-01-01T00:00:00Z"))))
                .withMessage(
                        "signedAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was +10000-01-01T00:00:00Z");
    }

    @Test
    void takesAUsersOwnChargeModel() {
        ContractJson own = ContractJson.of(ContractTermsJson.standard().with(new AccessFeeCodec()));
        Contract contract = Contract.builder("C-1")
                .customer("ACME")
                .term("2026-01-01", "2027-01-01")
                .currency("EUR")
                .zone("UTC")
                .charge(Charge.usage("access", "lines", new AccessFee(new BigDecimal("9.90"))))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        assertThat(own.read(own.write(contract))).isEqualTo(contract);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void readsTheContractThatItWrote(@ForAll("contracts") Contract contract) {
        String written = JSON.write(contract);
        assertThat(JSON.read(written)).isEqualTo(contract);
        assertThat(Schemas.violations("contract", written)).isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void readsTheHistoryThatItWrote(@ForAll("histories") ContractHistory history) {
        String written = JSON.write(history);
        assertThat(JSON.readHistory(written)).isEqualTo(history);
        assertThat(JSON.write(JSON.readHistory(written))).isEqualTo(written);
        assertThat(Schemas.violations("contract", written)).isEmpty();
    }

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    @Tag("exhaustive")
    void readerAndSchemaAgreeOnEveryDamage(@ForAll("histories") ContractHistory history) {
        Damages.all(JSON.write(history)).forEach(document -> {
            if (document.contains("\"signedAt\"")) {
                SchemaAgreementTest.assertAgreement("contract", document, JSON::readHistory, JSON::write);
            } else {
                SchemaAgreementTest.assertAgreement("contract", document, JSON::read, JSON::write);
            }
        });
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return ContractArbitraries.contracts();
    }

    @Provide
    Arbitrary<ContractHistory> histories() {
        return ContractArbitraries.histories();
    }

    private static List<String> errors(ThrowingCallable read) {
        return catchThrowableOfType(InvalidDocumentException.class, read).errors().stream()
                .map(error -> String.valueOf(error.getMessage()))
                .toList();
    }
}
