package io.quittance.examples.monthend;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeCredit;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DisputeCase;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.OnAccount;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * A case about half of an invoice, from the day on which it is opened to its end: half of what is contested is accepted and credited, and the
 * customer pays the rest.
 */
final class DisputeCourse {
    private static final ActorId RECEIVABLES_CLERK = ActorId.of("clerk-7");
    private static final ActorId SALES_CLERK = ActorId.of("clerk-12");
    private static final int DAYS_TO_DECIDE = 14;

    private final Invoice invoice;
    private final CustomerId customer;
    private final ReceivableId item;
    private final LocalDate day;
    private final LocalDate end;
    private final List<Step> steps = new ArrayList<>();
    private Ledger ledger;

    /**
     * What happened, and what is open and contested of the invoice after it.
     *
     * @param amount that it is about
     * @param who an opaque id; empty where it was nobody of the company
     */
    record Step(LocalDate date, String what, Amount amount, String who, Amount open, Amount contested) {}

    /**
     * What came of it.
     *
     * @param dispute as it was opened
     * @param creditNote over what was accepted
     * @param ended the case as it stands in the end
     */
    record Result(Dispute dispute, Invoice creditNote, DisputeCase ended, List<Step> steps) {}

    /**
     * Goes on with the case that was opened by {@link #opening}.
     *
     * @param opened the ledger at the end of {@code day}, with the case
     */
    DisputeCourse(Ledger opened, HistoricInvoice row, LocalDate day) {
        this.day = day;
        invoice = row.invoice();
        customer = invoice.customer();
        item = new ReceivableId(invoice.number().value());
        LocalDate settled = Optional.ofNullable(row.settled()).orElse(day);
        end = settled.isAfter(day) ? settled : day.plusDays(DAYS_TO_DECIDE);
        ledger = opened;
    }

    /**
     * The entry that opens the case, on the day on which the data have it.
     *
     * @param whole what is open of the invoice
     */
    static LedgerEntry opening(HistoricInvoice row, Amount whole) {
        var item = new ReceivableId(row.invoice().number().value());
        Dispute dispute = Dispute.of(
                        ReceivablesJob.disputeId(item),
                        item,
                        half(whole),
                        DisputeReason.PRICING,
                        DisputeSource.customer("letter-1"))
                .ownedBy(RECEIVABLES_CLERK);
        LocalDate openedOn = row.disputeOpened();
        return LedgerEntry.of(
                ReceivablesJob.key(ReceivablesJob.DISPUTE_OPENED, item),
                new DisputeOpened(row.invoice().customer(), dispute, openedOn),
                Noon.of(openedOn));
    }

    /** The course up to the end, which is on the day on which the data have the invoice settled, or two weeks later. */
    Result run() {
        Dispute dispute = open().dispute();
        step(open().openedOn(), "opened: another price was agreed", dispute.amount(), RECEIVABLES_CLERK.value());
        post("dispute staged", open().staged(DisputeStage.of("at-sales").ownedBy(SALES_CLERK), day));
        step(day, "handed to sales", dispute.amount(), SALES_CLERK.value());
        Amount accepted = half(dispute.amount());
        post("dispute resolved", open().accepted(accepted, end));
        step(end, "a part is accepted", accepted, SALES_CLERK.value());
        Invoice note = credit(dispute, accepted);
        payRest(accepted.getCurrency());
        return new Result(dispute, note, open(), List.copyOf(steps));
    }

    /** The credit note is a document of its own; applied to the invoice it leaves less to pay. */
    private Invoice credit(Dispute dispute, Amount accepted) {
        Invoice note = DisputeCredit.draft(Creditable.of(invoice), 0, dispute, accepted)
                .issue("CN-" + invoice.number(), end.toString());
        post("credit", new CreditPosted(Credit.of(note)));
        for (PaymentAllocated settled : OnAccount.settle(ledger.customer(customer), new AsRemitted(), end)) {
            post("credit applied", settled);
        }
        step(end, "credited by " + note.number(), accepted, RECEIVABLES_CLERK.value());
        return note;
    }

    private void payRest(CurrencyUnit currency) {
        Amount rest = openItem().map(OpenItem::open).orElse(Amount.zero(currency));
        if (rest.signum() > 0) {
            Payment payment =
                    Payment.of(new PaymentId("P-" + item), customer, end, rest).naming(item);
            post("payment", new PaymentReceived(payment));
            post(
                    "allocation",
                    new PaymentAllocated(Allocation.of(payment, ledger.openItems(customer), new AsRemitted()), end));
            step(end, "the customer pays the rest", rest, "");
        }
    }

    private DisputeCase open() {
        return ledger.customer(customer).disputes().stream()
                .filter(one -> one.dispute().id().equals(ReceivablesJob.disputeId(item)))
                .findFirst()
                .orElseThrow();
    }

    private Optional<OpenItem> openItem() {
        return ledger.openItems(customer).stream()
                .filter(one -> one.id().equals(item))
                .findFirst();
    }

    private void step(LocalDate date, String what, Amount amount, String who) {
        Amount nothing = Amount.zero(amount.getCurrency());
        steps.add(new Step(
                date,
                what,
                amount,
                who,
                openItem().map(OpenItem::open).orElse(nothing),
                openItem().map(OpenItem::disputed).orElse(nothing)));
    }

    private void post(String what, LedgerFact fact) {
        ledger = ledger.post(LedgerEntry.of(ReceivablesJob.key(what, item), fact, Noon.of(fact.effectiveDate())))
                .ledger();
    }

    /** At least the smallest unit. */
    private static Amount half(Amount whole) {
        return whole.prorated(1, 2, Rounding.toMinorUnit(whole.getCurrency()));
    }
}
