package io.quittance.ar.ledger;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.forged;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One debt of 1 February over 100.00 due 3 March, one payment of 10 March over 60.00, recorded a second apart. */
class LedgerTest {
    private static final Receivable DEBT = receivable("R1", "2026-03-03", "100.00");
    private static final Receivable DEBT2 = receivable("R2", "2026-03-04", "7.00");
    private static final LocalDate DATE = LocalDate.parse("2026-03-20");
    private static final Payment SIXTY = payment("P1", "2026-03-10", "60.00");
    private static final Ledger OWED = Ledger.empty("EUR").postAll(List.of(posted("K1", DEBT, 1)));
    private static final Ledger RECEIVED = OWED.postAll(List.of(received("K2", SIXTY, 2)));
    private static final Ledger PAID = RECEIVED.postAll(List.of(allocated("K3", SIXTY, "60.00", "2026-03-10", 3)));

    @Test
    void startsWithNothing() {
        Ledger ledger = Ledger.empty("EUR");
        assertThat(ledger.customers()).isEmpty();
        assertThat(ledger.openItems("A")).isEmpty();
        assertThat(ledger.customer(A).entries()).isEmpty();
        assertThat(ledger.customer(A).version()).isZero();
        assertThat(ledger.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(ledger.asOf("2026-03-31").balance()).isEqualTo(eur("0"));
        assertThat(ledger.asOf("2026-03-31").currency()).isEqualTo(ledger.currency());
        assertThat(ledger).hasToString("ledger in EUR");
    }

    /** A owes 100.00 and B 7.00; of A alone there are 100.00, and B may be added once more, under another id than what is A's. */
    @Test
    void someCustomersAreALedger() {
        Receivable other = Receivable.of(id("S1"), B, DATE, DATE, eur("7.00"));
        Ledger both = OWED.postAll(List.of(LedgerEntry.of("K1", new ReceivablePosted(other), Instant.EPOCH)));
        Ledger ofA = both.only(List.of(A, CustomerId.of("nobody")));
        assertThat(ofA.customers()).containsExactly(both.customer(A));
        assertThat(ofA.asOf("2026-03-31").balance()).isEqualTo(eur("100"));
        assertThat(ofA.currency()).isEqualTo(both.currency());
        assertThat(both.only(List.of(B, A)).customers()).isEqualTo(both.customers());
        assertThat(both.only(List.of()).customers()).isEmpty();
        Receivable taken = Receivable.of(id("R1"), B, DATE, DATE, eur("7.00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        both.only(List.of(B)).post(LedgerEntry.of("K2", new ReceivablePosted(taken), Instant.EPOCH)))
                .withMessage("receivable.id must be new, but was R1");
    }

    /** The example of the package's documentation. */
    @ParameterizedTest(name = "on {0}: {1} open, {2} on account")
    @CsvSource({
        "2026-01-31, 0, 0",
        "2026-02-01, 100, 0",
        "2026-02-28, 100, 0",
        "2026-03-09, 100, 0",
        "2026-03-10, 40, 0",
        "2026-03-31, 40, 0"
    })
    void answersAsOfAnyDay(String date, String open, String onAccount) {
        LedgerView view = PAID.asOf(date);
        assertThat(view.open()).isEqualTo(eur(open));
        assertThat(view.onAccount()).isEqualTo(eur(onAccount));
        assertThat(view.asOf()).isEqualTo(AsOf.endOf(date));
    }

    @ParameterizedTest(name = "known after {0} s: {1} open, {2} on account")
    @CsvSource({"0, 0, 0", "1, 100, 0", "2, 100, 60", "3, 40, 0"})
    void answersAsItWasKnownAtAnyInstant(long seconds, String open, String onAccount) {
        LedgerView view = PAID.asOf(AsOf.of(LocalDate.parse("2026-03-31"), at(seconds)));
        assertThat(view.open()).isEqualTo(eur(open));
        assertThat(view.onAccount()).isEqualTo(eur(onAccount));
        assertThat(view.balance()).isEqualTo(eur(open).subtract(eur(onAccount)));
    }

    @Test
    void tellsWhatIsOpenAndWhatIsLeft() {
        CustomerLedger ledger = PAID.customer(A);
        assertThat(ledger.openItems()).containsExactly(OpenItem.of(DEBT, eur("40")));
        assertThat(PAID.openItems("A")).isEqualTo(ledger.openItems());
        assertThat(RECEIVED.customer(A).unapplied(SIXTY.id())).isEqualTo(eur("60"));
        assertThat(ledger.unapplied(SIXTY.id())).isEqualTo(eur("0"));
        assertThat(ledger.customer()).isEqualTo(A);
        assertThat(ledger.currency()).isEqualTo(PAID.currency());
        assertThat(ledger.entries()).extracting(entry -> entry.key().value()).containsExactly("K1", "K2", "K3");
        assertThat(ledger).hasToString("ledger of customer A, version 3");
    }

    @Test
    void aCustomerInCreditHasANegativeBalance() {
        AccountView account = Ledger.empty("EUR")
                .postAll(List.of(received("K2", SIXTY, 2)))
                .asOf("2026-03-31")
                .accounts()
                .get(0);
        assertThat(account.balance()).isEqualTo(eur("-60"));
        assertThat(account.open()).isEqualTo(eur("0"));
    }

    @Test
    void aSettledCustomerStaysInTheAnswer() {
        LedgerView view = RECEIVED.postAll(List.of(
                        received("K4", payment("P2", "2026-03-10", "40"), 3),
                        allocated("K5", SIXTY, "60", "2026-03-10", 3),
                        allocated("K6", payment("P2", "2026-03-10", "40"), "40", "2026-03-10", 3)))
                .asOf("2026-03-31");
        assertThat(view.accounts()).containsExactly(new AccountView(A, List.of(), eur("0")));
    }

    @Test
    void keepsCustomersApartAndInOrder() {
        Receivable other = Receivable.of(id("R7"), B, DEBT.documentDate(), DEBT.dueDate(), eur("7"));
        Ledger ledger = Ledger.empty("EUR").postAll(List.of(posted("K1", other, 9), posted("K1", DEBT, 1)));
        assertThat(ledger.customers()).extracting(CustomerLedger::customer).containsExactly(A, B);
        assertThat(ledger.openItems(B)).containsExactly(OpenItem.of(other));
        assertThat(ledger.asOf("2026-03-31").accounts())
                .extracting(AccountView::customer, AccountView::open)
                .containsExactly(tuple(A, eur("100")), tuple(B, eur("7")));
        assertThat(ledger.asOf("2026-03-31").open()).isEqualTo(eur("107"));
    }

    @Test
    void anEntryPostedTwiceSaysSoAndChangesNothing() {
        Posting<Ledger> again = PAID.post(posted("K1", DEBT, 1));
        assertThat(again.isDuplicate()).isTrue();
        assertThat(again.ledger()).isSameAs(PAID);
        assertThat(OWED.post(received("K2", SIXTY, 2)).isDuplicate()).isFalse();
        Posting<CustomerLedger> ofOne = PAID.customer(A).post(posted("K1", DEBT, 1));
        assertThat(ofOne.isDuplicate()).isTrue();
        assertThat(ofOne.ledger()).isSameAs(PAID.customer(A));
    }

    /** A pattern that one currency fits is no code of it, and one that many fit is refused alike. */
    @Test
    void refusesWhatIsNoCodeOfACurrency() {
        for (String code : List.of("EU.", "EUR|ZZZZ", "(?i)eur", ".*", "USD|EUR", "eur")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ledger.empty(code))
                    .withMessage("currencyCode must be a currency code of three capital letters, but was " + code);
        }
    }

    @Test
    void refusesAKeyForSomethingElse() {
        assertRefused(PAID, posted("K1", DEBT, 2), "ledger.key-twice")
                .hasMessage("key must not name a different entry, but was K1");
        assertRefused(PAID, received("K1", payment("P9", "2026-03-10", "1"), 4), "ledger.key-twice");
    }

    @Test
    void refusesADebtAndAPaymentThatAreThereUnderAnotherKey() {
        assertRefused(PAID, posted("K9", DEBT, 9), "ledger.receivable-twice")
                .hasMessage("receivable.id must be new, but was R1");
        assertRefused(PAID, received("K9", SIXTY, 9), "ledger.payment-twice")
                .hasMessage("payment.id must be new, but was P1");
    }

    /** Two customers cannot owe one invoice; each customer's ledger alone could not tell. */
    @Test
    void refusesADebtThatAnotherCustomerOwes() {
        var other = Receivable.of(id("R1"), B, DEBT.documentDate(), DEBT.dueDate(), eur("7"));
        assertRefused(PAID, posted("K9", other, 9), "ledger.receivable-twice")
                .hasMessage("receivable.id must be new, but was R1");
        assertThat(PAID.customer(B).version()).isZero();
    }

    @Test
    void refusesToRecordBeforeTheLastEntry() {
        Receivable second = receivable("R2", "2026-03-03", "1");
        assertThat(PAID.post(posted("K9", second, 3)).ledger().openItems(A)).hasSize(2);
        assertRefused(PAID, posted("K9", second, 2), "ledger.recorded-at")
                .hasMessage("recordedAt must not be before the last entry's, 2026-04-01T00:00:03Z,"
                        + " but was 2026-04-01T00:00:02Z");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Payment unknown = payment("P9", "2026-03-10", "60");
        assertRefused(RECEIVED, allocated("K9", unknown, "1", "2026-03-10", 9), "ledger.unknown")
                .hasMessage("allocation.payment must be in the customer's ledger, but was P9");
        Ledger onlyMoney = Ledger.empty("EUR").postAll(List.of(received("K2", SIXTY, 2)));
        assertRefused(onlyMoney, allocated("K9", SIXTY, "1", "2026-03-10", 9), "ledger.unknown")
                .hasMessage("allocation.lines[0].item must be in the customer's ledger, but was R1");
        assertRefused(onlyMoney, opened("K9", "R1", "2026-03-10", 9), "ledger.unknown")
                .hasMessage("dispute.receivable must be in the customer's ledger, but was R1");
        assertRefused(onlyMoney, closed("K9", "R1", "2026-03-10", 9), "ledger.unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onlyMoney.customer(A).unapplied(unknown.id()))
                .withMessage("payment must be in the customer's ledger, but was P9");
    }

    /** The second door: each allocation was in order when it was made, but another came first. */
    @Test
    void refusesToSpendMoneyOrToPayADebtTwice() {
        assertRefused(PAID, allocated("K9", SIXTY, "0.01", "2026-03-10", 9), "ledger.law.within-payment")
                .hasMessage("allocation must be at most EUR 0.00, which is left of payment P1, but was EUR 0.01");
        Payment more = payment("P2", "2026-03-10", "60");
        Ledger next = PAID.postAll(List.of(received("K8", more, 4)));
        assertRefused(next, allocated("K9", more, "40.01", "2026-03-10", 9), "ledger.law.within-item")
                .hasMessage("allocation.lines[0].amount must be at most EUR 40.00, which is open of R1,"
                        + " but was EUR 40.01");
        assertThat(next.post(allocated("K9", more, "40.00", "2026-03-10", 9))
                        .ledger()
                        .openItems(A))
                .isEmpty();
    }

    @Test
    void refusesAnAllocationOfAPaymentThatWasRecordedAsLess() {
        Payment larger = payment("P1", "2026-03-10", "90");
        assertRefused(RECEIVED, allocated("K9", larger, "60.01", "2026-03-10", 9), "ledger.payment-differs");
    }

    @Test
    void refusesToAllocateBeforeTheMoneyOrTheDebtWasThere() {
        assertRefused(RECEIVED, allocated("K9", SIXTY, "60", "2026-03-09", 9), "ledger.effective-date")
                .hasMessage("effectiveDate must not be before the value date, 2026-03-10, but was 2026-03-09");
        Payment early = payment("P0", "2026-01-10", "60");
        Ledger ledger = OWED.postAll(List.of(received("K2", early, 2)));
        assertRefused(ledger, allocated("K9", early, "60", "2026-01-31", 9), "ledger.effective-date")
                .hasMessage("effectiveDate must not be before the document date of R1, 2026-02-01, but was 2026-01-31");
        assertThat(ledger.post(allocated("K9", early, "60", "2026-02-01", 9)).isDuplicate())
                .isFalse();
    }

    @Test
    void refusesAnotherCustomersEntry() {
        var foreign = posted("K9", Receivable.of(id("R9"), B, DEBT.documentDate(), DEBT.dueDate(), eur("1")), 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OWED.customer(A).post(foreign))
                .withMessage("customer must be A, but was B");
    }

    @Test
    void refusesAnotherCurrency() {
        Amount dollars = Amount.of("60", "USD");
        var debt = Receivable.of(id("R9"), A, DEBT.documentDate(), DEBT.dueDate(), dollars);
        var payment = Payment.of(PaymentId.of("P1"), A, SIXTY.valueDate(), dollars);
        var allocation = Allocation.of(payment, List.of(OpenItem.of(debt)), new OldestDueFirst());
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> OWED.post(posted("K9", debt, 9)))
                .withMessage("receivable.amount must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> OWED.post(received("K9", payment, 9)))
                .withMessage("payment.amount must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> RECEIVED.post(
                        LedgerEntry.of(EntryKey.of("K9"), new PaymentAllocated(allocation, SIXTY.valueDate()), at(9))))
                .withMessage("allocation must be in EUR, but was USD");
    }

    @Test
    void showsADisputeFromItsFirstDayToTheDayBeforeItEnds() {
        Ledger ledger = OWED.postAll(List.of(opened("K2", "R1", "2026-03-05", 2), closed("K3", "R1", "2026-03-20", 3)));
        assertThat(isDisputed(ledger, "2026-03-04")).isFalse();
        assertThat(isDisputed(ledger, "2026-03-05")).isTrue();
        assertThat(isDisputed(ledger, "2026-03-19")).isTrue();
        assertThat(isDisputed(ledger, "2026-03-20")).isFalse();
    }

    @Test
    void refusesDisputesThatCannotBe() {
        assertRefused(OWED, closed("K9", "R1", "2026-03-05", 9), "ledger.unknown")
                .hasMessage("dispute must be in the customer's ledger, but was D1");
        assertRefused(OWED, opened("K9", "R9", "2026-03-05", 9), "ledger.unknown")
                .hasMessage("dispute.receivable must be in the customer's ledger, but was R9");
        assertRefused(OWED, opened("K9", "R1", "2026-01-31", 9), "ledger.law.within-item")
                .hasMessage("dispute.amount must be at most EUR 0.00, which is open of R1 on 2026-01-31 and not"
                        + " contested by another case, but was EUR 100.00");
        Ledger disputed = OWED.postAll(List.of(opened("K2", "R1", "2026-03-05", 2)));
        assertRefused(disputed, opened("K9", "R1", "2026-03-06", 9), "ledger.dispute-twice")
                .hasMessage("dispute.id must be new, but was D1");
        assertRefused(disputed, closed("K9", "R1", "2026-03-04", 9), "ledger.effective-date")
                .hasMessage("effectiveDate must not be before the day the dispute was opened, 2026-03-05,"
                        + " but was 2026-03-04");
        Ledger settled = disputed.postAll(List.of(closed("K3", "R1", "2026-03-20", 3)));
        assertRefused(settled, closed("K9", "R1", "2026-03-21", 9), "ledger.dispute-decided")
                .hasMessage("dispute must not be decided already, but was D1");
    }

    @Test
    void aPaymentOnADisputedDebtLeavesItDisputed() {
        Ledger ledger = RECEIVED.postAll(
                List.of(opened("K8", "R1", "2026-03-05", 3), allocated("K9", SIXTY, "60", "2026-03-10", 4)));
        assertThat(ledger.openItems(A)).containsExactly(OpenItem.of(DEBT, eur("40"), eur("40")));
    }

    @Test
    void postsAllEntriesOrNone() {
        var entries = List.of(received("K2", SIXTY, 2), posted("K9", DEBT, 9));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> OWED.postAll(entries))
                .withMessage("entries[1]: receivable.id must be new, but was R1")
                .satisfies(refused -> assertThat(refused.path()).isEqualTo("entries[1]"));
        assertThat(OWED.customer(A).version()).isEqualTo(1);
        assertThat(OWED.postAll(List.of())).isSameAs(OWED);
    }

    @Test
    void aRefusalLeavesTheLedgerAsItWas() {
        assertRefused(PAID, allocated("K9", SIXTY, "0.01", "2026-03-10", 9), "ledger.law.within-payment");
        assertThat(PAID.customer(A).version()).isEqualTo(3);
        assertThat(PAID.openItems(A)).containsExactly(OpenItem.of(DEBT, eur("40")));
    }

    @Test
    void manyEntriesOfOneCustomerAreNoDepthOfCalls() {
        var entries = new ArrayList<LedgerEntry>();
        for (int i = 0; i < 20_000; i++) {
            entries.add(posted("K" + i, receivable("R" + i, "2026-03-03", "1"), 1));
        }
        CustomerLedger ledger = Ledger.empty("EUR").postAll(entries).customer(A);
        assertThat(ledger.entries()).isEqualTo(entries);
        assertThat(ledger.asOf(AsOf.endOf("2026-03-31")).open()).isEqualTo(eur("20000"));
    }

    /** Each of the 1,000 answers looks only at what was recorded after its day; not at the 20,000 entries. */
    @Test
    void answersAboutManyDaysCostNoMoreThanTheirEntries() {
        Ledger ledger = Ledger.empty("EUR");
        LocalDate day = LocalDate.parse("1950-01-01");
        for (int i = 0; i < 20_000; i++) {
            var money = Payment.of(PaymentId.of("P" + i), A, day.plusDays(i), eur("1"));
            ledger = ledger.post(received("K" + i, money, i)).ledger();
        }
        CustomerLedger customer = ledger.customer(A);
        for (int i = 19_000; i < 20_000; i++) {
            assertThat(customer.asOf(AsOf.endOf(day.plusDays(i))).onAccount()).isEqualTo(eur(String.valueOf(i + 1)));
        }
    }

    @Test
    void entriesAreValuesThatCanBeStored() throws Exception {
        for (LedgerEntry entry : List.of(
                posted("K1", DEBT, 1),
                received("K1", SIXTY, 1),
                allocated("K1", SIXTY, "1", "2026-03-10", 1),
                opened("K1", "R1", "2026-03-10", 1),
                closed("K1", "R1", "2026-03-10", 1))) {
            assertThat(copy(entry)).isEqualTo(entry).hasSameHashCodeAs(entry);
        }
        AccountView account = PAID.asOf("2026-03-31").accounts().get(0);
        assertThat(copy(account)).isEqualTo(account);
    }

    @Test
    void ledgersAndViewsAreValuesThatCanBeStored() throws Exception {
        Ledger two = PAID.postAll(List.of(received("K9", Payment.of(PaymentId.of("P9"), B, DATE, eur("5")), 9)));
        Ledger copy = copy(two);
        assertThat(copy).hasToString(two.toString());
        assertThat(copy.customers()).hasSize(2);
        assertThat(copy.customer(A).entries()).isEqualTo(two.customer(A).entries());
        assertThat(copy.openItems(A)).isEqualTo(two.openItems(A));
        assertThat(copy(two.customer(A)).entries()).isEqualTo(two.customer(A).entries());
        assertThat(copy(two.customer(A)).post(posted("K1", DEBT, 1)).isDuplicate())
                .isTrue();
        LedgerView view = two.asOf("2026-03-31");
        assertThat(copy(view)).isEqualTo(view).hasSameHashCodeAs(view).hasToString(view.toString());
        assertThat(view)
                .isNotEqualTo(two.asOf("2026-03-01"))
                .isNotEqualTo(PAID.asOf("2026-03-31"))
                .asString()
                .endsWith(": EUR 35.00");
        assertThat(copy(PAID.post(posted("K9", DEBT2, 9))).ledger().openItems(A))
                .hasSize(2);
    }

    /** A stream of entries is a stream of entries: what would be refused when posted is refused when read. */
    @Test
    void refusesASerialFormThatBreaksALaw() throws Exception {
        Class<?> proxy = Class.forName(Ledger.class.getName() + "$Proxy");
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() ->
                        forged(new Forged("EUR", List.of(allocated("K3", SIXTY, "60.00", "2026-03-10", 3))), proxy))
                .withMessage("entries[0]: allocation.payment must be in the customer's ledger, but was P1");
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> forged(new Empty(), Ledger.class))
                .withMessage("a ledger is read through its proxy");
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> forged(new Empty(), CustomerLedger.class));
        assertThatExceptionOfType(InvalidObjectException.class).isThrownBy(() -> forged(new Empty(), LedgerView.class));
    }

    private record Forged(String currencyCode, List<LedgerEntry> entries) implements Serializable {}

    private record Empty() implements Serializable {}

    @Test
    void anAccountHoldsItsCustomersItemsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountView(B, List.of(OpenItem.of(DEBT)), eur("0")))
                .withMessage("openItems must be those of B, but was A");
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void namesTheNullInAnEntry() {
        assertThatNullPointerException()
                .isThrownBy(() -> LedgerEntry.of(EntryKey.of("K1"), new ReceivablePosted(null), at(1)))
                .withMessage("receivable");
        assertThatNullPointerException()
                .isThrownBy(() -> LedgerEntry.of(EntryKey.of("K1"), new PaymentReceived(SIXTY), null))
                .withMessage("recordedAt");
        assertThatNullPointerException()
                .isThrownBy(() -> OWED.asOf((AsOf) null))
                .withMessage("asOf");
    }

    @Test
    void keysAreOrderedByTheirTextAndRefuseWhatIsNone() throws Exception {
        assertThat(EntryKey.of("a")).isGreaterThan(EntryKey.of("B")).isEqualTo(copy(EntryKey.of("a")));
        assertThat(EntryKey.of("a")).hasToString("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryKey.of(""))
                .withMessage("entry key must have 1 to 200 characters, but was ");
    }

    private static AbstractThrowableAssert<?, InvalidArgumentException> assertRefused(
            Ledger ledger, LedgerEntry entry, String code) {
        var refused = catchThrowableOfType(InvalidArgumentException.class, () -> ledger.post(entry));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        return assertThat(refused);
    }

    private static boolean isDisputed(Ledger ledger, String date) {
        return ledger.asOf(date).accounts().get(0).openItems().get(0).isDisputed();
    }

    private static Instant at(long seconds) {
        return Instant.parse("2026-04-01T00:00:00Z").plusSeconds(seconds);
    }

    private static LedgerEntry posted(String key, Receivable receivable, long seconds) {
        return LedgerEntry.of(EntryKey.of(key), new ReceivablePosted(receivable), at(seconds));
    }

    private static LedgerEntry received(String key, Payment payment, long seconds) {
        return LedgerEntry.of(EntryKey.of(key), new PaymentReceived(payment), at(seconds));
    }

    /** So much of the payment for R1, as if all of it were open. */
    private static LedgerEntry allocated(String key, Payment payment, String amount, String date, long seconds) {
        var line = AllocationLine.of(id("R1"), eur(amount), Explanation.of("test.line", "because"));
        var allocation = Allocation.of(payment, List.of(OpenItem.of(DEBT)), request -> List.of(line));
        return LedgerEntry.of(EntryKey.of(key), new PaymentAllocated(allocation, LocalDate.parse(date)), at(seconds));
    }

    private static LedgerEntry opened(String key, String item, String date, long seconds) {
        return LedgerEntry.of(
                EntryKey.of(key), new DisputeOpened(A, dispute(item, "100"), LocalDate.parse(date)), at(seconds));
    }

    private static LedgerEntry closed(String key, String item, String date, long seconds) {
        var fact = new DisputeResolved(A, dispute(item, "100").id(), Resolution.withdrawn(), LocalDate.parse(date));
        return LedgerEntry.of(EntryKey.of(key), fact, at(seconds));
    }

    /** Of three entries, the last is in dollars: it is named by its place, and none is posted. */
    @Test
    void anEntryInAnotherCurrencyIsNamedByItsPlace() {
        Instant now = Instant.parse("2026-03-10T12:00:00Z");
        Payment dollars = Payment.of(PaymentId.of("P1"), A, LocalDate.parse("2026-03-10"), Amount.of("1", "USD"));
        List<LedgerEntry> entries = List.of(
                LedgerEntry.of("K1", new ReceivablePosted(receivable("R1", "2026-03-03", "100")), now),
                LedgerEntry.of("K2", new ReceivablePosted(receivable("R2", "2026-03-03", "100")), now),
                LedgerEntry.of("K3", new PaymentReceived(dollars), now));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Ledger.empty("EUR").postAll(entries))
                .withMessage("entries[2]: payment.amount must be in EUR, but was USD")
                .satisfies(e -> assertThat(e.path()).isEqualTo("entries[2]"));
    }

    /** 100.00 EUR are booked at 110.00 USD: money that is booked in euros, of whichever customer, is refused, and so is a later credit. */
    @Test
    void theBooksAreInOneCurrency() {
        Instant now = Instant.parse("2026-03-10T12:00:00Z");
        LocalDate day = LocalDate.parse("2026-03-10");
        Receivable debt = receivable("R1", "2026-03-03", "100");
        Ledger ledger = Ledger.empty("EUR")
                .post(LedgerEntry.of("K1", ReceivablePosted.of(debt, Amount.of("110", "USD")), now))
                .ledger();
        Payment mine = Payment.of(PaymentId.of("P1"), A, day, eur("60"));
        Payment others = Payment.of(PaymentId.of("P2"), B, day, eur("60"));
        Credit credit = Credit.of(PaymentId.of("N1"), A, day, eur("60"));
        for (LedgerFact fact : List.of(
                new PaymentReceived(mine),
                new PaymentReceived(others),
                new CreditPosted(credit),
                new ReceivablePosted(receivable("R2", "2026-03-03", "100")))) {
            assertThatExceptionOfType(CurrencyMismatchException.class)
                    .isThrownBy(() -> ledger.post(LedgerEntry.of("K2", fact, now)))
                    .withMessage("booked must be in USD, but was EUR");
        }
        assertThat(ledger.asOf(day).onAccount()).isEqualTo(eur("0"));
        Ledger paid = ledger.post(LedgerEntry.of("K2", PaymentReceived.of(others, Amount.of("63", "USD")), now))
                .ledger();
        assertThat(paid.asOf(day).onAccount()).isEqualTo(eur("60"));
    }

    /** An instant that has no day of the calendar is refused where it comes in. */
    @Test
    void anEntryIsRecordedInTheCalendar() {
        var fact = new ReceivablePosted(receivable("R1", "2026-03-03", "100"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerEntry.of("K1", fact, Instant.MAX))
                .withMessage("recordedAt must lie in the years 1 to 9999, but was " + Instant.MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerEntry.of("K1", fact, Instant.parse("0000-12-31T23:59:59Z")))
                .withMessage("recordedAt must lie in the years 1 to 9999, but was 0000-12-31T23:59:59Z");
        assertThat(LedgerEntry.of("K1", fact, Instant.parse("9999-12-31T23:59:59.999Z"))
                        .recordedAt())
                .isAfter(Instant.EPOCH);
    }
}
