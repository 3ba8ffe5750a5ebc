package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the KPIs of billing are computed from. Give what you have: a KPI without its figures is undefined and names them. */
public final class BillingFigures implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ServicePeriod period;
    private final @Nullable Counted checked;
    private final @Nullable Counted sent;

    private BillingFigures(@Nullable ServicePeriod period, @Nullable Counted checked, @Nullable Counted sent) {
        this.period = period;
        this.checked = checked;
        this.sent = sent;
    }

    /** Nothing yet. */
    public static BillingFigures empty() {
        return new BillingFigures(null, null, null);
    }

    /**
     * How many of all.
     *
     * @param part from 0 to {@code whole}
     * @param whole 0 or more
     */
    public record Counted(long part, long whole) implements Serializable {
        /** Checks that both can be. */
        public Counted {
            check(part, "part", whole, "whole");
        }

        private static Counted of(long part, String partName, long whole, String wholeName) {
            check(part, partName, whole, wholeName);
            return new Counted(part, whole);
        }

        private static void check(long part, String partName, long whole, String wholeName) {
            Require.that(whole >= 0, "number.negative", wholeName, "must not be negative", whole);
            Require.that(part >= 0 && part <= whole, "count.part", partName, "must be between 0 and " + whole, part);
        }
    }

    /** The same figures for this period. */
    public BillingFigures forPeriod(ServicePeriod newPeriod) {
        return new BillingFigures(requireNonNull(newPeriod, "newPeriod"), checked, sent);
    }

    /**
     * The same figures, with what a check of issued invoices found.
     *
     * @param wrong invoices that had, or need, a correction for an error; goodwill, returns and contract changes are none
     * @param invoices all invoices that were checked
     */
    public BillingFigures withChecked(long wrong, long invoices) {
        return new BillingFigures(period, Counted.of(wrong, "wrong", invoices, "invoices"), sent);
    }

    /**
     * The same figures, with what was sent on time.
     *
     * @param onTime invoices sent on or before the day on which they were due to be sent
     * @param dueToBeSent all invoices that were due to be sent, those that were not sent included
     */
    public BillingFigures withSent(long onTime, long dueToBeSent) {
        return new BillingFigures(period, checked, Counted.of(onTime, "onTime", dueToBeSent, "dueToBeSent"));
    }

    /** The period that the figures are about. */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** The wrong invoices of those that were checked. */
    public Optional<Counted> checked() {
        return Optional.ofNullable(checked);
    }

    /** The invoices sent on time of those that were due to be sent. */
    public Optional<Counted> sent() {
        return Optional.ofNullable(sent);
    }

    private Object readResolve() {
        return new BillingFigures(period, checked, sent); // each of them is a record, checked as it was read
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingFigures that
                && Objects.equals(period, that.period)
                && Objects.equals(checked, that.checked)
                && Objects.equals(sent, that.sent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, checked, sent);
    }

    @Override
    public String toString() {
        return "billing figures" + (period == null ? "" : " of " + period);
    }
}
