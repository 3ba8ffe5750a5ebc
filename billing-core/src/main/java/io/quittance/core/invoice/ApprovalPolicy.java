package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.Origin;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Which drafts somebody must approve before they are issued: {@code ApprovalPolicy.above(limit)} those of more than the limit. Who
 * approves is never who prepared.
 */
public final class ApprovalPolicy implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ApprovalPolicy NONE = new ApprovalPolicy(Map.of());

    @SuppressWarnings("serial") // a copy made by Map.copyOf, which is serialisable
    private final Map<String, Amount> limits;

    private ApprovalPolicy(Map<String, Amount> limits) {
        this.limits = Map.copyOf(limits);
    }

    /** None must be. */
    public static ApprovalPolicy none() {
        return NONE;
    }

    /**
     * Those whose total with tax, or what is due on them where that is more, is more than a limit, of invoices and credit notes alike:
     * a total of 90.00 to which a rounding amount adds 20.00 is 110.00 and above 100.00; one of 119.00 of which 50.00 are prepaid is 119.00.
     *
     * @param limit zero or more; with zero all but documents of nothing are approved
     */
    public static ApprovalPolicy above(MonetaryAmount limit) {
        return NONE.orAbove(limit);
    }

    /** The same with a limit for another currency. */
    public ApprovalPolicy orAbove(MonetaryAmount limit) {
        Amount amount = Amount.from(limit);
        Require.that(amount.signum() >= 0, "approval.limit", "limit", "must not be negative", amount);
        Map<String, Amount> all = new HashMap<>(limits);
        all.put(amount.getCurrency().getCurrencyCode(), amount);
        return new ApprovalPolicy(all);
    }

    /** Whether a draft must be approved: one of exactly the limit need not. */
    public boolean asksFor(InvoiceDraft draft) {
        return asksFor(size(draft));
    }

    /**
     * Whether that much must be approved, of either sign: a refund, a write-off.
     *
     * @throws CurrencyMismatchException if there are limits, but none for its currency
     */
    public boolean asksFor(MonetaryAmount amount) {
        if (limits.isEmpty()) {
            return false;
        }
        Amount size = Amount.from(amount).abs();
        Amount limit = limits.get(size.getCurrency().getCurrencyCode());
        if (limit == null) {
            throw new CurrencyMismatchException(
                    "limit", size.getCurrency().getCurrencyCode(), String.join(", ", limits.keySet()));
        }
        return size.compareTo(limit) > 0;
    }

    /** The total or what is due, whichever is farther from nothing. */
    private static Amount size(InvoiceDraft draft) {
        return draft.totals().withTax().abs().max(draft.totals().due().abs());
    }

    /**
     * Refuses a draft that must be approved and is not, or by who prepared it, or if another draft was approved.
     *
     * @param prepared by whom it was prepared; what happened by itself may be approved by anybody
     * @throws IllegalArgumentException if the approval is missing, of the preparer, or of another draft
     */
    public void require(InvoiceDraft draft, Origin prepared, Optional<Approval> approval) {
        requireNonNull(prepared, "prepared");
        @Nullable Approval given = approval.orElse(null);
        Require.that(
                given != null || !asksFor(draft),
                "approval.missing",
                "approval",
                "must be given for a total of " + size(draft),
                null);
        Require.that(
                given == null || prepared.actor().filter(given.by()::equals).isEmpty(),
                "approval.preparer",
                "approval",
                "must be of another than who prepared the draft",
                given == null ? null : given.by());
        Require.that(
                given == null || given.draft().equals(draft),
                "approval.draft",
                "approval.draft",
                "must be the very draft that is issued, " + draft,
                given == null ? null : given.draft());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApprovalPolicy that && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return limits.hashCode();
    }

    @Override
    public String toString() {
        return limits.isEmpty() ? "no approval" : "approval above " + limits.values();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new ApprovalPolicy(limits);
    }
}
