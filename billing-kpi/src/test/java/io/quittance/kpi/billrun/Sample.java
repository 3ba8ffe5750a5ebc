package io.quittance.kpi.billrun;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.Origin;
import io.quittance.core.invoice.DocumentEvent;
import io.quittance.core.invoice.DocumentLife;
import io.quittance.core.invoice.DocumentStage;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A contract with a fee of 310.00 and calls at 0.10, of which 415 are made in January 2026, in arrears by the month; and its bill runs. */
final class Sample {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");
    static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    static final AsOf END_OF_APRIL = AsOf.endOf("2026-04-30");
    static final UsageSource USED = usage("415");

    private Sample() {}

    static UsageSource usage(String calls) {
        return UsageSource.of(List.of(UsageEvent.of("u-1", "GLOBEX", "calls", calls, "2026-01-15T10:00:00Z")));
    }

    static ContractHistory contract() {
        return contract("C-1", "GLOBEX", "310", "0.10");
    }

    static ContractHistory contract(String id, String customer, String fee, String perCall) {
        return ContractHistory.of(
                Contract.builder(id)
                        .customer(customer)
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .term("2026-01-01", "2027-01-01")
                        .paymentTerms(PaymentTerms.net(30))
                        .charge(Charge.recurring("platform", FlatFee.of(fee)))
                        .charge(Charge.usage("calls", "calls", PerUnit.of(perCall)))
                        .build(),
                Instant.parse("2025-12-01T00:00:00Z"));
    }

    /** A fee of 30.00 by the month, of a customer who wants no document of less than 50.00. */
    static ContractHistory withMinimum() {
        return ContractHistory.of(
                Contract.builder("C-2")
                        .customer("INITECH")
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .term("2026-01-01", "2027-01-01")
                        .paymentTerms(PaymentTerms.net(30))
                        .charge(Charge.recurring("fee", FlatFee.of("30.00")))
                        .invoicing(InvoicingRequirements.none().withMinimum("50"))
                        .build(),
                Instant.EPOCH);
    }

    /** From a day on the terms have this fee; known from 20 February on. */
    static ContractHistory amended(ContractHistory contract, String fee, String from) {
        ContractTerms terms = contract("C-1", "GLOBEX", fee, "0.10").signed().terms();
        return contract.amended(
                Amendment.terms("A-1", LocalDate.parse(from), Instant.parse("2026-02-20T09:00:00Z"), terms));
    }

    /** Runs of one contract that follow each other. */
    static final class Runs {
        private final List<BillRun> made = new ArrayList<>();
        private BilledPeriods billed = BilledPeriods.none();

        BillRun run(ContractHistory contract, UsageSource usage, String day) {
            BillRun run = Billing.engine().bill(contract, usage, billed, LocalDate.parse(day));
            billed = billed.after(run);
            made.add(run);
            return run;
        }

        List<BillRun> made() {
            return List.copyOf(made);
        }
    }

    static IssuedDocument kept(Invoice invoice) {
        return IssuedDocument.of(InvoiceSeries.of("ACME", "2026"), invoice);
    }

    /** One that was issued and sent at these instants, by a machine. */
    static IssuedDocument sent(Invoice invoice, String issued, String sent) {
        return kept(invoice)
                .lived(DocumentLife.none()
                        .with(DocumentEvent.of("i", DocumentStage.ISSUED, Instant.parse(issued)))
                        .with(DocumentEvent.of("s", DocumentStage.SENT, Instant.parse(sent))));
    }

    static DocumentEvent by(String key, DocumentStage stage, String at, String who) {
        return new DocumentEvent(key, stage, Instant.parse(at), Origin.of(who));
    }

    static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    static <E extends KpiEvent> KpiResult measure(
            Kpi<EventFigures<E>> kpi, EventLog<E> log, ServicePeriod period, AsOf asOf) {
        return kpi.compute(log.figures(period, asOf));
    }

    static <E extends KpiEvent> Fraction value(Kpi<EventFigures<E>> kpi, EventLog<E> log, ServicePeriod period) {
        return measure(kpi, log, period, END_OF_APRIL).value().orElseThrow();
    }
}
