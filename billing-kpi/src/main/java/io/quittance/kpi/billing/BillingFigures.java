package io.quittance.kpi.billing;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the KPIs of billing are computed from. Give what you have: a KPI without its figures is undefined and names them. */
public final class BillingFigures implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ServicePeriod period;
    private final @Nullable Counted checked;
    private final @Nullable Counted due;

    private BillingFigures(@Nullable ServicePeriod period, @Nullable Counted checked, @Nullable Counted due) {
        this.period = period;
        this.checked = checked;
        this.due = due;
    }

    /** Nothing yet. */
    public static BillingFigures empty() {
        return new BillingFigures(null, null, null);
    }

    /** How many of all. */
    record Counted(long part, long whole) implements Serializable {
        Counted {
            Require.that(whole >= 0, "number.negative", "whole", "must not be negative", whole);
            Require.that(part >= 0 && part <= whole, "count.part", "part", "must be between 0 and " + whole, part);
        }
    }

    /** The same figures for this period. */
    public BillingFigures forPeriod(ServicePeriod newPeriod) {
        return new BillingFigures(newPeriod, checked, due);
    }

    /**
     * The same figures, with what a check of issued invoices found.
     *
     * @param wrong invoices that had, or need, a correction for an error; goodwill, returns and contract changes are none
     * @param invoices all invoices that were checked
     */
    public BillingFigures withChecked(long wrong, long invoices) {
        return new BillingFigures(period, new Counted(wrong, invoices), due);
    }

    /**
     * The same figures, with what was sent on time.
     *
     * @param onTime invoices sent on or before the day on which they were due to be sent
     * @param dueToBeSent all invoices that were due to be sent, those that were not sent included
     */
    public BillingFigures withSent(long onTime, long dueToBeSent) {
        return new BillingFigures(period, checked, new Counted(onTime, dueToBeSent));
    }

    /** The period that the figures are about. */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    Optional<Counted> checked() {
        return Optional.ofNullable(checked);
    }

    Optional<Counted> due() {
        return Optional.ofNullable(due);
    }
}
