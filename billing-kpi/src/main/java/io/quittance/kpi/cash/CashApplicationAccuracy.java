package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.LocalDays;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;

/**
 * How many of the receipts that were first applied in the period were applied rightly, or wrongly, as their corrections tell: one is wrong if a line of it was undone for an error within so many
 * days after the day on which it was first applied. What the bank took back is no error. Receipts whose days have not passed yet are left out ({@code WINDOW_OPEN}), whatever was undone of them:
 * the corrections to come are not known. 3 wrong of 100 are an accuracy of 97 %.
 *
 * @param days how many days after the first application a correction counts, the last one included; 0 or more
 * @param isByAmount whether receipts count by their amounts; a wrong one is wrong with all of it
 * @param isErrorRate whether the share that is wrong is meant: 100 less the accuracy
 * @param zone in which days begin
 */
public record CashApplicationAccuracy(int days, boolean isByAmount, boolean isErrorRate, ZoneId zone)
        implements Kpi<EventFigures<Receipt>>, Serializable {

    /** Checks the parts. */
    public CashApplicationAccuracy {
        Require.that(days >= 0, "number.negative", "days", "must not be negative", days);
        requireNonNull(zone, "zone");
    }

    /** The share that is right, by number of receipts. */
    public static CashApplicationAccuracy within(int days, ZoneId zone) {
        return new CashApplicationAccuracy(days, false, false, zone);
    }

    /** The same by the amounts of the receipts. */
    public CashApplicationAccuracy byAmount() {
        return new CashApplicationAccuracy(days, true, isErrorRate, zone);
    }

    /** The share that is wrong instead. */
    public CashApplicationAccuracy asErrorRate() {
        return new CashApplicationAccuracy(days, isByAmount, true, zone);
    }

    @Override
    public KpiDefinition definition() {
        String what = isByAmount ? "amount of receipts" : "receipts";
        return KpiDefinition.of(
                        (isErrorRate ? "cash-app.error-rate" : "cash-app.accuracy") + ".within-" + days + "-days."
                                + (isByAmount ? "amount" : "count"),
                        (isErrorRate ? "Errors" : "Accuracy") + " of cash application by corrections within " + days
                                + " days",
                        KpiUnit.PERCENT,
                        isErrorRate ? Direction.LOWER : Direction.HIGHER,
                        what
                                + (isErrorRate ? " with" : " without")
                                + " a line undone for an error within " + days + " days / " + what
                                + " applied × 100, of receipts first applied in the period at least " + days
                                + " days ago")
                .undefinedWhen("none was applied (NO_RECEIPTS); for none the days have passed (WINDOW_OPEN)"
                        + (isByAmount ? Receipts.MIXED : ""))
                .definedBy("Hyperbots, cash application accuracy");
    }

    /** In percent; undefined if nothing was applied, for none the days have passed, or amounts are weighed and in several currencies. */
    @Override
    public KpiResult compute(EventFigures<Receipt> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        Instant end = Receipts.end(figures.asOf(), zone);
        var items = new ArrayList<KpiItem>();
        var amounts = new ArrayList<Amount>();
        boolean isOpen = false;
        for (Receipt receipt : figures.events()) {
            Optional<Instant> first = receipt.firstAppliedBefore(end)
                    .filter(at -> figures.period().contains(at, zone));
            if (first.isEmpty()) {
                continue;
            }
            LocalDate last = LocalDays.dayOf(first.get(), zone).plusDays(days);
            if (!figures.isOver(last, zone)) {
                basis.exclusion("WINDOW_OPEN");
                isOpen = true;
                continue;
            }
            Fraction whole = isByAmount ? receipt.amount().toFraction() : Fraction.ONE;
            boolean isWrong = isWrong(receipt, last);
            amounts.add(receipt.amount());
            items.add(new KpiItem(receipt.key(), isWrong == isErrorRate ? whole : Fraction.ZERO, whole));
        }
        if (items.isEmpty() && isOpen) {
            return basis.count(0).undefined("WINDOW_OPEN", "for no receipt " + days + " days have passed");
        }
        if (isByAmount && !basis.inOneCurrency(amounts.stream())) {
            return basis.undefined("MIXED_CURRENCIES", "the receipts are in more than one currency");
        }
        return basis.share(items, "NO_RECEIPTS", "no receipt was first applied in the period");
    }

    private boolean isWrong(Receipt receipt, LocalDate last) {
        Instant over = last.plusDays(1).atStartOfDay(zone).toInstant();
        return receipt.lines().stream().anyMatch(line -> line.wrongBefore(over).isPresent());
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + zone.getId().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
