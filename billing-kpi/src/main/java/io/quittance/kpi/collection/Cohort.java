package io.quittance.kpi.collection;

import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiDefinition;
import java.time.LocalDate;

/** Which invoices belong to a period. */
enum Cohort {
    /** Those paid in it; open are those that were at its end. */
    BY_PAYMENT("invoices paid in the period", "") {
        @Override
        LocalDate day(EventFigures<PaidInvoice> figures) {
            return figures.period().lastDay();
        }

        @Override
        boolean hasPaid(EventFigures<PaidInvoice> figures, PaidInvoice invoice) {
            return invoice.isPaidIn(figures.period());
        }

        @Override
        boolean hasOpen(EventFigures<PaidInvoice> figures, PaidInvoice invoice) {
            return invoice.isOpenAt(day(figures));
        }

        @Override
        boolean hasCredited(EventFigures<PaidInvoice> figures, PaidInvoice invoice) {
            return invoice.creditedBy(day(figures))
                    .filter(figures.period()::contains)
                    .isPresent();
        }
    },
    /** Those issued in it, paid and open as of the question. */
    BY_ISSUE("invoices issued in the period and paid by the day of the question", ".by-invoice-date") {
        @Override
        LocalDate day(EventFigures<PaidInvoice> figures) {
            return figures.asOf().date();
        }

        @Override
        boolean hasPaid(EventFigures<PaidInvoice> figures, PaidInvoice invoice) {
            return figures.period().contains(invoice.documentDate())
                    && invoice.paidBy(day(figures)).isPresent();
        }

        @Override
        boolean hasOpen(EventFigures<PaidInvoice> figures, PaidInvoice invoice) {
            return figures.period().contains(invoice.documentDate()) && invoice.isOpenAt(day(figures));
        }

        @Override
        boolean hasCredited(EventFigures<PaidInvoice> figures, PaidInvoice invoice) {
            return figures.period().contains(invoice.documentDate())
                    && invoice.creditedBy(day(figures)).isPresent();
        }
    };

    private final String words;
    private final String suffix;

    Cohort(String words, String suffix) {
        this.words = words;
        this.suffix = suffix;
    }

    /** The end of this day decides what is paid. */
    abstract LocalDate day(EventFigures<PaidInvoice> figures);

    abstract boolean hasPaid(EventFigures<PaidInvoice> figures, PaidInvoice invoice);

    abstract boolean hasOpen(EventFigures<PaidInvoice> figures, PaidInvoice invoice);

    /** Whether a credit closed it, so that it counts neither as paid nor as open. */
    abstract boolean hasCredited(EventFigures<PaidInvoice> figures, PaidInvoice invoice);

    /** Whether it belongs to the period, paid, open or credited. */
    boolean has(EventFigures<PaidInvoice> figures, PaidInvoice invoice) {
        return hasPaid(figures, invoice) || hasOpen(figures, invoice) || hasCredited(figures, invoice);
    }

    /** The definition for this cohort of one by payment; its formula ends with the invoices that it is of. */
    KpiDefinition of(KpiDefinition any) {
        return new KpiDefinition(
                any.id() + suffix,
                this == BY_PAYMENT ? any.name() : any.name() + ", by invoice date",
                any.unit(),
                any.direction(),
                any.indicator(),
                any.formula() + ", of " + words,
                any.undefinedWhen(),
                any.source());
    }
}
