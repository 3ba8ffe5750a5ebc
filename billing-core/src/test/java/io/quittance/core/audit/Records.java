package io.quittance.core.audit;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.Monetary;

/** A fee of 310.00 and calls at 0.10, of which 415 were made in January 2026 and none in February: 351.50 on R-1, and 310.00 on R-2. */
final class Records {
    static final InvoiceSeries SERIES = InvoiceSeries.of("ACME", "2026");
    static final AsOf MARCH = AsOf.endOf("2026-03-01");
    static final UsageSource USED = UsageSource.of(List.of(
            UsageEvent.of("u-2", "GLOBEX", "calls", "15", "2026-01-20T10:00:00Z"),
            UsageEvent.of("u-1", "GLOBEX", "calls", "400", "2026-01-15T10:00:00Z"),
            UsageEvent.of("u-3", "GLOBEX", "doors", "1", "2026-01-15T10:00:00Z")));
    static final ContractHistory CONTRACT = ContractHistory.of(
            Contract.builder("C-1")
                    .customer("GLOBEX")
                    .currency("EUR")
                    .zone("Europe/Berlin")
                    .term("2026-01-01", "2027-01-01")
                    .paymentTerms(PaymentTerms.net(30))
                    .charge(Charge.recurring("platform", FlatFee.of("310")))
                    .charge(Charge.usage("calls", "calls", PerUnit.of("0.10")))
                    .build(),
            Instant.parse("2025-12-01T00:00:00Z"));
    static final BillRun JANUARY = run(CONTRACT, BilledPeriods.none(), "2026-02-01");
    static final BillRun FEBRUARY = run(CONTRACT, BilledPeriods.none().after(JANUARY), "2026-03-01");
    static final Invoice R1 = JANUARY.documents().get(0).issue("R-1", "2026-02-01");
    static final Invoice R2 = FEBRUARY.documents().get(0).issue("R-2", "2026-03-01");

    private Records() {}

    static BillRun run(ContractHistory contract, BilledPeriods before, String date) {
        UsageSource known = (customer, from, to) -> USED.events(customer, from, to).stream()
                .filter(event -> event.meter().value().equals("calls"))
                .toList();
        return Billing.engine().bill(contract, known, before, LocalDate.parse(date));
    }

    static IssuedDocument kept(Invoice invoice) {
        return IssuedDocument.of(SERIES, invoice).hashed(invoice.contentHash());
    }

    static List<BillLine> lines(BillRun... runs) {
        var lines = new ArrayList<BillLine>();
        for (BillRun run : runs) {
            lines.addAll(run.lines());
        }
        return lines;
    }

    static Audit audit(Invoice... invoices) {
        return audit(List.of(invoices).stream().map(Records::kept).toList());
    }

    static Audit audit(List<IssuedDocument> documents) {
        return Audit.of(documents, MARCH)
                .contracts(List.of(CONTRACT))
                .billed(lines(JANUARY, FEBRUARY))
                .delivered(USED);
    }

    static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    static Invoice note(String amount, Invoice... of) {
        var references = DocumentReferences.none();
        for (Invoice invoice : of) {
            references = references.with(PrecedingInvoice.of(invoice));
        }
        return InvoiceDraft.builder(CustomerId.of("GLOBEX"), Monetary.getCurrency("EUR"))
                .type(InvoiceType.CREDIT_NOTE)
                .paymentTerms(PaymentTerms.net(0))
                .line(InvoiceLine.priced("Bonus", BigDecimal.ONE, "C62", eur(amount), Rounding.halfUp(2)))
                .references(references)
                .build()
                .issue("R-3", "2026-03-02");
    }

    /** The line with its id, and other terms or another amount. */
    static BillLine with(BillLine line, String terms, Amount amount) {
        return new BillLine(
                line.id(),
                line.kind(),
                line.contract(),
                line.charge(),
                terms,
                line.period(),
                line.days(),
                line.name(),
                line.quantity(),
                line.unit(),
                amount,
                line.explanations(),
                line.order(),
                line.group(),
                line.taxes());
    }
}
