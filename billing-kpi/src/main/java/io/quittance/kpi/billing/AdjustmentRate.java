package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much of billing is adjusted: the corrections made in the period, of whatever invoice, over the invoices issued in it; by number or by amount, for all reasons or one. What is credited and what is
 * charged in addition add up and are not set off. What corrects an invoice that is not known is left out ({@code UNLINKED_CREDITS}). 2 credit notes and 100 invoices are 2 %.
 */
public final class AdjustmentRate implements Kpi<EventFigures<IssuedInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean amounts;
    private final Correction.@Nullable Reason reason;

    private AdjustmentRate(boolean amounts, Correction.@Nullable Reason reason) {
        this.amounts = amounts;
        this.reason = reason;
    }

    /** By the number of corrections and invoices, for all reasons. */
    public static AdjustmentRate byCount() {
        return new AdjustmentRate(false, null);
    }

    /** By what is corrected and billed, for all reasons. */
    public static AdjustmentRate byAmount() {
        return new AdjustmentRate(true, null);
    }

    /** The same for one reason. */
    public AdjustmentRate because(Correction.Reason newReason) {
        return new AdjustmentRate(amounts, requireNonNull(newReason, "newReason"));
    }

    @Override
    public KpiDefinition definition() {
        String which = reason == null ? "" : words(reason, ' ');
        String what = "corrections made in the period" + (reason == null ? "" : " for " + which);
        return KpiDefinition.of(
                        "billing.adjust-rate." + (amounts ? "amount" : "count")
                                + (reason == null ? "" : "." + words(reason, '-')),
                        "Billing adjustments" + (reason == null ? "" : " for " + which),
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        amounts
                                ? "amounts, without sign, of " + what + " / amount of invoices issued in it × 100"
                                : what + " / invoices issued in it × 100")
                .undefinedWhen(Invoices.NONE_ISSUED + (amounts ? Invoices.MIXED : ""));
    }

    private static String words(Correction.Reason reason, char space) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', space);
    }

    /** In percent; undefined if nothing was invoiced in the period, or amounts are in several currencies. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        Invoices.withoutUnlinked(figures, basis);
        var counted = new ArrayList<IssuedInvoice>();
        var items = new ArrayList<KpiItem>();
        Fraction above = Fraction.ZERO;
        Fraction below = Fraction.ZERO;
        long issued = 0;
        for (IssuedInvoice invoice : figures.events()) {
            boolean isIssued = invoice.date(Stage.ISSUED)
                    .filter(figures.period()::contains)
                    .isPresent();
            Fraction part = adjusted(figures, invoice);
            if (!isIssued && part.signum() == 0) {
                continue;
            }
            Fraction whole = isIssued ? whole(invoice) : Fraction.ZERO;
            issued += isIssued ? 1 : 0;
            above = above.plus(part);
            below = below.plus(whole);
            counted.add(invoice);
            items.add(new KpiItem(invoice.key(), part, whole));
        }
        basis.count(issued).items(items);
        if (amounts && !basis.inOneCurrency(counted.stream().map(IssuedInvoice::amount))) {
            return basis.undefined("MIXED_CURRENCIES", "the invoices are in more than one currency");
        }
        return basis.quotient(above, below, Fraction.of(100), "NO_INVOICES", "nothing was invoiced in the period");
    }

    private Fraction whole(IssuedInvoice invoice) {
        return amounts ? invoice.amount().toFraction() : Fraction.ONE;
    }

    private Fraction adjusted(EventFigures<IssuedInvoice> figures, IssuedInvoice invoice) {
        Fraction sum = Fraction.ZERO;
        for (Correction each : Invoices.correctionsIn(figures, invoice)) {
            if (reason == null || reason == each.reason()) {
                sum = sum.plus(amounts ? each.amount().abs().toFraction() : Fraction.ONE);
            }
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AdjustmentRate that && amounts == that.amounts && reason == that.reason;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new AdjustmentRate(amounts, reason);
    }

    @Override
    public String toString() {
        return id();
    }
}
