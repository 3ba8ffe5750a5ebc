package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PriceIndex;
import io.quittance.core.contract.PublishedIndex;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.usage.UsageSource;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Bills contracts: compares what is due on a day with what was billed before, and makes lines of the difference.
 *
 * <p>A run is a pure function of the contract, the usage, what was billed before and the day. Running it again bills nothing.
 * One run bills all periods that are due, however many. Amendments of the past, and usage that came late, give lines in the
 * periods that they are about. To preview a bill, run it and throw the result away.
 *
 * <p>{@code Billing.engine().bill(contract, usage, history, LocalDate.parse("2026-02-01"))} bills January's usage in arrears and
 * February's fee in advance.
 */
public final class Billing implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Billing ENGINE = new Billing(PublishedIndex.none(), null);

    @SuppressWarnings("serial") // that of this library is serialisable, and a host's should be
    private final PriceIndex index;

    @SuppressWarnings("serial") // as above
    private final @Nullable TaxDetermination taxes;

    private Billing(PriceIndex index, @Nullable TaxDetermination taxes) {
        this.index = requireNonNull(index, "index");
        this.taxes = taxes;
    }

    /** The engine, which knows no price index, and does not tax what it bills. */
    public static Billing engine() {
        return ENGINE;
    }

    /** The same with the published values of price indexes, for contracts whose prices follow one. */
    public Billing index(PriceIndex published) {
        return new Billing(published, taxes);
    }

    /**
     * The same, which taxes each line as a determination says: {@code Billing.engine().taxes(TaxTable.of(standard("19")))}.
     * What is given back is taxed as it was billed. What was billed and is to be taxed otherwise now, is given back and charged
     * anew, in the periods that the run rates: see {@link TaxDetermination#changedFrom}.
     */
    public Billing taxes(TaxDetermination determination) {
        return new Billing(index, requireNonNull(determination, "determination"));
    }

    /**
     * Bills a contract that was never amended.
     *
     * @param date the day of the run: periods that have ended by its beginning are billed in arrears, that of the day itself in
     *     advance
     */
    public BillRun bill(Contract contract, UsageSource usage, BillingHistory before, LocalDate date) {
        return bill(ContractHistory.of(contract, Instant.EPOCH), usage, before, date);
    }

    /** Bills a contract with all that is known of it. */
    public BillRun bill(ContractHistory contract, UsageSource usage, BillingHistory before, LocalDate date) {
        return bill(contract, usage, before, AsOf.endOf(date));
    }

    /**
     * Bills a contract as far as it was known at an instant.
     *
     * @param before what earlier runs billed
     * @param asOf the day of the run, and the instant up to which amendments count; a day before that of the last run bills what
     *     the last run would
     * @throws IllegalArgumentException if earlier runs knew more amendments than the contract has by the instant
     */
    public BillRun bill(ContractHistory contract, UsageSource usage, BillingHistory before, AsOf asOf) {
        requireNonNull(contract, "contract");
        requireNonNull(usage, "usage");
        requireNonNull(before, "before");
        Dates.inCalendar(requireNonNull(asOf, "asOf").date(), "date");
        int known = contract.knownCount(asOf.knownAt());
        Require.that(
                known >= before.mark().amendments(),
                "billing.amendments",
                "before",
                "must know at most the " + known + " amendments of the contract",
                before.mark().amendments());
        return ContractRun.of(contract, usage, before, asOf, index, taxes);
    }

    /** For example {@code billing engine}. */
    @Override
    public String toString() {
        return "billing engine";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Billing(index, taxes);
    }
}
