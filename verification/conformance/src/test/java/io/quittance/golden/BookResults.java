package io.quittance.golden;

import static java.util.stream.Collectors.joining;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.DueAmount;
import io.quittance.core.id.ContractId;
import io.quittance.core.invoice.DocumentLife;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.UsageSource;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billrun.BillingRecords;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.ledger.LedgerFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Bills the small book on four days, posts it and pays it by a strategy and a policy; answers are rows that can be read. */
final class BookResults {
    static final AsOf END = AsOf.endOf("2026-04-30");
    private static final ContractId PROJECT = ContractId.of("project");
    private static final ServicePeriod APRIL = ServicePeriod.of("2026-04-01", "2026-05-01");
    private static final List<ServicePeriod> BEFORE = List.of(
            ServicePeriod.of("2026-01-01", "2026-02-01"),
            ServicePeriod.of("2026-02-01", "2026-03-01"),
            ServicePeriod.of("2026-03-01", "2026-04-01"));
    private static final TaxTable TAXES =
            TaxTable.of(TaxTreatment.standard("19")).charge("books", TaxTreatment.standard("7"));
    private static final List<LocalDate> RUNS = Stream.of("2026-01-20", "2026-02-01", "2026-03-01", "2026-04-01")
            .map(LocalDate::parse)
            .toList();

    /** Billed once: the documents that are posted and paid. */
    private static final BookResults STANDARD = billed(Conventions.standard());

    private final List<String> rows = new ArrayList<>();
    private final Map<ContractId, List<Invoice>> invoices = new LinkedHashMap<>();
    private final List<BillRun> runs = new ArrayList<>();
    private Ledger ledger = Ledger.empty("EUR");

    private BookResults() {}

    /** Every line, finding and document, with what is due of it when, and what it would come to if prices included tax. */
    static BookResults billed(Conventions conventions) {
        var results = new BookResults();
        List<ContractHistory> contracts = BookInputs.contracts();
        List<GoldenInputs.Known> usage = BookInputs.usage(contracts);
        for (ContractHistory contract : contracts) {
            results.bill(contract.withTerms(terms -> terms.withConventions(conventions)), usage);
        }
        return results;
    }

    /** What was billed under the standard conventions, posted and paid up to the end of the book. */
    static BookResults settled(AllocationStrategy strategy, SettlementPolicy policy) {
        var results = new BookResults();
        results.invoices.putAll(STANDARD.invoices);
        List<BookInputs.Beside> beside = BookInputs.beside();
        List<Payment> payments = BookInputs.payments();
        for (LocalDate day = RUNS.get(0); !day.isAfter(END.date()); day = day.plusDays(1)) {
            results.post(day, beside);
            for (Payment payment : payments) {
                if (payment.valueDate().equals(day)) {
                    results.pay(payment, strategy, policy);
                }
            }
        }
        return results;
    }

    /** All documents under the standard conventions. */
    static List<Invoice> issued() {
        return STANDARD.allInvoices();
    }

    /** What was run, issued and sent of the book but of its project, with the calendar by which an invoice is due to be sent two days after it can be billed. */
    static BillingRecords records() {
        return records(contract -> !contract.equals(PROJECT), BookInputs.lives());
    }

    /** The same of the project, whose milestones are counted over the term. */
    static BillingRecords project() {
        return records(PROJECT::equals, BookInputs.livesOfProject());
    }

    private static BillingRecords records(Predicate<ContractId> chosen, Map<String, DocumentLife> lives) {
        return BillingRecords.of(
                        STANDARD.invoices.entrySet().stream()
                                .filter(contract -> chosen.test(contract.getKey()))
                                .flatMap(contract -> contract.getValue().stream())
                                .map(invoice -> IssuedDocument.of(InvoiceSeries.of("SELLER", "2026"), invoice)
                                        .lived(lives.getOrDefault(
                                                invoice.number().value(), DocumentLife.none())))
                                .toList(),
                        ZoneOffset.UTC)
                .billed(STANDARD.runs.stream()
                        .filter(run -> chosen.test(run.contract()))
                        .toList())
                .planned(BillingCalendar.of(
                        BookInputs.contracts().stream()
                                .filter(contract ->
                                        chosen.test(contract.signed().id()))
                                .toList(),
                        ServicePeriod.of("2026-01-01", "2026-05-01"),
                        Instant.MAX,
                        IssueTarget.days(2)));
    }

    String text() {
        return rows.stream().map(row -> row + "\n").collect(joining());
    }

    Ledger ledger() {
        return ledger;
    }

    Map<ContractId, List<Invoice>> invoices() {
        return invoices;
    }

    List<Invoice> allInvoices() {
        return invoices.values().stream().flatMap(List::stream).toList();
    }

    /** Adds what is left, by age. */
    BookResults aged() {
        AgingReport aging = AgingReport.of(ledger.asOf(END), AgingBuckets.days(30, 60));
        aging.customers()
                .forEach((customer, row) -> rows.add("aged," + customer + ","
                        + row.buckets().stream()
                                .map(AgedAmount::amount)
                                .map(Object::toString)
                                .collect(joining(","))
                        + "," + row.disputed().amount() + "," + row.onAccount()));
        return this;
    }

    List<KpiResult> measured(List<Kpi<CollectionFigures>> kpis) {
        CollectionFigures figures = LedgerFigures.of(ledger, END).withItems(APRIL, BEFORE);
        return kpis.stream().map(kpi -> kpi.compute(figures)).toList();
    }

    /** The exact values of KPIs, or why there is none. */
    String values(List<Kpi<CollectionFigures>> kpis) {
        return values(measured(kpis).stream());
    }

