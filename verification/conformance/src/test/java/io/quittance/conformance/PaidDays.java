package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.collection.PaidInvoice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Makes invoices of cases that give days, or due and paid dates. */
final class PaidDays {
    private static final LocalDate ISSUED = LocalDate.parse("2026-01-01");
    private static final ServicePeriod PERIOD = ServicePeriod.of("2020-01-01", "2031-01-01");

    private PaidDays() {}

    /** One that was paid so many days after its date; before, if negative. */
    static PaidInvoice invoice(int number, BigDecimal amount, long days) {
        return invoice(number, amount, ISSUED, ISSUED.plusDays(days));
    }

    static PaidInvoice invoice(int number, BigDecimal amount, LocalDate due, LocalDate paid) {
        return PaidInvoice.open(
                        String.valueOf(number), "C-1", due, due, Amount.of(amount, Input.CURRENCY), Instant.EPOCH)
                .paidOn(paid, Instant.EPOCH);
    }

    static EventFigures<PaidInvoice> figures(List<PaidInvoice> invoices) {
        return EventFigures.of(PERIOD, AsOf.endOf("2030-12-31"), invoices);
    }
}
