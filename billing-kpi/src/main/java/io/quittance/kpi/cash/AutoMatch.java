package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

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
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of what came in during the period was applied without a person, in percent. A receipt counts if all of it was applied and every line of it automatically; one that is not wholly
 * applied by the day of the question does not. A line that is undone later loses its credit, unless the bank took the money back: the match was right. A prepayment waits for its invoices and is
 * left out until all of it is applied, by lines until something is ({@code PREPAYMENT}), as is what went back before anything of it was applied ({@code WENT_BACK}). 5,600 of 8,000 receipts are 70 %.
 *
 * @param method what is counted
 * @param zone in which days begin
 */
public record AutoMatch(Method method, ZoneId zone) implements Kpi<EventFigures<Receipt>>, Serializable {

    /** What is counted. */
    public enum Method {
        /** Receipts. */
        COUNT(
                "count",
                "number",
                "receipts of the period wholly applied without a person / receipts of the period × 100",
                "nothing came in (NO_RECEIPTS)"),
        /** Receipts, by their amounts. */
        AMOUNT(
                "amount",
                "amount",
                "amount of receipts of the period wholly applied without a person / amount of receipts of the period × 100",
                "nothing came in (NO_RECEIPTS)" + Receipts.MIXED),
        /** Lines, whatever else the receipt has. */
        LINES(
                "lines",
                "lines",
                "lines of receipts of the period applied without a person / lines of receipts of the period × 100",
                "nothing that came in was applied (NO_RECEIPTS)");

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(String suffix, String words, String formula, String undefinedWhen) {
            definition = KpiDefinition.of(
                            "cash-app.auto-match." + suffix,
                            "Automatic cash application, by " + words,
                            KpiUnit.PERCENT,
                            Direction.HIGHER,
                            formula)
                    .undefinedWhen(undefinedWhen)
                    .definedBy("Transformance, auto-match rate");
        }
    }

    /** Checks the parts. */
    public AutoMatch {
        requireNonNull(method, "method");
        requireNonNull(zone, "zone");
    }

    /** By the number of receipts. */
    public static AutoMatch byCount(ZoneId zone) {
        return new AutoMatch(Method.COUNT, zone);
    }

    /** By their amounts. */
    public static AutoMatch byAmount(ZoneId zone) {
        return new AutoMatch(Method.AMOUNT, zone);
    }

    /** By lines: of a receipt that is applied to three items, one of them by a person, two of three. */
    public static AutoMatch byLines(ZoneId zone) {
        return new AutoMatch(Method.LINES, zone);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent; undefined if nothing came in, or amounts are in several currencies. */
    @Override
    public KpiResult compute(EventFigures<Receipt> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        Instant end = Receipts.end(figures.asOf(), zone);
        var items = new ArrayList<KpiItem>();
        var amounts = new ArrayList<Amount>();
        for (Receipt receipt : figures.events()) {
            if (!figures.period().contains(receipt.received(), zone)) {
                continue;
            }
            boolean isApplied = receipt.firstAppliedBefore(end).isPresent();
            if (receipt.prepayment() && !isCounted(receipt, end)) {
                basis.exclusion("PREPAYMENT");
            } else if (receipt.wentBackBefore(end) && !isApplied) {
                basis.exclusion("WENT_BACK");
            } else {
                amounts.add(receipt.amount());
                add(receipt, end, items);
            }
        }
        if (method == Method.AMOUNT && !basis.inOneCurrency(amounts.stream())) {
            return basis.undefined("MIXED_CURRENCIES", "the receipts are in more than one currency");
        }
        return basis.share(items, "NO_RECEIPTS", "there is nothing of receipts of the period");
    }

    /** Whether there is something of a prepayment to count: all, or a line of it. */
    private boolean isCounted(Receipt prepayment, Instant end) {
        return method == Method.LINES
                ? prepayment.firstAppliedBefore(end).isPresent()
                : prepayment.whollyAppliedBefore(end).isPresent();
    }

    private void add(Receipt receipt, Instant end, List<KpiItem> items) {
        boolean isWhole = receipt.whollyAppliedBefore(end).isPresent() && receipt.isAutomaticBefore(end);
        switch (method) {
            case COUNT -> items.add(KpiItem.counted(receipt.key(), isWhole));
            case AMOUNT -> {
                Fraction amount = receipt.amount().toFraction();
                items.add(new KpiItem(receipt.key(), isWhole ? amount : Fraction.ZERO, amount));
            }
            case LINES -> {
                List<Receipt.Line> applied = receipt.lines().stream()
                        .filter(line -> line.applied().isBefore(end))
                        .toList();
                long credited =
                        applied.stream().filter(line -> line.isCreditedAt(end)).count();
                if (!applied.isEmpty()) {
                    items.add(new KpiItem(receipt.key(), Fraction.of(credited), Fraction.of(applied.size())));
                }
            }
        }
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
