package io.quittance.ar.reconciliation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.journal.AccountKey;
import io.quittance.ar.journal.InvoiceAccounts;
import io.quittance.ar.journal.Journal;
import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.reconciliation.AccountReconciliation.Status;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReconciliationTest extends TwoSides {
    private static final AsOf MARCH = AsOf.endOf(DATE);

    @Test
    void whatBothHaveAgrees() {
        ledger("R1", "2026-03-02", "100");
        ledger("P1", "2026-03-10", "-30");
        stated("P1", "2026-03-12", "-30"); // a day of its own
        stated("R1", "2026-03-02", "100");
        AccountReconciliation outcome = compared("70", "70");
        assertThat(outcome.status()).isEqualTo(Status.AGREED);
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.difference()).hasValue(eur("0"));
        assertThat(outcome).hasToString("CUSTOMER A at 2026-03-31: EUR 70.00, stated EUR 70.00, AGREED");
    }

    /** 180.00 and 80.00: an invoice that the customer lacks, and a payment that the customer lacks, too, are -150.00 and 50.00. */
    @Test
    void whatOneSideLacksIsMissingThere() {
        ledger("R1", "2026-03-02", "80");
        ledger("R2", "2026-03-03", "150");
        ledger("P1", "2026-03-10", "-50");
        stated("R1", "2026-03-02", "80");
        stated("P9", "2026-03-10", "-7");
        stated("R9", "2026-03-10", "7");
        AccountReconciliation outcome = compared("180", "80");
        assertThat(rows(outcome))
                .containsExactly(
                        "MISSING_AT_COUNTERPARTY P1 50",
                        "MISSING_IN_LEDGER P9 -7",
                        "MISSING_AT_COUNTERPARTY R2 -150",
                        "MISSING_IN_LEDGER R9 7");
        assertThat(outcome.status()).isEqualTo(Status.DIFFERS);
        assertThat(outcome.difference()).hasValue(eur("-100"));
        assertThat(outcome.differences().get(2))
                .hasToString("MISSING_AT_COUNTERPARTY EUR -150.00: R2 of 2026-03-03: EUR 150.00 is not stated");
        assertThat(outcome.differences().get(2).ledger()).containsExactly(ledger.get(1));
        assertThat(outcome.differences().get(1).stated()).containsExactly(stated.get(1));
    }

    /** Equal balances of different things do not agree. */
    @Test
    void whatAddsUpToNothingDiffersAllTheSame() {
        ledger("R1", "2026-03-02", "80");
        stated("R2", "2026-03-02", "50");
        stated("R3", "2026-03-02", "30");
        AccountReconciliation outcome = compared("80", "80");
        assertThat(outcome.status()).isEqualTo(Status.DIFFERS);
        assertThat(rows(outcome))
                .containsExactly(
                        "MISSING_AT_COUNTERPARTY R1 -80", "MISSING_IN_LEDGER R2 50", "MISSING_IN_LEDGER R3 30");
    }

    @Test
    void anotherAmountIsOfTheDocument() {
        ledger("R1", "2026-03-02", "119");
        stated("R1", "2026-03-02", "100");
        ledger("R2", "2026-03-02", "100");
        stated("R2", "2026-03-02", "60");
        stated("R2", "2026-03-02", "40");
        AccountReconciliation outcome = compared("219", "200");
        assertThat(rows(outcome)).containsExactly("AMOUNT R1 -19");
        assertThat(outcome.differences().get(0).explanation()).hasToString("EUR 119.00 is stated as EUR 100.00");
    }

    @Test
    void aCentIsRoundingOnlyWhereThatIsSaid() {
        ledger("R1", "2026-03-02", "119.01");
        stated("R1", "2026-03-02", "119");
        assertThat(rows(compared("119.01", "119"))).containsExactly("AMOUNT R1 -0.01");
        ReconciliationPolicy cents = ReconciliationPolicy.STRICT.withRoundingUnits(1);
        AccountReconciliation outcome = compared("119.01", "119", cents);
        assertThat(rows(outcome)).containsExactly("ROUNDING R1 -0.01");
        assertThat(outcome.status()).isEqualTo(Status.DIFFERS);
        ledger.clear();
        ledger("R1", "2026-03-02", "119.02");
        assertThat(rows(compared("119.02", "119", cents))).containsExactly("AMOUNT R1 -0.02");
    }

    @Test
    void theOtherSignIsTwiceTheAmount() {
        ledger("C1", "2026-03-02", "-25");
        stated("C1", "2026-03-02", "25");
        AccountReconciliation outcome = compared("-25", "25");
        assertThat(rows(outcome)).containsExactly("SIGN C1 50");
        assertThat(outcome.status()).isEqualTo(Status.DIFFERS);
    }

    @Test
    void whatIsThereOnceMoreIsADuplicate() {
        ledger("R1", "2026-03-02", "100");
        stated("R1", "2026-03-02", "100");
        stated("R1", "2026-03-04", "100");
        ledger("R2", "2026-03-02", "10");
        ledger("R2", "2026-03-02", "10");
        stated("R2", "2026-03-02", "10");
        assertThat(rows(compared("120", "210"))).containsExactly("DUPLICATE R1 100", "DUPLICATE R2 -10");
    }

    /** What was posted by mistake and reversed before anybody saw it is no difference. */
    @Test
    void whatASideTookBackIsNoDifference() {
        ledger("R1", "2026-03-02", "100");
        ledger("R1", "2026-03-03", "-100");
        stated("X", "2026-03-03", "5");
        stated("X", "2026-03-03", "-5");
        assertThat(compared("0", "0").status()).isEqualTo(Status.AGREED);
    }

    /** The customer sends 40.00 on 31 March; the bank has it on 1 April. The ledger has an invoice of 1 April that the customer has of 31 March. */
    @Test
    void whatIsKnownOfLaterIsInTransit() {
        ledger("R1", "2026-03-02", "100");
        ledger("P1", "2026-04-01", "-40");
        ledger("R2", "2026-03-31", "7");
        stated("R1", "2026-03-02", "100");
        stated("P1", "2026-03-31", "-40");
        stated("R2", "2026-04-02", "7");
        AccountReconciliation outcome = compared("107", "60");
        assertThat(rows(outcome)).containsExactly("TIMING P1 -40", "TIMING R2 -7");
        assertThat(outcome.status()).isEqualTo(Status.AGREED_WITH_TIMING);
        assertThat(outcome.differences().get(0).explanation())
                .hasToString(
                        "P1 of 2026-03-31: EUR -40.00 is in the ledger after the date, as P1 of 2026-04-01: EUR -40.00");
        assertThat(outcome.differences().get(1).explanation())
                .hasToString("R2 of 2026-03-31: EUR 7.00 is stated after the date, as R2 of 2026-04-02: EUR 7.00");
    }

    /** With two days, what is of 30 or 31 March may be on its way; what is of 29 March is missing. */
    @Test
    void whatIsRecentIsInTransitWhereThatIsUsual() {
        ledger("R1", "2026-03-29", "1");
        ledger("R2", "2026-03-30", "2");
        stated("P1", "2026-03-31", "-4");
        ReconciliationPolicy usual = ReconciliationPolicy.STRICT.withTransitDays(2);
        assertThat(rows(compared("3", "-4", usual)))
                .containsExactly("TIMING P1 -4", "MISSING_AT_COUNTERPARTY R1 -1", "TIMING R2 -2");
        assertThat(rows(compared("3", "-4")))
                .containsExactly(
                        "MISSING_IN_LEDGER P1 -4", "MISSING_AT_COUNTERPARTY R1 -1", "MISSING_AT_COUNTERPARTY R2 -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.withTransitDays(-1))
                .withMessage("transitDays must be between 0 and 366, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.withRoundingUnits(-1))
                .withMessage("roundingUnits must not be negative, but was -1");
    }

    /** A payment under the customer's own number is the same payment, as long as one and one have its amount. */
    @Test
    void anotherReferenceIsNoDifferenceOfAmount() {
        ledger("P1", "2026-03-10", "-50");
        stated("transfer 77", "2026-03-09", "-50");
        AccountReconciliation outcome = compared("-50", "-50");
        assertThat(rows(outcome)).containsExactly("REFERENCE P1 0");
        assertThat(outcome.status()).isEqualTo(Status.AGREED);
        stated("transfer 78", "2026-03-11", "-50");
        assertThat(rows(compared("-50", "-100")))
                .containsExactly(
                        "MISSING_AT_COUNTERPARTY P1 50",
                        "MISSING_IN_LEDGER transfer 77 -50",
                        "MISSING_IN_LEDGER transfer 78 -50");
        ledger("P2", "2026-03-12", "-50");
        AccountReconciliation two = compared("-100", "-100");
        assertThat(rows(two)).containsExactly("REFERENCE P1 0", "REFERENCE P2 0");
        assertThat(two.differences().get(1).stated()).containsExactly(stated.get(1));
    }

    /** The names of a receivable are as good as its id, unless two have one name. */
    @Test
    void aNameIsAsGoodAsAnId() {
        ledger.add(new LedgerLine(
                "R1", List.of("PO-7", "RF18"), LocalDate.parse("2026-03-02"), eur("100"), eur("0"), false));
        ledger.add(new LedgerLine("R2", List.of("PO-7"), LocalDate.parse("2026-03-02"), eur("60"), eur("0"), false));
        stated("RF18", "2026-03-02", "90");
        stated("PO-7", "2026-03-02", "60.01");
        assertThat(rows(compared("160", "150.01")))
                .containsExactly("MISSING_IN_LEDGER PO-7 60.01", "AMOUNT R1 -10", "MISSING_AT_COUNTERPARTY R2 -60");
    }

    @Test
    void aLineInAnotherCurrencyIsADifferenceOfItsOwn() {
        ledger("R1", "2026-03-02", "100");
        stated.add(StatedLine.of("R1", LocalDate.parse("2026-03-02"), Amount.of("110", "USD")));
        stated.add(StatedLine.of("R2", LocalDate.parse("2026-03-02"), Amount.of("5", "USD")));
        stated.add(StatedLine.of("R3", LocalDate.parse("2026-04-01"), Amount.of("5", "USD"))); // of no balance
        AccountReconciliation outcome = compared("100", "0");
        assertThat(rows(outcome)).containsExactly("CURRENCY R1 -100", "CURRENCY R2 0");
        assertThat(outcome.differences().get(0).explanation())
                .hasToString("R1 of 2026-03-02: USD 110.00 is stated in another currency than EUR");
        assertThat(outcome.status()).isEqualTo(Status.DIFFERS);
    }

    @Test
    void aBalanceInAnotherCurrencyIsNotCompared() {
        AccountReconciliation outcome = Reconciliation.of(
                new LedgerAccount("A", DATE, eur("5"), List.of()),
                StatedAccount.of(Counterparty.BANK, "A", DATE, Amount.of("5", "USD")),
                ReconciliationPolicy.STRICT);
        assertThat(outcome.status()).isEqualTo(Status.NOT_COMPARED);
        assertThat(outcome.difference()).isEmpty();
        assertThat(outcome.stated()).hasValue(Amount.of("5", "USD"));
    }

    @Test
    void aBalanceAloneExplainsNothing() {
        ledger("R1", "2026-03-02", "100");
        var account = new LedgerAccount("1200", DATE, eur("100"), ledger);
        StatedAccount other = StatedAccount.of(Counterparty.GENERAL_LEDGER, "1200", DATE, eur("99"));
        assertThat(rows(Reconciliation.of(account, other, ReconciliationPolicy.STRICT)))
                .containsExactly("UNEXPLAINED - -1");
        StatedAccount same = StatedAccount.of(Counterparty.GENERAL_LEDGER, "1200", DATE, eur("100"));
        assertThat(Reconciliation.of(account, same, ReconciliationPolicy.STRICT).status())
                .isEqualTo(Status.AGREED);
    }

    /** Bank: 1000.00 and 50.00 come to 1050.00; 1045.00 are stated, of which the ledger has 990.00 and 50.00. */
    @Test
    void anOpeningAndASumThatDifferAreSaid() {
        ledger("P0", "2026-02-10", "990");
        ledger("P1", "2026-03-10", "50");
        stated("P1", "2026-03-10", "50");
        LedgerAccount bank = new LedgerAccount("A", DATE, eur("1040"), ledger).since(LocalDate.parse("2026-03-01"));
        assertThat(bank.opening()).isEqualTo(eur("990"));
        assertThat(bank.lines()).containsExactly(ledger.get(1));
        StatedAccount account =
                StatedAccount.of(Counterparty.BANK, "A", DATE, eur("1045")).with(stated);
        AccountReconciliation outcome =
                Reconciliation.of(bank, account.opening(eur("1000")), ReconciliationPolicy.STRICT);
        assertThat(rows(outcome)).containsExactly("OPENING - 10", "STATED_SUM - -5");
        assertThat(outcome.differences().get(0).explanation())
                .hasToString("it opens with EUR 1000.00, the ledger with EUR 990.00");
        assertThat(outcome.differences().get(1).explanation())
                .hasToString("EUR 1045.00 is stated, its lines come to EUR 1050.00");
        assertThat(rows(Reconciliation.of(bank, account, ReconciliationPolicy.STRICT)))
                .containsExactly("UNEXPLAINED - 5");
    }

    @Test
    void aLineOfNothingChangesNothing() {
        ledger("R1", "2026-03-02", "0");
        ledger("R2", "2026-04-02", "0");
        stated("R2", "2026-03-02", "0");
        stated("R3", "2026-03-02", "0");
        assertThat(compared("0", "0").differences()).isEmpty();
    }

    /** A hundred thousand lines of one document on each side, of as many amounts, of which one differs: each line is looked at a few times. */
    @Test
    @Timeout(60)
    void takesTimeForTheLinesOnly() {
        int count = 100_000;
        for (int i = 1; i <= count; i++) {
            ledger.add(LedgerLine.of("R1", DATE, Amount.ofMinor(i, eur("0").getCurrency())));
            int cents = i == 1 ? count + 1 : i;
            stated.add(StatedLine.of("R1", DATE, Amount.ofMinor(cents, eur("0").getCurrency())));
        }
        Amount has = Amount.ofMinor(count * (count + 1L) / 2, eur("0").getCurrency());
        Amount states = has.add(eur("1000"));
        assertThat(rows(compared(
                        has.toBigDecimal().toPlainString(),
                        states.toBigDecimal().toPlainString())))
                .containsExactly("AMOUNT R1 1000.00");
    }

    /** A customer may call an invoice by its order, also when it is paid. */
    @Test
    void movementsAreKnownByTheirNames() {
        LedgerAccount account = LedgerAccount.movements(customer(), MARCH);
        assertThat(account.lines().get(0).names()).containsExactly("PO-7");
        assertThat(account.lines().get(1).names()).isEmpty();
    }

    /** So is what is owed in the place of another debt, and what is charged for it. */
    @Test
    void debtsOfAPlanAreKnownByTheirNames() {
        LocalDate day = LocalDate.parse("2026-03-12");
        Receivable charge = Receivable.of(id("R1/I"), A, day, day.plusDays(30), eur("3"))
                .withType(ReceivableType.INTEREST)
                .knownBy("INT-1");
        CustomerLedger plan = posted(
                customer(),
                new DebtRescheduled(
                        A,
                        List.of(DebtRescheduled.Moved.of(id("R2"), eur("50"))),
                        List.of(receivable("R2/1", "2026-04-01", "50").knownBy("PLAN-1")),
                        List.of(new ReceivablePosted(charge)),
                        Explanation.of("test.why", "because"),
                        day));
        stated("R1", "2026-02-12", "100");
        stated("P1", "2026-03-13", "-30");
        stated("P2", "2026-03-31", "-50");
        stated("R2", "2026-02-20", "0");
        stated("PLAN-1", "2026-03-12", "50");
        stated("INT-1", "2026-03-12", "3");
        AccountReconciliation outcome = Reconciliation.of(
                LedgerAccount.movements(plan, MARCH),
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur("73"))
                        .opening(eur("0"))
                        .with(stated),
                ReconciliationPolicy.STRICT);
        assertThat(rows(outcome)).containsExactly("TIMING P2 -50");
    }

    private static CustomerLedger customer() {
        CustomerLedger customer = CustomerLedger.empty(A, eur("0").getCurrency());
        customer = posted(
                customer,
                new ReceivablePosted(receivable("R1", "2026-03-10", "100").knownBy("PO-7")));
        customer = posted(customer, new ReceivablePosted(receivable("R2", "2026-03-20", "50")));
        customer = posted(customer, new PaymentReceived(payment("P1", "2026-03-15", "30")));
        customer = posted(customer, new PaymentReceived(payment("P2", "2026-04-02", "50")));
        return posted(customer, new DisputeOpened(A, dispute("R1", "20"), LocalDate.parse("2026-03-22")));
    }

    private static CustomerLedger posted(CustomerLedger customer, LedgerFact fact) {
        return customer.post(LedgerEntry.of("e" + customer.version(), fact, Instant.EPOCH))
                .ledger();
    }

    /** The customer states R1 without what it contests, and thinks that R2 is paid; the money of P1 settles nothing yet. */
    @Test
    void openItemsAreComparedWithWhatIsContestedAndOnAccount() {
        LedgerAccount account = LedgerAccount.openItems(customer(), MARCH);
        assertThat(account).hasToString("A at 2026-03-31: EUR 120.00");
        assertThat(account.opening()).isEqualTo(eur("0"));
        stated("PO-7", "2026-02-10", "75");
        AccountReconciliation outcome = Reconciliation.of(
                account,
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur("75"))
                        .opening(eur("0"))
                        .with(stated),
                ReconciliationPolicy.STRICT);
        assertThat(rows(outcome))
                .containsExactly(
                        "ON_ACCOUNT P1 30", "AMOUNT R1 -5", "IN_DISPUTE R1 -20", "MISSING_AT_COUNTERPARTY R2 -50");
        assertThat(outcome.differences().get(2).explanation()).hasToString("EUR 20.00 of R1 is contested");
    }

    @Test
    void whatIsContestedAndNotStatedAtAllIsTwoDifferences() {
        AccountReconciliation outcome = Reconciliation.of(
                LedgerAccount.openItems(customer(), AsOf.endOf("2026-03-31")),
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur("0")).with(List.of()),
                ReconciliationPolicy.STRICT);
        assertThat(rows(outcome))
                .containsExactly(
                        "ON_ACCOUNT P1 30",
                        "MISSING_AT_COUNTERPARTY R1 -80",
                        "IN_DISPUTE R1 -20",
                        "MISSING_AT_COUNTERPARTY R2 -50");
    }

    /** The customer's postings, as a creditor has them: with the other sign. P2 is in its books already. */
    @Test
    void movementsAreComparedWithTheBooksOfTheCustomer() {
        stated("R1", "2026-02-12", "-100");
        stated("R2", "2026-02-20", "-30");
        stated("P1", "2026-03-13", "30");
        stated("P2", "2026-03-31", "50");
        StatedAccount books = StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur("-50"))
                .opening(eur("0"))
                .with(stated)
                .mirrored();
        assertThat(books.balance()).isEqualTo(eur("50"));
        LedgerAccount account = LedgerAccount.movements(customer(), MARCH);
        assertThat(account.balance()).isEqualTo(eur("120"));
        assertThat(account.opening()).isEqualTo(eur("0"));
        AccountReconciliation outcome = Reconciliation.of(account, books, ReconciliationPolicy.STRICT);
        assertThat(rows(outcome)).containsExactly("TIMING P2 -50", "AMOUNT R2 -20");
        assertThat(account.lines().get(0).disputed()).isEqualTo(eur("20"));
    }

    /** The control account and the bank, from the journal of the same entries. */
    @Test
    void theJournalIsComparedWithTheHostsAccounts() {
        List<JournalEntry> entries = Journal.of(customer(), InvoiceAccounts.of(List.of()), AsOf.endOf("2026-12-31"));
        LedgerAccount receivables = LedgerAccount.booked(
                "1200", eur("0").getCurrency(), entries, line -> line.account().equals(AccountKey.RECEIVABLES), DATE);
        assertThat(receivables.balance()).isEqualTo(eur("150"));
        LedgerAccount control = LedgerAccount.booked(
                "1200",
                eur("0").getCurrency(),
                entries,
                line -> line.account().equals(AccountKey.RECEIVABLES)
                        || line.account().equals(AccountKey.ON_ACCOUNT),
                DATE);
        assertThat(control.balance()).isEqualTo(customer().asOf(MARCH).balance());
        LedgerAccount bank = LedgerAccount.original(
                "bank", eur("0").getCurrency(), entries, line -> line.account().equals(AccountKey.BANK), DATE);
        assertThat(bank.balance()).isEqualTo(eur("30"));
        assertThat(bank.lines()).extracting(LedgerLine::reference).containsExactly("P1", "P2");
        StatedAccount states = StatedAccount.of(Counterparty.BANK, "bank", DATE, eur("80"))
                .opening(eur("0"))
                .with(List.of(
                        StatedLine.of("P1", LocalDate.parse("2026-03-15"), eur("30")),
                        StatedLine.of("P2", LocalDate.parse("2026-03-31"), eur("50"))));
        assertThat(rows(Reconciliation.of(bank, states, ReconciliationPolicy.STRICT)))
                .containsExactly("TIMING P2 50");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() ->
                        LedgerAccount.booked("1200", Amount.of("0", "USD").getCurrency(), entries, line -> true, DATE))
                .withMessageContaining("entries.amount");
    }

    @Test
    void allAccountsOfASideAreComparedByTheirKeys() {
        var policy = ReconciliationPolicy.STRICT;
        List<AccountReconciliation> outcomes = Reconciliation.of(
                Counterparty.CUSTOMER,
                List.of(account("C", "5"), account("A", "7"), account("B", "0")),
                List.of(customerStates("D", "3"), customerStates("A", "7")),
                policy);
        assertThat(outcomes).extracting(AccountReconciliation::account).containsExactly("A", "B", "C", "D");
        assertThat(outcomes)
                .extracting(AccountReconciliation::status)
                .containsExactly(Status.AGREED, Status.NOT_COMPARED, Status.NOT_COMPARED, Status.DIFFERS);
        assertThat(outcomes).extracting(AccountReconciliation::isInactive).containsExactly(false, true, false, false);
        assertThat(outcomes.get(3).ledgerBalance()).isEqualTo(eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.of(
                        Counterparty.CUSTOMER, List.of(account("C", "5"), account("C", "7")), List.of(), policy))
                .withMessage("ledger[1].account must not repeat, but was C");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.of(
                        Counterparty.CUSTOMER,
                        List.of(),
                        List.of(customerStates("D", "3"), customerStates("D", "3")),
                        policy))
                .withMessage("stated[1].account must not repeat, but was D");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reconciliation.of(Counterparty.BANK, List.of(), List.of(customerStates("D", "3")), policy))
                .withMessage("stated[0].counterparty must be BANK, but was CUSTOMER");
    }

    /** Also where no two accounts are compared with each other. */
    @Test
    void allAccountsAreOfOneDay() {
        var february = new LedgerAccount("B", LocalDate.parse("2026-02-28"), eur("1"), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.of(
                        Counterparty.CUSTOMER,
                        List.of(account("A", "1"), february),
                        List.of(),
                        ReconciliationPolicy.STRICT))
                .withMessage("ledger[1].date must be 2026-03-31, as of the others, but was 2026-02-28");
        StatedAccount april = StatedAccount.of(Counterparty.CUSTOMER, "C", DATE.plusDays(1), eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.of(
                        Counterparty.CUSTOMER,
                        List.of(account("A", "1")),
                        List.of(customerStates("A", "1"), april),
                        ReconciliationPolicy.STRICT))
                .withMessage("stated[1].date must be 2026-03-31, as of the others, but was 2026-04-01");
    }

    /** A credit on account and a posting, alike but for that: the answer is the same in whichever order they are given. */
    @Test
    void theOrderOfLinesThatAreAlikeChangesNothing() {
        LedgerLine posting = LedgerLine.of("P1", DATE, eur("-5"));
        var onAccount = new LedgerLine("P1", List.of(), DATE, eur("-5"), eur("0"), true);
        StatedAccount other = customerStates("A", "-5").with(List.of(StatedLine.of("P1", DATE, eur("-5"))));
        assertThat(Reconciliation.of(
                        new LedgerAccount("A", DATE, eur("-10"), List.of(posting, onAccount)),
                        other,
                        ReconciliationPolicy.STRICT))
                .isEqualTo(Reconciliation.of(
                        new LedgerAccount("A", DATE, eur("-10"), List.of(onAccount, posting)),
                        other,
                        ReconciliationPolicy.STRICT));
    }

    private static LedgerAccount account(String key, String balance) {
        return new LedgerAccount(key, DATE, eur(balance), List.of());
    }

    private static StatedAccount customerStates(String key, String balance) {
        return StatedAccount.of(Counterparty.CUSTOMER, key, DATE, eur(balance));
    }

    @Test
    void refusesTwoAccountsAndTwoDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reconciliation.of(account("A", "1"), customerStates("B", "1"), ReconciliationPolicy.STRICT))
                .withMessage("stated.account must be A, as in the ledger, but was B");
        StatedAccount april = StatedAccount.of(Counterparty.CUSTOMER, "A", DATE.plusDays(1), eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.of(account("A", "1"), april, ReconciliationPolicy.STRICT))
                .withMessage("stated.date must be 2026-03-31, as in the ledger, but was 2026-04-01");
    }

    private static AccountReconciliation outcome(@Nullable Amount states, Difference... differences) {
        return new AccountReconciliation(Counterparty.CUSTOMER, "A", DATE, eur("10"), states, List.of(differences));
    }

    @Test
    void refusesDifferencesThatDoNotAddUp() {
        var why = Explanation.of("test.why", "because");
        var one = new Difference(DifferenceType.AMOUNT, "R1", eur("-3"), List.of(), List.of(), why);
        assertThat(outcome(eur("7"), one).difference()).hasValue(eur("-3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(eur("8"), one))
                .withMessage("differences must add up to EUR -2.00, by which the balances differ, but was EUR -3.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(null, one))
                .withMessage("differences must be empty where nothing is stated in the currency of the ledger,"
                        + " but was EUR -3.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Difference(DifferenceType.AMOUNT, "R1", eur("0"), List.of(), List.of(), why))
                .withMessage("amount must not be 0 for AMOUNT, but was EUR 0.00");
        var dollars = new Difference(DifferenceType.AMOUNT, "R1", Amount.of("1", "USD"), List.of(), List.of(), why);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> outcome(eur("7"), dollars))
                .withMessageContaining("differences[0].amount");
    }

    @Test
    void refusesSidesOfTwoCurrencies() {
        ledger("R1", "2026-03-02", "100");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new LedgerAccount("A", DATE, Amount.of("1", "USD"), ledger))
                .withMessageContaining("lines[0].amount");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> customerStates("A", "1").opening(Amount.of("1", "USD")))
                .withMessageContaining("opening");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerLine("R1", List.of(), DATE, eur("1"), eur("-1"), false))
                .withMessage("disputed must be 0 or more, but was EUR -1.00");
    }

    @Test
    void canBeShipped() throws IOException, ClassNotFoundException {
        ledger("R1", "2026-03-02", "100");
        stated("R2", "2026-03-02", "99");
        AccountReconciliation outcome = compared("100", "99");
        assertThat(copy(outcome)).isEqualTo(outcome);
        StatedAccount account = customerStates("A", "99").opening(eur("0")).with(stated);
        assertThat(copy(account)).isEqualTo(account);
        assertThat(account).hasToString("CUSTOMER A at 2026-03-31: EUR 99.00");
    }
}
