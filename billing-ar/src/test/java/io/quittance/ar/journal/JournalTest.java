package io.quittance.ar.journal;

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
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.revenue.BilledAmount;
import io.quittance.core.revenue.Obligation;
import io.quittance.core.revenue.PerformanceFact;
import io.quittance.core.revenue.PointInTime;
import io.quittance.core.revenue.RevenueBook;
import io.quittance.core.revenue.StraightLine;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final AsOf LATER = AsOf.endOf("2027-12-31");
    private static final Receivable DEBT = receivable("R1", "2026-03-03", "100");
    private static final Payment SIXTY = payment("P1", "2026-03-10", "60");
    private static final InvoiceAccounts REVENUE = InvoiceAccounts.of(List.of());

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    private static CustomerLedger ledger(LedgerFact... facts) {
        return with(CustomerLedger.empty(A, eur("0").getCurrency()), facts);
    }

    private static CustomerLedger with(CustomerLedger before, LedgerFact... facts) {
        CustomerLedger ledger = before;
        for (int i = 0; i < facts.length; i++) {
            ledger = ledger.post(LedgerEntry.of("K" + (i + 1), facts[i], Instant.parse("2026-01-01T00:00:00Z")))
                    .ledger();
        }
        return ledger;
    }

    private static PaymentAllocated allocated(Payment payment, Receivable... debts) {
        List<OpenItem> items = List.of(debts).stream().map(OpenItem::of).toList();
        return new PaymentAllocated(Allocation.of(payment, items, new OldestDueFirst()), payment.valueDate());
    }

    private static List<String> lines(List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream().map(line -> entry.source() + ": " + line))
                .toList();
    }

    private static List<String> lines(LedgerFact... facts) {
        return lines(Journal.of(ledger(facts), REVENUE, LATER));
    }

    @Test
    void eachFactIsAnEntryThatBalances() {
        assertThat(lines(
                        new ReceivablePosted(DEBT),
                        new PaymentReceived(SIXTY),
                        allocated(SIXTY, receivable("R1", "2026-03-03", "100")),
                        ReceivableWrittenOff.of(
                                A, id("R1"), eur("40"), ReceivableWrittenOff.Reason.SMALL_BALANCE, day("2026-03-12"))))
                .containsExactly(
                        "K1: receivables EUR 100.00 debit, R1",
                        "K1: revenue EUR 100.00 credit, R1",
                        "K2: bank EUR 60.00 debit, P1",
                        "K2: on-account EUR 60.00 credit, P1",
                        "K3: on-account EUR 60.00 debit, P1",
                        "K3: receivables EUR 60.00 credit, R1",
                        "K4: write-offs EUR 40.00 debit, R1",
                        "K4: receivables EUR 40.00 credit, R1");
    }

    @Test
    void creditsRefundsAndConversionsHaveTheirAccounts() {
        Credit note = Credit.of(PaymentId.of("N1"), A, day("2026-03-05"), eur("40"));
        assertThat(lines(
                        new CreditPosted(note),
                        PaymentRefunded.of(A, note.id(), eur("15"), day("2026-03-06")),
                        PaymentConverted.of(
                                A, note.id(), eur("25"), usd("27"), day("2026-03-06")), // at what it is worth
                        new PaymentReceived(SIXTY),
                        PaymentRefunded.of(A, SIXTY.id(), eur("60"), day("2026-03-12"))))
                .containsExactly(
                        "K1: revenue EUR 40.00 debit, N1",
                        "K1: open-credits EUR 40.00 credit, N1",
                        "K2: open-credits EUR 15.00 debit, N1",
                        "K2: bank EUR 15.00 credit, N1",
                        "K3: open-credits EUR 25.00 debit, N1",
                        "K3: bank EUR 25.00 credit, N1",
                        "K4: bank EUR 60.00 debit, P1",
                        "K4: on-account EUR 60.00 credit, P1",
                        "K5: on-account EUR 60.00 debit, P1",
                        "K5: bank EUR 60.00 credit, P1");
    }

    @Test
    void whatIsUndoneIsMirroredOnItsDay() {
        List<JournalEntry> entries = Journal.of(
                ledger(
                        new ReceivablePosted(DEBT),
                        new PaymentReceived(SIXTY),
                        allocated(SIXTY, DEBT),
                        new PaymentReturned(
                                A, SIXTY.id(), PaymentReturned.Reason.INSUFFICIENT_FUNDS, day("2026-03-17")),
                        new DisputeOpened(A, dispute("R1", "30"), day("2026-03-18")),
                        new DisputeResolved(A, DisputeId.of("D1"), Resolution.rejected(), day("2026-03-19")),
                        new EntryReversed(A, EntryKey.of("K1"), day("2026-03-20"))),
                REVENUE,
                LATER);
        assertThat(lines(entries.subList(3, 5)))
                .containsExactly(
                        "K4: on-account EUR 60.00 credit, P1",
                        "K4: receivables EUR 60.00 debit, R1",
                        "K4: bank EUR 60.00 credit, P1",
                        "K4: on-account EUR 60.00 debit, P1",
                        "K7: receivables EUR 100.00 credit, R1",
                        "K7: revenue EUR 100.00 debit, R1");
        assertThat(entries).hasSize(5);
        assertThat(entries.get(3).date()).isEqualTo("2026-03-17");
        assertThat(entries.get(3).on(AccountKey.RECEIVABLES)).isEqualTo(eur("60"));
        assertThat(entries.get(3).on(AccountKey.ON_ACCOUNT)).isEqualTo(eur("0"));
    }

    /** 100.00 EUR booked at 110.00 USD, 60.00 EUR that came at 63.00: 66.00 of the debt are settled, a loss of 3.00. */
    @Test
    void anExchangeDifferenceBalancesWhatIsBooked() {
        LedgerFact[] facts = {
            ReceivablePosted.of(DEBT, usd("110")),
            PaymentReceived.of(SIXTY, usd("63")),
            allocated(SIXTY, DEBT),
            PaymentReceived.of(payment("P2", "2026-04-01", "40"), usd("46")),
            new PaymentAllocated(
                    Allocation.of(
                            payment("P2", "2026-04-01", "40"),
                            List.of(OpenItem.of(DEBT, eur("40"))),
                            new OldestDueFirst()),
                    day("2026-04-01"))
        };
        assertThat(lines(facts))
                .containsExactly(
                        "K1: receivables USD 110.00 debit, R1",
                        "K1: revenue USD 110.00 credit, R1",
                        "K2: bank USD 63.00 debit, P1",
                        "K2: on-account USD 63.00 credit, P1",
                        "K3: on-account USD 63.00 debit, P1",
                        "K3: receivables USD 66.00 credit, R1",
                        "K3: exchange-losses USD 3.00 debit, R1",
                        "K4: bank USD 46.00 debit, P2",
                        "K4: on-account USD 46.00 credit, P2",
                        "K5: on-account USD 46.00 debit, P2",
                        "K5: receivables USD 44.00 credit, R1",
                        "K5: exchange-gains USD 2.00 credit, R1");
        List<JournalEntry> undone = Journal.of(
                ledger(facts[0], facts[1], facts[2], new EntryReversed(A, EntryKey.of("K3"), day("2026-03-11"))),
                REVENUE,
                LATER);
        assertThat(lines(undone.subList(3, 4)))
                .containsExactly(
                        "K4: on-account USD 63.00 credit, P1",
                        "K4: receivables USD 66.00 debit, R1",
                        "K4: exchange-losses USD 3.00 credit, R1");
    }

    /**
     * 100.00 EUR booked at 110.01 USD and 50.00 at 52.00 become three debts of 50.00: of 162.01 a third is 54.00, of 108.01 a half is 54.01
     * (54.005 half up), and 54.00 are the rest. A fee of 1.00 at 1.10 is revenue.
     */
    @Test
    void whatIsRescheduledStaysReceivable() {
        Receivable fee = receivable("L/F", "2026-05-01", "1").withType(ReceivableType.FEE);
        LedgerFact plan = new DebtRescheduled(
                A,
                List.of(DebtRescheduled.Moved.of(id("R1"), eur("100")), DebtRescheduled.Moved.of(id("R2"), eur("50"))),
                List.of(
                        receivable("L/1", "2026-05-01", "50"),
                        receivable("L/2", "2026-05-01", "50"),
                        receivable("L/3", "2026-05-01", "50")),
                List.of(ReceivablePosted.of(fee, usd("1.10"))),
                Explanation.of("test.plan", "agreed"),
                day("2026-04-01"));
        LedgerFact[] facts = {
            ReceivablePosted.of(DEBT, usd("110.01")),
            ReceivablePosted.of(receivable("R2", "2026-03-03", "50"), usd("52")),
            plan,
            new EntryReversed(A, EntryKey.of("K3"), day("2026-04-02"))
        };
        List<JournalEntry> entries = Journal.of(ledger(facts), REVENUE, LATER);
        assertThat(lines(entries.subList(2, 3)))
                .containsExactly(
                        "K3: receivables USD 110.01 credit, R1",
                        "K3: receivables USD 52.00 credit, R2",
                        "K3: receivables USD 54.00 debit, L/1",
                        "K3: receivables USD 54.01 debit, L/2",
                        "K3: receivables USD 54.00 debit, L/3",
                        "K3: receivables USD 1.10 debit, L/F",
                        "K3: revenue USD 1.10 credit, L/F");
        assertThat(entries.get(2).on(AccountKey.RECEIVABLES)).isEqualTo(usd("1.10"));
        assertThat(entries.get(3).lines())
                .isEqualTo(entries.get(2).lines().stream()
                        .map(JournalLine::mirrored)
                        .toList());
    }

    private static Adjustment adjustment(Adjustment.Kind kind, String amount) {
        return Adjustment.of(kind, id("R1"), eur(amount), Explanation.of("test.why", "because"));
    }

    /** Of 100.00, 60.00 are paid, 11.90 are a discount with 1.90 of tax, and so on until 0.10 are left. */
    @Test
    void anAdjustmentHasTheAccountOfItsKind() {
        Settlement settlement = Settlement.of(allocated(SIXTY, DEBT).allocation())
                .with(adjustment(Adjustment.Kind.EARLY_PAYMENT_DISCOUNT, "11.90")
                        .taxed(eur("1.90")))
                .with(adjustment(Adjustment.Kind.LATE_DISCOUNT, "1"))
                .with(adjustment(Adjustment.Kind.ALLOWED_DISCOUNT, "2"))
                .with(adjustment(Adjustment.Kind.TOLERANCE, "3"))
                .with(adjustment(Adjustment.Kind.RECEIPT_TOLERANCE, "4"))
                .with(adjustment(Adjustment.Kind.WITHHOLDING_TAX, "5"))
                .with(adjustment(Adjustment.Kind.BANK_CHARGE, "6"))
                .with(adjustment(Adjustment.Kind.WRITE_OFF, "7"));
        List<JournalEntry> entries = Journal.of(
                ledger(
                        new ReceivablePosted(DEBT),
                        new PaymentReceived(SIXTY),
                        new PaymentAllocated(settlement, SIXTY.valueDate()),
                        new EntryReversed(A, EntryKey.of("K3"), day("2026-03-11"))),
                REVENUE,
                LATER);
        assertThat(entries.get(2).lines())
                .filteredOn(line -> line.amount().signum() > 0)
                .extracting(JournalLine::toString)
                .containsExactly(
                        "on-account EUR 60.00 debit, P1",
                        "discounts-allowed EUR 10.00 debit, R1",
                        "tax EUR 1.90 debit, R1",
                        "discounts-allowed EUR 1.00 debit, R1",
                        "discounts-allowed EUR 2.00 debit, R1",
                        "payment-differences EUR 3.00 debit, R1",
                        "payment-differences EUR 4.00 debit, R1",
                        "withholding-tax EUR 5.00 debit, R1",
                        "bank-charges EUR 6.00 debit, R1",
                        "write-offs EUR 7.00 debit, R1");
        assertThat(entries.get(2).on(AccountKey.RECEIVABLES)).isEqualTo(eur("-99.90"));
        assertThat(entries.get(3).lines())
                .isEqualTo(entries.get(2).lines().stream()
                        .map(JournalLine::mirrored)
                        .toList());
    }

    /** What the customer kept as tax for the authority is no tax of the invoice. */
    @Test
    void taxThatIsWithheldIsAClaimOnTheAuthority() {
        Settlement settlement = Settlement.of(allocated(SIXTY, DEBT).allocation())
                .with(adjustment(Adjustment.Kind.WITHHOLDING_TAX, "5").taxed(eur("5")));
        List<String> lines = lines(
                new ReceivablePosted(DEBT),
                new PaymentReceived(SIXTY),
                new PaymentAllocated(settlement, SIXTY.valueDate()));
        assertThat(lines).contains("K3: withholding-tax EUR 5.00 debit, R1").noneMatch(line -> line.contains(": tax"));
    }

    /** An advance of 59.50 with tax, and an invoice over 119.00 that deducts it: 59.50 are due, and no prepayment is left. */
    @Test
    void anAdvanceIsAPrepaymentUntilAnInvoiceDeductsIt() {
        Invoice advance = invoice("50", "A-1").draft().toBuilder()
                .type(InvoiceType.PREPAYMENT)
                .build()
                .issue("A-1", "2026-02-01");
        Invoice last = invoice("100", "F-1").draft().toBuilder()
                .prepaid(Prepayment.of(eur("59.50")))
                .build()
                .issue("F-1", "2026-02-02");
        List<JournalEntry> entries = Journal.of(
                ledger(new ReceivablePosted(Receivable.of(advance)), new ReceivablePosted(Receivable.of(last))),
                InvoiceAccounts.of(List.of(advance, last)),
                LATER);
        assertThat(lines(entries))
                .containsExactly(
                        "K1: receivables EUR 59.50 debit, A-1",
                        "K1: prepayments EUR 59.50 credit, A-1",
                        "K2: receivables EUR 59.50 debit, F-1",
                        "K2: deferred-revenue EUR 100.00 credit, F-1",
                        "K2: tax EUR 19.00 credit, F-1",
                        "K2: prepayments EUR 59.50 debit, F-1");
    }

    /** A document with a number of its own has its own shares, also where it is a part of another's item. */
    @Test
    void anInvoiceThatIsPartOfAnItemHasItsOwnShares() {
        Invoice first = invoice("100", "F-1");
        Invoice second = invoice("50", "F-2");
        assertThat(InvoiceAccounts.of(List.of(first, second))
                        .of(Receivable.of(second).partOf(Receivable.of(first))))
                .containsExactly(
                        DocumentShare.of(AccountKey.DEFERRED_REVENUE, eur("50")),
                        DocumentShare.of(AccountKey.TAX, eur("9.50")));
    }

    /** 119.02 are rounded to 119.00. */
    @Test
    void whatWasRoundedHasAnAccountOfItsOwn() {
        Invoice rounded = invoice("100.02", "F-1").draft().toBuilder()
                .rounding(eur("-0.02"))
                .build()
                .issue("F-1", "2026-02-01");
        assertThat(InvoiceAccounts.of(List.of(rounded)).of(Receivable.of(rounded)))
                .containsExactly(
                        DocumentShare.of(AccountKey.DEFERRED_REVENUE, eur("100.02")),
                        DocumentShare.of(AccountKey.TAX, eur("19")),
                        DocumentShare.of(AccountKey.ROUNDING, eur("-0.02")));
    }

    @Test
    void aLedgerHasTheEntriesOfAllItsCustomers() {
        Receivable ofB = Receivable.of(id("R2"), B, day("2026-02-01"), day("2026-03-03"), eur("7"));
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Ledger ledger = Ledger.empty("EUR")
                .post(LedgerEntry.of("K1", new ReceivablePosted(ofB), now))
                .ledger()
                .post(LedgerEntry.of("K2", new ReceivablePosted(DEBT), now))
                .ledger();
        assertThat(Journal.of(ledger, REVENUE, LATER))
                .extracting(JournalEntry::customer, JournalEntry::source)
                .containsExactly(tuple(A, "K2"), tuple(B, "K1"));
    }

    @Test
    void accountsAreOrderedByTheirValue() {
        assertThat(AccountKey.of("4711")).isLessThan(AccountKey.BANK).isEqualByComparingTo(AccountKey.of("4711"));
        assertThat(AccountKey.TAX).isGreaterThan(AccountKey.BANK);
    }

    /** Two customers may have entries with one key. */
    @Test
    void anEntryHasItsCustomer() {
        assertThat(Journal.of(ledger(new ReceivablePosted(DEBT)), REVENUE, LATER))
                .extracting(JournalEntry::customer)
                .containsExactly(A);
    }

    /** 60.00 pay 50.00; 4.00 of the rest are income, 1.00 is within a tolerance. */
    @Test
    void moneyThatIsTakenIsACredit() {
        Receivable fifty = receivable("R1", "2026-03-03", "50");
        Explanation why = Explanation.of("test.why", "because");
        Settlement settlement = Settlement.of(allocated(SIXTY, fifty).allocation())
                .with(Adjustment.ofPayment(Adjustment.Kind.OVERPAYMENT_INCOME, eur("4"), why))
                .with(Adjustment.ofPayment(Adjustment.Kind.TOLERANCE, eur("1"), why));
        List<String> lines = lines(
                new ReceivablePosted(fifty),
                new PaymentReceived(SIXTY),
                new PaymentAllocated(settlement, SIXTY.valueDate()));
        assertThat(lines.subList(6, 10))
                .containsExactly(
                        "K3: on-account EUR 4.00 debit, P1",
                        "K3: overpayment-income EUR 4.00 credit, P1",
                        "K3: on-account EUR 1.00 debit, P1",
                        "K3: payment-differences EUR 1.00 credit, P1");
    }

    /** 100.00 EUR at 110.00 USD, 60.00 paid at 63.00: 40.00 at 44.00 are owed by a new item from then on. */
    @Test
    void aNewItemHasWhatIsMoved() {
        var request = AllocationRequest.of(SIXTY, List.of(OpenItem.of(DEBT)));
        Settlement settlement = Settlement.of(
                request,
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.newItem(day("2026-05-01"), "/D", "damaged")));
        CustomerLedger ledger = ledger(
                ReceivablePosted.of(DEBT, usd("110")),
                PaymentReceived.of(SIXTY, usd("63")),
                new PaymentAllocated(settlement, SIXTY.valueDate()));
        assertThat(lines(Journal.of(ledger, REVENUE, LATER).subList(2, 3)))
                .containsExactly(
                        "K3: on-account USD 63.00 debit, P1",
                        "K3: receivables USD 66.00 credit, R1",
                        "K3: exchange-losses USD 3.00 debit, R1",
                        "K3: receivables USD 44.00 credit, R1",
                        "K3: receivables USD 44.00 debit, R1/D/P1");
        assertThat(ledger.openItems()).extracting(OpenItem::id).containsExactly(id("R1/D/P1"));
    }

    /** 100.00 and 19 %: 119.00. Of a note over half of it, the shares are the other way round. */
    @Test
    void aDocumentSharesAsItsTotalsSay() {
        Invoice invoice = invoice("100", "2026-17");
        var accounts = InvoiceAccounts.of(List.of(invoice));
        List<JournalEntry> entries = Journal.of(ledger(new ReceivablePosted(Receivable.of(invoice))), accounts, LATER);
        assertThat(lines(entries))
                .containsExactly(
                        "K1: receivables EUR 119.00 debit, 2026-17",
                        "K1: deferred-revenue EUR 100.00 credit, 2026-17",
                        "K1: tax EUR 19.00 credit, 2026-17");
        assertThat(accounts.earnedAtOnce().of(Receivable.of(invoice)))
                .extracting(DocumentShare::account)
                .containsExactly(AccountKey.REVENUE, AccountKey.TAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceAccounts.of(List.of(invoice, invoice)))
                .withMessage("invoices must have unique numbers, but was 2026-17");
    }

    /** What is shipped keeps its account; an invoice under another's number comes back under its own. */
    @Test
    void accountsAreCheckedOnTheWayBackIn() throws Exception {
        Invoice invoice = invoice("100", "2026-17");
        Receivable receivable = Receivable.of(invoice);
        var accounts = InvoiceAccounts.of(List.of(invoice)).earnedAtOnce();
        assertThat(copy(accounts).of(receivable)).isEqualTo(accounts.of(receivable));
        var other = new Fake(new HashMap<>(Map.of("2026-18", invoice)), AccountKey.REVENUE);
        assertThat(((InvoiceAccounts) forged(other, InvoiceAccounts.class)).of(receivable))
                .isEqualTo(accounts.of(receivable));
        assertThatNullPointerException()
                .isThrownBy(() -> forged(new Fake(new HashMap<>(), null), InvoiceAccounts.class))
                .withMessage("withoutTax");
    }

    private record Fake(
            HashMap<String, Invoice> invoices, @Nullable AccountKey withoutTax) implements Serializable {}

    /** 119.00 EUR at 130.91 USD: 100/119 of it are 110.008, the tax takes the rest. */
    @Test
    void theLastShareTakesTheRestOfWhatIsBooked() {
        Invoice invoice = invoice("100", "2026-17");
        List<JournalEntry> entries = Journal.of(
                ledger(ReceivablePosted.of(Receivable.of(invoice), usd("130.91"))),
                InvoiceAccounts.of(List.of(invoice)),
                LATER);
        assertThat(lines(entries))
                .containsExactly(
                        "K1: receivables USD 130.91 debit, 2026-17",
                        "K1: deferred-revenue USD 110.01 credit, 2026-17",
                        "K1: tax USD 20.90 credit, 2026-17");
        assertThat(entries.get(0).lines())
                .extracting(JournalLine::original)
                .containsExactly(eur("119"), eur("-100"), eur("-19"));
    }

    /** Halves of 100.01 USD are 50.01 and the rest; 0.10 EUR of 100.00 at 1.00 USD are nothing in the books, and 0.10 abroad. */
    @Test
    void aShareIsThereWhereOneOfItsAmountsIs() {
        CustomerLedger halves = ledger(ReceivablePosted.of(DEBT, usd("100.01")));
        assertThat(lines(Journal.of(halves, shares(eur("50"), eur("50")), LATER)))
                .containsExactly(
                        "K1: receivables USD 100.01 debit, R1",
                        "K1: 4711 USD 50.01 credit, R1",
                        "K1: 4711 USD 50.00 credit, R1");
        CustomerLedger small = ledger(ReceivablePosted.of(DEBT, usd("1")));
        List<JournalEntry> entries = Journal.of(small, shares(eur("0.10"), eur("99.90")), LATER);
        assertThat(lines(entries))
                .containsExactly(
                        "K1: receivables USD 1.00 debit, R1",
                        "K1: 4711 USD 0.00 debit, R1",
                        "K1: 4711 USD 1.00 credit, R1");
        assertThat(entries.get(0).lines())
                .extracting(JournalLine::original)
                .containsExactly(eur("100"), eur("-0.10"), eur("-99.90"));
    }

    private static Invoice invoice(String price, String number) {
        return InvoiceDraft.builder(A, eur("0").getCurrency())
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Fee", BigDecimal.ONE, "C62", eur(price), Rounding.halfUp(2))
                        .taxed(TaxTreatment.standard("19")))
                .build()
                .issue(number, "2026-02-01");
    }

    @Test
    void refusesSharesThatAreNotTheDocument() {
        CustomerLedger ledger = ledger(new ReceivablePosted(DEBT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Journal.of(ledger, shares(eur("60"), eur("39.99")), LATER))
                .withMessage("shares of R1 must add up to EUR 100.00, but was EUR 99.99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Journal.of(ledger, shares(), LATER))
                .withMessage("shares must not be empty");
        assertThat(lines(Journal.of(ledger, shares(eur("100"), eur("0")), LATER)))
                .containsExactly("K1: receivables EUR 100.00 debit, R1", "K1: 4711 EUR 100.00 credit, R1");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Journal.of(ledger, shares(usd("100")), LATER))
                .withMessage("shares of R1 must be in EUR, but was USD");
    }

    private static DocumentAccounts shares(Amount... amounts) {
        return new DocumentAccounts() {
            @Override
            public List<DocumentShare> of(Receivable receivable) {
                return List.of(amounts).stream()
                        .map(amount -> DocumentShare.of(AccountKey.of("4711"), amount))
                        .toList();
            }

            @Override
            public List<DocumentShare> of(Credit credit) {
                return List.of();
            }
        };
    }

    /**
     * A debt of 500.00 at 356.34; money of 38,850 at 355.98 becomes 500.00, which are worth 354.41 (ar.md 4.18): a gain of 1.57 where the
     * money is, a loss of 1.93 where the debt is, and nothing is left at the bank but the money.
     */
    @Test
    void whatAConversionGainsIsRealisedWhereTheMoneyIs() {
        var yen = Monetary.getCurrency("JPY");
        var money = Payment.of(PaymentId.of("P1"), A, day("2026-03-10"), Amount.ofMinor(38_850, yen));
        CustomerLedger abroad = with(
                CustomerLedger.empty(A, yen),
                PaymentReceived.of(money, eur("355.98")),
                PaymentConverted.of(A, money.id(), money.amount(), usd("500"), day("2026-03-10"))
                        .bookedAt(eur("354.41")),
                new EntryReversed(A, EntryKey.of("K2"), day("2026-03-11")));
        List<JournalEntry> there = Journal.of(abroad, REVENUE, LATER);
        assertThat(lines(there))
                .containsExactly(
                        "K1: bank EUR 355.98 debit, P1",
                        "K1: on-account EUR 355.98 credit, P1",
                        "K2: on-account EUR 355.98 debit, P1",
                        "K2: bank EUR 354.41 credit, P1",
                        "K2: exchange-gains EUR 1.57 credit, P1",
                        "K3: on-account EUR 355.98 credit, P1",
                        "K3: bank EUR 354.41 debit, P1",
                        "K3: exchange-gains EUR 1.57 debit, P1");
        var debt = Receivable.of(id("R1"), A, day("2026-02-01"), day("2026-03-03"), usd("500"));
        var converted = Payment.of(PaymentId.of("P1/USD"), A, day("2026-03-10"), usd("500"));
        CustomerLedger dollars = with(
                CustomerLedger.empty(A, Monetary.getCurrency("USD")),
                ReceivablePosted.of(debt, eur("356.34")),
                PaymentReceived.of(converted, eur("354.41")),
                allocated(converted, debt));
        List<JournalEntry> here = Journal.of(dollars, REVENUE, LATER);
        assertThat(lines(here))
                .endsWith(
                        "K2: bank EUR 354.41 debit, P1/USD",
                        "K2: on-account EUR 354.41 credit, P1/USD",
                        "K3: on-account EUR 354.41 debit, P1/USD",
                        "K3: receivables EUR 356.34 credit, R1",
                        "K3: exchange-losses EUR 1.93 debit, R1");
        Amount bank = there.get(0)
                .on(AccountKey.BANK)
                .add(there.get(1).on(AccountKey.BANK))
                .add(here.get(1).on(AccountKey.BANK));
        assertThat(bank).isEqualTo(eur("355.98"));
    }

    /** 100.00 USD at 90.00 EUR become 95.00 EUR in a ledger in the currency of the books: 5.00 more are owed, a loss. */
    @Test
    void moneyThatBecomesTheCurrencyOfTheBooksStandsAtItself() {
        var money = Payment.of(PaymentId.of("P1"), A, day("2026-03-10"), usd("100"));
        CustomerLedger dollars = with(
                CustomerLedger.empty(A, Monetary.getCurrency("USD")),
                PaymentReceived.of(money, eur("90")),
                PaymentConverted.of(A, money.id(), usd("100"), eur("95"), day("2026-03-11")));
        List<JournalEntry> entries = Journal.of(dollars, REVENUE, LATER);
        assertThat(lines(entries.subList(1, 2)))
                .containsExactly(
                        "K2: on-account EUR 90.00 debit, P1",
                        "K2: bank EUR 95.00 credit, P1",
                        "K2: exchange-losses EUR 5.00 debit, P1");
        assertThat(entries.get(1).lines())
                .extracting(JournalLine::original)
                .containsExactly(usd("100"), usd("-100"), usd("0"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> with(
                        CustomerLedger.empty(A, Monetary.getCurrency("USD")),
                        PaymentReceived.of(money, eur("90")),
                        PaymentConverted.of(A, money.id(), usd("1"), Amount.of("1", "CHF"), day("2026-03-11"))
                                .bookedAt(Amount.of("1", "GBP"))))
                .withMessage("booked must be in EUR, but was GBP");
    }

    /** 60.00 EUR at 66.00 USD, 20.00 of them refunded; the bank takes back 50.00, of which 20.00 are owed, at 23.00 that day. */
    @Test
    void aPartThatIsReturnedLeavesTheBank() {
        Receivable owed = Receivable.of(id("B1"), A, day("2026-03-17"), day("2026-04-01"), eur("20"));
        CustomerLedger ledger = ledger(
                PaymentReceived.of(SIXTY, usd("66")),
                PaymentRefunded.of(A, SIXTY.id(), eur("20"), day("2026-03-12")),
                PaymentReturned.ofPart(A, SIXTY.id(), eur("50"), PaymentReturned.Reason.CHARGEBACK, day("2026-03-17"))
                        .owing(ReceivablePosted.of(owed, usd("23"))),
                new EntryReversed(A, EntryKey.of("K3"), day("2026-03-18")));
        List<JournalEntry> entries = Journal.of(ledger, REVENUE, LATER);
        assertThat(lines(entries.subList(2, 4)))
                .containsExactly(
                        "K3: on-account USD 33.00 debit, P1",
                        "K3: bank USD 33.00 credit, P1",
                        "K3: receivables USD 23.00 debit, B1",
                        "K3: bank USD 23.00 credit, P1",
                        "K4: on-account USD 33.00 credit, P1",
                        "K4: bank USD 33.00 debit, P1",
                        "K4: receivables USD 23.00 credit, B1",
                        "K4: bank USD 23.00 debit, P1");
    }

    /** 119.00 in thirds of 39.66, 39.67 and 39.67: the document has 100.00 of deferred revenue and 19.00 of tax, each once. */
    @Test
    void instalmentsHaveTheSharesOfTheirDocumentOnce() {
        Invoice invoice = invoice("100", "FIN-1");
        var first = instalment("FIN-1/1", "39.66");
        List<JournalEntry> entries = Journal.of(
                ledger(
                        new ReceivablePosted(first),
                        new ReceivablePosted(instalment("FIN-1/2", "39.67")),
                        new EntryReversed(A, EntryKey.of("K1"), day("2026-02-03")),
                        new ReceivablePosted(instalment("FIN-1/3", "39.67")),
                        new ReceivablePosted(instalment("FIN-1/4", "39.66"))),
                InvoiceAccounts.of(List.of(invoice)),
                LATER);
        assertThat(lines(entries.subList(0, 2)))
                .containsExactly(
                        "K1: receivables EUR 39.66 debit, FIN-1/1",
                        "K1: deferred-revenue EUR 33.33 credit, FIN-1/1", // 100 * 39.66 / 119 = 33.327...
                        "K1: tax EUR 6.33 credit, FIN-1/1",
                        "K2: receivables EUR 39.67 debit, FIN-1/2",
                        "K2: deferred-revenue EUR 33.33 credit, FIN-1/2", // 100 * 79.33 / 119 = 66.663..., less 33.33
                        "K2: tax EUR 6.34 credit, FIN-1/2");
        assertThat(total(entries, AccountKey.RECEIVABLES)).isEqualTo(eur("119"));
        assertThat(total(entries, AccountKey.DEFERRED_REVENUE)).isEqualTo(eur("-100"));
        assertThat(total(entries, AccountKey.TAX)).isEqualTo(eur("-19"));
        assertThat(entries).noneMatch(entry -> entry.on(AccountKey.REVENUE).signum() != 0);
    }

    /** 3.00 of interest have shares of their own, beside an instalment and after it is undone; another one is as the first. */
    @Test
    void aPartWithSharesOfItsOwnTakesNothingOfTheDocument() {
        Receivable interest = instalment("FIN-1/I", "3").withType(ReceivableType.INTEREST);
        List<JournalEntry> entries = Journal.of(
                ledger(
                        new ReceivablePosted(instalment("FIN-1/1", "59.50")),
                        new ReceivablePosted(interest),
                        new EntryReversed(A, EntryKey.of("K2"), day("2026-02-03")),
                        new ReceivablePosted(instalment("FIN-1/2", "59.50"))),
                InvoiceAccounts.of(List.of(invoice("100", "FIN-1"))),
                LATER);
        assertThat(lines(entries))
                .containsExactly(
                        "K1: receivables EUR 59.50 debit, FIN-1/1",
                        "K1: deferred-revenue EUR 50.00 credit, FIN-1/1",
                        "K1: tax EUR 9.50 credit, FIN-1/1",
                        "K2: receivables EUR 3.00 debit, FIN-1/I",
                        "K2: revenue EUR 3.00 credit, FIN-1/I",
                        "K3: receivables EUR 3.00 credit, FIN-1/I",
                        "K3: revenue EUR 3.00 debit, FIN-1/I",
                        "K4: receivables EUR 59.50 debit, FIN-1/2",
                        "K4: deferred-revenue EUR 50.00 credit, FIN-1/2",
                        "K4: tax EUR 9.50 credit, FIN-1/2");
    }

    /** A third of 50.00 and 50.00 is 16.67 of the first, and 16.66 of the last, which takes the rest of 33.33. */
    @Test
    void theLastShareOfAnInstalmentTakesTheRest() {
        CustomerLedger ledger = ledger(new ReceivablePosted(instalment("FIN-1/1", "33.33")));
        assertThat(lines(Journal.of(ledger, shares(eur("50"), eur("50")), LATER)))
                .containsExactly(
                        "K1: receivables EUR 33.33 debit, FIN-1/1",
                        "K1: 4711 EUR 16.67 credit, FIN-1/1",
                        "K1: 4711 EUR 16.66 credit, FIN-1/1");
    }

    /** Of fees of 10.00, 6.00 are charged with a plan that is undone, and again with the next. */
    @Test
    void aChargeOfAPlanThatIsUndoneGivesItsSharesBack() {
        LedgerFact[] facts = {
            new ReceivablePosted(receivable("R1", "2026-03-03", "10")),
            plan("2026-04-01", "L/1", "FEES/1"),
            new EntryReversed(A, EntryKey.of("K2"), day("2026-04-02")),
            plan("2026-04-03", "L/2", "FEES/2")
        };
        assertThat(lines(Journal.of(ledger(facts), shares(eur("10")), LATER)))
                .endsWith("K4: receivables EUR 6.00 debit, FEES/2", "K4: 4711 EUR 6.00 credit, FEES/2");
    }

    private static LedgerFact plan(String agreed, String debt, String fee) {
        Receivable charge = Receivable.of(id(fee), A, day(agreed), day("2026-05-01"), eur("6"))
                .withType(ReceivableType.FEE)
                .partOf(id("FEES"), day("2026-05-01"));
        return new DebtRescheduled(
                A,
                List.of(DebtRescheduled.Moved.of(id("R1"), eur("10"))),
                List.of(receivable(debt, "2026-05-01", "10")),
                List.of(new ReceivablePosted(charge)),
                Explanation.of("test.plan", "agreed"),
                day(agreed));
    }

    /** Interest of an instalment is no part of the invoice; four instalments of 39.67 are more than it. */
    @Test
    void onlyThePrincipalOfAnInstalmentIsOfItsDocument() {
        var accounts = InvoiceAccounts.of(List.of(invoice("100", "FIN-1")));
        assertThat(accounts.of(instalment("FIN-1/I", "3").withType(ReceivableType.INTEREST)))
                .containsExactly(DocumentShare.of(AccountKey.REVENUE, eur("3")));
        CustomerLedger ledger = ledger(
                new ReceivablePosted(instalment("FIN-1/1", "79.33")),
                new ReceivablePosted(instalment("FIN-1/2", "39.68")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Journal.of(ledger, accounts, LATER))
                .withMessage("shares of FIN-1/2 must add up to EUR 39.68, or to no less than the instalments of FIN-1,"
                        + " EUR 119.01, but was EUR 119.00");
        CustomerLedger own = ledger(new ReceivablePosted(instalment("FIN-1/1", "50")));
        assertThat(lines(Journal.of(own, shares(eur("50")), LATER)))
                .containsExactly("K1: receivables EUR 50.00 debit, FIN-1/1", "K1: 4711 EUR 50.00 credit, FIN-1/1");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Journal.of(own, shares(usd("100")), LATER))
                .withMessage("shares of FIN-1/1 must be in EUR, but was USD");
    }

    /** Whatever an invoice is split into, its instalments together are booked as it is. */
    @Property
    void instalmentsAddUpToTheirDocument(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 99) Integer> parts) {
        Invoice invoice = invoice("97.31", "FIN-1");
        long whole = invoice.amountDue().toUnscaledLong(2);
        long sum = parts.stream().mapToLong(Integer::longValue).sum();
        var facts = new ArrayList<LedgerFact>();
        long before = 0;
        long weight = 0;
        for (int i = 0; i < parts.size(); i++) {
            weight += parts.get(i);
            long until = whole * weight / sum;
            if (until > before) {
                Amount amount =
                        Amount.ofMinor(until - before, invoice.amountDue().getCurrency());
                facts.add(new ReceivablePosted(
                        instalment("FIN-1/" + (i + 1), amount.toBigDecimal().toPlainString())));
            }
            before = until;
        }
        var accounts = InvoiceAccounts.of(List.of(invoice));
        List<JournalEntry> split = Journal.of(ledger(facts.toArray(LedgerFact[]::new)), accounts, LATER);
        List<JournalEntry> one = Journal.of(ledger(new ReceivablePosted(Receivable.of(invoice))), accounts, LATER);
        for (AccountKey account : List.of(AccountKey.RECEIVABLES, AccountKey.DEFERRED_REVENUE, AccountKey.TAX)) {
            assertThat(total(split, account)).isEqualTo(total(one, account));
        }
    }

    private static Receivable instalment(String id, String amount) {
        return Receivable.of(id(id), A, day("2026-02-01"), day("2026-03-03"), eur(amount))
                .partOf(id("FIN-1"), day("2026-03-03"));
    }

    private static Amount total(List<JournalEntry> entries, AccountKey account) {
        return entries.stream().map(entry -> entry.on(account)).reduce(eur("0"), Amount::add);
    }

    /** The id of a contract has up to 200 characters, and is the source of its revenue with the period. */
    @Test
    void revenueOfAContractWithALongIdIsPosted() {
        String contract = "C".repeat(200);
        RevenueBook book = RevenueBook.of(
                contract,
                List.of(Obligation.of("set-up", eur("300"), PointInTime.onDelivery())),
                List.of(PerformanceFact.delivered("d-1", "set-up", "2026-01-20")));
        assertThat(Journal.of(book.monthly("2026-01", 1).periods().get(0)))
                .extracting(JournalEntry::source)
                .containsExactly(contract + " [2026-01-01, 2026-02-01)");
        List<JournalLine> lines = List.of(
                new JournalLine(AccountKey.BANK, eur("1"), eur("1"), "P1"),
                new JournalLine(AccountKey.ON_ACCOUNT, eur("-1"), eur("-1"), "P1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalEntry(A, "C".repeat(226), day("2026-01-01"), lines))
                .withMessageStartingWith("source must have 1 to 225 characters, but was CCC");
    }

    @Test
    void onlyWhatCountsForTheQuestion() {
        CustomerLedger ledger = ledger(new ReceivablePosted(DEBT), new PaymentReceived(SIXTY));
        assertThat(Journal.of(ledger, REVENUE, AsOf.endOf("2026-03-09"))).hasSize(1);
        assertThat(Journal.of(ledger, REVENUE, AsOf.endOf("2026-03-10"))).hasSize(2);
    }

    @Test
    void refusesAnEntryThatDoesNotBalance() {
        var debit = new JournalLine(AccountKey.BANK, eur("1"), eur("1"), "P1");
        assertThat(debit.debit()).isEqualTo(eur("1"));
        assertThat(debit.credit()).isEqualTo(eur("0"));
        assertThat(debit.mirrored().debit()).isEqualTo(eur("0"));
        assertThat(debit.mirrored().credit()).isEqualTo(eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalEntry(A, "K1", day("2026-01-01"), List.of(debit)))
                .withMessage("lines must balance to 0, but was EUR 1.00");
        var abroad = new JournalLine(AccountKey.ON_ACCOUNT, eur("-1"), eur("-2"), "P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalEntry(A, "K1", day("2026-01-01"), List.of(debit, abroad)))
                .withMessage("lines.original must balance to 0, but was EUR -1.00");
        var credit = debit.mirrored();
        var nothing = new JournalLine(AccountKey.TAX, eur("0"), eur("0"), "P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalEntry(A, "K1", day("2026-01-01"), List.of(debit, credit, nothing)))
                .withMessage("lines[2].amount must not be 0, but was EUR 0.00");
        var gain = new JournalLine(AccountKey.EXCHANGE_GAINS, eur("-1"), eur("0"), "P1");
        var abroadOnly = new JournalLine(AccountKey.BANK, eur("0"), eur("-1"), "P1");
        assertThat(new JournalEntry(A, "K1", day("2026-01-01"), List.of(debit, gain, abroadOnly)).lines())
                .hasSize(3);
    }

    /**
     * 1,200.00 of a year that are billed on 1 January: 31/365 are 101.92. A set-up of 300.00 is delivered on 20 January and not billed:
     * the contract is net, 1,098.08 - 300.00 deferred.
     */
    @Test
    void whatIsEarnedBecomesRevenue() {
        RevenueBook book = RevenueBook.of(
                "C-1",
                List.of(
                        Obligation.of("platform", eur("1200"), StraightLine.over("2026-01-01", "2027-01-01")),
                        Obligation.of("set-up", eur("300"), PointInTime.onDelivery())),
                List.of(
                        BilledAmount.of("i-1", "platform", "2026-17", "2026-01-01", eur("1200")),
                        PerformanceFact.delivered("d-1", "set-up", "2026-01-20")));
        List<JournalEntry> january =
                Journal.of(book.monthly("2026-01", 1).periods().get(0));
        assertThat(lines(january))
                .containsExactly(
                        "C-1 [2026-01-01, 2026-02-01): deferred-revenue EUR 401.92 debit, C-1",
                        "C-1 [2026-01-01, 2026-02-01): revenue EUR 401.92 credit, C-1");
        assertThat(january.get(0).date()).isEqualTo("2026-01-31");
        assertThat(Journal.of(book.monthly("2025-12", 1).periods().get(0))).isEmpty();
    }

    /** 300.00 are earned in January and billed in February. */
    @Test
    void whatIsEarnedBeforeItIsBilledIsAnAsset() {
        RevenueBook book = RevenueBook.of(
                "C-1",
                List.of(Obligation.of("set-up", eur("300"), PointInTime.onDelivery())),
                List.of(
                        PerformanceFact.delivered("d-1", "set-up", "2026-01-20"),
                        BilledAmount.of("i-1", "set-up", "2026-17", "2026-02-01", eur("300"))));
        List<JournalEntry> months = book.monthly("2026-01", 2).periods().stream()
                .flatMap(period -> Journal.of(period).stream())
                .toList();
        assertThat(lines(months))
                .containsExactly(
                        "C-1 [2026-01-01, 2026-02-01): unbilled-revenue EUR 300.00 debit, C-1",
                        "C-1 [2026-01-01, 2026-02-01): revenue EUR 300.00 credit, C-1",
                        "C-1 [2026-02-01, 2026-03-01): deferred-revenue EUR 300.00 debit, C-1",
                        "C-1 [2026-02-01, 2026-03-01): unbilled-revenue EUR 300.00 credit, C-1");
    }
}
