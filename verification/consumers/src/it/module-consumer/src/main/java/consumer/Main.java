package consumer;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import java.util.List;

/** Bills 159 minutes at 0.045 and prints the amount due. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var january = ServicePeriod.of("2014-01-01", "2014-02-01");
        var contract = Contract.builder("C-1")
                .customer("ACME")
                .currency("USD")
                .zone("America/New_York")
                .term("2014-01-01", "2015-01-01")
                .charge(Charge.usage("night", "night-minutes", PerUnit.of("0.045")))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        var usage = UsageEvent.of("u1", "ACME", "night-minutes", "159", "2014-01-15T12:00:00Z");
        Invoice invoice =
                InvoiceDraft.of(Rating.of(contract, List.of(usage), january)).issue("T-000001", "2014-02-01");
        System.out.println("due " + invoice.amountDue());
    }
}
