package consumer;

import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bills a thousand contracts, each on a virtual thread, and prints what they owe together, and what their prices are. */
public final class Main {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2014-01-01", "2014-02-01");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var work = new ArrayList<Callable<Invoice>>();
        for (int number = 1; number <= 1000; number++) {
            String id = "C-" + number;
            work.add(() -> bill(contract(id)));
        }
        var ledger = Ledger.empty("USD");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Invoice> done : threads.invokeAll(work)) {
                Invoice invoice = done.get();
                var entry = LedgerEntry.of(
                        invoice.number().value(),
                        new ReceivablePosted(Receivable.of(invoice)),
                        Instant.parse("2014-02-01T12:00:00Z"));
                ledger = ledger.post(entry).ledger();
            }
        }
        System.out.println("due " + ledger.openItems("ACME").stream()
                .map(item -> item.open())
                .reduce((one, other) -> one.add(other))
                .orElseThrow());
        for (Charge charge : contract("C-1").terms().charges()) {
            System.out.println(said(charge.model()));
        }
    }

    /** A switch over types of which some are the library's; users' own come by default. */
    private static String said(ChargeModel model) {
        return switch (model) {
            case PerUnit each -> each.unitPrice() + " each";
            case FlatFee fee -> fee.amount() + " in all";
            default -> model.toString();
        };
    }

    private static Contract contract(String id) {
        return Contract.builder(id)
                .customer("ACME")
                .currency("USD")
                .zone("America/New_York")
                .term("2014-01-01", "2015-01-01")
                .charge(Charge.usage("night", "night-minutes", PerUnit.of("0.045")))
                .charge(Charge.recurring("line", FlatFee.of("1.00")))
                .paymentTerms(PaymentTerms.net(30))
                .build();
    }

    private static Invoice bill(Contract contract) {
        var usage = UsageEvent.of("u1", "ACME", "night-minutes", "159", "2014-01-15T12:00:00Z");
        return InvoiceDraft.of(Rating.of(contract, List.of(usage), JANUARY))
                .issue("T-" + contract.id().value(), "2014-02-01");
    }
}
