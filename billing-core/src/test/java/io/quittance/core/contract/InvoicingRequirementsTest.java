package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.InvoicingRequirements.Channel;
import io.quittance.core.contract.InvoicingRequirements.Credits;
import io.quittance.core.contract.InvoicingRequirements.Grouping;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.Masked;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicingRequirementsTest {
    private static final InvoicingRequirements ALL = InvoicingRequirements.none()
            .withPurchaseOrder("PO-4711")
            .withBuyerReference("04011000-1234512345-06")
            .groupedBy(Grouping.ORDER_REFERENCE)
            .withCredits(Credits.APART)
            .withMinimum("25.00")
            .deliveredBy(Channel.EMAIL, "address-17")
            .withFormat("UBL");

    @Test
    void saysWhatIsAsked() {
        assertThat(ALL.purchaseOrder()).contains("PO-4711");
        assertThat(ALL.buyerReference()).contains("04011000-1234512345-06");
        assertThat(ALL.grouping()).isEqualTo(Grouping.ORDER_REFERENCE);
        assertThat(ALL.credits()).isEqualTo(Credits.APART);
        assertThat(ALL.minimum()).isEqualByComparingTo("25");
        assertThat(ALL.channel()).contains(Channel.EMAIL);
        assertThat(ALL.address().map(Masked::reveal)).contains("address-17");
        assertThat(ALL.format()).contains("UBL");
    }

    @Test
    void asksNothingUnlessAgreed() {
        InvoicingRequirements none = InvoicingRequirements.none();
        assertThat(none.purchaseOrder()).isEmpty();
        assertThat(none.buyerReference()).isEmpty();
        assertThat(none.grouping()).isEqualTo(Grouping.CONTRACT);
        assertThat(none.credits()).isEqualTo(Credits.TOGETHER);
        assertThat(none.minimum()).isZero();
        assertThat(none.channel()).isEmpty();
        assertThat(none.address()).isEmpty();
        assertThat(none.format()).isEmpty();
        assertThat(none).hasToString("by CONTRACT, credits TOGETHER");
    }

    /** Less than the minimum waits; a credit is the customer's money and does not. */
    @ParameterizedTest(name = "with a minimum of {0}, {1} waits: {2}")
    @CsvSource({
        "25, 24.99, true",
        "25, 25.00, false",
        "25, 0, true",
        "25, -0.01, false",
        "25, -100, false",
        "0, 0, false",
        "0, 0.01, false"
    })
    void waitsBelowTheMinimum(String minimum, String total, boolean waits) {
        assertThat(InvoicingRequirements.none().withMinimum(minimum).waits(Amount.of(total, "EUR")))
                .isEqualTo(waits);
    }

    /** Law 11 of the design: an address is seen by who asks for it, and nowhere else. */
    @ParameterizedTest
    @ValueSource(strings = {" jane@example.com", "jane@example.com\u0007", "jane@example.com "})
    void neverShowsTheAddress(String address) {
        assertThat(ALL)
                .hasToString("by ORDER_REFERENCE, credits APART, purchase order PO-4711,"
                        + " buyer reference 04011000-1234512345-06, at least 25, EMAIL to ***, UBL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.deliveredBy(Channel.POST, address))
                .satisfies(e -> {
                    assertThat(e).hasNoCause();
                    assertThat(e.getMessage()).startsWith("address must ").doesNotContain("jane", "U+");
                    assertThat(((InvalidArgumentException) e).value()).isEmpty();
                });
    }

    @Test
    void anAddressGoesWithItsChannel() {
        assertThat(ALL.deliveredBy(Channel.PORTAL).address()).isEmpty();
        assertThat(ALL.deliveredBy(Channel.PORTAL)).asString().endsWith(", PORTAL, UBL");
    }

    @Test
    void refusesWhatNoInvoiceCanCarry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withPurchaseOrder(""))
                .withMessage("purchaseOrder must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withBuyerReference(" x"))
                .withMessage("buyerReference must not begin or end with white space, but was ' x'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withFormat("a\nb"))
                .withMessage("format must have no control characters, but was U+000A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withMinimum("-0.01"))
                .withMessage("minimum must not be negative, but was -0.01");
    }

    @Test
    void isAValue() throws Exception {
        assertThat(SerialStreams.copy(ALL)).isEqualTo(ALL).hasSameHashCodeAs(ALL);
        assertThat(SerialStreams.copy(InvoicingRequirements.none())).isEqualTo(InvoicingRequirements.none());
        assertThat(ALL)
                .isEqualTo(ALL.withMinimum("25"))
                .isNotEqualTo(ALL.withPurchaseOrder("PO-4712"))
                .isNotEqualTo(ALL.withBuyerReference("x"))
                .isNotEqualTo(ALL.groupedBy(Grouping.CHARGE_GROUP))
                .isNotEqualTo(ALL.withCredits(Credits.TOGETHER))
                .isNotEqualTo(ALL.withMinimum("26"))
                .isNotEqualTo(ALL.deliveredBy(Channel.EDI, "address-17"))
                .isNotEqualTo(ALL.deliveredBy(Channel.EMAIL, "address-18"))
                .isNotEqualTo(ALL.withFormat("PDF"));
    }
}