    /** As {@link #values(List)}, of results of any KPIs. */
    static String values(Stream<KpiResult> results) {
        return results.map(result -> result.basis().definition().id() + ","
                        + result.match(measured -> measured.exact().toString(), undefined -> undefined.code()) + "\n")
                .collect(joining());
    }

    private void bill(ContractHistory contract, List<GoldenInputs.Known> usage) {
        Billing billing = Billing.engine().taxes(TAXES);
        BilledPeriods history = BilledPeriods.none();
        ContractId id = contract.signed().id();
        for (LocalDate day : RUNS) {
            UsageSource known = UsageSource.of(usage.stream()
                    .filter(event -> event.contract().equals(id.value()) && event.month() <= day.getMonthValue())
                    .map(GoldenInputs.Known::event)
                    .toList());
            BillRun run = billing.bill(contract, known, history, atTheEndOf(day));
            history = history.after(run);
            runs.add(run);
            run.lines()
                    .forEach(line -> rows.add("line," + id + "," + day + "," + line.kind() + "," + line.charge() + ","
                            + line.days() + "," + line.quantity() + "," + line.amount()));
            run.findings().forEach(finding -> rows.add("finding," + id + "," + day + "," + finding));
            int suffix = 0;
            for (InvoiceDraft draft : run.documents()) {
                String number = id + "-" + day.toString().substring(5, 7) + (suffix == 0 ? "" : "-" + suffix);
                issue(id, draft, draft.issue(number, day.toString()));
                suffix++;
            }
        }
    }

    /** Unlike {@link AsOf#endOf}, what is agreed later is not known yet. */
    private static AsOf atTheEndOf(LocalDate day) {
        return AsOf.of(day, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void issue(ContractId id, InvoiceDraft draft, Invoice invoice) {
        invoices.computeIfAbsent(id, key -> new ArrayList<>()).add(invoice);
        InvoiceDraft including = draft.toBuilder().pricesIncludeTax().build();
        rows.add("document," + invoice.number() + "," + draft.type().code() + ","
                + draft.totals().withoutTax() + "," + draft.totals().withTax() + "," + invoice.contentHash());
        rows.add("including," + invoice.number() + "," + including.totals().withoutTax() + ","
                + including.totals().withTax() + "," + including.totals().due());
        for (DueAmount due : invoice.dueAmounts()) {
            rows.add("due," + invoice.number() + "," + due.dueDate() + "," + due.amount());
        }
    }

    private void post(LocalDate day, List<BookInputs.Beside> all) {
        for (Invoice invoice : allInvoices()) {
            if (invoice.issueDate().equals(day)) {
                post(invoice);
            }
        }
        for (BookInputs.Beside beside : all) {
            if (beside.day().equals(day)) {
                post(beside.id(), day, fact(beside));
            }
        }
    }

    private void post(Invoice invoice) {
        String number = invoice.number().value();
        if (invoice.type().isCredit()) {
            post(number, invoice.issueDate(), new CreditPosted(Credit.of(invoice)));
            return;
        }
        List<DueAmount> dues = invoice.dueAmounts();
        if (dues.size() == 1) {
            post(number, invoice.issueDate(), new ReceivablePosted(Receivable.of(invoice)));
            return;
        }
        for (int i = 0; i < dues.size(); i++) {
            DueAmount due = dues.get(i);
            String part = number + "/" + (i + 1);
            var receivable = Receivable.of(
                    ReceivableId.of(part), invoice.customer(), invoice.issueDate(), due.dueDate(), due.amount());
            post(
                    part,
                    invoice.issueDate(),
                    new ReceivablePosted(receivable.partOf(ReceivableId.of(number), due.dueDate())));
        }
    }

    private LedgerFact fact(BookInputs.Beside beside) {
        if (beside.type() == null) {
            return new DisputeOpened(
                    beside.customer(),
                    Dispute.of(
                            DisputeId.of(beside.id()),
                            beside.item(),
                            beside.amount(),
                            DisputeReason.QUALITY,
                            DisputeSource.customer("letter")),
                    beside.day());
        }
        return new ReceivablePosted(Receivable.of(
                        ReceivableId.of(beside.id()), beside.customer(), beside.day(), beside.day(), beside.amount())
                .withType(beside.type())
                .partOf(beside.item(), dueDate(beside.item())));
    }

    private LocalDate dueDate(ReceivableId item) {
        return allInvoices().stream()
                .filter(invoice -> invoice.number().value().equals(item.value()))
                .findFirst()
                .orElseThrow()
                .dueDate();
    }

    private void pay(Payment payment, AllocationStrategy strategy, SettlementPolicy policy) {
        LocalDate day = payment.valueDate();
        Settlement settlement =
                Settlement.of(AllocationRequest.of(payment, ledger.openItems(payment.customer())), strategy, policy);
        settlement
                .allocation()
                .lines()
                .forEach(line -> rows.add("paid," + payment.id() + "," + line.item() + "," + line.amount()));
        settlement
                .adjustments()
                .forEach(adjustment -> rows.add("adjusted," + payment.id() + "," + adjustment.item() + ","
                        + adjustment.kind() + "," + adjustment.amount() + "," + adjustment.tax()));
        rows.add("left," + payment.id() + "," + settlement.onAccount());
        post("received-" + payment.id(), day, new PaymentReceived(payment));
        post("applied-" + payment.id(), day, new PaymentAllocated(settlement, day));
    }

    private void post(String key, LocalDate day, LedgerFact fact) {
        ledger = ledger.post(LedgerEntry.of(
                        key, fact, day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .ledger();
    }
}
