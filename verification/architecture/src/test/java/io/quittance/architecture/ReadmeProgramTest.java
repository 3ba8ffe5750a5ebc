package io.quittance.architecture;

import static io.quittance.core.contract.BillingCycle.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.ledger.LedgerFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The program of the README's first screen: what it says there is what it does here. */
class ReadmeProgramTest {

    @Test
    void doesWhatTheReadmeSays() {
        UsageSource usage =
                UsageSource.of(List.of(UsageEvent.of("u-1", "ACME", "calls", "1160", "2026-01-20T10:00:00Z")));
        Instant now = Instant.parse("2026-02-01T09:00:00Z");
        var payment = Payment.of(
                PaymentId.of("P-1"), CustomerId.of("ACME"), LocalDate.of(2026, 3, 20), Amount.of("5", "EUR"));

        // README begins
        Contract contract = Contract.builder("C-1001")
                .customer("ACME")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2026-01-01", "2027-01-01")
                .charge(Charge.recurring("platform", FlatFee.of("499.00"))
                        .billed(monthly().inAdvance()))
                .charge(Charge.usage(
                                "calls",
                                "calls",
                                GraduatedTiers.upTo("1000", "0.10").then("0.08"))
                        .billed(monthly().inArrears())
                        .free("60")
                        .discount(Discount.percent("launch", "20")))
                .paymentTerms(PaymentTerms.net(30).discount("2", 10))
                .build();
        BillingHistory history = BilledPeriods.none()
                .after(Billing.engine().bill(contract, usage, BillingHistory.none(), LocalDate.parse("2026-01-01")));
        BillRun run = Billing.engine().bill(contract, usage, history, LocalDate.parse("2026-02-01"));
        List<Explanation> why =
                run.lines().get(0).explanations(); // January: 60 free, 1000 × 0.1, 100 × 0.08, 20% off: 86.40
        Invoice invoice = run.documents().get(0).issue("2026-000001", "2026-02-01"); // and February's fee: 585.40
        Ledger ledger = Ledger.empty("EUR")
                .post(LedgerEntry.of("i-1", new ReceivablePosted(Receivable.of(invoice)), now))
                .ledger();
        Allocation allocation = Allocation.of(payment, ledger.openItems("ACME"), new OldestDueFirst());
        AgingReport aging = AgingReport.of(ledger.asOf("2026-03-31"), AgingBuckets.days(30, 60, 90));
        LedgerFigures figures = LedgerFigures.of(ledger, AsOf.endOf("2026-03-31"));
        KpiResult dso =
                DaysSalesOutstanding.countback().compute(figures.of(ServicePeriod.of("2026-02-01", "2026-03-01")));
        // README ends

        // 1160 - 60 = 1100: 1000 × 0.10 + 100 × 0.08 = 108.00, less 20 %
        assertThat(run.lines().get(0).amount()).isEqualTo(Amount.of("86.40", "EUR"));
        assertThat(why.stream().map(reason -> reason.text(Locale.GERMAN)))
                .anyMatch(text -> text.startsWith("60 frei: "));
        assertThat(why.toString()).contains("1000 × 0.1 = 100", "100 × 0.08 = 8", "20% of 108: -21.6");
        assertThat(invoice.amountDue()).isEqualTo(Amount.of("585.40", "EUR"));
        assertThat(allocation.applied()).isEqualTo(Amount.of("5.00", "EUR"));
        assertThat(aging.total().buckets().get(1).amount()).isEqualTo(Amount.of("585.40", "EUR"));
        assertThat(dso.value()).contains(Fraction.of(28));
    }
}
