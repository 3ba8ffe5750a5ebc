package io.quittance.conformance;

import io.quittance.ar.allocation.OldestInvoiceFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.OnAccount;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code credit_use}: a credit on account settles invoices, but those that the host excepts. */
final class CreditUseAdapter implements Adapter {

    private static final CustomerId CUSTOMER = CustomerId.of("customer");
    private static final LocalDate TODAY = LocalDate.of(9999, 12, 31);

    @Override
    public Object answer(JsonNode input) {
        CustomerLedger ledger = CustomerLedger.empty(CUSTOMER, Input.CURRENCY);
        Set<String> excepted = new HashSet<>();
        for (JsonNode invoice : input.get("invoices")) {
            String id = invoice.get("id").asString();
            Amount balance = Input.amount(invoice, "balance");
            if (balance.signum() > 0) {
                LocalDate date = Input.date(invoice, "date");
                ledger = post(
                        ledger,
                        id,
                        new ReceivablePosted(Receivable.of(ReceivableId.of(id), CUSTOMER, date, date, balance)));
            }
            if (isExcepted(invoice)) {
                excepted.add(id);
            }
        }
        Amount credit = Input.amount(input, "credit");
        if (credit.signum() > 0) {
            ledger = post(
                    ledger,
                    "credit",
                    new CreditPosted(Credit.of(PaymentId.of("credit"), CUSTOMER, LocalDate.EPOCH, credit)));
        }
        var strategy = new OldestInvoiceFirst()
                .where(item -> !excepted.contains(item.id().value()));
        List<PaymentAllocated> uses = OnAccount.settle(ledger, strategy, TODAY);
        for (PaymentAllocated use : uses) {
            ledger = post(ledger, "use", use);
        }
        return Map.of(
                "used",
                uses.stream()
                        .flatMap(use -> use.allocation().lines().stream())
                        .map(line -> Map.of("id", line.item().value(), "amount", line.amount()))
                        .toList(),
                "credit_left",
                ledger.asOf(AsOf.endOf(TODAY)).credits());
    }

    /** What is not owed for certain: a draft, what is written off, what is being paid. */
    private static boolean isExcepted(JsonNode invoice) {
        return invoice.path("written_off").asBoolean(false)
                || invoice.path("pending_payment").asBoolean(false)
                || !invoice.path("status").asString("COMMITTED").equals("COMMITTED");
    }

    private static CustomerLedger post(CustomerLedger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, Instant.EPOCH)).ledger();
    }
}
