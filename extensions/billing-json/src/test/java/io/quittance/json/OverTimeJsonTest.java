package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Escalation;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.InvoicingRequirements.Channel;
import io.quittance.core.contract.InvoicingRequirements.Credits;
import io.quittance.core.contract.InvoicingRequirements.Grouping;
import io.quittance.core.contract.Phase;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phases and escalations of charges, and what a customer asks of invoices. */
class OverTimeJsonTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();

    @Test
    void readsPhasesAndAFixedEscalation() {
        Charge charge =
                charge("\"phases\": [{\"kind\": \"trial\", \"length\": \"P14D\"}, {\"kind\": \"rampUp\", \"length\":"
                        + " \"P3M\", \"percent\": \"25\"}, {\"kind\": \"discount\", \"length\": \"P1Y6M\", \"percentOff\":"
                        + " \"20\"}], \"escalation\": {\"kind\": \"fixed\", \"percent\": \"-3\", \"interval\": \"P1Y\", \"day\":"
                        + " \"2027-01-01\"}");
        assertThat(charge)
                .isEqualTo(Charge.recurring("c", FlatFee.of("100"))
                        .phases(Phase.trial("P14D"), Phase.rampUp("P3M", "25"), Phase.discount("P18M", "20"))
                        .escalated(Escalation.fixed("-3", "P1Y", "2027-01-01")));
    }

    /** On 28 February, 31 May and so on, from 2028 on. */
    @Test
    void readsAnEscalationOnLastDays() {
        assertThat(charge("\"escalation\": {\"kind\": \"fixed\", \"percent\": \"1\", \"interval\": \"P3M\", \"day\":"
                                + " \"2026-02-28\", \"lastDayOfMonth\": true, \"from\": \"2028-01-01\"}")
                        .escalation())
                .contains(Escalation.fixed(
                        BigDecimal.ONE,
                        Schedule.lastDayOfMonth(Period.ofMonths(3), YearMonth.of(2026, 2)),
                        LocalDate.of(2028, 1, 1)));
    }

    @Test
    void readsAnEscalationByAnIndex() {
        assertThat(charge(
                                "\"escalation\": {\"kind\": \"indexed\", \"index\": \"CPI-U\", \"base\": \"2025-10\", \"interval\":"
                                        + " \"P1Y\", \"day\": \"2027-01-01\", \"lag\": 3, \"floor\": \"0\", \"cap\": \"2.5\","
                                        + " \"rounding\": {\"scale\": 3, \"mode\": \"HALF_UP\"}}")
                        .escalation())
                .contains(Escalation.indexed("CPI-U", "2025-10", "P1Y", "2027-01-01")
                        .lagged(3)
                        .atLeast("0")
                        .atMost("2.5")
                        .rounded(Rounding.halfUp(3)));
    }

    @Test
    void readsWhatACustomerAsksOfInvoices() {
        String document = document("\"model\": {\"type\": \"flat\", \"amount\": \"100\"}, \"kind\": \"recurring\"")
                .replace(
                        "\"charges\"",
                        "\"invoicing\": {\"purchaseOrder\": \"PO-4711\", \"buyerReference\": \"04011000-1\", \"grouping\":"
                                + " \"orderReference\", \"credits\": \"apart\", \"minimum\": \"25\", \"channel\": \"peppol\","
                                + " \"address\": \"0088:1\", \"format\": \"UBL\"}, \"charges\"");
        assertThat(JSON.read(document).invoicing())
                .isEqualTo(InvoicingRequirements.none()
                        .withPurchaseOrder("PO-4711")
                        .withBuyerReference("04011000-1")
                        .groupedBy(Grouping.ORDER_REFERENCE)
                        .withCredits(Credits.APART)
                        .withMinimum("25")
                        .deliveredBy(Channel.PEPPOL, "0088:1")
                        .withFormat("UBL"));
        assertThat(Schemas.violations("contract-terms", document)).isEmpty();
        assertThat(JSON.write(JSON.read(document))).contains("\"address\" : \"0088:1\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "phases": [{"kind": "free", "length": "P0D", "percent": 1}] | charges[0].phases[0]: kind must be one of [trial, rampUp, discount], but was free; charges[0].phases[0]: length must be whole months or whole days, more than zero, at most 100 years, but was P0D
            "phases": [{"kind": "discount", "length": "P3M", "percentOff": "-1", "percent": "5"}] | charges[0].phases[0]: percentOff must be between 0 and 100, but was -1; charges[0].phases[0]: percent must be left out, for it is none of [kind, length, percentOff]
            "escalation": {"kind": "fixed", "percent": "-100", "interval": "P1M1D", "day": "2027-02-30"} | charges[0].escalation: percent must be more than -100, but was -100; charges[0].escalation: interval must be whole months or whole days, more than zero, but was P1M1D; charges[0].escalation: day must be an ISO date such as 2026-03-31, but was 2027-02-30
            "escalation": {"kind": "fixed", "percent": "1", "interval": "P7D", "day": "2027-02-27", "lastDayOfMonth": true} | charges[0].escalation: interval must be months to begin on last days, but was P7D; charges[0].escalation: day must be the last of its month, but was 2027-02-27
            "escalation": {"kind": "rising", "percent": "x", "colour": "red"} | charges[0].escalation: kind must be one of [fixed, indexed], but was rising
            "escalation": {"kind": "indexed", "index": "i", "base": "2027", "interval": "P7D", "day": "2027-01-01", "lag": 121} | charges[0].escalation: base must be an ISO month such as 2026-03, but was 2027; charges[0].escalation: interval must be whole months to follow an index, but was P7D; charges[0].escalation: lag must be between 0 and 120, but was 121
            "escalation": {"kind": "indexed", "index": "i", "base": "2026-10", "interval": "P1Y", "day": "2027-01-01", "lag": 3} | charges[0].escalation: base must be before the first reference month 2026-10, but was 2026-10
            "escalation": {"kind": "indexed", "index": "i", "base": "2026-10", "interval": "P1Y", "day": "2027-01-01", "floor": "3", "cap": "2"} | charges[0].escalation: floor must be at most the cap 2, but was 3
            "escalation": {"kind": "indexed", "index": "i", "base": "2026-10", "interval": "P1Y", "day": "2027-01-01", "floor": "0.5", "cap": "2.5", "rounding": {"scale": 2, "mode": "DOWN"}} | charges[0].escalation: floor must not be finer than the factor, DOWN at 2 decimal places, but was 0.5; charges[0].escalation: cap must not be finer than the factor, DOWN at 2 decimal places, but was 2.5
            """)
    void refusesByPathRuleAndValue(String fields, String messages) {
        assertThat(errors(document(
                        "\"kind\": \"recurring\", \"model\": {\"type\": \"flat\", \"amount\": \"100\"}, " + fields)))
                .containsExactlyElementsOf(Arrays.asList(messages.split("; ", -1)));
    }

    /** A factor has two decimal places at least: 1.03. */
    @Test
    void refusesACoarseFactor() {
        String message = errors(document("\"kind\": \"recurring\", \"model\": {\"type\": \"flat\", \"amount\": \"1\"},"
                        + " \"escalation\": {\"kind\": \"indexed\", \"index\": \"i\", \"base\": \"2026-10\", \"interval\":"
                        + " \"P1Y\", \"day\": \"2027-01-01\", \"rounding\": {\"scale\": 1, \"mode\": \"DOWN\"}}"))
                .get(0);
        assertThat(message).startsWith("charges[0].escalation.rounding: scale must have at least 2 decimal places");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"kind\": \"oneOff\"", "\"kind\": \"milestones\", \"meter\": \"m\""})
    void refusesThemOfChargesThatAreDueOnce(String kind) {
        String model = kind.contains("oneOff")
                ? "{\"type\": \"flat\", \"amount\": \"1\"}"
                : "{\"type\": \"milestones\", \"milestones\": [{\"name\": \"a\", \"amount\": \"1\"}]}";
        assertThat(errors(document(kind + ", \"model\": " + model + ", \"phases\": [], \"escalation\": {}")))
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).contains("must be left out"));
    }

    @Test
    void refusesMoreThanAHundredAndTwentyPhases() {
        String phases = Stream.generate(() -> "{\"kind\": \"trial\", \"length\": \"P1D\"}")
                .limit(121)
                .collect(Collectors.joining(","));
        String document =
                document("\"kind\": \"recurring\", \"model\": {\"type\": \"flat\", \"amount\": \"1\"}, \"phases\": ["
                        + phases + "]");
        assertThat(errors(document)).containsExactly("charges[0]: phases must be at most 120, but was 121");
        assertThat(Schemas.violations("contract-terms", document)).isNotEmpty();
    }

    /** Not where it is refused, nor where what stands around it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channel\": \"email\", \"address\": \" jane@example.org\"}",
                "{\"channel\": \"email\", \"address\": [\"jane@example.org\"]}",
                "{\"channel\": \"email\", \"address\": \"jane@example.org\", \"address\": \"jane@example.org\"}",
                "{\"channel\": \"pigeon\", \"address\": \"jane@example.org\"}",
                "{\"address\": \"jane@example.org\"}",
                "[{\"channel\": \"email\", \"address\": \"jane@example.org\"}]"
            })
    void neverShowsTheAddress(String invoicing) {
        String document = document("\"kind\": \"recurring\", \"model\": {\"type\": \"flat\", \"amount\": \"1\"}")
                .replace("\"charges\"", "\"invoicing\": " + invoicing + ", \"charges\"");
        var refused = catchThrowableOfType(InvalidDocumentException.class, () -> JSON.read(document));
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused).message().startsWith("invoicing").doesNotContain("jane");
        assertThat(refused.errors().get(0).value().orElse("")).doesNotContain("jane");
    }

    private static Charge charge(String fields) {
        String document =
                document("\"kind\": \"recurring\", \"model\": {\"type\": \"flat\", \"amount\": \"100\"}, " + fields);
        assertThat(Schemas.violations("contract-terms", document)).isEmpty();
        return JSON.read(document).charges().get(0);
    }

    private static String document(String charge) {
        return "{\"schemaVersion\": 1, \"currency\": \"EUR\", \"zone\": \"UTC\", \"charges\": [{\"id\": \"c\", "
                + charge + "}], \"paymentTerms\": {\"netDays\": 30}}";
    }

    private static List<String> errors(String document) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> JSON.read(document)).errors().stream()
                .map(error -> String.valueOf(error.getMessage()))
                .toList();
    }
}
