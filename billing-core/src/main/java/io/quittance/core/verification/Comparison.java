package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.money.MonetaryAmount;

/**
 * What was to be invoiced and what was, of one charge for days that belong together: a period of its cycle, or several where a line
 * spans them and lacks or exceeds what they need. What a {@link VerificationRule} is asked about.
 */
public interface Comparison {

    /** The contract with all that is known of it. */
    ContractHistory contract();

    /** The day of the verification, and the instant up to which amendments count. */
    AsOf asOf();

    /** What is charged; empty for a line that is of no charge. */
    Optional<ChargeId> charge();

    /** All days of the lines on both sides. */
    ServicePeriod days();

    /** The terms of these days, in order; none where the contract does not hold. */
    List<ContractTerms> terms();

    /** What a run makes of terms and deliveries, in the order of the days; may be empty. */
    List<BillLine> expected();

    /**
     * What was invoiced, by date, drafts last, without lines of 0.00 and without what credit notes give back beside the terms; may be
     * empty.
     */
    List<InvoicedLine> invoiced();

    /** Expected and invoiced lines that go together, and those that have no partner. */
    Pairing pairing();

    /** What was to be invoiced, all lines together. */
    Amount expectedAmount();

    /** What was invoiced, all lines of {@link #invoiced()} together. */
    Amount invoicedAmount();

    /** What of invoiced less expected no rule has explained yet. */
    Amount open();

    /** What rounding can make of a difference: one unit of the terms' rounding for each line that was rounded. */
    Amount tolerance();

    /** Whether all that is due could be rated; else nothing is known of what is expected. */
    boolean isRated();

    /** By when it should be invoiced, for each part that falls due by itself; empty where no target was given. */
    List<Deadline> deadlines();

    /**
     * What would be expected, if all terms of the contract were others: a run over the changed contract, all lines of the charge on
     * these days.
     */
    Amount priced(UnaryOperator<ContractTerms> change);

    /** As {@link #priced}, if these were the only terms; they are rated once for all comparisons. */
    Amount pricedBy(ContractTerms terms);

    /** Whether an amount is nil to within the {@linkplain #tolerance() tolerance}. */
    default boolean isNothing(MonetaryAmount amount) {
        return !Amount.from(amount).abs().isGreaterThan(tolerance());
    }

    /** Whether what is open is that difference, to within the tolerance, and is more than rounding. */
    default boolean isOpen(MonetaryAmount difference) {
        return !isNothing(difference) && isNothing(open().subtract(difference));
    }
}
