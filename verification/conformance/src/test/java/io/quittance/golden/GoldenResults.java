package io.quittance.golden;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingFinding;
import io.quittance.core.contract.Contract;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.UsageSource;
import io.quittance.json.KpiResults;
import io.quittance.json.KpiResultsJson;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.ledger.LedgerFigures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bills the inputs on four days under a convention; pays a part of what was billed by a strategy, and measures it. */
final class GoldenResults {
    private static final TaxTable TAXES = TaxTable.of(TaxTreatment.standard("19"));
    private static final AsOf END = AsOf.endOf("2026-05-31");
    private static final ServicePeriod MONTHS = ServicePeriod.of("2026-02-01", "2026-06-01");

    /** The days of the runs, by their month. */
    private static final Map<Integer, LocalDate> RUNS = new TreeMap<>(Map.of(
            1,
            LocalDate.of(2026, 1, 20),
            2,
            LocalDate.of(2026, 2, 1),
            3,
            LocalDate.of(2026, 3, 1),
            4,
            LocalDate.of(2026, 4, 1)));

    /** Under the standard conventions, in the order in which a ledger takes them. */
    private static final List<Invoice> ISSUED = run(Conventions.standard()).invoices.stream()
            .sorted(Comparator.comparing(Invoice::issueDate))
            .toList();

    private final List<String> rows = new ArrayList<>();
    private final List<Invoice> invoices = new ArrayList<>();

    private GoldenResults() {}

    /** Every line, document and finding, one row each. */
    static String billed(Conventions conventions) {
        return String.join("\n", run(conventions).rows) + "\n";
    }

    private static GoldenResults run(Conventions conventions) {
        var results = new GoldenResults();
        List<Contract> contracts = GoldenInputs.contracts();
        List<GoldenInputs.Known> usage = GoldenInputs.usage(contracts, "usage.csv");
        for (Contract contract : contracts) {
            results.bill(
                    Contract.of(
                            contract.id(),
                            contract.customer(),
                            contract.term(),
                            contract.terms().withConventions(conventions)),
                    usage.stream()
                            .filter(known ->
                                    known.contract().equals(contract.id().value()))
                            .toList());
        }
        return results;
    }

    private void bill(Contract contract, List<GoldenInputs.Known> usage) {
        Billing billing = Billing.engine().taxes(TAXES);
        BilledPeriods history = BilledPeriods.none();
        for (Map.Entry<Integer, LocalDate> day : RUNS.entrySet()) {
            UsageSource known = UsageSource.of(usage.stream()
                    .filter(event -> event.month() <= day.getKey())
                    .map(GoldenInputs.Known::event)
                    .toList());
            BillRun run = billing.bill(contract, known, history, day.getValue());
            history = history.after(run);
            String where = contract.id() + "," + day.getValue();
            for (BillLine line : run.lines()) {
                rows.add("line," + where + "," + line.charge() + "," + line.days() + "," + line.quantity() + ","
                        + line.amount());
            }
            for (BillingFinding finding : run.findings()) {
                rows.add("finding," + where + "," + finding);
            }
            for (InvoiceDraft draft : run.documents()) {
                Invoice invoice = draft.issue(
                        contract.id() + "-" + (invoices.size() + 1),
                        day.getValue().toString());
                invoices.add(invoice);
                rows.add("document," + where + "," + draft.type().code() + ","
                        + draft.totals().withoutTax() + "," + draft.totals().withTax() + "," + invoice.contentHash());
            }
        }
    }

    /** What a strategy settles of the euro invoices, with the ages of what is left. */
    static String allocated(AllocationStrategy strategy) {
        var lines = new ArrayList<String>();
        Ledger ledger = settled(strategy, lines);
        AgingReport aging = AgingReport.of(ledger.asOf("2026-05-31"), AgingBuckets.days(30, 60, 90));
        for (Map.Entry<CustomerId, AgingRow> customer : aging.customers().entrySet()) {
            lines.add("aged," + customer.getKey() + "," + customer.getValue());
        }
        return String.join("\n", lines) + "\n";
    }

    /** KPIs of the ledger that the strategy leaves. */
    static String measured(AllocationStrategy strategy, List<Kpi<CollectionFigures>> kpis) {
        Ledger ledger = settled(strategy, new ArrayList<>());
        CollectionFigures figures = LedgerFigures.of(ledger, END).withItems(MONTHS);
        return KpiResultsJson.write(KpiResults.of(
                        END, kpis.stream().map(kpi -> kpi.compute(figures)).toList())) + "\n";
    }

    private static Ledger settled(AllocationStrategy strategy, List<String> lines) {
        Ledger ledger = Ledger.empty("EUR");
        var owed = new TreeMap<CustomerId, Amount>();
        for (Invoice invoice : ISSUED) {
            if (invoice.amountDue().getCurrency().getCurrencyCode().equals("EUR")
                    && !invoice.type().isCredit()
                    && invoice.amountDue().signum() > 0) {
                ledger = post(
                        ledger,
                        invoice.number().value(),
                        invoice.issueDate(),
                        new ReceivablePosted(Receivable.of(invoice)));
                owed.merge(invoice.customer(), invoice.amountDue(), Amount::add);
            }
        }
        // each customer pays a third of what it owes in April, and two fifths in May
        int number = 0;
        for (Map.Entry<CustomerId, Amount> customer : owed.entrySet()) {
            long cents = customer.getValue().toBigDecimal().movePointRight(2).longValueExact();
            ledger = pay(ledger, customer.getKey(), LocalDate.of(2026, 4, 15), cents / 3, ++number, strategy, lines);
            ledger =
                    pay(ledger, customer.getKey(), LocalDate.of(2026, 5, 12), cents * 2 / 5, ++number, strategy, lines);
        }
        return ledger;
    }

    private static Ledger pay(
            Ledger before,
            CustomerId customer,
            LocalDate day,
            long cents,
            int number,
            AllocationStrategy strategy,
            List<String> lines) {
        Ledger ledger = before;
        Payment payment =
                Payment.of(PaymentId.of("P-" + number), customer, day, Amount.ofMinor(cents, ledger.currency()));
        Allocation allocation = Allocation.of(payment, ledger.openItems(customer), strategy);
        allocation.lines().forEach(line -> lines.add("paid," + payment.id() + "," + line.item() + "," + line.amount()));
        lines.add("left," + payment.id() + "," + allocation.unapplied());
        ledger = post(ledger, "received-" + number, day, new PaymentReceived(payment));
        return post(ledger, "applied-" + number, day, new PaymentAllocated(allocation, day));
    }

    private static Ledger post(Ledger ledger, String key, LocalDate day, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(
                        key, fact, day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .ledger();
    }
}
