package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, as far as it can be credited still: {@code Creditable.of(invoice, notes).credit(Correction.of(RETURN)).quantity(0,
 * new BigDecimal("4")).draft()} is a credit note for 4 pieces of the first line.
 *
 * <p>What is given back is what was invoiced: the line's price with its allowances, its part of the allowances and charges of the
 * document, and its tax. Each note is what all notes together come to, less what those before have, for every line, allowance and
 * tax; so they never exceed the invoice, and when all is credited they are the invoice to the cent. The tax of one note may thus be
 * a cent off rate times amount.
 *
 * <p>Of lines of 100.00 and 200.00 at 19 %, less 30.00 on the document, the first gives back 100.00 less 10.00 and 17.10 of tax.
 */
public final class Creditable implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Invoice invoice;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Invoice> creditNotes;

    private final transient CreditedSoFar before;

    private Creditable(Invoice invoice, List<Invoice> creditNotes) {
        this.invoice = requireNonNull(invoice, "invoice");
        this.creditNotes = List.copyOf(creditNotes);
        Require.that(
                !invoice.type().isCredit(),
                "credit.of-credit",
                "invoice",
                "must not be a credit note; what is wrong with one is invoiced",
                invoice.number());
        before = new CreditedSoFar(invoice, this.creditNotes);
        Amount total = CreditNoteDraft.total(invoice.draft());
        Require.that(
                total.signum() >= 0,
                "credit.negative",
                "invoice",
                "must not give back; what is wrong with one that does is invoiced",
                total);
    }

    /** An invoice of which nothing was credited. */
    public static Creditable of(Invoice invoice) {
        return of(invoice, List.of());
    }

    /**
     * An invoice, some of which was credited.
     *
     * @param invoice not a credit note, and not one that gives back
     * @param creditNotes all that were issued out of it, in any order; each of them made by this class
     * @throws IllegalArgumentException if one of them is not out of this invoice, is given twice, or credits more than is left
     */
    public static Creditable of(Invoice invoice, List<Invoice> creditNotes) {
        return new Creditable(invoice, creditNotes);
    }

    /** The invoice. */
    public Invoice invoice() {
        return invoice;
    }

    /** What was issued out of it before, as it was given. */
    public List<Invoice> creditNotes() {
        return creditNotes;
    }

    /** What is left of each line that counts, in order; a line of which nothing is left is among them. */
    public List<CreditableLine> lines() {
        var lines = new ArrayList<CreditableLine>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            if (line.status() == InvoiceLine.Status.DETAIL) {
                lines.add(new CreditableLine(
                        i,
                        line,
                        line.quantity().subtract(before.quantity(i)),
                        line.netAmount().subtract(before.amount(i))));
            }
        }
        return lines;
    }

    /** What is left without tax. */
    public Amount withoutTax() {
        return invoice.totals().withoutTax().subtract(before.withoutTax());
    }

    /** The tax that is left. */
    public Amount tax() {
        return invoice.totals().tax().subtract(before.tax());
    }

    /**
     * What is left with tax, whether it was paid or not: what was paid in advance is not taken off, nor what it was rounded by to
     * coins.
     */
    public Amount total() {
        return CreditNoteDraft.total(invoice.draft()).subtract(before.total());
    }

    /** Begins a credit note for some of its lines. */
    public Builder credit(Correction correction) {
        return new Builder(this, correction);
    }

    /**
     * The draft of a credit note for all that is left; of an invoice of which nothing was credited, for the whole.
     *
     * @throws IllegalArgumentException if nothing is left
     */
    public InvoiceDraft whole(Correction correction) {
        var builder = credit(correction);
        lines().stream().filter(this::isOpen).forEach(line -> builder.line(line.index()));
        return drafted(builder);
    }

    private boolean isOpen(CreditableLine line) {
        boolean isFree = line.line().netAmount().signum() == 0;
        return line.amount().signum() != 0
                || (isFree && line.quantity().signum() != 0)
                || CreditRequest.bears(before, line.index());
    }

    private InvoiceDraft drafted(Builder builder) {
        Require.that(
                !builder.parts.isEmpty(),
                "credit.nothing-left",
                "creditNotes",
                "must leave something of invoice " + invoice.number() + " to credit",
                creditNotes.stream().map(Invoice::number).toList());
        return builder.draft();
    }

    /**
     * The draft of a credit note for a part of the amount of every line, without taking any piece back: a tenth of an invoice of 100.00
     * and 20.00 is 10.00 and 2.00, each rounded half up with what was credited before.
     *
     * @param share of the invoice as it was, more than 0 and at most 1
     * @throws IllegalArgumentException if less than that is left of a line
     */
    public InvoiceDraft share(Correction correction, Fraction share) {
        Require.that(
                share.signum() > 0 && share.compareTo(Fraction.ONE) <= 0,
                "credit.share",
                "share",
                "must be more than 0 and at most 1",
                share);
        var builder = credit(correction);
        lines().stream()
                .filter(line -> line.line().netAmount().signum() != 0 || CreditRequest.bears(before, line.index()))
                .forEach(line -> builder.parts.put(line.index(), CreditRequest.share(before, line.index(), share)));
        return drafted(builder);
    }

    /**
     * Voids the invoice: the draft of a credit note for the whole. It keeps its number, which is not used again.
     *
     * @throws IllegalArgumentException if some of it was credited: then it was valid, and {@link #whole} credits the rest
     */
    public InvoiceDraft cancel(Correction correction) {
        requireUntouched("to be voided; credit the rest as a whole");
        return whole(correction);
    }

    private void requireUntouched(String purpose) {
        Require.that(
                creditNotes.isEmpty(),
                "credit.credited",
                "creditNotes",
                "must be empty for invoice " + invoice.number() + " " + purpose,
                creditNotes.stream().map(Invoice::number).toList());
    }

    /**
     * Puts another invoice in the place of this one, the way that is understood everywhere: a credit note for all that is left, and an
     * invoice. Both refer to this one and say why.
     *
     * @param correct what should have been invoiced; for another customer, if that was wrong
     * @throws IllegalArgumentException if {@code correct} is a credit note, or nothing is left to credit
     */
    public Replacement replace(Correction correction, InvoiceDraft correct) {
        return new Replacement(
                whole(correction), correcting(correction, correct).build());
    }

    /**
     * Puts another invoice in the place of this one by one document: a corrected invoice, type 384, which refers to this one and says
     * why. Peppol has it between German parties only (PEPPOL-EN16931-P0112); the receivable of this one ends with it.
     *
     * @param correct what should have been invoiced
     * @throws IllegalArgumentException if {@code correct} is a credit note, or some of this invoice was credited
     */
    public InvoiceDraft corrected(Correction correction, InvoiceDraft correct) {
        requireUntouched("to be corrected by one document; replace it by two");
        return correcting(correction, correct).type(InvoiceType.CORRECTED).build();
    }

    private InvoiceDraft.Builder correcting(Correction correction, InvoiceDraft correct) {
        Require.that(
                !correct.type().isCredit(),
                "credit.replacement",
                "correct",
                "must not be a credit note",
                correct.type());
        return correct.toBuilder()
                .references(correct.references().with(PrecedingInvoice.of(invoice)))
                .correction(correction)
                .note(correction.note());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Creditable that && invoice.equals(that.invoice) && creditNotes.equals(that.creditNotes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(invoice, creditNotes);
    }

    /** For example {@code EUR 107.10 of invoice R-1}. */
    @Override
    public String toString() {
        return total() + " of invoice " + invoice.number();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(invoice, creditNotes);
    }

    /**
     * Collects what a credit note gives back, each line once; not safe to share between threads. Lines are named by their index in
     * {@link Invoice#lines()}, from 0, or by their id.
     */
    public static final class Builder {
        private final Creditable creditable;
        private final Correction correction;
        private final SortedMap<Integer, CreditedPart> parts = new TreeMap<>();

        private Builder(Creditable creditable, Correction correction) {
            this.creditable = creditable;
            this.correction = requireNonNull(correction, "correction");
        }

        /** All that is left of a line. */
        public Builder line(int index) {
            return add(index, CreditRequest.rest(creditable.before, checked(index)));
        }

        /** As {@link #line(int)}, by the line's id. */
        public Builder line(String id) {
            return line(index(id));
        }

        /**
         * Some pieces of a line, at the price that is left for them: of 10 at 10.00, 4 are 40.00; after 20.00 were credited of the
         * amount, 32.00.
         *
         * @param quantity of the sign of the line's quantity, at most what is left of it
         */
        public Builder quantity(int index, BigDecimal quantity) {
            return add(index, CreditRequest.quantity(creditable.before, checked(index), quantity));
        }

        /** As {@link #quantity(int, BigDecimal)}, by the line's id. */
        public Builder quantity(String id, BigDecimal quantity) {
            return quantity(index(id), quantity);
        }

        /**
         * Some of the amount of a line, without taking any piece back. What belongs to it of the document's allowances and charges goes
         * with it: of 100.00 less 10 % on the document, 50.00 give back 45.00.
         *
         * @param amount of {@link InvoiceLine#netAmount()} and of its sign, in whole minor units; at most what is left of it
         */
        public Builder amount(int index, MonetaryAmount amount) {
            return add(index, CreditRequest.amount(creditable.before, checked(index), amount));
        }

        /** As {@link #amount(int, MonetaryAmount)}, by the line's id. */
        public Builder amount(String id, MonetaryAmount amount) {
            return amount(index(id), amount);
        }

        private Builder add(int index, CreditedPart part) {
            parts.put(index, part);
            return this;
        }

        private int checked(int index) {
            List<InvoiceLine> lines = creditable.invoice.lines();
            Require.that(
                    index >= 0 && index < lines.size() && lines.get(index).status() == InvoiceLine.Status.DETAIL,
                    "credit.index",
                    "index",
                    "must be that of a line that counts, of " + lines.size() + " from 0",
                    index);
            Require.that(!parts.containsKey(index), "credit.twice", "index", "must not be credited twice", index);
            return index;
        }

        private int index(String id) {
            requireNonNull(id, "id");
            var found = new ArrayList<Integer>();
            List<InvoiceLine> lines = creditable.invoice.lines();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).id().filter(id::equals).isPresent()) {
                    found.add(i);
                }
            }
            Require.that(found.size() == 1, "credit.id", "id", "must be that of one line", id);
            return found.get(0);
        }

        /**
         * The draft of the credit note, due on the day of its issue, in which all that it gives back can be seen before it is issued.
         *
         * @throws IllegalArgumentException if it gives back nothing, less than nothing (what is to be paid more is invoiced), or more
         *     than is left of the invoice in all or of what is taxed alike; or, where prices include the tax and lines give back, if of
         *     what is taxed alike less is left than the net of these lines
         */
        public InvoiceDraft draft() {
            Require.notEmpty(parts.keySet(), "lines");
            return new CreditNoteDraft(creditable.before, parts).build(correction);
        }
    }
}
