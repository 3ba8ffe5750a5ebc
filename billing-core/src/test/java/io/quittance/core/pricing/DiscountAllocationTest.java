package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.DiscountAllocation.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DiscountAllocationTest {
    private static final Rounding CENTS = Rounding.halfUp(2);

    /** rating.md 2.14: in proportion, left-over cents to the largest remainders, ties to the earlier line. */
    @Test
    void dividesToTheLastCent() {
        assertThat(shares("10", "60.00", "40.00")).containsExactly("6", "4");
        assertThat(shares("10", "33.00", "33.00", "33.00")).containsExactly("3.34", "3.33", "3.33");
        assertThat(shares("0.01", "1.00", "1.00")).containsExactly("0.01", "0");
    }

    @Test
    void takesNoMoreThanThereIs() {
        assertThat(shares("500", "60.00", "40.00")).containsExactly("60", "40");
    }

    /** 10.005 takes 10.00 in cents, and 10.50 takes 10 where lines are whole: never more than it is. */
    @Test
    void anAmountTakesNoMoreThanItIs() {
        assertThat(shares("10.005", "60.00", "40.00")).containsExactly("6", "4");
        var whole = DiscountAllocation.of(
                lines("60", "40"),
                Discounts.of(Discount.amount("voucher", "10.50")),
                Conventions.standard(),
                Map.of(),
                Rounding.halfUp(0));
        assertThat(whole.used("voucher")).isEqualTo(Fraction.of(10));
    }

    @Test
    void anEmptyOrNegativeLineBearsNothing() {
        assertThat(shares("10", "0.00", "-5.00", "20.00")).containsExactly("0", "0", "10");
    }

    /** getlago/lago-api, applied_coupons_service_spec: 82 on a line of 75 takes 75, 5 on another of 12 takes 5. */
    @Test
    void appliesToTheChargesOfItsScope() {
        var allocation = DiscountAllocation.of(
                lines("75.00", "12.00"),
                Discounts.of(
                        Discount.amount("metric", "5").on("c1"),
                        Discount.amount("plan", "82").on("c0")),
                Conventions.standard(),
                Map.of(),
                CENTS);
        assertThat(allocation.of(new ChargeId("c0"))).isEqualTo(Fraction.of(75));
        assertThat(allocation.of(new ChargeId("c1"))).isEqualTo(Fraction.of(5));
        assertThat(allocation.used("plan")).isEqualTo(Fraction.of(75));
        assertThat(allocation.total()).isEqualTo(Fraction.of(80));
    }

    /** polarsource/polar: 33.33 % of two lines of 100 is 33 each per line, and 67 on the total. */
    @Test
    void aPercentageIsTakenOfTheSumUnlessTheTermsSayOfEachLine() {
        Discounts third = Discounts.of(Discount.percent("third", "33.33"));
        Rounding whole = Rounding.halfUp(0);
        var onSum = DiscountAllocation.of(lines("100", "100"), third, Conventions.standard(), Map.of(), whole);
        assertThat(onSum.shares())
                .extracting(DiscountAllocation.Share::amount)
                .containsExactly(Fraction.of(34), Fraction.of(33));
        var perLine = DiscountAllocation.of(
                lines("100", "100"),
                third,
                Conventions.standard().withDiscountSpread(DiscountSpread.PER_LINE),
                Map.of(),
                whole);
        assertThat(perLine.total()).isEqualTo(Fraction.of(66));
    }

    @Test
    void dividesExactlyWhereTheTermsSaySo() {
        var exact = DiscountAllocation.of(
                lines("33.00", "33.00", "33.00"),
                Discounts.of(Discount.amount("voucher", "10")),
                Conventions.standard().withDiscountSpread(DiscountSpread.EXACT),
                Map.of(),
                CENTS);
        assertThat(exact.of(new ChargeId("c2"))).isEqualTo(Fraction.of(10, 3));
        assertThat(exact.total()).isEqualTo(Fraction.of(10));
    }

    /** 10 % of 1.005 are 0.1005; in cents such a line would be refused. */
    @Test
    void aLineMayBeFinerWhereSharesAreExact() {
        var exact = DiscountAllocation.of(
                lines("1.005"),
                Discounts.of(Discount.percent("launch", "10")),
                Conventions.standard().withDiscountSpread(DiscountSpread.EXACT),
                Map.of(),
                CENTS);
        assertThat(exact.total()).isEqualTo(Fraction.of(new BigDecimal("0.1005")));
    }

    /** 10 off 60 and 40 are 6 and 4: taken of each line, as a percentage is, an amount would be taken twice. */
    @Test
    void anAmountIsTakenOnceAlsoWherePercentagesAreTakenOfEachLine() {
        var allocation = DiscountAllocation.of(
                lines("60.00", "40.00"),
                Discounts.of(Discount.amount("voucher", "10")),
                Conventions.standard().withDiscountSpread(DiscountSpread.PER_LINE),
                Map.of(),
                CENTS);
        assertThat(allocation.shares())
                .extracting(DiscountAllocation.Share::amount)
                .containsExactly(Fraction.of(6), Fraction.of(4));
    }

    /** One cent goes to the first of two lines; the other has no share of zero. */
    @Test
    void aShareIsMoreThanNothing() {
        var allocation = DiscountAllocation.of(
                lines("1.00", "1.00"),
                Discounts.of(Discount.amount("voucher", "0.01")),
                Conventions.standard(),
                Map.of(),
                CENTS);
        assertThat(allocation.shares())
                .extracting(DiscountAllocation.Share::charge)
                .containsExactly(new ChargeId("c0"));
    }

    @Test
    void refusesWhatItCannotDivide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountAllocation.of(
                        lines("1.00"),
                        Discounts.of(Discount.amount("voucher", "1").on("other")),
                        Conventions.standard(),
                        Map.of(),
                        CENTS))
                .withMessage("discount voucher must apply to charges of the contract, but was other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountAllocation.of(
                        lines("1.005"), Discounts.none(), Conventions.standard(), Map.of(), CENTS))
                .withMessage("line c0 must be rounded HALF_UP at 2 decimal places, but was EUR 1.005");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountAllocation.of(
                        List.of(line("c0", "1.00"), line("c0", "1.00")),
                        Discounts.none(),
                        Conventions.standard(),
                        Map.of(),
                        CENTS))
                .withMessage("lines must name each charge once, but was c0");
    }

    /** No cent is lost or invented, and no line bears more than it comes to. */
    @Property
    void conservesTheDiscount(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 100_000) Integer> cents,
            @ForAll @IntRange(min = 0, max = 200_000) int off) {
        var lines = new ArrayList<Line>();
        long sum = 0;
        for (int amount : cents) {
            lines.add(line("c" + lines.size(), BigDecimal.valueOf(amount, 2).toPlainString()));
            sum += amount;
        }
        var allocation = DiscountAllocation.of(
                lines,
                Discounts.of(Discount.amount("voucher", BigDecimal.valueOf(off, 2))),
                Conventions.standard(),
                Map.of(),
                CENTS);
        assertThat(allocation.total()).isEqualTo(Fraction.of(Math.min(sum, off), 100));
        for (Line line : lines) {
            assertThat(allocation.of(line.charge()))
                    .isBetween(Fraction.ZERO, line.amount().toFraction());
        }
    }

    private static List<String> shares(String discount, String... amounts) {
        List<Line> lines = lines(amounts);
        var allocation = DiscountAllocation.of(
                lines, Discounts.of(Discount.amount("voucher", discount)), Conventions.standard(), Map.of(), CENTS);
        return lines.stream()
                .map(line -> allocation.of(line.charge()).toString())
                .toList();
    }

    private static List<Line> lines(String... amounts) {
        var lines = new ArrayList<Line>();
        for (String amount : amounts) {
            lines.add(line("c" + lines.size(), amount));
        }
        return lines;
    }

    private static Line line(String charge, String amount) {
        return new Line(new ChargeId(charge), Amount.of(amount, "EUR"));
    }
}
