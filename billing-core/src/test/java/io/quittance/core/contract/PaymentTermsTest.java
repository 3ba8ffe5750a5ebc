package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.BusinessDayConvention;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTermsTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final BusinessCalendar ANY_DAY = day -> true;

    /** The IBM receivables sample: every invoice is due 30 days after its date, for example 1/2/2013 on 2/1/2013. */
    @ParameterizedTest(name = "net {1} from {0} is due on {2}")
    @CsvSource({
        "2013-01-02, 30, 2013-02-01",
        "2013-01-26, 30, 2013-02-25",
        "2013-07-03, 30, 2013-08-02",
        "2014-02-01, 30, 2014-03-03",
        "2024-02-01, 30, 2024-03-02",
        "2014-02-01, 0, 2014-02-01"
    })
    void countsCalendarDays(LocalDate issued, int days, LocalDate due) {
        assertThat(PaymentTerms.net(days).dueDate(issued)).isEqualTo(due);
    }

    @Test
    void refusesDaysThatNoContractHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.net(-1))
                .withMessage("days must be between 0 and 3650, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.net(3651))
                .withMessage("days must be between 0 and 3650, but was 3651");
    }

    /** DESIGN section 5: 2 % within 10 days, else 30 days net. */
    @Test
    void knowsWhatIsTakenOffForPayingEarly() {
        PaymentTerms terms = PaymentTerms.net(30).discount("3", 7).discount("2", 14);
        LocalDate issued = LocalDate.parse("2019-01-01");
        assertThat(terms.dueDate(issued)).isEqualTo("2019-01-31");
        assertThat(terms.discounts())
                .extracting(discount -> discount.until(issued).toString())
                .containsExactly("2019-01-08", "2019-01-15");
        assertThat(terms).hasToString("net 30 days, 3% within 7 days, 2% within 14 days");
        EarlyPaymentDiscount onNet = EarlyPaymentDiscount.of("2", 10).on(EarlyPaymentDiscount.Base.NET);
        assertThat(onNet.base()).isEqualTo(EarlyPaymentDiscount.Base.NET);
        assertThat(onNet).hasToString("2% within 10 days on NET").isNotEqualTo(EarlyPaymentDiscount.of("2", 10));
    }

    /** Odoo: 70 %, 200.00 and the rest of 1000.00; the last line takes whatever is left. */
    @Test
    void dividesTheTotalIntoInstalments() {
        PaymentTerms terms = PaymentTerms.inInstalments(List.of(
                Instalment.percent("70", DueDateRule.days(0)),
                Instalment.amount("200", DueDateRule.days(30)),
                Instalment.rest(DueDateRule.endOfMonthThenDay(30, 10))));
        LocalDate issued = LocalDate.parse("2023-12-12");
        assertThat(terms.dueAmounts(issued, Amount.of("1000", "EUR"), CENTS, ANY_DAY))
                .containsExactly(due("2023-12-12", "700"), due("2024-01-11", "200"), due("2024-02-10", "100"));
        assertThat(terms.dueAmounts(issued, Amount.of("-1000", "EUR"), CENTS, ANY_DAY))
                .extracting(DueAmount::amount)
                .containsExactly(eur("-700"), eur("-200"), eur("-100"));
        assertThat(terms.dueDate(issued)).isEqualTo("2024-02-10");
        assertThat(terms)
                .hasToString("70% after 0 days, 200 after 30 days, the rest after 30 days, end of month, then day 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms.dueAmounts(issued, eur("100"), CENTS, ANY_DAY))
                .withMessage("total must not be less than the instalments before the last one, but was EUR 100.00");
    }

    /** Nothing cannot be 200.00 and -200.00, and a third of a cent cannot be paid. */
    @Test
    void refusesTotalsAndAmountsThatCannotBeDivided() {
        LocalDate issued = LocalDate.parse("2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amountAndRest("200").dueAmounts(issued, eur("0"), CENTS, ANY_DAY))
                .withMessage("total must not be less than the instalments before the last one, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amountAndRest("33.333").dueAmounts(issued, eur("100"), CENTS, ANY_DAY))
                .withMessage("instalments[0].value must have at most 2 decimal places, but was 33.333");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amountAndRest("33.3300").dueAmounts(issued, eur("100.005"), CENTS, ANY_DAY))
                .withMessage("total must have at most 2 decimal places, but was 100.005");
        assertThat(amountAndRest("33.3300").dueAmounts(issued, eur("100"), CENTS, ANY_DAY))
                .containsExactly(due("2026-01-01", "33.33"), due("2026-01-31", "66.67"));
    }

    private static PaymentTerms amountAndRest(String amount) {
        return PaymentTerms.inInstalments(
                List.of(Instalment.amount(amount, DueDateRule.days(0)), Instalment.rest(DueDateRule.days(30))));
    }

    /**
     * Each of eleven parts of 8.33 % of 0.10 by itself is 0.01, 0.11 in all. Up to the 1st 0.00833 are due, up to the 6th
     * 0.04998, up to the 7th 0.05831, up to the 11th 0.09163: 0.01, 0.02, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.07, 0.08, 0.09.
     */
    @Test
    void percentagesAreNeverMoreThanTheTotal() {
        LocalDate issued = LocalDate.parse("2026-01-01");
        assertThat(percentages(11, "8.33").dueAmounts(issued, eur("0.10"), CENTS, ANY_DAY))
                .extracting(due -> due.amount().toBigDecimal().movePointRight(2).intValueExact())
                .containsExactly(1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1);
        assertThat(percentages(119, "0.8403").dueAmounts(issued, eur("20"), CENTS, ANY_DAY))
                .hasSize(120)
                .allMatch(due -> due.amount().signum() >= 0)
                .satisfies(parts -> assertThat(
                                parts.stream().map(DueAmount::amount).reduce(eur("0"), Amount::add))
                        .isEqualTo(eur("20")));
    }

    /** A third up is 33.34, of a credit note -33.34, though up to positive infinity -33.333 would be -33.33. */
    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void aCreditNoteMirrorsItsInvoice(RoundingMode mode) {
        LocalDate issued = LocalDate.parse("2026-01-01");
        PaymentTerms terms = percentages(2, "33.333");
        Rounding rounding = Rounding.of(2, mode);
        assertThat(terms.dueAmounts(issued, eur("-100"), rounding, ANY_DAY))
                .extracting(due -> due.amount().negate())
                .containsExactlyElementsOf(terms.dueAmounts(issued, eur("100"), rounding, ANY_DAY).stream()
                        .map(DueAmount::amount)
                        .toList());
    }

    private static PaymentTerms percentages(int count, String percent) {
        var instalments = new ArrayList<>(Collections.nCopies(count, Instalment.percent(percent, DueDateRule.days(0))));
        instalments.add(Instalment.rest(DueDateRule.days(30)));
        return PaymentTerms.inInstalments(instalments);
    }

    /** On receipt of an invoice of Saturday 31 January 2026, on the business day before: not on Friday, but on Monday. */
    @Test
    void nothingIsDueBeforeItsInvoice() {
        PaymentTerms terms = PaymentTerms.net(0).onBusinessDays(BusinessDayConvention.PRECEDING);
        LocalDate saturday = LocalDate.parse("2026-01-31");
        assertThat(terms.dueDate(saturday, BusinessCalendar.weekdays())).isEqualTo("2026-02-02");
        assertThat(terms.dueAmounts(saturday, eur("1"), CENTS, BusinessCalendar.weekdays()))
                .containsExactly(due("2026-02-02", "1"));
        assertThat(terms.dueDate(saturday.minusDays(1), BusinessCalendar.weekdays()))
                .isEqualTo("2026-01-30");
    }

    /** Saturday 31 January 2026 goes to Friday, since Monday is in another month. */
    @Test
    void movesDueDatesToBusinessDays() {
        PaymentTerms terms = PaymentTerms.net(30).onBusinessDays(BusinessDayConvention.MODIFIED_FOLLOWING);
        LocalDate issued = LocalDate.parse("2026-01-01");
        assertThat(terms.dueDate(issued, BusinessCalendar.weekdays())).isEqualTo("2026-01-30");
        assertThat(terms.dueAmounts(issued, eur("1"), CENTS, BusinessCalendar.weekdays()))
                .containsExactly(due("2026-01-30", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms.dueDate(issued))
                .withMessageStartingWith("calendar must be given to move due dates to business days");
    }

    @Test
    void refusesInstalmentsThatCannotAddUp() {
        DueDateRule now = DueDateRule.days(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.inInstalments(List.of()))
                .withMessageStartingWith("instalments must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.inInstalments(List.of(Instalment.percent("50", now))))
                .withMessage("instalments[0].kind must be REST for the last one, but was PERCENT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.inInstalments(List.of(Instalment.rest(now), Instalment.rest(now))))
                .withMessage("instalments[0].kind must not be REST but for the last one, but was REST");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.inInstalments(
                        List.of(Instalment.percent("50", now), Instalment.percent("50", now), Instalment.rest(now))))
                .withMessage("instalments[1].value must leave a rest of 100 %, but was 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> percentages(120, "0.5"))
                .withMessage("instalments must be at most 120, but was 121");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instalment.percent("100", now))
                .withMessage("value must be less than 100, but was 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instalment.amount("0", now))
                .withMessageStartingWith("value must be more than 0");
    }

    @Test
    void refusesDiscountsThatMakeNoSense() {
        PaymentTerms terms = PaymentTerms.net(30).discount("2", 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms.discount("3", 14))
                .withMessage("discounts[1] must be less than 2% within 10 days for paying later, "
                        + "but was 3% within 14 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms.discount("2", 14))
                .withMessageStartingWith("discounts[1] must be less than 2% within 10 days for paying later");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms.discount("1", 10))
                .withMessageStartingWith("discounts[1] must be less than 2% within 10 days for paying later");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> terms.discount(EarlyPaymentDiscount.of("1", 14).on(EarlyPaymentDiscount.Base.NET)))
                .withMessage("discounts[1].base must be TOTAL as for the others, but was NET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.net(10).discount("2", 30))
                .withMessage("discounts[0].days must be at most 10, when all is due, but was 30");
        assertThat(PaymentTerms.net(10).discount("2", 10).discounts()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyPaymentDiscount.of("100.01", 1))
                .withMessage("percent must be at most 100, but was 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyPaymentDiscount.of("1", -1))
                .withMessage("days must be between 0 and 3650, but was -1");
    }

    /** 12.1 % within a day, 12 % within two, and so on to 0.2 % within 120. */
    @Test
    void hasAtMostAHundredAndTwentyDiscounts() {
        PaymentTerms terms = PaymentTerms.net(365);
        for (int days = 1; days <= 120; days++) {
            terms = terms.discount(EarlyPaymentDiscount.of(BigDecimal.valueOf(122 - days, 1), days));
        }
        PaymentTerms full = terms;
        assertThat(full.discounts()).hasSize(120);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.discount("0.1", 121))
                .withMessage("discounts must be at most 120, but was 121");
    }

    /** 1 July to 31 August are 61 days, so 61 days are early for one invoice; the later of two instalments counts. */
    @Test
    void refusesDiscountsThatAreLateForEveryInvoice() {
        PaymentTerms end = PaymentTerms.due(DueDateRule.lastDayOfMonth(1));
        assertThat(end.discount("2", 61).discounts()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> end.discount("2", 62))
                .withMessage("discounts[0].days must be at most 61, when all is due, but was 62");
        PaymentTerms parts = PaymentTerms.inInstalments(
                List.of(Instalment.percent("50", DueDateRule.days(40)), Instalment.rest(DueDateRule.days(20))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parts.discount("3", 40).discount("2", 41))
                .withMessage("discounts[1].days must be at most 40, when all is due, but was 41");
    }

    /** Whatever the shares and the total: the instalments add up to it, and each is due after the invoice. */
    @Property
    void instalmentsAddUpToTheTotal(
            @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long cents,
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 19) Integer> percents,
            @ForAll @IntRange(max = 400) int days) {
        var instalments = new ArrayList<Instalment>();
        percents.forEach(percent -> instalments.add(
                Instalment.percent(BigDecimal.valueOf(percent), DueDateRule.daysThenDayOfMonth(days, 31))));
        instalments.add(Instalment.rest(DueDateRule.lastDayOfMonth(days % 12)));
        Amount total = Amount.ofMinor(cents, eur("0").getCurrency());
        LocalDate issued = LocalDate.of(2026, 2, 14);
        List<DueAmount> due = PaymentTerms.inInstalments(instalments).dueAmounts(issued, total, CENTS, ANY_DAY);
        assertThat(due.stream().map(DueAmount::amount).reduce(eur("0"), Amount::add))
                .isEqualTo(total);
        assertThat(due).allSatisfy(one -> assertThat(one.dueDate()).isAfterOrEqualTo(issued));
        assertThat(due)
                .allSatisfy(one ->
                        assertThat(one.amount().signum() * total.signum()).isNotNegative());
    }

    @Test
    void isAValue() throws Exception {
        PaymentTerms terms = PaymentTerms.inInstalments(List.of(
                        Instalment.percent("30.0", DueDateRule.days(0)),
                        Instalment.rest(DueDateRule.firstDayOfNextMonth())))
                .discount("2.0", 10)
                .onBusinessDays(BusinessDayConvention.FOLLOWING);
        PaymentTerms same = PaymentTerms.inInstalments(List.of(
                        Instalment.percent("30", DueDateRule.days(0)),
                        Instalment.rest(DueDateRule.firstDayOfNextMonth())))
                .discount("2", 10)
                .onBusinessDays(BusinessDayConvention.FOLLOWING);
        assertThat(SerialStreams.copy(terms)).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(terms).isNotEqualTo(PaymentTerms.net(30));
        assertThat(terms.businessDays()).isEqualTo(BusinessDayConvention.FOLLOWING);
        assertThat(terms.instalments()).hasSize(2);
    }

    private static DueAmount due(String date, String amount) {
        return new DueAmount(LocalDate.parse(date), eur(amount));
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }
}
