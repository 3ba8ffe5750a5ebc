package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
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
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many of the invoices issued in the period were right, or wrong, as their corrections tell: one is wrong if an error of it was corrected within so many days after it was issued. Goodwill, returns
 * and changes of contract are no errors. Invoices whose days have not passed yet are left out ({@code WINDOW_OPEN}), whatever was corrected of them: the corrections to come are not known. 5 wrong of
 * 100 are an accuracy of 95 %.
 */
public final class InvoiceAccuracy implements Kpi<EventFigures<IssuedInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum By {
        COUNT("count", "invoices"),
        AMOUNT("amount", "amount of invoices"),
        LINES("lines", "lines of invoices");

        private final String suffix;
        private final String words;

        By(String suffix, String words) {
            this.suffix = suffix;
            this.words = words;
        }
    }

    private final int days;
    private final By by;
    private final boolean errors;

    private InvoiceAccuracy(int days, By by, boolean errors) {
        Require.that(days >= 0, "number.negative", "days", "must not be negative", days);
        this.days = days;
        this.by = requireNonNull(by, "by");
        this.errors = errors;
    }

    /**
     * The share that is right, by number of invoices.
     *
     * @param days how many days after the issue a correction counts, that day included; 0 or more
     */
    public static InvoiceAccuracy within(int days) {
        return new InvoiceAccuracy(days, By.COUNT, false);
    }

    /** The same by what the invoices bill: a wrong invoice is wrong with all its amount. */
    public InvoiceAccuracy byAmount() {
        return new InvoiceAccuracy(days, By.AMOUNT, errors);
    }

    /** The same by lines: of a wrong invoice those that were corrected, at most all. */
    public InvoiceAccuracy byLines() {
        return new InvoiceAccuracy(days, By.LINES, errors);
    }

    /** The share that is wrong instead: 100 less the accuracy. */
    public InvoiceAccuracy asErrorRate() {
        return new InvoiceAccuracy(days, by, true);
    }

    @Override
    public KpiDefinition definition() {
        String window = "within " + days + " days";
        String which =
                by == By.LINES ? by.words + " corrected for an error " : by.words + " with a correction for an error ";
        return KpiDefinition.of(
                        (errors ? "billing.error-rate" : "billing.accuracy") + ".within-" + days + "-days." + by.suffix,
                        (errors ? "Billing errors" : "Billing accuracy") + " by corrections " + window,
                        KpiUnit.PERCENT,
                        errors ? Direction.LOWER : Direction.HIGHER,
                        (errors ? which : "(" + by.words + " issued - " + which)
                                + window
                                + (errors ? " / " : ") / ")
                                + by.words
                                + " issued × 100, of invoices issued in the period at least " + days + " days ago")
                .undefinedWhen(Invoices.NONE_ISSUED + "; for none the days have passed (WINDOW_OPEN)"
                        + (by == By.AMOUNT ? Invoices.MIXED : ""))
                .definedBy("APQC, invoices error free the first time");
    }

    /** In percent; undefined if no invoice was issued, for none the days have passed, or amounts are weighed and in several currencies. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        var items = new ArrayList<KpiItem>();
        var known = new ArrayList<IssuedInvoice>();
        for (IssuedInvoice invoice : Invoices.in(figures, Stage.ISSUED)) {
            LocalDate until = invoice.date(Stage.ISSUED).orElseThrow().plusDays(days);
            if (!figures.isOver(until)) {
                basis.exclusion("WINDOW_OPEN");
                continue;
            }
            known.add(invoice);
            Fraction whole = whole(invoice);
            Fraction part = errors ? wrong(invoice, until) : whole.minus(wrong(invoice, until));
            items.add(new KpiItem(invoice.key(), part, whole));
        }
        basis.count(items.size()).items(items);
        if (items.isEmpty() && !Invoices.in(figures, Stage.ISSUED).isEmpty()) {
            return basis.undefined("WINDOW_OPEN", "for no invoice " + days + " days have passed");
        }
        if (by == By.AMOUNT && !basis.inOneCurrency(known.stream().map(IssuedInvoice::amount))) {
            return basis.undefined("MIXED_CURRENCIES", "the invoices are in more than one currency");
        }
        return basis.share(items, "NO_INVOICES", "there is nothing on invoices issued in the period");
    }

    private Fraction whole(IssuedInvoice invoice) {
        return switch (by) {
            case COUNT -> Fraction.ONE;
            case AMOUNT -> invoice.amount().toFraction();
            case LINES -> Fraction.of(invoice.lines());
        };
    }

    private Fraction wrong(IssuedInvoice invoice, LocalDate until) {
        boolean isWrong = false;
        long lines = 0;
        for (Correction each : invoice.corrections()) {
            if (each.reason() == Correction.Reason.ERROR && !each.date().isAfter(until)) {
                isWrong = true;
                lines = Math.min(lines + Math.min(each.lines(), invoice.lines()), invoice.lines());
            }
        }
        if (!isWrong) {
            return Fraction.ZERO;
        }
        return by == By.LINES ? Fraction.of(lines) : whole(invoice);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoiceAccuracy that && days == that.days && by == that.by && errors == that.errors;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new InvoiceAccuracy(days, by, errors);
    }

    @Override
    public String toString() {
        return id();
    }
}
