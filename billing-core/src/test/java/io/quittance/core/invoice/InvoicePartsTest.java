package io.quittance.core.invoice;

import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Prices, allowances and lines by themselves. */
class InvoicePartsTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Rounding CENTS = Rounding.halfUp(2);

    private static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    /** Semantics, section 2, step 2: multiply before dividing; 1500 at 12.50 per 1000. */
    @Test
    void aPriceMayBeForSeveralUnits() {
        UnitPrice price = UnitPrice.of(eur("12.50")).per("1000");
        assertThat(price.of(dec("1500"))).isEqualTo(Fraction.of(dec("18.75")));
        assertThat(price)
                .hasToString("EUR 12.50 per 1000")
                .isEqualTo(UnitPrice.of(eur("12.5")).per("1000.0"));
        InvoiceLine line = InvoiceLine.priced("Calls", dec("1"), "C62", price.per("3"), CENTS);
        // 12.50 / 3 = 4.1666...
        assertThat(line.netAmount()).isEqualTo(eur("4.17"));
        assertThat(line.explanations().get(0).text()).isEqualTo("1 × 12.5 per 3 = 25/6");
    }

    /** PEPPOL-EN16931-R046: net is gross less discount; no sum shows the discount. */
    @Test
    void aPriceMayHaveADiscount() {
        UnitPrice price = UnitPrice.of(eur("10")).less(eur("1")).less(eur("0.50"));
        assertThat(price.net()).isEqualTo(eur("8.50"));
        assertThat(price.gross()).contains(eur("10"));
        assertThat(price.discount()).contains(eur("1.50"));
        assertThat(UnitPrice.of(eur("8.50")).gross()).isEmpty();
        assertThat(InvoiceLine.priced("Goods", dec("2"), "C62", price, CENTS).netAmount())
                .isEqualTo(eur("17"));
    }

    @Test
    void refusesAPriceBelowZeroOrForNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitPrice.of(eur("1")).less(eur("2")))
                .withMessageStartingWith("netPrice must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitPrice.of(eur("1")).less(eur("-1")))
                .withMessageStartingWith("discount must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitPrice.of(eur("1")).per("0"))
                .withMessage("baseQuantity must be more than 0, but was 0");
    }

    /** PEPPOL-EN16931-R040: base × percent / 100; 99.95 × 10 % = 9.995. */
    @Test
    void aPercentageIsRoundedOnce() {
        AllowanceCharge loyalty = AllowanceCharge.allowance(dec("10.0"), eur("99.95"), CENTS)
                .because("loyalty")
                .withReasonCode("95");
        assertThat(loyalty.amount()).isEqualTo(eur("10"));
        assertThat(loyalty.signed()).isEqualTo(eur("-10"));
        assertThat(loyalty.base()).contains(eur("99.95"));
        assertThat(loyalty.percent()).contains(dec("10"));
        assertThat(loyalty).hasToString("ALLOWANCE EUR 10.00, loyalty");
        AllowanceCharge freight = AllowanceCharge.charge(dec("2.5"), eur("99.95"), CENTS);
        assertThat(freight.signed()).isEqualTo(eur("2.50"));
        assertThat(freight.kind()).isEqualTo(AllowanceCharge.Kind.CHARGE);
        assertThat(freight).isNotEqualTo(loyalty);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowanceCharge.charge(dec("-1"), eur("1"), CENTS))
                .withMessage("percent must not be negative, but was -1");
    }

    @Test
    void lessAndMoreThanItsGoods() {
        InvoiceLine line = InvoiceLine.priced("Goods", dec("3"), "C62", eur("10"), CENTS)
                .with(AllowanceCharge.allowance(eur("5")))
                .with(AllowanceCharge.charge(eur("1.25")));
        assertThat(line.goods()).isEqualTo(eur("30"));
        assertThat(line.netAmount()).isEqualTo(eur("26.25"));
        assertThat(line.allowanceCharges()).hasSize(2);
    }

    /** Its taxes would count nowhere. */
    @Test
    void refusesAnAllowanceOfALineWithTaxesOfItsOwn() {
        InvoiceLine line = InvoiceLine.priced("Goods", dec("3"), "C62", eur("10"), CENTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.with(AllowanceCharge.allowance(eur("5")).taxed(standard("7"))))
                .withMessage("allowanceCharges[0].taxes must be empty: it is taxed as its line is, but was [S 7%]");
    }

    /** 1500 calls for 3.20 are 1500 at 3.20 per 1500; the price of one, 0.0021333..., would have no end. */
    @Test
    void aBilledLineShowsItsPriceForAllOfIt() {
        InvoiceLine line = billed("1500", "3.20");
        assertThat(line.quantity()).isEqualByComparingTo("1500");
        assertThat(line.price()).isEqualTo(UnitPrice.of(eur("3.20")).per("1500"));
        assertThat(line.unit()).isEqualTo("MIN");
        InvoiceLine back = billed("-1500", "-3.20");
        assertThat(back.quantity()).isEqualByComparingTo("-1500");
        assertThat(back.price()).isEqualTo(UnitPrice.of(eur("3.20")).per("1500"));
    }

    /** A minimum without usage, or less for more usage: the quantity tells nothing of the amount. */
    @Test
    void aBilledLineIsOnePieceWhereTheQuantityTellsNothing() {
        for (InvoiceLine line : List.of(billed("0", "25"), billed("-3", "25"))) {
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.unit()).isEqualTo("C62");
            assertThat(line.price()).isEqualTo(UnitPrice.of(eur("25")));
        }
        InvoiceLine less = billed("5", "-2");
        assertThat(less.quantity()).isEqualByComparingTo("-1");
        assertThat(less.netAmount()).isEqualTo(eur("-2"));
        assertThat(billed("0", "0").quantity()).isZero();
        assertThat(billed("7", "0").unit()).isEqualTo("MIN");
    }

    /** A quantity of more than 38 digits is more than documents hold; the line shows one piece. */
    @Test
    void aBilledLineShowsQuantitiesOf38Digits() {
        String digits = "12345678901234567890123456789012345678";
        InvoiceLine longest = billed(digits, "3.20");
        assertThat(longest.quantity()).isEqualByComparingTo(digits);
        assertThat(longest.unit()).isEqualTo("MIN");
        InvoiceLine longer = billed(digits + "9", "3.20");
        assertThat(longer.quantity()).isEqualByComparingTo("1");
        assertThat(longer.unit()).isEqualTo("C62");
    }

    /** BR-27 and the rule of the line: no price below zero, and quantity × price / base quantity is the amount, exactly. */
    @Property
    void aBilledLineIsItsQuantityTimesItsPrice(
            @ForAll @LongRange(min = -10_000, max = 10_000) long thousandths,
            @ForAll @LongRange(min = -10_000, max = 10_000) long cents) {
        InvoiceLine line = InvoiceLine.billed(
                "Calls",
                Fraction.of(thousandths, 1000),
                "MIN",
                Amount.of(BigDecimal.valueOf(cents, 2), EUR),
                List.of());
        assertThat(line.price().of(line.quantity())).isEqualTo(Fraction.of(cents, 100));
        assertThat(line.price().net().signum()).isNotNegative();
    }

    @Test
    void partsSurviveSerialisation() throws Exception {
        InvoiceLine line = billed("1500", "3.20")
                .identified("1")
                .within("0")
                .withStatus(InvoiceLine.Status.INFORMATION)
                .taxed(standard("19"))
                .ordered("PO-1")
                .with(AllowanceCharge.allowance(dec("10"), eur("3.20"), CENTS)
                        .because("loyalty")
                        .withReasonCode("95"));
        assertThat(SerialStreams.copy(line)).isEqualTo(line).hasSameHashCodeAs(line);
        UnitPrice price = UnitPrice.of(eur("10")).less(eur("1")).per("3");
        assertThat(SerialStreams.copy(price)).isEqualTo(price).hasSameHashCodeAs(price);
    }

    private static InvoiceLine billed(String quantity, String amount) {
        return InvoiceLine.billed(
                "Calls", Fraction.of(dec(quantity)), "MIN", eur(amount), List.of(Explanation.of("test", "as counted")));
    }
}
