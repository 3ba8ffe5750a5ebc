package io.quittance.ar.journal;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.forged;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DisputeClosed;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        CustomerLedger ledger = CustomerLedger.empty(A, eur("0").getCurrency());
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
                        PaymentConverted.of(A, note.id(), eur("25"), usd("27"), day("2026-03-06")),
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
                        new DisputeOpened(A, id("R1"), day("2026-03-18")),
                        new DisputeClosed(A, id("R1"), day("2026-03-19")),
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
                            List.of(OpenItem.of(DEBT, eur("40"), false)),
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

    @Test
    void refusesBooksInSeveralCurrencies() {
        CustomerLedger mixed =
                ledger(ReceivablePosted.of(DEBT, usd("110")), new PaymentReceived(SIXTY), allocated(SIXTY, DEBT));
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> Journal.of(mixed, REVENUE, LATER));
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
