package io.quittance.golden;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.PromiseMade;
import io.quittance.ar.exchange.CrossPayment;
import io.quittance.ar.ledger.CreditPosted;
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
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts of {@link ClaimInputs}, posted to a ledger of euros and one of dollars; what dollars stand at in the books is by the rate of the row. */
final class Claims {
    static final AsOf END = AsOf.endOf("2026-04-30");

    /** Posted once. */
    static final Claims POSTED = posted();

    private final Map<String, Ledger> ledgers = new TreeMap<>();
    private final List<CollectionEntry> promises = new ArrayList<>();

    private Claims() {
        List.of("EUR", "USD").forEach(currency -> ledgers.put(currency, Ledger.empty(currency)));
    }

    private static Claims posted() {
        var claims = new Claims();
        ClaimInputs.entries().forEach(claims::post);
        return claims;
    }

    Ledger euros() {
        return ledger("EUR");
    }

    Ledger dollars() {
        return ledger("USD");
    }

    List<CollectionEntry> promises() {
        return promises;
    }

    static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Ledger ledger(String currency) {
        return ledgers.getOrDefault(currency, Ledger.empty(currency));
    }

    private void post(ClaimInputs.Row row) {
        switch (row.fact()) {
            case "posted" -> post(row, "posted", posted(row, ReceivableType.PRINCIPAL));
            case "charged" -> post(row, "charged", posted(row, ReceivableType.FEE));
            case "paid" -> pay(row, Payment.of(PaymentId.of(row.id()), row.customer(), row.day(), row.amount()));
            case "applied" -> post(row, "applied-again", applied(row, unapplied(row)));
            case "undone" -> post(row, "undone", new EntryReversed(row.customer(), EntryKey.of(row.id()), row.day()));
            case "noted" -> note(row);
            case "disputed" -> post(row, "disputed", new DisputeOpened(row.customer(), dispute(row), row.day()));
            case "accepted" -> resolve(row, Resolution.accepted(row.amount()));
            case "accepted in part" ->
                resolve(row, Resolution.accepted(row.amount()).leavingRest());
            case "rejected" -> resolve(row, Resolution.rejected());
            case "withdrawn" -> resolve(row, Resolution.withdrawn());
            case "written off" -> post(row, "written-off", writtenOff(row));
            case "converted" -> convert(row);
            case "promised" -> promise(row);
            default -> throw new IllegalStateException(row.fact());
        }
    }

    private static LedgerFact posted(ClaimInputs.Row row, ReceivableType type) {
        var receivable = Receivable.of(ReceivableId.of(row.id()), row.customer(), row.day(), row.due(), row.amount())
                .withType(type);
        return row.currency().equals("EUR")
                ? new ReceivablePosted(receivable)
                : ReceivablePosted.of(receivable, row.rate().convert(row.amount()));
    }

    private void pay(ClaimInputs.Row row, Payment payment) {
        post(
                row,
                "received",
                row.currency().equals("EUR")
                        ? new PaymentReceived(payment)
                        : PaymentReceived.of(payment, row.rate().convert(row.amount())));
        apply(row, AllocationRequest.of(payment, named(row, row.currency())));
    }

    private void note(ClaimInputs.Row row) {
        Credit credit = Credit.of(PaymentId.of(row.id()), row.customer(), row.day(), row.amount())
                .crediting(row.items().get(0));
        post(
                row,
                "noted",
                row.currency().equals("EUR")
                        ? new CreditPosted(credit)
                        : CreditPosted.of(credit, row.rate().convert(row.amount())));
        apply(row, AllocationRequest.of(credit.asPayment(), named(row, row.currency())));
    }

    private void apply(ClaimInputs.Row row, AllocationRequest request) {
        if (!row.items().isEmpty()) {
            post(row, "applied", applied(row, request));
        }
    }

    private static LedgerFact applied(ClaimInputs.Row row, AllocationRequest request) {
        return new PaymentAllocated(Allocation.of(request.on(row.day()), new OldestDueFirst()), row.day());
    }

    private AllocationRequest unapplied(ClaimInputs.Row row) {
        UnappliedPayment left = euros().customer(row.customer()).unappliedPayments().stream()
                .filter(each -> each.payment().id().value().equals(row.id()))
                .findFirst()
                .orElseThrow();
        return AllocationRequest.of(left, named(row, "EUR"));
    }

    private List<OpenItem> named(ClaimInputs.Row row, String currency) {
        return ledger(currency).openItems(row.customer()).stream()
                .filter(item -> row.items().contains(item.id()))
                .toList();
    }

    private static Dispute dispute(ClaimInputs.Row row) {
        return Dispute.of(
                DisputeId.of(row.id()),
                row.items().get(0),
                row.amount(),
                DisputeReason.PRICING,
                DisputeSource.customer("letter"));
    }

    private void resolve(ClaimInputs.Row row, Resolution resolution) {
        post(row, "resolved", new DisputeResolved(row.customer(), DisputeId.of(row.id()), resolution, row.day()));
    }

    private static LedgerFact writtenOff(ClaimInputs.Row row) {
        return ReceivableWrittenOff.of(
                row.customer(),
                ReceivableId.of(row.id()),
                row.amount(),
                ReceivableWrittenOff.Reason.SMALL_BALANCE,
                row.day());
    }

    /** Euros on account pay what is open of one item in dollars, at the rate of the day. */
    private void convert(ClaimInputs.Row row) {
        PaymentId id = PaymentId.of(row.id());
        OpenItem item = named(row, "USD").get(0);
        CrossPayment cross =
                row.rate().pay(item.open(), euros().customer(row.customer()).unapplied(id));
        post(row, "converted", PaymentConverted.of(row.customer(), id, cross.used(), cross.paid(), row.day()));
        Payment payment = Payment.of(PaymentId.of(row.id() + "-USD"), row.customer(), row.day(), cross.paid());
        post("USD", row, "received", PaymentReceived.of(payment, cross.used()));
        post("USD", row, "applied", applied(row, AllocationRequest.of(payment, List.of(item))));
    }

    private void promise(ClaimInputs.Row row) {
        PromiseMade made = PromiseMade.of(PromiseToPay.of(row.day(), row.amount(), row.due(), 0))
                .about(row.items());
        promises.add(CollectionEntry.of(row.id(), row.customer(), made, beginning(row.day())));
    }

    private void post(ClaimInputs.Row row, String what, LedgerFact fact) {
        post(row.currency(), row, what, fact);
    }

    private void post(String currency, ClaimInputs.Row row, String what, LedgerFact fact) {
        LedgerEntry entry = LedgerEntry.of(what + "-" + row.id(), fact, beginning(row.day()))
                .by(row.by());
        ledgers.put(currency, ledger(currency).post(entry).ledger());
    }
}
