package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.DunningAccount;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningRun;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.matching.KnownPayer;
import io.quittance.ar.matching.Match;
import io.quittance.ar.matching.OpenBook;
import io.quittance.ar.matching.PaymentMatcher;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.statement.OpenItemStatement;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.Contract;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.invoice.Issuer;
import io.quittance.core.invoice.SequentialNumbering;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.InvoicedLine;
import io.quittance.core.verification.Verification;
import io.quittance.core.verification.VerificationReport;
import io.quittance.json.ContractJson;
import io.quittance.json.InvoiceJson;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.ledger.LedgerFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program of docs/guide.md: what it says there is what it does here. */
class LifeOfABillTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T09:00:00Z");
    private static final Instant FEBRUARY_10 = Instant.parse("2026-02-10T09:00:00Z");
    private static final Instant FEBRUARY_20 = Instant.parse("2026-02-20T09:00:00Z");

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }

    @Test
    void isWhatTheGuideSays() {
        // guide: terms
        Contract contract = ContractJson.standard().read("""
                        {
                          "schemaVersion": 1,
                          "id": "C-1001",
                          "customer": "ACME",
                          "term": {"start": "2026-01-01", "end": "2027-01-01"},
                          "terms": {
                            "currency": "EUR",
                            "zone": "Europe/Berlin",
                            "charges": [
                              {
                                "id": "platform",
                                "kind": "recurring",
                                "model": {"type": "flat", "amount": "499.00"},
                                "billed": {"interval": "P1M", "timing": "inAdvance"}
                              },
                              {
                                "id": "calls",
                                "meter": "calls",
                                "freeUnits": "60",
                                "model": {
                                  "type": "graduated",
                                  "tiers": [{"upTo": "1000", "unitPrice": "0.10"}],
                                  "beyond": {"unitPrice": "0.08"}
                                }
                              }
                            ],
                            "paymentTerms": {"netDays": 30}
                          }
                        }
                        """);
        // guide ends

        // guide: usage
        var january = List.of(
                UsageEvent.of("u-1", "ACME", "calls", "700", "2026-01-12T10:00:00Z"),
                UsageEvent.of("u-2", "ACME", "calls", "460", "2026-01-28T09:30:00Z"));
        UsageSource usage = UsageSource.of(january);
        // guide ends

        // guide: bill
        Billing billing = Billing.engine().taxes(TaxTable.of(TaxTreatment.standard("19")));
        BillRun first = billing.bill(contract, usage, BilledPeriods.none(), LocalDate.parse("2026-01-01"));
        BilledPeriods history = BilledPeriods.none().after(first); // January's fee, in advance

        BillRun second = billing.bill(contract, usage, history, LocalDate.parse("2026-02-01"));
        history = history.after(second); // January's calls and February's fee
        boolean again = billing.bill(contract, usage, history, LocalDate.parse("2026-02-01"))
                .isEmpty(); // true
        // guide ends

        // guide: explain
        BillLine calls = second.lines().get(0);
        String why = calls.explanations().stream()
                .map(step -> step.text(Locale.ENGLISH))
                .collect(Collectors.joining("\n"));
        // guide ends

        // guide: verify
        VerificationReport report = Verification.of(contract, usage, LocalDate.parse("2026-02-01"))
                .check(Stream.of(first, second)
                        .flatMap(run -> run.lines().stream())
                        .map(InvoicedLine::of)
                        .toList());
        boolean clean = report.isClean(); // true: what was delivered is billed, and nothing else
        // guide ends

        // guide: issue
        var numbering = new SequentialNumbering((series, number) ->
                series.name() + "-%06d".formatted(number)); // yours is a row that the same transaction locks
        Issuer issuer = Issuer.of(InvoiceSeries.of("QUITTANCE", "2026"), numbering);
        Origin run = Origin.of("bill-run");
        Invoice fee = issuer.issue(first.documents().get(0), LocalDate.parse("2026-01-01"), run); // 499.00 + 94.81
        Invoice invoice =
                issuer.issue(second.documents().get(0), LocalDate.parse("2026-02-01"), run); // 607.00 + 115.33
        String document = InvoiceJson.write(invoice); // stored as it is, with the hash of its contents
        // guide ends

        // guide: owe
        Ledger ledger = Ledger.empty("EUR")
                .post(LedgerEntry.of("i-1", new ReceivablePosted(Receivable.of(fee)), JANUARY))
                .ledger()
                .post(LedgerEntry.of("i-2", new ReceivablePosted(Receivable.of(invoice)), FEBRUARY))
                .ledger();
        // guide ends

        // guide: match
        BankTransaction transfer = BankTransaction.of(
                        PaymentId.of("bank-77"), LocalDate.parse("2026-02-10"), eur("593.81"))
                .from(Payer.named("Acme Ltd").withAccount("DE02 1203 0000 0000 2020 51"))
                .saying("your invoice " + fee.number().value());
        var known = new KnownPayer(CustomerId.of("ACME"), Payer.ofAccount("DE02 1203 0000 0000 2020 51"));
        OpenBook book = OpenBook.of(ledger.openItems("ACME"), List.of(known));
        Match match = PaymentMatcher.standard().match(transfer, book);
        Payment payment = match.payment().orElseThrow(); // empty where it is not sure enough whose it is
        // guide ends

        // guide: allocate
        Allocation allocation = Allocation.of(payment, ledger.openItems("ACME"), new AsRemitted());
        ledger = ledger.post(LedgerEntry.of("p-1", new PaymentReceived(payment), FEBRUARY_10))
                .ledger()
                .post(LedgerEntry.of("a-1", new PaymentAllocated(allocation, payment.valueDate()), FEBRUARY_10))
                .ledger();
        // guide ends

        // guide: correct
        var late = UsageEvent.of("u-3", "ACME", "calls", "50", "2026-01-30T18:00:00Z"); // known in February only
        UsageSource all =
                UsageSource.of(Stream.concat(january.stream(), Stream.of(late)).toList());
        BillRun third = billing.bill(contract, all, history, LocalDate.parse("2026-03-01"));
        List<BillLine> lines = third.lines(); // 4.00 more for January, nothing for February's calls, and March's fee
        // guide ends

        // guide: dispute
        Dispute dispute = Dispute.of(
                DisputeId.of("D-1"),
                Receivable.of(invoice).id(),
                eur("47.60"),
                DisputeReason.PRICING,
                DisputeSource.customer("letter-4"));
        ledger = ledger.post(LedgerEntry.of(
                        "d-1",
                        new DisputeOpened(CustomerId.of("ACME"), dispute, LocalDate.parse("2026-02-20")),
                        FEBRUARY_20))
                .ledger();
        // guide ends

        // guide: late
        AsOf asOf = AsOf.endOf("2026-03-31");
        AgingReport aging = AgingReport.of(ledger.asOf("2026-03-31"), AgingBuckets.days(30, 60, 90));
        DunningPolicy policy = DunningPolicy.of(
                "EUR",
                DunningScope.CUSTOMER,
                List.of(
                        DunningLevel.of("reminder", 3, 7, ContactKind.REMINDER),
                        DunningLevel.of("letter", 14, 7, ContactKind.LETTER)));
        DunningDecision decision = DunningRun.on(asOf.date())
                .decide(
                        DunningAccount.of(
                                ledger.customer(CustomerId.of("ACME")),
                                CollectionHistory.empty(CustomerId.of("ACME")),
                                asOf),
                        policy);
        // guide ends

        // guide: state
        OpenItemStatement statement = OpenItemStatement.of(ledger.customer(CustomerId.of("ACME")), asOf);
        Amount owed = statement.closing(); // 722.33, of which 674.73 are to pay: the rest is contested
        // guide ends

        // guide: measure
        CollectionFigures quarter = LedgerFigures.of(ledger, asOf).of(ServicePeriod.of("2026-01-01", "2026-04-01"));
        KpiResult dso = DaysSalesOutstanding.simple().compute(quarter);
        String days = dso.match(
                measured -> measured.exact().round(Rounding.halfUp(1)).toPlainString(),
                undefined -> undefined.reason());
        // guide ends

        // guide: again
        LedgerView then = ledger.asOf(AsOf.of("2026-02-10", "2026-02-10T12:00:00Z")); // as known then, for good
        // guide ends

        assertThat(first.total()).isEqualTo(eur("499.00"));
        assertThat(again).isTrue();
        // 1160 - 60 = 1100: 1000 × 0.10 + 100 × 0.08
        assertThat(calls.amount()).isEqualTo(eur("108.00"));
        assertThat(clean).isTrue();
        assertThat(fee.amountDue()).isEqualTo(eur("593.81"));
        assertThat(invoice.amountDue()).isEqualTo(eur("722.33"));
        assertThat(InvoiceJson.read(document)).isEqualTo(invoice);
        assertThat(allocation.lines())
                .singleElement()
                .hasToString("EUR 593.81 to " + fee.number().value());
        assertThat(lines)
                .extracting(BillLine::amount)
                .containsExactlyInAnyOrder(eur("4.00"), eur("0.00"), eur("499.00"));
        // due on 3 March, 28 days late
        assertThat(aging.total().buckets().get(1).amount()).isEqualTo(eur("674.73"));
        assertThat(aging.total().disputed().amount()).isEqualTo(eur("47.60"));
        assertThat(decision.notices(ContactKind.REMINDER)).hasSize(1);
        assertThat(owed).isEqualTo(eur("722.33"));
        assertThat(statement.toPay()).isEqualTo(eur("674.73"));
        // 722.33 / (593.81 + 722.33) × 90
        assertThat(days).isEqualTo("49.4");
        assertThat(then.accounts().get(0).openItems()).hasSize(1);
        assertThat(Repository.fences(Repository.read("docs/guide.md"), "text")).contains(why + "\n");
    }

    @Test
    void isCompiledAsTheGuideHasIt() {
        String source = Repository.read(
                "verification/architecture/src/test/java/io/quittance/architecture/LifeOfABillTest.java");
        List<String> regions = Pattern.compile("(?ms)^ *// guide: [a-z]+\\n(.*?^ *)// guide ends$")
                .matcher(source)
                .results()
                .map(result -> result.group(1).stripIndent())
                .toList();
        assertThat(regions).hasSizeGreaterThan(10);
        assertThat(Repository.fences(Repository.read("docs/guide.md"), "java")).isEqualTo(regions);
    }
}
