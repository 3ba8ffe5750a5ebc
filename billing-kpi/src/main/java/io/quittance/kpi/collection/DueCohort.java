package io.quittance.kpi.collection;

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
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the invoices that fell due in the period were paid by the day of the question, in percent of all of them. Of 2466, 877 were paid late: 35.56 %, and the rest on time. What is open counts as due, and
 * neither as late nor as on time, and so does what was credited or written off after its due date: it was due, and nobody paid it. What a credit closed by its due date was not due any more, and is not measured, {@code
 * CREDITED_INVOICES}; a credit of a part is known only {@link #byPart()}. What is due today is left out, {@code WINDOW_OPEN}, until the day is over ({@link EventFigures#isOver(LocalDate)}).
 */
public final class DueCohort implements Kpi<EventFigures<PaidInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST_DAYS = 3_660;
    private static final String NONE = "nothing fell due (NOTHING_COLLECTABLE)";

    @SuppressWarnings("ImmutableEnumChecker") // definitions do not change
    private enum Method {
        LATE(
                "due-cohort.paid-late",
                "Paid late, of what fell due",
                Direction.LOWER,
                "of the invoices that fell due in the period: paid after their due date / due × 100"),
        ON_TIME(
                "due-cohort.paid-on-time",
                "Paid on time, of what fell due",
                Direction.HIGHER,
                "of the invoices that fell due in the period: paid by their due date / due × 100");

        private final KpiDefinition byCount;
        private final KpiDefinition byAmount;

        Method(String id, String name, Direction direction, String formula) {
            byCount = KpiDefinition.of(
                            id + ".count", name, KpiUnit.PERCENT, direction, formula + ", by number of invoices")
                    .undefinedWhen(NONE);
            byAmount = KpiDefinition.of(
                            id + ".amount", name + ", by amount", KpiUnit.PERCENT, direction, formula + ", by amount")
                    .undefinedWhen(NONE + "; several currencies (MIXED_CURRENCIES)");
        }
    }

    private final Method method;
    private final boolean amounts;
    /** How many days after the due date still count; null for the methods without a window. */
    private final @Nullable Integer days;

    private final boolean parts;

    private final transient KpiDefinition definition;

    private DueCohort(Method method, boolean amounts, @Nullable Integer days, boolean parts) {
        this.method = requireNonNull(method, "method");
        this.amounts = amounts;
        this.days = days;
        this.parts = parts;
        KpiDefinition ofInvoices = ofInvoices(method, amounts, days);
        definition = parts ? InvoiceDays.byPart(ofInvoices) : ofInvoices;
    }

    private static KpiDefinition ofInvoices(Method method, boolean amounts, @Nullable Integer days) {
        if (days == null) {
            return amounts ? method.byAmount : method.byCount;
        }
        Require.that(days >= 0 && days <= MOST_DAYS, "kpi.days", "days", "must be between 0 and " + MOST_DAYS, days);
        return within(days);
    }

    private static KpiDefinition within(int days) {
        return KpiDefinition.of(
                        "collection-rate.due-cohort.within-" + days + "-days",
                        "Collected within " + days + " days of the due date",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "of what fell due in the period at least " + days + " days ago: paid within " + days
                                + " days of its due date / due × 100, by amount")
                .undefinedWhen(NONE + "; several currencies (MIXED_CURRENCIES)")
                .definedBy("on-time collection of a cohort");
    }

    /** The share paid after the due date, by number of invoices: 877 / 2466 × 100 = 35.56 %. */
    public static DueCohort paidLate() {
        return new DueCohort(Method.LATE, false, null, false);
    }

    /** The share paid by the due date, by number of invoices: 1589 / 2466 × 100 = 64.44 %. */
    public static DueCohort paidOnTime() {
        return new DueCohort(Method.ON_TIME, false, null, false);
    }

    /**
     * The share paid within so many days of the due date, by amount: of 100.00 due, 80.00 paid at most 30 days late are 80 %. Invoices whose days have not passed by
     * the day of the question are left out, {@code WINDOW_OPEN}, whether or not they are paid.
     *
     * @param days from 0, which is on time, to 3660
     */
    public static DueCohort paidWithin(int days) {
        return new DueCohort(Method.ON_TIME, true, days, false);
    }

    /** The same by amount. */
    public DueCohort byAmount() {
        return new DueCohort(method, true, days, parts);
    }

    /** The same of {@linkplain PaidInvoice#asPart() parts} of invoices, as {@link DaysToPay#byPart()}; by amount it is what was paid of what fell due, and a credit of a part is known. */
    public DueCohort byPart() {
        return new DueCohort(method, amounts, days, true);
    }

    @Override
    public KpiDefinition definition() {
        return definition;
    }

    /** In percent; undefined if nothing fell due, or amounts are summed up and in several currencies. */
    @Override
    public KpiResult compute(EventFigures<PaidInvoice> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition).period(figures.period());
        List<PaidInvoice> due = due(figures, basis);
        var currencies = new TreeSet<String>();
        var items = new ArrayList<KpiItem>();
        for (PaidInvoice invoice : due) {
            currencies.add(invoice.amount().getCurrency().getCurrencyCode());
            Fraction weight = amounts ? invoice.amount().toFraction() : Fraction.ONE;
            Fraction counted = isPart(invoice, figures.asOf().date()) ? weight : Fraction.ZERO;
            items.add(new KpiItem(invoice.key(), counted, weight));
        }
        if (amounts && currencies.size() > 1) {
            return basis.count(items.size())
                    .undefined("MIXED_CURRENCIES", "the invoices are in more than one currency");
        }
        return basis.currency(currencies.size() == 1 ? currencies.first() : null)
                .share(items, "NOTHING_COLLECTABLE", "no invoice fell due in the period");
    }

    private List<PaidInvoice> due(EventFigures<PaidInvoice> figures, KpiBasis.Builder basis) {
        var due = new ArrayList<PaidInvoice>();
        for (PaidInvoice invoice : figures.events()) {
            if (!figures.period().contains(invoice.dueDate())) {
                continue;
            }
            if (invoice.isPart() != parts) {
                basis.exclusion(InvoiceDays.leftOut(parts));
            } else if (invoice.creditedBy(invoice.dueDate()).isPresent()) {
                basis.exclusion("CREDITED_INVOICES");
            } else if (!figures.isOver(invoice.dueDate().plusDays(mostDays()))) {
                basis.exclusion("WINDOW_OPEN");
            } else {
                due.add(invoice);
            }
        }
        return due;
    }

    private boolean isPart(PaidInvoice invoice, LocalDate day) {
        Optional<Long> late = invoice.paidBy(day).map(invoice::daysFromDue);
        return switch (method) {
            case LATE -> late.filter(paid -> paid > mostDays()).isPresent();
            case ON_TIME -> late.filter(paid -> paid <= mostDays()).isPresent();
        };
    }

    private long mostDays() {
        return days == null ? 0 : days;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DueCohort that && definition.equals(that.definition);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new DueCohort(method, amounts, days, parts);
    }

    @Override
    public String toString() {
        return id();
    }
}
