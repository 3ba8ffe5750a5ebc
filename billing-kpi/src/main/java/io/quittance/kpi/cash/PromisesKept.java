package io.quittance.kpi.cash;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.cash.PromisedPayment.Standing;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;

/**
 * How many of the promises that were due in the period were kept, in percent: paid in full by their day and grace. Those that were kept in part are a class of their own ({@link #inPart()}), of
 * which the result tells ({@code KEPT_IN_PART}). Those that were withdrawn while there was time are left out ({@code WITHDRAWN}), as are those whose grace is not over ({@code WINDOW_OPEN}), paid
 * or not. Of four promises, two paid in full and one in part: 50 % were kept and 25 % in part.
 *
 * @param isByAmount whether promises count by their amounts; of one that is kept in part, what was paid in time
 * @param isInPart whether those that were kept in part are meant instead of those that were kept in full
 */
public record PromisesKept(boolean isByAmount, boolean isInPart)
        implements Kpi<EventFigures<PromisedPayment>>, Serializable {

    /** By the number of promises. */
    public static PromisesKept byCount() {
        return new PromisesKept(false, false);
    }

    /** By what was promised. */
    public static PromisesKept byAmount() {
        return new PromisesKept(true, false);
    }

    /** Those that were kept in part instead: by amount, what was paid on them in time. */
    public PromisesKept inPart() {
        return new PromisesKept(isByAmount, true);
    }

    @Override
    public KpiDefinition definition() {
        String part = isByAmount ? "paid in time on promises kept in part" : "promises paid in part by day and grace";
        String full = isByAmount
                ? "amount of promises paid in full by day and grace"
                : "promises paid in full by day and grace";
        String all = isByAmount ? "amount of promises due in the period" : "promises due in the period";
        return KpiDefinition.of(
                        (isInPart ? "ptp.kept-in-part." : "ptp.kept.") + (isByAmount ? "amount" : "count"),
                        (isInPart ? "Promises to pay kept in part" : "Promises to pay kept")
                                + (isByAmount ? ", by amount" : ", by number"),
                        KpiUnit.PERCENT,
                        isInPart ? Direction.INFORMATIONAL : Direction.HIGHER,
                        (isInPart ? part : full) + " / " + all
                                + ", whose grace is over and that were not withdrawn × 100")
                .undefinedWhen("there is none (NO_PROMISES)" + (isByAmount ? Receipts.MIXED : ""))
                .definedBy("Vergent, promises to pay kept");
    }

    /** In percent; undefined if no promise was due, or amounts are in several currencies. */
    @Override
    public KpiResult compute(EventFigures<PromisedPayment> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        LocalDate until = figures.asOf().date();
        var items = new ArrayList<KpiItem>();
        var amounts = new ArrayList<Amount>();
        for (PromisedPayment promise : figures.events()) {
            if (!figures.period().contains(promise.due())) {
                continue;
            }
            if (promise.isWithdrawnBy(until)) {
                basis.exclusion("WITHDRAWN");
            } else if (!figures.isOver(promise.lastDay())) {
                basis.exclusion("WINDOW_OPEN");
            } else {
                if (promise.standing(until) == Standing.PARTLY_KEPT) {
                    basis.note("KEPT_IN_PART");
                }
                amounts.add(promise.amount());
                items.add(item(promise, until));
            }
        }
        if (isByAmount && !basis.inOneCurrency(amounts.stream())) {
            return basis.undefined("MIXED_CURRENCIES", "the promises are in more than one currency");
        }
        return basis.share(items, "NO_PROMISES", "no promise was due in the period whose grace is over");
    }

    private KpiItem item(PromisedPayment promise, LocalDate until) {
        boolean isOne = promise.standing(until) == (isInPart ? Standing.PARTLY_KEPT : Standing.KEPT);
        if (!isByAmount) {
            return KpiItem.counted(promise.key(), isOne);
        }
        return new KpiItem(
                promise.key(),
                isOne ? promise.paidInTime(until).toFraction() : Fraction.ZERO,
                promise.amount().toFraction());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
