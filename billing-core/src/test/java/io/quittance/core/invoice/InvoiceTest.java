package io.quittance.core.invoice;

import static io.quittance.core.Samples.JANUARY;
import static io.quittance.core.Samples.telephone;
import static io.quittance.core.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.BusinessDayConvention;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;

class InvoiceTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final LocalDate ISSUED = LocalDate.of(2014, 2, 1);

    @Test
    void billsARatingLineByLine() {
        Rating rating = Rating.of(
                telephone().build(),
                List.of(usage("u1", "day-minutes", "265.1"), usage("u2", "night-minutes", "159")),
                JANUARY);
        Invoice invoice = InvoiceDraft.of(rating).issue("T-000001", "2014-02-01");
        assertThat(invoice.number()).isEqualTo(InvoiceNumber.of("T-000001"));
        assertThat(invoice.customer()).isEqualTo(CustomerId.of("1"));
        assertThat(invoice.period()).contains(JANUARY);
        assertThat(invoice.issueDate()).isEqualTo("2014-02-01");
        assertThat(invoice.dueDate()).isEqualTo("2014-03-03");
        assertThat(invoice.lines()).extracting(InvoiceLine::name).containsExactly("Day minutes", "Night minutes");
        assertThat(invoice.amountDue()).isEqualTo(usd("52.23"));
        assertThat(invoice.lines().get(1).explanations())
                .extracting(Explanation::text)
                .contains("159 × 0.045 = 7.155");
    }

    /** 30 days after 1 January 2026 it is Saturday, 31 January; the business day that follows is Monday. */
    @Test
    void isDueOnABusinessDayWhereTheTermsSaySo() {
        InvoiceDraft draft = InvoiceDraft.builder(CustomerId.of("1"), USD)
                .paymentTerms(PaymentTerms.net(30).onBusinessDays(BusinessDayConvention.FOLLOWING))
                .line(line("3", "0.335"))
                .build();
        InvoiceNumber number = InvoiceNumber.of("T-000001");
        LocalDate issued = LocalDate.parse("2026-01-01");
        assertThat(draft.issue(number, issued, BusinessCalendar.weekdays()).dueDate())
                .isEqualTo("2026-02-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.issue(number, issued))
                .withMessageStartingWith("calendar must be given to move due dates to business days");
    }

    /** invoice.md 2, step 2: multiply, round once; 3 × 0.335 = 1.005 rounds to 1.01. */
    @Test
    void roundsALineOnceAfterMultiplying() {
        assertThat(line("3", "0.335").netAmount()).isEqualTo(usd("1.01"));
    }

    /** invoice.md 5: half up away from zero, so that a line taken back mirrors the line. */
    @Test
    void roundsALineTakenBackLikeTheLine() {
        assertThat(line("-3", "0.335").netAmount()).isEqualTo(usd("-1.01"));
    }

    @Test
    void refusesANegativePrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line("1", "-2"))
                .withMessage("netPrice must not be negative; use a negative quantity (BR-27), but was USD -2.00");
    }

    @Test
    void refusesALineInAnotherCurrency() {
        var euro = InvoiceLine.priced("Fee", BigDecimal.ONE, "C62", Amount.of("1", "EUR"), Rounding.halfUp(2));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> draft().line(euro))
                .withMessage("lines[0].netAmount must be in USD, but was EUR");
    }

    @Test
    void refusesALineFinerThanTheMinorUnit() {
        var fine = InvoiceLine.priced("Fee", BigDecimal.ONE, "C62", usd("1.005"), Rounding.halfUp(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft().line(line("1", "1")).line(fine))
                .withMessage("lines[1].netAmount must have at most 2 decimal places, but was USD 1.005");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> draft().build()).withMessage("lines must not be empty");
    }

    @Test
    void refusesADateThatIsNone() {
        var draft = draft().line(line("1", "1")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.issue("1", "2014-02-30"))
                .withMessage("issueDate must be an ISO date such as 2026-03-31, but was 2014-02-30");
    }

    /** 31 December 9999 plus 3 days is a day that nothing else here would take. */
    @Test
    void refusesADueDateBeyondTheCalendar() {
        var draft = InvoiceDraft.builder(new CustomerId("1"), USD)
                .paymentTerms(PaymentTerms.net(3))
                .line(line("1", "1"))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.issue("1", "9999-12-31"))
                .withMessage("dueDate must lie in the years 1 to 9999, but was +10000-01-03");
        assertThat(draft.issue("1", "9999-12-28").dueDate()).isEqualTo("9999-12-31");
    }

    /** A price of any implementation: Moneta's 0.335 is ours. */
    @Test
    void takesThePricesOfOthers() {
        var foreign = InvoiceLine.priced(
                "Fee", new BigDecimal("3"), "C62", Money.of(new BigDecimal("0.335"), "USD"), Rounding.halfUp(2));
        assertThat(foreign).isEqualTo(line("3", "0.335"));
    }

    @Test
    void namesTheConventionsThatComputedIt() {
        Invoice invoice = draft().line(line("1", "1")).build().issue("1", "2014-02-01");
        assertThat(invoice.convention()).isEqualTo(Invoice.CONVENTION).isEqualTo("0.1");
    }

    @Test
    void survivesSerialisation() throws Exception {
        InvoiceDraft draft = draft().line(line("2", "0.335")).period(JANUARY).build();
        assertThat(SerialStreams.copy(draft)).isEqualTo(draft).hasSameHashCodeAs(draft);
        Invoice invoice = draft.issue("1", "2014-02-01");
        assertThat(SerialStreams.copy(invoice)).isEqualTo(invoice).hasSameHashCodeAs(invoice);
    }

    /** An invoice that was computed by other conventions stays what it was. */
    @Test
    void keepsTheConventionsOfItsDay() throws Exception {
        InvoiceDraft draft = draft().line(line("1", "1")).build();
        var old = new ForgedInvoice(InvoiceNumber.of("1"), ISSUED, due("2014-03-03", "1"), draft, "0.0");
        assertThat(((Invoice) SerialStreams.forged(old, Invoice.class)).convention())
                .isEqualTo("0.0");
    }

    @Test
    void refusesASerialFormThatNobodyIssued() {
        InvoiceDraft draft = draft().line(line("1", "1")).build();
        var old = new ForgedInvoice(InvoiceNumber.of("1"), ISSUED, due("2014-01-01", "1"), draft, "0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.forged(old, Invoice.class))
                .withMessage("dueDate must not be before the issue date 2014-02-01, but was 2014-01-01");
        var less = new ForgedInvoice(InvoiceNumber.of("1"), ISSUED, due("2014-03-03", "0.99"), draft, "0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.forged(less, Invoice.class))
                .withMessage("dueAmounts must add up to what is due, USD 1.00, but was USD 0.99");
        var never = new ForgedInvoice(InvoiceNumber.of("1"), ISSUED, List.of(), draft, "0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.forged(never, Invoice.class))
                .withMessage("dueAmounts must not be empty");
    }

    private static List<DueAmount> due(String date, String amount) {
        return List.of(new DueAmount(LocalDate.parse(date), usd(amount)));
    }

    /** The fields of an invoice, by their names. */
    private record ForgedInvoice(
            InvoiceNumber number,
            LocalDate issueDate,
            @SuppressWarnings("serial") List<DueAmount> dueAmounts, // made by List.of
            InvoiceDraft draft,
            String convention)
            implements Serializable {}

    /** BR-CO-10: the total is the sum of the rounded lines, exactly. */
    @Property
    void addsUpToItsLines(@ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 1_000_000) Long> prices) {
        var builder = draft();
        long cents = 0;
        for (long price : prices) {
            builder.line(line("1", BigDecimal.valueOf(price, 3).toPlainString()));
            cents += (price + 5) / 10;
        }
        Invoice invoice = builder.build().issue(new InvoiceNumber("1"), LocalDate.of(2014, 2, 1));
        assertThat(invoice.lineTotal()).isEqualTo(Amount.ofMinor(cents, USD));
        assertThat(invoice.amountDue()).isEqualTo(invoice.lineTotal());
    }

    private static InvoiceDraft.Builder draft() {
        return InvoiceDraft.builder(new CustomerId("1"), USD).paymentTerms(PaymentTerms.net(30));
    }

    private static InvoiceLine line(String quantity, String price) {
        return InvoiceLine.priced("Fee", new BigDecimal(quantity), "C62", usd(price), Rounding.halfUp(2));
    }

    private static Amount usd(String number) {
        return Amount.of(number, USD);
    }
}
