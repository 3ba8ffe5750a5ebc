package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What was billed of a charge for some days, after all corrections: what a later run compares with what is due. A line that was
 * taken back wholly stays, with an amount of zero, so that its history is not forgotten.
 */
public final class BilledLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ChargeId charge;
    private final String terms;
    private final ServicePeriod days;
    private final Amount amount;
    private final Amount credited;
    private final int revision;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<TaxTreatment> taxes;

    private BilledLine(
            ChargeId charge,
            String terms,
            ServicePeriod days,
            Amount amount,
            Amount credited,
            int revision,
            List<TaxTreatment> taxes) {
        this.charge = requireNonNull(charge, "charge");
        this.terms = Require.id(terms, "terms");
        this.days = requireNonNull(days, "days");
        this.amount = requireNonNull(amount, "amount");
        this.credited = requireNonNull(credited, "credited");
        this.revision = revision;
        this.taxes = TaxTreatment.distinct(taxes);
        Require.that(revision >= 0, "number.negative", "revision", "must not be negative", revision);
        Require.that(credited.signum() >= 0, "number.negative", "credited", "must not be negative", credited);
        String expected = amount.getCurrency().getCurrencyCode();
        String actual = credited.getCurrency().getCurrencyCode();
        if (!actual.equals(expected)) {
            throw new CurrencyMismatchException("credited", expected, actual);
        }
    }

    /**
     * A line as a run billed it.
     *
     * @param charge what was charged
     * @param terms the key of the terms that said so
     * @param days the days that it covers
     * @param amount what was billed for them
     */
    public static BilledLine of(ChargeId charge, String terms, ServicePeriod days, MonetaryAmount amount) {
        Amount billed = Amount.from(amount);
        return new BilledLine(charge, terms, days, billed, Amount.zero(billed.getCurrency()), 0, List.of());
    }

    /**
     * The same after so much of it was given back beside the bill runs, as goodwill or to settle a dispute. It is not given back
     * again: of 12.00, of which 10.00 were credited so, a run credits 2.00 at most.
     *
     * @param amount in all, zero or more
     */
    public BilledLine credited(MonetaryAmount amount) {
        return new BilledLine(charge, terms, days, this.amount, Amount.from(amount), revision, taxes);
    }

    /**
     * What of an amount can be given back of this line: no more than was billed and not given back otherwise, and nothing
     * where the amount is negative. Of 20.00, of which 8.00 were credited, 12.00 are left of 13.33.
     *
     * @param wanted what is to be given back, in the currency of the line
     */
    public Amount creditable(MonetaryAmount wanted) {
        Amount left = amount.subtract(credited);
        Amount zero = Amount.zero(amount.getCurrency());
        return Amount.from(wanted).min(left).max(zero);
    }

    /** The same with another amount, after so many corrections if it is another. */
    BilledLine amounting(Amount newAmount, int corrections) {
        boolean changed = !newAmount.equals(amount);
        return new BilledLine(charge, terms, days, newAmount, credited, changed ? corrections : revision, taxes);
    }

    /** The same as the line of other terms. */
    BilledLine under(String newTerms) {
        return new BilledLine(charge, newTerms, days, amount, credited, revision, taxes);
    }

    /** The line that was stored with this many corrections. */
    public BilledLine revision(int corrections) {
        return new BilledLine(charge, terms, days, amount, credited, corrections, taxes);
    }

    /**
     * The line as it was billed with these treatments: one, or one for each authority that taxes it. What gives it back has
     * them too. Without them a run does not know how it was taxed, and takes it to be taxed as it should be.
     */
    public BilledLine taxed(List<TaxTreatment> treatments) {
        return new BilledLine(charge, terms, days, amount, credited, revision, treatments);
    }

    /** What was charged. */
    public ChargeId charge() {
        return charge;
    }

    /** The key of the terms that said so. */
    public String terms() {
        return terms;
    }

    /** The days that it covers. */
    public ServicePeriod days() {
        return days;
    }

    /** What was billed, after all corrections by bill runs; zero for a line that was taken back. */
    public Amount amount() {
        return amount;
    }

    /** What was given back beside the bill runs. */
    public Amount credited() {
        return credited;
    }

    /** How often it was corrected. */
    public int revision() {
        return revision;
    }

    /** How it was taxed; empty if nobody said. */
    public List<TaxTreatment> taxes() {
        return taxes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BilledLine that
                && charge.equals(that.charge)
                && terms.equals(that.terms)
                && days.equals(that.days)
                && amount.equals(that.amount)
                && credited.equals(that.credited)
                && revision == that.revision
                && taxes.equals(that.taxes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(charge, days, amount);
    }

    /** For example {@code platform [2026-01-01, 2026-02-01): EUR 499.00}. */
    @Override
    public String toString() {
        return charge + " " + days + ": " + amount;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new BilledLine(charge, terms, days, amount, credited, revision, taxes);
    }
}
