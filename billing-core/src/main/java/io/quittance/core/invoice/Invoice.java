package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.internal.Sha256;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issued invoice. It is never changed: what is wrong with it is corrected by another document. It names the conventions
 * that computed it, so that a difference between two versions of this library can be told from an error.
 */
public final class Invoice implements Serializable {
    /**
     * The conventions by which this version of the library rates and invoices (docs/architecture.md), called by the minor
     * version that named them; a change that can change the amount of any invoice changes it. So does one that can change a cent
     * of what is earned, allocated, settled, aged, charged for being late or journalled, which has no name of its own.
     */
    public static final String CONVENTION = "0.1";

    private static final long serialVersionUID = 1L;
    /** Changes with the canonical form. */
    private static final String HASH_VERSION = "q1:";

    private final InvoiceNumber number;
    private final LocalDate issueDate;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<DueAmount> dueAmounts;

    private final InvoiceDraft draft;

    private final transient @Nullable PaymentInstruction paymentInstruction;

    /** Not the constant itself: a stored invoice keeps the conventions of its day. */
    private final String convention;

    Invoice(
            InvoiceNumber number,
            LocalDate issueDate,
            List<DueAmount> dueAmounts,
            InvoiceDraft draft,
            String convention) {
        this.number = requireNonNull(number, "number");
        this.issueDate = Dates.inCalendar(issueDate, "issueDate");
        this.dueAmounts = Require.notEmpty(List.copyOf(dueAmounts), "dueAmounts");
        Amount sum = Amount.zero(draft.totals().due().getCurrency());
        for (DueAmount part : dueAmounts) {
            Require.that(
                    !part.dueDate().isBefore(issueDate),
                    "invoice.due-date",
                    "dueDate",
                    "must not be before the issue date " + issueDate,
                    part.dueDate());
            sum = sum.add(part.amount());
        }
        Require.that(
                sum.equals(draft.totals().due()),
                "invoice.due-amounts",
                "dueAmounts",
                "must add up to what is due, " + draft.totals().due(),
                sum);
        this.draft = requireNonNull(draft, "draft");
        this.convention = Require.id(convention, "convention");
        paymentInstruction = draft.paymentInstruction()
                .map(instruction -> instruction.on(number))
                .orElse(null);
    }

    /**
     * An invoice that was issued before, as a host has stored it in a form of its own. Nothing of it is decided again: not when it is
     * due, nor by which conventions it was computed. Only its sums follow from the draft. What is written by {@code billing-json} is
     * read there.
     *
     * @param number that it was issued with
     * @param issueDate the date of the invoice (BT-2)
     * @param dueAmounts {@link #dueAmounts()} of it, in their order: 70.00 on one day and 30.00 on another for 100.00 that are due
     * @param draft all else that it says
     * @param convention {@link #convention()} of it
     * @throws IllegalArgumentException if there are no amounts, one is due before the issue, or they do not add up to what is due
     */
    public static Invoice restored(
            InvoiceNumber number,
            LocalDate issueDate,
            List<DueAmount> dueAmounts,
            InvoiceDraft draft,
            String convention) {
        return new Invoice(number, issueDate, dueAmounts, draft, convention);
    }

    /** Unique within the seller's series (EN 16931 BT-1). */
    public InvoiceNumber number() {
        return number;
    }

    /** All that it says but its number and dates, as it was before it was issued. */
    public InvoiceDraft draft() {
        return draft;
    }

    /** What kind of document it is (BT-3). */
    public InvoiceType type() {
        return draft.type();
    }

    /** Who pays. */
    public CustomerId customer() {
        return draft.customer();
    }

    /** The date of the invoice (BT-2). */
    public LocalDate issueDate() {
        return issueDate;
    }

    /** The last day on which it is paid on time, of several instalments the last one's (BT-9). */
    public LocalDate dueDate() {
        return dueAmounts.stream()
                .map(DueAmount::dueDate)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What is due when, in the order of the payment terms; together what is due. */
    public List<DueAmount> dueAmounts() {
        return dueAmounts;
    }

    /** The days that the invoice covers, if it covers a period (BG-14). */
    public Optional<ServicePeriod> period() {
        return draft.period();
    }

    /** The customer's order, if there is one for all of it (BT-13). */
    public Optional<String> purchaseOrder() {
        return draft.purchaseOrder();
    }

    /** How it is to be paid, if that is said, with the reference of its number (BG-16). */
    public Optional<PaymentInstruction> paymentInstruction() {
        return Optional.ofNullable(paymentInstruction);
    }

    /** In reading order; at least one. */
    public List<InvoiceLine> lines() {
        return draft.lines();
    }

    /** What it adds up to (BG-22). */
    public InvoiceTotals totals() {
        return draft.totals();
    }

    /** The sum of the lines' net amounts (BT-106). */
    public Amount lineTotal() {
        return totals().lines();
    }

    /** What is to be paid (BT-115). */
    public Amount amountDue() {
        return totals().due();
    }

    /** The conventions that computed it, {@link #CONVENTION} of the version that issued it. */
    public String convention() {
        return convention;
    }

    /** What it says in the terms of EN 16931. Lines that do not count are not in it. */
    public BusinessGroup terms() {
        return DocumentTerms.of(this);
    }

    /** The rules of EN 16931 that it breaks, such as {@code BR-08} where the seller has no address; empty if it keeps all. */
    public List<RuleViolation> check() {
        return check(RuleSet.EN16931);
    }

    /** The rules of a set that it breaks. */
    public List<RuleViolation> check(RuleSet rules) {
        return rules.check(terms());
    }

    /**
     * The hash of all that it says: {@code q1:} and the SHA-256, in hexadecimal digits, of its canonical form (docs/invoices.md). Equal
     * documents have one hash, on every machine; another value of any field gives another.
     */
    public String contentHash() {
        return HASH_VERSION + Sha256.of(CanonicalForm.of(this));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Invoice that
                && number.equals(that.number)
                && issueDate.equals(that.issueDate)
                && dueAmounts.equals(that.dueAmounts)
                && draft.equals(that.draft)
                && convention.equals(that.convention);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, issueDate);
    }

    @Override
    public String toString() {
        return (type().isCredit() ? "credit note " : "invoice ") + number + ": " + amountDue();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Invoice(number, issueDate, dueAmounts, draft, convention);
    }
}
