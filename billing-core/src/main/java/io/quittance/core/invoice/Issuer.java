package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.id.Origin;
import io.quittance.core.schedule.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns drafts into documents: checks that they may be issued, draws a number from the host, and dates them.
 *
 * <pre>{@code
 * Issuer issuer = Issuer.of(InvoiceSeries.of("ACME", "2026"), numbering).approvedBy(ApprovalPolicy.above(limit));
 * Invoice invoice = issuer.issue(draft, LocalDate.parse("2026-03-31"), Origin.automatic());
 * }</pre>
 *
 * <p>What can be refused without a number is refused before one is drawn; whatever fails after that gives the number back, see {@link
 * InvoiceNumbering}.
 */
public final class Issuer {
    private final InvoiceSeries series;
    private final InvoiceNumbering numbering;
    private final ApprovalPolicy policy;
    private final @Nullable BusinessCalendar calendar;

    private Issuer(
            InvoiceSeries series,
            InvoiceNumbering numbering,
            ApprovalPolicy policy,
            @Nullable BusinessCalendar calendar) {
        this.series = requireNonNull(series, "series");
        this.numbering = requireNonNull(numbering, "numbering");
        this.policy = requireNonNull(policy, "policy");
        this.calendar = calendar;
    }

    /** Documents with the numbers of one series. */
    public static Issuer of(InvoiceSeries series, InvoiceNumbering numbering) {
        return new Issuer(series, numbering, ApprovalPolicy.none(), null);
    }

    /** The same, where some drafts must be approved. */
    public Issuer approvedBy(ApprovalPolicy newPolicy) {
        return new Issuer(series, numbering, newPolicy, calendar);
    }

    /** The same with the business days to which due dates move. */
    public Issuer on(BusinessCalendar businessDays) {
        return new Issuer(series, numbering, policy, requireNonNull(businessDays, "calendar"));
    }

    /**
     * The document of a draft that nobody must approve.
     *
     * @param prepared who prepared the draft
     * @throws io.quittance.core.error.CurrencyMismatchException if the policy has limits, but none for the draft's currency
     * @throws IllegalArgumentException if somebody must, or {@link InvoiceDraft#issue} refuses it
     */
    public Invoice issue(InvoiceDraft draft, LocalDate issueDate, Origin prepared) {
        return issue(draft, issueDate, prepared, Optional.empty());
    }

    /** As {@link #issue(InvoiceDraft, LocalDate, Origin)}, of a draft that somebody has approved. */
    public Invoice issue(InvoiceDraft draft, LocalDate issueDate, Origin prepared, Approval approval) {
        return issue(draft, issueDate, prepared, Optional.of(approval));
    }

    private Invoice issue(InvoiceDraft draft, LocalDate issueDate, Origin prepared, Optional<Approval> approval) {
        policy.require(draft, prepared, approval);
        List<DueAmount> dueAmounts =
                calendar == null ? draft.dueAmounts(issueDate) : draft.dueAmounts(issueDate, calendar);
        return numbering.issue(series, number -> draft.issued(number, issueDate, dueAmounts));
    }
}
