package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.verification.VerificationFinding;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What reference.json of the telephone data says, held against the job. */
class TelephoneReferenceTest {
    private static final Close CLOSE = Shipped.CLOSE;
    private static final JsonNode REFERENCE = Shipped.reference("telco-minutes-mlc");

    @ParameterizedTest
    @ValueSource(strings = {"day", "eve", "night", "intl"})
    void chargesAreRightAsOftenAsTheReferenceSays(String charge) {
        JsonNode expected = REFERENCE.at("/match/" + charge + "/HALF_UP");
        long wrong = findings().stream()
                .filter(finding ->
                        finding.charge().filter(new ChargeId(charge)::equals).isPresent())
                .count();
        assertThat(wrong).isEqualTo(expected.get("different").asLong());
        assertThat(CLOSE.usage().rows() - wrong).isEqualTo(expected.get("equal").asLong());
    }

    @Test
    void everyWrongChargeIsOneCentLow() {
        assertThat(CLOSE.billing().chargesChecked()).isEqualTo(20_000);
        assertThat(findings()).hasSize(56).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(VerificationFinding.Code.ROUNDING_ONLY);
            assertThat(finding.difference()).isEqualTo(Amount.of("-0.01", "USD"));
        });
        assertThat(CLOSE.billing().publishedInvoicesWrong()).isEqualTo(56);
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "eve", "night", "intl"})
    void minutesAndPublishedChargesAddUpToTheReference(String id) {
        JsonNode expected = REFERENCE.at("/match/" + id);
        Charge charge = CLOSE.terms().charges().stream()
                .filter(one -> one.id().equals(new ChargeId(id)))
                .findFirst()
                .orElseThrow();
        BigDecimal minutes = CLOSE.usage().accepted().stream()
                .flatMap(customer -> customer.usage().stream())
                .filter(record -> record.meter().equals(charge.meter().id()))
                .map(record -> record.quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Amount published = CLOSE.usage().accepted().stream()
                .flatMap(customer -> customer.published().stream())
                .filter(one -> one.charge().filter(charge.id()::equals).isPresent())
                .map(one -> one.amount())
                .reduce(Amount.zero(CLOSE.terms().currency()), Amount::add);
        assertThat(minutes).isEqualByComparingTo(expected.get("sum_minutes").asString());
        assertThat(Text.money(published)).isEqualTo(expected.get("sum_charge").asString());
    }

    @Test
    void everyCustomerGetsANumberedItemisedInvoice() {
        assertThat(CLOSE.billing().invoices()).hasSize(REFERENCE.get("rows").asInt());
        assertThat(CLOSE.billing().invoices())
                .allSatisfy(invoice -> assertThat(invoice.lines()).hasSize(4));
        assertThat(CLOSE.billing().invoices().get(4999).number().value()).isEqualTo("T-2014-005000");
        assertThat(CLOSE.billing().invoices().get(4999).customer().value()).isEqualTo("5000");
        assertThat(CLOSE.billing().invoices().get(0).dueDate()).isEqualTo("2014-03-03");
    }

    /** The invoices are right where the publisher is not: 297,464.59 published, without tax, and 56 cents more. */
    @Test
    void invoicesComeToThePublishedSumAndTheLostCents() {
        Amount billed = CLOSE.billing().invoices().stream()
                .map(invoice -> invoice.totals().withoutTax())
                .reduce(Amount.zero(CLOSE.terms().currency()), Amount::add);
        assertThat(billed).isEqualTo(CLOSE.usage().readable().add(Amount.of("0.56", "USD")));
    }

    private static List<VerificationFinding> findings() {
        return CLOSE.billing().published().stream()
                .flatMap(published -> published.verification().findings().stream())
                .toList();
    }
}
