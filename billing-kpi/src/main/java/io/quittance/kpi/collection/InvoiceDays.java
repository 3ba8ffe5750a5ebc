package io.quittance.kpi.collection;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** The invoices that a KPI is about, with a number of days for each, and how they are averaged. */
final class InvoiceDays {
    private final KpiBasis.Builder basis;
    private final List<Of> days = new ArrayList<>();

    /** An invoice with its days. */
    record Of(PaidInvoice invoice, long days) {}

    /** Counts the days of an invoice up to the one on which it was paid, or is open. */
    interface Count {
        long days(PaidInvoice invoice, LocalDate until);
    }

    private InvoiceDays(KpiBasis.Builder basis) {
        this.basis = basis;
    }

    /** Those that were paid; what is open or was credited is told as left out. */
    static InvoiceDays ofPaid(
            KpiDefinition definition, Cohort cohort, boolean areParts, EventFigures<PaidInvoice> figures, Count count) {
        return of(definition, cohort, areParts, figures, count, invoice -> false);
    }

    /** The definition for parts of invoices, each of which counts by itself, of one for invoices. */
    static KpiDefinition byPart(KpiDefinition ofInvoices) {
        return ofInvoices.only("by", "part");
    }

    /** What tells that something else than what is measured was left out. */
    static String leftOut(boolean areParts) {
        return areParts ? "WHOLE_INVOICES" : "PART_PAYMENTS";
    }

    /** Those that were paid, and of the open ones those of the predicate with the days up to now. */
    static InvoiceDays of(
            KpiDefinition definition,
            Cohort cohort,
            boolean areParts,
            EventFigures<PaidInvoice> figures,
            Count count,
            Predicate<PaidInvoice> openToo) {
        var basis = KpiBasis.of(definition).period(figures.period());
        var answer = new InvoiceDays(basis);
        for (PaidInvoice invoice : figures.events()) {
            if (invoice.isPart() != areParts) {
                if (cohort.has(figures, invoice)) {
                    basis.exclusion(leftOut(areParts));
                }
            } else if (cohort.hasPaid(figures, invoice)) {
                answer.days.add(new Of(
                        invoice,
                        count.days(invoice, invoice.paidBy(cohort.day(figures)).orElseThrow())));
            } else if (cohort.hasOpen(figures, invoice)) {
                if (openToo.test(invoice)) {
                    answer.days.add(new Of(invoice, count.days(invoice, cohort.day(figures))));
                } else {
                    basis.exclusion("OPEN_INVOICES");
                }
            } else if (cohort.hasCredited(figures, invoice)) {
                basis.exclusion("CREDITED_INVOICES");
            }
        }
        return answer;
    }

    static KpiResult ofTotals(KpiDefinition definition, BigDecimal amountTimesDays, MonetaryAmount amount) {
        Amount below = Amount.from(amount);
        Require.that(below.signum() >= 0, "number.negative", "amount", "must not be negative", below);
        return KpiBasis.of(definition)
                .currency(below.getCurrency().getCurrencyCode())
                .quotient(
                        Fraction.of(Require.number(amountTimesDays, "amountTimesDays")),
                        below.toFraction(),
                        Fraction.ONE,
                        "NO_PAID_INVOICES",
                        "no invoice was paid");
    }

    /** Those open at the end of the period, with the days from the due date to it. */
    static InvoiceDays ofOpen(KpiDefinition definition, boolean areParts, EventFigures<PaidInvoice> figures) {
        var answer = new InvoiceDays(KpiBasis.of(definition).period(figures.period()));
        LocalDate last = figures.period().lastDay();
        for (PaidInvoice invoice : figures.events()) {
            if (invoice.isOpenAt(last) && invoice.isPart() != areParts) {
                answer.basis.exclusion(leftOut(areParts));
            } else if (invoice.isOpenAt(last)) {
                answer.days.add(new Of(invoice, invoice.daysFromDue(last)));
            }
        }
        return answer;
    }

    /** With the number of invoices, and their currency, if it is one. */
    KpiBasis.Builder basis() {
        return basis.count(days.size()).currency(areMixed() ? null : currency());
    }

    private @Nullable String currency() {
        return days.isEmpty()
                ? null
                : days.get(0).invoice().amount().getCurrency().getCurrencyCode();
    }

    List<Of> days() {
        return days;
    }

    /** Without those of fewer days, of which this code tells that they are left out. */
    InvoiceDays atLeast(long least, String leftOut) {
        if (days.removeIf(each -> each.days() < least)) {
            basis.exclusion(leftOut);
        }
        return this;
    }

    /** Each invoice counts as one. */
    KpiResult average(String code, String reason) {
        long sum = 0;
        var items = new ArrayList<KpiItem>();
        for (Of each : days) {
            sum = Math.addExact(sum, each.days());
            items.add(new KpiItem(each.invoice().key(), Fraction.of(each.days()), Fraction.ONE));
        }
        return basis().items(items).quotient(Fraction.of(sum), Fraction.of(days.size()), Fraction.ONE, code, reason);
    }

    /** Each counts by its amount. */
    KpiResult weighted(String code, String reason) {
        if (areMixed()) {
            return mixed();
        }
        Fraction above = Fraction.ZERO;
        Fraction below = Fraction.ZERO;
        var items = new ArrayList<KpiItem>();
        for (Of each : days) {
            Fraction weight = each.invoice().amount().toFraction();
            Fraction weighted = weight.times(Fraction.of(each.days()));
            above = above.plus(weighted);
            below = below.plus(weight);
            items.add(new KpiItem(each.invoice().key(), weighted, weight));
        }
        return basis().items(items).quotient(above, below, Fraction.ONE, code, reason);
    }

    /** Whether they are in more than one currency, so that their amounts are no weights. */
    boolean areMixed() {
        return days.stream()
                        .map(each -> each.invoice().amount().getCurrency().getCurrencyCode())
                        .distinct()
                        .count()
                > 1;
    }

    KpiResult mixed() {
        return basis().undefined("MIXED_CURRENCIES", "the invoices are in more than one currency");
    }
}
