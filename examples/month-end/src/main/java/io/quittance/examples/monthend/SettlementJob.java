package io.quittance.examples.monthend;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.journal.InvoiceAccounts;
import io.quittance.ar.journal.Journal;
import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReturnWithFee;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.PaymentMethod;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;

/**
 * What the data have none of, acted by two customers after the close: one pays early, less the discount that its terms offer; the
 * cheque of the other comes back. Their ledger is one of its own, since the book ends before.
 */
final class SettlementJob {
    /** What a returned cheque costs, in the currency of the invoice. */
    private static final String FEE = "10";

    private static final int DAYS_TO_RETURN = 4;
    private static final int DAYS_TO_PAY_FEE = 14;

    /** What can happen. */
    enum Kind {
        TRANSFER,
        CHEQUE,
        CHEQUE_RETURNED
    }

    /**
     * What happened on a day to an invoice and its customer: {@code openAfter} = {@code openBefore} - {@code money} -
     * {@code discount} + {@code fee}.
     *
     * @param money that came; less than zero where it went back
     * @param discount what the customer need not pay, with its tax
     * @param tax the part of the discount that is tax
     * @param fee what the customer owes beside the invoice from that day on
     * @param openBefore what the customer owed before
     */
    record Step(
            LocalDate date,
            Kind kind,
            Invoice invoice,
            Amount money,
            Amount discount,
            Amount tax,
            Amount fee,
            Amount openBefore,
            Amount openAfter) {}

    /**
     * What came of it.
     *
     * @param journal what it means for the general ledger, customer by customer; an invoice is earned when it is issued, after its month
     */
    record Result(List<Step> steps, List<JournalEntry> journal) {}

    private final Amount nothing;
    private final SettlementPolicy policy;
    private final List<Step> steps = new ArrayList<>();
    private Ledger ledger;

    private SettlementJob(List<Invoice> invoices, CurrencyUnit currency) {
        nothing = Amount.zero(currency);
        policy = SettlementPolicy.MONEY_ONLY.discounts(DiscountPolicy.ofInvoices(invoices));
        ledger = Ledger.empty(currency);
    }

    /**
     * Settles the first two invoices of which something is to be paid and that nothing corrects; the first one early. Where there are
     * fewer, less happens.
     *
     * @param corrections what corrects some of the invoices
     */
    static Result run(List<Invoice> invoices, List<Invoice> corrections, CurrencyUnit currency) {
        Set<InvoiceNumber> corrected = new HashSet<>();
        corrections.forEach(one -> one.draft().references().preceding().stream()
                .map(PrecedingInvoice::number)
                .forEach(corrected::add));
        List<Invoice> chosen = invoices.stream()
                .filter(invoice -> !invoice.type().isCredit() && !corrected.contains(invoice.number()))
                .filter(invoice -> dueEarly(invoice).signum() > 0)
                .limit(2)
                .toList();
        var job = new SettlementJob(chosen, currency);
        chosen.stream().limit(1).forEach(job::payEarly);
        chosen.stream().skip(1).forEach(job::payByChequeInVain);
        return new Result(List.copyOf(job.steps), job.journal(chosen));
    }

    /** The last day on which the best discount is granted; the due date where none is offered. */
    private static LocalDate early(Invoice invoice) {
        return DiscountOffer.of(invoice)
                .map(offer -> offer.tiers().get(0).until())
                .orElse(invoice.dueDate());
    }

    private static Amount dueEarly(Invoice invoice) {
        return DiscountOffer.of(invoice)
                .map(offer -> offer.quote(invoice.amountDue(), early(invoice)).amountDue())
                .orElse(invoice.amountDue());
    }

    private void payEarly(Invoice invoice) {
        pay(Kind.TRANSFER, invoice, payment(invoice, early(invoice), dueEarly(invoice), PaymentMethod.CREDIT_TRANSFER));
    }

    /** All that is due, on the last day; the bank says some days later that there is no money for it. */
    private void payByChequeInVain(Invoice invoice) {
        Payment cheque = payment(invoice, invoice.dueDate(), invoice.amountDue(), PaymentMethod.CHEQUE);
        pay(Kind.CHEQUE, invoice, cheque);
        LocalDate day = cheque.valueDate().plusDays(DAYS_TO_RETURN);
        Amount before = open(invoice, day);
        ReturnWithFee back = new PaymentReturned(
                        cheque.customer(), cheque.id(), PaymentReturned.Reason.INSUFFICIENT_FUNDS, day)
                .charging(
                        ReceivableId.of("FEE-" + invoice.number()),
                        day.plusDays(DAYS_TO_PAY_FEE),
                        Amount.of(FEE, nothing.getCurrency()));
        post("return", invoice, back.returned());
        post("fee", invoice, back.fee());
        steps.add(new Step(
                day,
                Kind.CHEQUE_RETURNED,
                invoice,
                cheque.amount().negate(),
                nothing,
                nothing,
                back.fee().receivable().amount(),
                before,
                open(invoice, day)));
    }

    private static Payment payment(Invoice invoice, LocalDate date, Amount amount, PaymentMethod method) {
        return Payment.of(PaymentId.of("P-" + invoice.number()), invoice.customer(), date, amount)
                .by(method)
                .naming(ReceivableId.of(invoice.number().value()));
    }

    /** The policy decides by the payment's day whether a discount is granted. */
    private void pay(Kind kind, Invoice invoice, Payment payment) {
        LocalDate day = payment.valueDate();
        post("invoice", invoice, new ReceivablePosted(Receivable.of(invoice)));
        Amount before = open(invoice, day);
        post("payment", invoice, new PaymentReceived(payment));
        Settlement settlement = Settlement.of(
                AllocationRequest.of(payment, ledger.openItems(payment.customer())), new AsRemitted(), policy);
        post("settlement", invoice, new PaymentAllocated(settlement, day));
        Amount tax = settlement.adjustments().stream().map(Adjustment::tax).reduce(nothing, Amount::add);
        steps.add(new Step(
                day,
                kind,
                invoice,
                payment.amount(),
                settlement.adjusted(Adjustment.Kind.EARLY_PAYMENT_DISCOUNT),
                tax,
                nothing,
                before,
                open(invoice, day)));
    }

    /** What the customer of an invoice owes at the end of a day, as far as it is posted. */
    private Amount open(Invoice invoice, LocalDate day) {
        return ledger.customer(invoice.customer()).asOf(AsOf.endOf(day)).open();
    }

    /** Recorded at noon UTC of its day, as everything in this example. */
    private void post(String what, Invoice invoice, LedgerFact fact) {
        LedgerEntry entry = LedgerEntry.of(what + " " + invoice.number(), fact, Noon.of(fact.effectiveDate()));
        ledger = ledger.post(entry).ledger();
    }

    private List<JournalEntry> journal(List<Invoice> invoices) {
        if (steps.isEmpty()) {
            return List.of();
        }
        LocalDate last = steps.get(steps.size() - 1).date();
        return Journal.of(ledger, InvoiceAccounts.of(invoices).earnedAtOnce(), AsOf.endOf(last));
    }
}
