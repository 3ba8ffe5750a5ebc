package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionFigures.DaysLate;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.CustomerBalances;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.OriginDso;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.kpi.collection.UnappliedCash;
import io.quittance.kpi.receivable.AccountPart;
import io.quittance.kpi.receivable.ContestedInvoice;
import io.quittance.kpi.receivable.InvoicePart;
import io.quittance.kpi.receivable.MoneyOnAccount;
import io.quittance.kpi.receivable.OwedInvoice;
import io.quittance.kpi.receivable.ReceivableBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * Alpha owes I-1 and I-2, Beta I-3 and I-4. I-1 of 100.00 is paid in part, credited in part, and the rest is written off. I-2 is debited on 15 February, the bank takes that back on the 25th, which is recorded
 * on 2 March, and it is paid on 20 March. Beta pays 350.00, which stay on account until 300.00 of them settle I-3, and gets 20.00 back. Beta contests a quarter of I-4.
 */
class ReceivableReadingsTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final ServicePeriod APRIL = ServicePeriod.of("2026-04-01", "2026-05-01");
    private static final AsOf END_OF_MARCH = AsOf.endOf("2026-03-31");
    private static final AsOf END_OF_APRIL = AsOf.endOf("2026-04-30");
    private static final AgingBuckets AGES = AgingBuckets.days(30, 60);

    private static final EventLog<OwedInvoice> INVOICES = EventLog.of(List.of(
            invoice("I-1", "Alpha", "2026-01-10", "2026-01-25", "100"),
            invoice("I-2", "Alpha", "2026-01-20", "2026-02-14", "200"),
            invoice("I-3", "Beta", "2026-02-05", "2026-03-07", "300"),
            invoice("I-4", "Beta", "2026-03-10", "2026-04-09", "400")));
    private static final InvoicePart DEBITED = part(InvoicePart.Kind.PAYMENT, "P-2", "I-2", "2026-02-15", "200");
    private static final InvoicePart WRITTEN_OFF = part(InvoicePart.Kind.WRITE_OFF, "W-1", "I-1", "2026-03-20", "25");
    private static final EventLog<InvoicePart> PARTS = EventLog.of(List.of(
            part(InvoicePart.Kind.PAYMENT, "P-1", "I-1", "2026-01-30", "60"),
            part(InvoicePart.Kind.CREDIT_NOTE, "C-1", "I-1", "2026-02-12", "15"),
            WRITTEN_OFF,
            DEBITED,
            DEBITED.reversed(day("2026-02-25"), noon("2026-03-02")),
            part(InvoicePart.Kind.PAYMENT, "P-3", "I-2", "2026-03-20", "200"),
            part(InvoicePart.Kind.PAYMENT, "P-4", "I-3", "2026-03-05", "300").from("M-1")));
    private static final EventLog<MoneyOnAccount> MONEY =
            EventLog.of(List.of(money(MoneyOnAccount.Kind.PAYMENT, "M-1", "Beta", "2026-03-01", "350")));
    private static final EventLog<AccountPart> REFUNDS =
            EventLog.of(List.of(accountPart(AccountPart.Kind.REFUND, "R-1", "M-1", "2026-03-30", "20")));
    private static final EventLog<ContestedInvoice> CONTESTED =
            EventLog.of(List.of(ContestedInvoice.of("D-1", "I-4", day("2026-03-15"), eur("100"), noon("2026-03-15"))));
    private static final ReceivableBook BOOK =
            ReceivableBook.of("EUR", INVOICES, PARTS).withMoney(MONEY, REFUNDS).withContested(CONTESTED);

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Instant noon(String date) {
        return day(date).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static OwedInvoice invoice(String key, String customer, String date, String due, String amount) {
        return OwedInvoice.of(key, customer, day(date), day(due), eur(amount), noon(date));
    }

    private static InvoicePart part(InvoicePart.Kind kind, String key, String invoice, String date, String amount) {
        return InvoicePart.of(kind, key, invoice, day(date), eur(amount), noon(date));
    }

    private static MoneyOnAccount money(
            MoneyOnAccount.Kind kind, String key, String customer, String date, String amount) {
        return MoneyOnAccount.of(kind, key, customer, day(date), eur(amount), noon(date));
    }

    private static AccountPart accountPart(
            AccountPart.Kind kind, String key, String money, String date, String amount) {
        return AccountPart.of(kind, key, money, day(date), eur(amount), noon(date));
    }

    private static ReceivableBook with(OwedInvoice invoice, InvoicePart... parts) {
        return ReceivableBook.of("EUR", EventLog.of(List.of(invoice)), EventLog.of(List.of(parts)));
    }

    private static CollectionFigures month(YearMonth month) {
        SortedMap<YearMonth, CollectionFigures> months = ReceivableReadings.of(BOOK, END_OF_MARCH)
                .figures()
                .monthly(YearMonth.of(2026, 1), YearMonth.of(2026, 3));
        return requireNonNull(months.get(month));
    }

    private static ShareOf<Amount> share(String part, String whole) {
        return new ShareOf<>(eur(part), eur(whole));
    }

    private static Fraction value(KpiResult result) {
        return result.value().orElseThrow();
    }

    @Test
    void january() {
        CollectionFigures figures = month(YearMonth.of(2026, 1));
        assertThat(figures.openingReceivables()).contains(eur("0"));
        assertThat(figures.closingReceivables()).contains(eur("240")); // 40 of I-1 and I-2
        assertThat(figures.sales()).containsExactly(SalesPeriod.of(31, eur("300")));
        assertThat(figures.billed()).contains(eur("300"));
        assertThat(figures.collected()).contains(eur("60"));
        assertThat(figures.creditNotes()).contains(eur("0"));
        assertThat(figures.writeOffs()).contains(eur("0"));
        assertThat(figures.overdue()).contains(share("40", "240"));
        assertThat(figures.overdueItems()).contains(new ShareOf<>(1L, 2L));
        assertThat(figures.dueCohortPaidByDueDate()).contains(share("0", "100"));
        assertThat(figures.dueCohortPaidByPeriodEnd()).contains(share("60", "100"));
        assertThat(figures.daysLate()).contains(new DaysLate(0, 0));
        assertThat(figures.disputedInvoices()).contains(new ShareOf<>(0L, 2L));
        assertThat(figures.unappliedReceipts()).contains(share("0", "60"));
        assertThat(value(DaysSalesOutstanding.simple().compute(figures)))
                .isEqualTo(Fraction.of(new BigDecimal("24.8"))); // 240 / 300 × 31
    }

    /** What the bank took back on the 25th is owed at the end, and was not received. */
    @Test
    void february() {
        CollectionFigures figures = month(YearMonth.of(2026, 2));
        assertThat(figures.openingReceivables()).contains(eur("240"));
        assertThat(figures.closingReceivables()).contains(eur("525")); // 25 + 200 + 300
        assertThat(figures.sales()).containsExactly(SalesPeriod.of(31, eur("300")), SalesPeriod.of(28, eur("285")));
        assertThat(figures.billed()).contains(eur("300"));
        assertThat(figures.collected()).contains(eur("0")); // 200 - 200
        assertThat(figures.creditNotes()).contains(eur("15"));
        assertThat(figures.overdue()).contains(share("225", "525"));
        assertThat(figures.overdueItems()).contains(new ShareOf<>(2L, 3L));
        assertThat(figures.dueCohortPaidByPeriodEnd()).contains(share("0", "200"));
        assertThat(figures.daysLate()).contains(new DaysLate(0, 0));
        assertThat(figures.unappliedReceipts()).contains(share("0", "0"));
    }

    @Test
    void march() {
        CollectionFigures figures = month(YearMonth.of(2026, 3));
        assertThat(figures.openingReceivables()).contains(eur("525"));
        assertThat(figures.closingReceivables()).contains(eur("370")); // I-4 less 30 on account
        assertThat(figures.sales()).last().isEqualTo(SalesPeriod.of(31, eur("400")));
        assertThat(figures.earlierReceivables()).containsExactly(eur("0"), eur("240"));
        assertThat(figures.collected()).contains(eur("500")); // I-2 and I-3
        assertThat(figures.writeOffs()).contains(eur("25"));
        assertThat(figures.recoveries()).contains(eur("0"));
        assertThat(figures.refunds()).contains(eur("0")); // what goes back of money was never collected
        assertThat(figures.overdue()).contains(share("0", "400"));
        assertThat(figures.dueCohortPaidByDueDate()).contains(share("300", "300"));
        assertThat(figures.daysLate()).contains(new DaysLate(34, 2)); // I-2 since 14 February, I-3 early
        assertThat(figures.disputed()).contains(share("100", "400"));
        assertThat(figures.disputedInvoices()).contains(new ShareOf<>(1L, 1L));
        assertThat(figures.unappliedReceipts()).contains(share("30", "550"));
        assertThat(figures.unappliedCash()).contains(share("30", "400"));
    }

    /** Nobody knew on 1 March that the bank had taken back what I-2 was paid with. */
    @Test
    void februaryAsItWasKnownAtItsEnd() {
        AsOf then = AsOf.of("2026-02-28", "2026-03-01T00:00:00Z");
        CollectionFigures figures = ReceivableReadings.of(BOOK, then).figures().of(FEBRUARY);
        assertThat(figures.closingReceivables()).contains(eur("325"));
        assertThat(figures.collected()).contains(eur("200"));
        assertThat(figures.overdue()).contains(share("25", "325"));
        assertThat(figures.overdueItems()).contains(new ShareOf<>(1L, 2L));
        assertThat(figures.daysLate()).contains(new DaysLate(1, 1));
    }

    /** What happens on the very day of the question counts, and nothing after it. */
    @Test
    void theDayOfTheQuestionCounts() {
        assertThat(closing("2026-02-15")).isEqualTo(eur("325"));
        assertThat(closing("2026-02-24")).isEqualTo(eur("325"));
        assertThat(closing("2026-02-25")).isEqualTo(eur("525"));
        assertThat(closing("2026-03-01")).isEqualTo(eur("175")); // 350 came on account
        assertThat(closing("2026-03-30")).isEqualTo(eur("370"));
    }

    private static Amount closing(String date) {
        ServicePeriod lastDay = ServicePeriod.closed(day(date), day(date));
        return ReceivableReadings.of(BOOK, AsOf.endOf(date))
                .figures()
                .of(lastDay)
                .closingReceivables()
                .orElseThrow();
    }

    @Test
    void originsAreTheMonthsOfDocuments() {
        ReceivableReadings readings = ReceivableReadings.of(BOOK, END_OF_MARCH);
        assertThat(value(OriginDso.byInvoice().compute(readings.origins(MARCH))))
                .isEqualTo(Fraction.of(21));
        // (25 × 49 + 200 × 39) / 300 + 300 × 23 / 285
        assertThat(OriginDso.byInvoice().compute(readings.origins(FEBRUARY)).rounded(Rounding.halfUp(6)))
                .contains(new BigDecimal("54.293860"));
    }

    /** I-1 was 6 days late and is 34, but for the 15.00 that were credited; I-2 was not due and is 14; I-3 is new. */
    @Test
    void migrationFollowsWhatIsOpen() {
        Migration migration =
                ReceivableReadings.of(BOOK, END_OF_MARCH).migration(day("2026-01-31"), day("2026-02-28"), AGES);
        assertThat(migration.rows().get(0))
                .isEqualTo(Migration.Row.of(List.of(eur("0"), eur("200"), eur("0"), eur("0")), eur("0")));
        assertThat(migration.rows().get(1))
                .isEqualTo(Migration.Row.of(List.of(eur("0"), eur("0"), eur("25"), eur("0")), eur("15")));
        assertThat(migration.added()).containsExactly(eur("300"), eur("0"), eur("0"), eur("0"));
        assertThat(migration.period()).isEqualTo(ServicePeriod.of("2026-02-01", "2026-03-01"));
        assertThat(migration.otherWidths()).isEmpty();
    }

    /** I-2 took 59 days and I-3 28; I-1 was written off and I-4 is open. */
    @Test
    void invoicesHaveTheDayOnWhichTheyStayPaid() {
        ReceivableReadings readings = ReceivableReadings.of(BOOK, END_OF_MARCH);
        assertThat(value(DaysToPay.average().compute(readings.paidInvoices(MARCH))))
                .isEqualTo(Fraction.of(new BigDecimal("43.5")));
        assertThat(readings.partPayments(MARCH).events().stream().map(PaidInvoice::key))
                .containsExactlyInAnyOrder(
                        "I-1/2026-01-30",
                        "I-1/2026-02-12/credited",
                        "I-1/2026-03-20/credited",
                        "I-2/2026-03-20",
                        "I-3/2026-03-05",
                        "I-4/open");
    }

    /** An invoice is known as it is since the last change of it: of I-1 the credit note, of I-2 the debit that came back. */
    @Test
    void aPaidInvoiceIsRecordedWithItsLastChange() {
        AsOf then = AsOf.of("2026-03-05", "2026-03-05T00:00:00Z");
        List<PaidInvoice> invoices =
                ReceivableReadings.of(BOOK, then).paidInvoices(FEBRUARY).events();
        assertThat(invoices.get(0))
                .isEqualTo(PaidInvoice.open(
                        "I-1", "Alpha", day("2026-01-10"), day("2026-01-25"), eur("100"), noon("2026-02-12")));
        assertThat(invoices.get(1))
                .isEqualTo(PaidInvoice.open(
                        "I-2", "Alpha", day("2026-01-20"), day("2026-02-14"), eur("200"), noon("2026-03-02")));
    }

    /** I-4 of 400.00 was recorded wrongly, as was found on 20 March: it was of 420.00 all along. */
    @Test
    void whatWasRecordedWronglyIsRecordedAgain() {
        OwedInvoice right =
                OwedInvoice.of("I-4", "Beta", day("2026-03-10"), day("2026-04-09"), eur("420"), noon("2026-03-20"));
        ReceivableBook book =
                ReceivableBook.of("EUR", INVOICES.with(List.of(right)), PARTS).withMoney(MONEY, REFUNDS);
        assertThat(ReceivableReadings.of(book, END_OF_MARCH).figures().of(MARCH).billed())
                .contains(eur("420"));
        assertThat(ReceivableReadings.of(book, AsOf.of("2026-03-31", "2026-03-20T11:00:00Z"))
                        .figures()
                        .of(MARCH)
                        .billed())
                .contains(eur("400"));
    }

    @Test
    void partsOfTheCustomersAreReadTogether() {
        ReceivableReadings readings = ReceivableReadings.of(BOOK, END_OF_MARCH);
        SortedMap<String, ReceivableReadings> bySize =
                readings.by(customer -> customer.equals("Beta") ? "large" : "small");
        assertThat(bySize.keySet()).containsExactly("large", "small");
        CollectionFigures large = requireNonNull(bySize.get("large")).figures().of(MARCH);
        assertThat(large.closingReceivables()).contains(eur("370"));
        assertThat(large.collected()).contains(eur("300"));
        CollectionFigures small = requireNonNull(bySize.get("small")).figures().of(MARCH);
        assertThat(small.closingReceivables()).contains(eur("0"));
        assertThat(small.collected()).contains(eur("200"));
        assertThat(readings.balances()).isEqualTo(CustomerBalances.of(Map.of("Alpha", eur("0"), "Beta", eur("370"))));
        assertThat(readings.balances(customer -> "all")).isEqualTo(CustomerBalances.of(Map.of("all", eur("370"))));
    }

    @Test
    @SuppressWarnings("NullAway") // a map that lacks some, on purpose
    void everyCustomerHasAKey() {
        ReceivableReadings readings = ReceivableReadings.of(BOOK, END_OF_MARCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.by(Map.of("Alpha", "small")::get))
                .withMessage("key must be there for each customer, also for Beta");
    }

    /** 10.00 of the 25.00 that were written off come in after all. */
    @Test
    void whatPaysAWriteOffThatIsTakenBackIsRecovered() {
        var parts = PARTS.with(List.of(
                WRITTEN_OFF.reversed(day("2026-04-10"), noon("2026-04-10")),
                part(InvoicePart.Kind.PAYMENT, "P-5", "I-1", "2026-04-10", "10"),
                part(InvoicePart.Kind.WRITE_OFF, "W-2", "I-1", "2026-04-10", "15")));
        CollectionFigures april = ReceivableReadings.of(
                        ReceivableBook.of("EUR", INVOICES, parts).withMoney(MONEY, REFUNDS), END_OF_APRIL)
                .figures()
                .of(APRIL);
        assertThat(april.recoveries()).contains(eur("10"));
        assertThat(april.writeOffs()).contains(eur("0"));
        assertThat(april.collected()).contains(eur("10"));
    }

    /** With 2.00 of discount, 98.00 settle 100.00; the discount is no credit note, and sales stay. */
    @Test
    void aDiscountSettlesAndIsNoCreditNote() {
        CollectionFigures march = ReceivableReadings.of(
                        with(
                                invoice("I-5", "Gamma", "2026-03-01", "2026-03-31", "100"),
                                part(InvoicePart.Kind.PAYMENT, "P-6", "I-5", "2026-03-08", "98"),
                                part(InvoicePart.Kind.DISCOUNT, "S-1", "I-5", "2026-03-08", "2")),
                        END_OF_MARCH)
                .figures()
                .of(MARCH);
        assertThat(march.closingReceivables()).contains(eur("0"));
        assertThat(march.creditNotes()).contains(eur("0"));
        assertThat(march.sales()).containsExactly(SalesPeriod.of(31, eur("100")));
        assertThat(march.daysLate()).contains(new DaysLate(0, 1));
        assertThat(march.unappliedReceipts()).contains(share("0", "98"));
    }

    /** What was owed at first is neither paid nor settled, and its two halves are owed, but not sold. */
    @Test
    void whatIsOwedInPlaceOfAnotherIsNoSale() {
        var invoices = EventLog.of(List.of(
                invoice("I-5", "Gamma", "2026-03-01", "2026-03-05", "100"),
                invoice("I-5/1", "Gamma", "2026-03-10", "2026-03-20", "50").inPlaceOfOthers(),
                invoice("I-5/2", "Gamma", "2026-03-10", "2026-04-20", "50").inPlaceOfOthers()));
        var parts = EventLog.of(List.of(part(InvoicePart.Kind.MOVED, "X-1", "I-5", "2026-03-10", "100")));
        CollectionFigures march = ReceivableReadings.of(ReceivableBook.of("EUR", invoices, parts), END_OF_MARCH)
                .figures()
                .of(MARCH);
        assertThat(march.billed()).contains(eur("100"));
        assertThat(march.overdue()).contains(share("50", "100"));
        assertThat(march.writeOffs()).contains(eur("0"));
        assertThat(march.daysLate()).contains(new DaysLate(0, 0));
    }

    @Test
    void anInvoiceByMistakeIsNoSaleFromTheDayOnWhichThatTurnsOut() {
        OwedInvoice mistake = invoice("I-5", "Gamma", "2026-03-10", "2026-04-09", "100");
        var book = ReceivableBook.of(
                "EUR",
                EventLog.of(List.of(mistake, mistake.reversed(day("2026-04-02"), noon("2026-04-02")))),
                EventLog.of(List.of()));
        LedgerFigures inMarch = ReceivableReadings.of(book, END_OF_MARCH).figures();
        assertThat(inMarch.of(MARCH).closingReceivables()).contains(eur("100"));
        LedgerFigures figures = ReceivableReadings.of(book, END_OF_APRIL).figures();
        assertThat(figures.of(MARCH).billed()).contains(eur("100"));
        assertThat(figures.of(APRIL).billed()).contains(eur("-100"));
        assertThat(figures.of(APRIL).closingReceivables()).contains(eur("0"));
    }

    /** A credit note of 50.00 that settles nothing lowers sales on its day, and is paid out on another. */
    @Test
    void aCreditNoteOnAccountLowersSalesAndIsRefunded() {
        LedgerFigures figures = account(
                money(MoneyOnAccount.Kind.CREDIT_NOTE, "K-1", "Gamma", "2026-03-02", "50"),
                accountPart(AccountPart.Kind.REFUND, "R-2", "K-1", "2026-04-09", "50"));
        assertThat(figures.of(MARCH).creditNotes()).contains(eur("50"));
        assertThat(figures.of(MARCH).sales()).containsExactly(SalesPeriod.of(31, eur("-50")));
        assertThat(figures.of(MARCH).closingReceivables()).contains(eur("-50"));
        assertThat(figures.of(MARCH).unappliedCash()).contains(share("0", "0"));
        assertThat(figures.of(APRIL).refunds()).contains(eur("50"));
        assertThat(figures.of(APRIL).closingReceivables()).contains(eur("0"));
    }

    private static LedgerFigures account(MoneyOnAccount money, AccountPart... parts) {
        return account(List.of(money), parts);
    }

    private static LedgerFigures account(List<MoneyOnAccount> states, AccountPart... parts) {
        return ReceivableReadings.of(
                        ReceivableBook.of("EUR", EventLog.of(List.of()), EventLog.of(List.of()))
                                .withMoney(EventLog.of(states), EventLog.of(List.of(parts))),
                        END_OF_APRIL)
                .figures();
    }

    /** Of 80.00 the bank takes 30.00 back: 50.00 were received. What is kept of them was. */
    @Test
    void whatTheBankTakesBackWasNotReceived() {
        MoneyOnAccount came = money(MoneyOnAccount.Kind.PAYMENT, "M-2", "Gamma", "2026-04-03", "80");
        AccountPart taken = accountPart(AccountPart.Kind.RETURN, "T-1", "M-2", "2026-04-08", "30");
        AccountPart kept = accountPart(AccountPart.Kind.INCOME, "T-2", "M-2", "2026-04-09", "1");
        assertThat(account(came, taken, kept).of(APRIL).unappliedReceipts()).contains(share("49", "50"));
        AccountPart none = taken.reversed(day("2026-04-10"), noon("2026-04-10"));
        assertThat(account(came, taken, kept, none).of(APRIL).unappliedReceipts())
                .contains(share("79", "80"));
        MoneyOnAccount gone = came.reversed(day("2026-04-20"), noon("2026-04-20"));
        LedgerFigures all = account(List.of(came, gone));
        assertThat(all.of(APRIL).unappliedReceipts()).contains(share("0", "0"));
        assertThat(all.of(APRIL).closingReceivables()).contains(eur("0"));
    }

    /** What is prepaid lowers what is owed on balance, but waits for its invoice. */
    @Test
    void aPrepaymentIsNoUnappliedCash() {
        CollectionFigures april = account(money(MoneyOnAccount.Kind.PREPAYMENT, "M-2", "Gamma", "2026-04-03", "80"))
                .of(APRIL);
        assertThat(april.closingReceivables()).contains(eur("-80"));
        assertThat(april.unappliedCash()).contains(share("0", "0"));
    }

    /** What was applied of an account is there again when that is taken back. */
    @Test
    void whatIsTakenBackIsOnAccountAgain() {
        InvoicePart applied = part(InvoicePart.Kind.PAYMENT, "P-4", "I-3", "2026-03-05", "300")
                .from("M-1");
        CollectionFigures march = ReceivableReadings.of(
                        ReceivableBook.of(
                                        "EUR",
                                        INVOICES,
                                        PARTS.with(List.of(applied.reversed(day("2026-03-06"), noon("2026-03-06")))))
                                .withMoney(MONEY, REFUNDS),
                        END_OF_MARCH)
                .figures()
                .of(MARCH);
        assertThat(march.closingReceivables()).contains(eur("370")); // both 300 more
        assertThat(march.unappliedCash()).contains(share("330", "700"));
        assertThat(march.collected()).contains(eur("200"));
    }

    /** A credit note that is applied at once and taken back gives nothing any more. */
    @Test
    void aCreditNoteThatIsTakenBackRaisesSales() {
        InvoicePart credited = part(InvoicePart.Kind.CREDIT_NOTE, "C-1", "I-1", "2026-02-12", "15");
        LedgerFigures figures = ReceivableReadings.of(
                        ReceivableBook.of(
                                "EUR",
                                INVOICES,
                                EventLog.of(
                                        List.of(credited, credited.reversed(day("2026-03-12"), noon("2026-03-12"))))),
                        END_OF_MARCH)
                .figures();
        assertThat(figures.of(FEBRUARY).creditNotes()).contains(eur("15"));
        assertThat(figures.of(MARCH).creditNotes()).contains(eur("-15"));
    }

    /** A case of which it turned out that it was none is taken out of the log. */
    @Test
    void aCaseByMistakeIsTakenOut() {
        ReceivableBook without = BOOK.withContested(CONTESTED.without("D-1", noon("2026-03-16")));
        assertThat(ReceivableReadings.of(without, END_OF_MARCH)
                        .figures()
                        .of(MARCH)
                        .disputed())
                .contains(share("0", "400"));
        assertThat(ReceivableReadings.of(without, AsOf.of("2026-03-31", "2026-03-16T11:00:00Z"))
                        .figures()
                        .of(ServicePeriod.closed(day("2026-03-01"), day("2026-03-15")))
                        .disputed())
                .contains(share("100", "400"));
    }

    @Test
    void resultsNameWhatIsBehindThem() {
        KpiResult overdue = OverdueShare.byAmount()
                .compute(ReceivableReadings.of(BOOK, END_OF_MARCH).figures().withItems(FEBRUARY));
        assertThat(overdue.basis().items().stream().map(item -> item.id() + " " + item.numerator()))
                .containsExactlyInAnyOrder("I-1 25", "I-2 200", "I-3 0");
    }

    /** In March 200.00 of I-2 and 300.00 of I-3 are collected, and I-4 is billed; of I-1 the rest is written off. Of M-1, 30.00 stay on account. */
    @Test
    void resultsNameWhatWasCollectedAndReceived() {
        CollectionFigures march =
                ReceivableReadings.of(BOOK, END_OF_MARCH).figures().withItems(MARCH);
        assertThat(CollectionRate.gross().compute(march).basis().items())
                .containsExactly(item("I-2", 200, 0), item("I-3", 300, 0), item("I-4", 0, 400));
        assertThat(CollectionEffectiveness.ofPeriod().compute(march).basis().items())
                .containsExactly(item("I-1", 25, 25), item("I-2", 200, 200), item("I-3", 300, 300), item("M-1", 30, 0));
        assertThat(UnappliedCash.ofReceipts().compute(march).basis().items())
                .containsExactly(item("M-1", 30, 350), item("P-3", 0, 200));
        CollectionFigures february =
                ReceivableReadings.of(BOOK, END_OF_MARCH).figures().withItems(FEBRUARY);
        assertThat(CollectionRate.net().compute(february).basis().items())
                .containsExactly(item("C-1", 0, -15), item("I-3", 0, 300));
        assertThat(february.writeOffItems())
                .contains(new ShareOf<>(0L, 3L)); // I-2, which is debited and open again, is one
    }

    private static KpiItem item(String id, long numerator, long denominator) {
        return new KpiItem(id, Fraction.of(numerator), Fraction.of(denominator));
    }

    @Test
    void refusesWhatIsNotThere() {
        refused(
                with(
                        invoice("I-5", "Gamma", "2026-03-10", "2026-04-09", "100"),
                        part(InvoicePart.Kind.PAYMENT, "P-6", "I-6", "2026-03-12", "10")),
                "parts[P-6].invoice must be the key of an invoice that is known, but was I-6");
        refused(
                with(
                        invoice("I-5", "Gamma", "2026-03-10", "2026-04-09", "100"),
                        part(InvoicePart.Kind.PAYMENT, "P-6", "I-5", "2026-03-09", "10")),
                "parts[P-6].day must not be before the date of invoice I-5, 2026-03-10, but was 2026-03-09");
        refused(
                with(
                        invoice("I-5", "Gamma", "2026-03-10", "2026-04-09", "100"),
                        part(InvoicePart.Kind.PAYMENT, "P-6", "I-5", "2026-03-12", "10")
                                .from("M-9")),
                "parts[P-6].money must be the key of money on account that is known, but was M-9");
        refused(
                BOOK.withMoney(
                        MONEY,
                        EventLog.of(List.of(accountPart(AccountPart.Kind.REFUND, "R-1", "M-1", "2026-02-28", "20")))),
                "accountParts[R-1].day must not be before the day of money M-1, 2026-03-01, but was 2026-02-28");
        refused(
                BOOK.withContested(EventLog.of(
                        List.of(ContestedInvoice.of("D-1", "I-9", day("2026-03-15"), eur("100"), noon("2026-03-15"))))),
                "contested[D-1].invoice must be the key of an invoice that is known, but was I-9");
        refused(
                ReceivableBook.of("EUR", INVOICES, PARTS)
                        .withMoney(
                                EventLog.of(List.of(
                                        money(MoneyOnAccount.Kind.CREDIT_NOTE, "M-1", "Beta", "2026-03-01", "350"))),
                                REFUNDS),
                "parts[P-4].money must be that of a PAYMENT, as the part is, but was M-1");
    }

    /** At its time: an invoice that is recorded after what is applied to it is not known in between. */
    @Test
    void refusesPartsOfWhatIsNotKnownYet() {
        OwedInvoice late =
                OwedInvoice.of("I-5", "Gamma", day("2026-03-10"), day("2026-04-09"), eur("100"), noon("2026-03-20"));
        ReceivableBook book = with(late, part(InvoicePart.Kind.PAYMENT, "P-6", "I-5", "2026-03-12", "10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceivableReadings.of(book, AsOf.of("2026-03-31", "2026-03-15T00:00:00Z")))
                .withMessage("parts[P-6].invoice must be the key of an invoice that is known at 2026-03-15T00:00:00Z,"
                        + " but was I-5");
        assertThat(ReceivableReadings.of(book, END_OF_MARCH).figures().of(MARCH).closingReceivables())
                .contains(eur("90"));
    }

    @Test
    void refusesMoreThanThereIs() {
        refused(
                with(
                        invoice("I-5", "Gamma", "2026-03-10", "2026-04-09", "100"),
                        part(InvoicePart.Kind.PAYMENT, "P-6", "I-5", "2026-03-12", "70"),
                        part(InvoicePart.Kind.WRITE_OFF, "W-6", "I-5", "2026-03-15", "40")),
                "invoices[I-5] must be settled or reversed for at most EUR 100.00 by 2026-03-15, but was EUR 110.00");
        refused(
                with(
                        invoice("I-5", "Gamma", "2026-03-10", "2026-04-09", "100")
                                .reversed(day("2026-03-20"), noon("2026-03-20")),
                        part(InvoicePart.Kind.PAYMENT, "P-6", "I-5", "2026-03-12", "70")),
                "invoices[I-5] must be settled or reversed for at most EUR 100.00 by 2026-03-20, but was EUR 170.00");
        ReceivableBook overdrawn = BOOK.withMoney(
                MONEY, EventLog.of(List.of(accountPart(AccountPart.Kind.RETURN, "R-1", "M-1", "2026-03-30", "51"))));
        refused(
                overdrawn,
                "money[M-1] must be used or reversed for at most EUR 350.00 by 2026-03-30, but was EUR 351.00");
        assertThat(ReceivableReadings.of(overdrawn, AsOf.endOf("2026-03-29")) // which is before that happens
                        .figures()
                        .of(FEBRUARY)
                        .closingReceivables())
                .contains(eur("525"));
    }

    /** What is taken back on the day on which more is applied leaves enough; what is all used is no mistake. */
    @Test
    void takesAllThatThereIs() {
        InvoicePart wrong = part(InvoicePart.Kind.PAYMENT, "P-6", "I-5", "2026-03-12", "100");
        CollectionFigures march = ReceivableReadings.of(
                        with(
                                invoice("I-5", "Gamma", "2026-03-10", "2026-04-09", "100"),
                                wrong,
                                wrong.reversed(day("2026-03-15"), noon("2026-03-15")),
                                part(InvoicePart.Kind.PAYMENT, "P-7", "I-5", "2026-03-15", "100")),
                        END_OF_MARCH)
                .figures()
                .of(MARCH);
        assertThat(march.closingReceivables()).contains(eur("0"));
        assertThat(march.collected()).contains(eur("100"));
    }

    private static void refused(ReceivableBook book, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceivableReadings.of(book, END_OF_MARCH))
                .withMessage(message);
    }

    @Test
    void refusesAnotherCurrency() {
        ReceivableBook dollars =
                new ReceivableBook("USD", INVOICES, BOOK.parts(), BOOK.money(), BOOK.accountParts(), BOOK.contested());
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> ReceivableReadings.of(dollars, END_OF_MARCH))
                .withMessage("invoices[I-1].amount must be in USD, but was EUR");
        ReceivableBook none = ReceivableBook.of("USD", EventLog.of(List.of()), EventLog.of(List.of()));
        mixed(
                new ReceivableBook("USD", none.invoices(), PARTS, none.money(), none.accountParts(), none.contested()),
                "parts[C-1].amount must be in USD, but was EUR");
        mixed(none.withMoney(MONEY, none.accountParts()), "money[M-1].amount must be in USD, but was EUR");
        mixed(none.withMoney(none.money(), REFUNDS), "accountParts[R-1].amount must be in USD, but was EUR");
        mixed(none.withContested(CONTESTED), "contested[D-1].amount must be in USD, but was EUR");
    }

    private static void mixed(ReceivableBook book, String message) {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> ReceivableReadings.of(book, END_OF_MARCH))
                .withMessage(message);
    }

    @Test
    void refusesPeriodsThatAreNotOver() {
        ReceivableReadings readings = ReceivableReadings.of(BOOK, AsOf.endOf("2026-03-30"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.origins(MARCH))
                .withMessage("period must not end after 2026-03-30, but was 2026-03-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.migration(day("2026-02-28"), day("2026-03-31"), AGES))
                .withMessage("later must not end after 2026-03-30, but was 2026-03-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.migration(day("2026-02-28"), day("2026-02-28"), AGES))
                .withMessage("later must be after 2026-02-28, but was 2026-02-28");
        assertThat(readings.migration(day("2026-02-28"), day("2026-03-30"), AGES)
                        .rows())
                .hasSize(4);
    }
}
