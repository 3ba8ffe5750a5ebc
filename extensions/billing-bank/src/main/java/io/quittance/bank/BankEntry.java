package io.quittance.bank;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.reconciliation.StatedLine;
import io.quittance.core.id.Masked;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.Beginning;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an account: money that came or left, of whatever kind; nothing is left out. What the file does not say is null.
 *
 * <p>The <b>id</b> of an entry, and of each detail of a batch, is the bank's own reference where it gives one, so that a file that is read
 * twice is one payment. It stands in the entry, or in the detail; the SWIFT reference (UETR) serves as well. A detail of a batch without
 * one, or with that of the others, has the entry's and its place: {@code B-7/3}. Where the bank gives none at all, the id is a hash of
 * the statement's identity and of what is written of the entry, and how often that was written before: {@code derived:…/1}.
 *
 * @param position where it stands
 * @param id by which it is known
 * @param amount zero or more
 * @param direction whether it came or left
 * @param status whether it is booked
 * @param isReversal whether it takes back an entry of the other direction
 * @param bookingDate when it was booked
 * @param valueDate when the money counts
 * @param code what kind of transaction: {@code PMNT/RCDT/ESCT}, or as the bank has it
 * @param information what the bank says of the entry; it may tell of persons
 * @param details the transactions in it, at least one
 */
public record BankEntry(
        FilePosition position,
        PaymentId id,
        Amount amount,
        Direction direction,
        EntryStatus status,
        boolean isReversal,
        @Nullable LocalDate bookingDate,
        @Nullable LocalDate valueDate,
        @Nullable String code,
        @Nullable Masked<String> information,
        List<EntryDetail> details)
        implements Serializable {
    private static final int LONGEST_PREFIX = 20;

    /** Checks and copies the parts. */
    public BankEntry {
        requireNonNull(position, "position");
        requireNonNull(id, "id");
        Require.that(amount.signum() >= 0, "bank.amount", "amount", "must not be less than 0", amount);
        requireNonNull(direction, "direction");
        requireNonNull(status, "status");
        details = List.copyOf(Require.notEmpty(details, "details"));
    }

    /** What it does to the balance: 5.00 that leave are -5.00. */
    public Amount signed() {
        return direction.signed(amount);
    }

    /** The value date, else the booking date; null if it has neither. */
    public @Nullable LocalDate date() {
        return valueDate == null ? bookingDate : valueDate;
    }

    /**
     * The money that arrived, to be matched: of a booked credit that returns nothing, each detail that is a credit, if the details add up
     * to the entry; else the entry as one. A single detail has the amount of the entry, whatever else was instructed. Empty for all that
     * cannot be a payment: without a date, of zero, or finer than the minor unit, which is a finding.
     *
     * <p>A batch of 80.00 of 100.00 that came and 20.00 that went back is a transaction of 100.00, and a {@linkplain #returns() return}.
     */
    public List<BankTransaction> transactions() {
        return transactions("");
    }

    /**
     * The same with something before each id, where references are unique for less than the ledger: those of one bank, or of one
     * statement. {@code transactions("DE-1/")} has {@code DE-1/B-7} for {@code B-7}.
     *
     * @param prefix at most 20 characters; empty for none
     */
    public List<BankTransaction> transactions(String prefix) {
        Require.that(
                requireNonNull(prefix, "prefix").length() <= LONGEST_PREFIX,
                "bank.prefix",
                "prefix",
                "must have at most " + LONGEST_PREFIX + " characters",
                prefix);
        LocalDate day = date();
        if (status != EntryStatus.BOOKED || isReversal || day == null) {
            return List.of();
        }
        if (isOne()) {
            return direction == Direction.CREDIT && !isReturn() && isPayable(amount)
                    ? List.of(whole(prefix, day))
                    : List.of();
        }
        var transactions = new ArrayList<BankTransaction>();
        for (EntryDetail detail : details) {
            Amount own = detail.amount();
            if (own != null && detail.direction() == Direction.CREDIT && !detail.isReturn() && isPayable(own)) {
                transactions.add(said(BankTransaction.of(PaymentId.of(prefix + detail.id()), day, own), detail));
            }
        }
        return List.copyOf(transactions);
    }

    /**
     * What of a booked entry goes back: all of a reversal, else each detail that is a return; if they do not add up,
     * the entry as one where all of them are returns.
     */
    public List<ReturnedTransaction> returns() {
        if (status != EntryStatus.BOOKED) {
            return List.of();
        }
        if (isOne()) {
            return isReturn() && amount.signum() > 0
                    ? List.of(returned(id, direction, amount, details.get(0)))
                    : List.of();
        }
        var returns = new ArrayList<ReturnedTransaction>();
        for (EntryDetail detail : details) {
            Amount own = detail.amount();
            if ((isReversal || detail.isReturn()) && own != null && own.signum() > 0) {
                returns.add(returned(detail.id(), detail.direction(), own, detail));
            }
        }
        return List.copyOf(returns);
    }

    private ReturnedTransaction returned(PaymentId of, Direction way, Amount much, EntryDetail detail) {
        return new ReturnedTransaction(
                of, way, much, date(), detail.returnCode(), detail.references(), detail.counterparty());
    }

    /** Of an entry that is one: money that came in part only, and went back in part, is money that a person has to look at. */
    private boolean isReturn() {
        return isReversal || details.stream().allMatch(EntryDetail::isReturn);
    }

    /** Whether the details, by their directions, come to the entry, all in its currency; that of a single detail is not asked. */
    public boolean isAddingUp() {
        if (details.size() == 1) {
            return true;
        }
        Amount sum = Amount.zero(amount.getCurrency());
        for (EntryDetail detail : details) {
            Amount own = detail.amount();
            if (own == null || !own.getCurrency().equals(amount.getCurrency())) {
                return false;
            }
            sum = sum.add(detail.direction().signed(own));
        }
        return sum.equals(signed());
    }

    /** As a statement of the account has it, line by line; on that day if it does not say when it was booked or counts. */
    List<StatedLine> lines(LocalDate otherwise) {
        LocalDate counts = valueDate == null ? otherwise : valueDate;
        LocalDate day = bookingDate == null ? counts : bookingDate;
        if (isOne()) {
            return List.of(new StatedLine(id.value(), day, signed()));
        }
        var lines = new ArrayList<StatedLine>();
        for (EntryDetail detail : details) {
            Amount own = detail.amount();
            if (own != null) {
                lines.add(new StatedLine(
                        detail.id().value(), day, detail.direction().signed(own)));
            }
        }
        return List.copyOf(lines);
    }

    private boolean isOne() {
        return details.size() == 1 || !isAddingUp();
    }

    private BankTransaction whole(String prefix, LocalDate day) {
        BankTransaction transaction = BankTransaction.of(PaymentId.of(prefix + id), day, amount);
        if (details.size() == 1) {
            return said(transaction, details.get(0));
        }
        return information == null ? transaction : transaction.saying(information.reveal());
    }

    /** A structured reference with right check digits goes before one without; the others are words that the payer wrote. */
    private BankTransaction said(BankTransaction plain, EntryDetail detail) {
        BankTransaction transaction = plain;
        if (detail.counterparty() != null) {
            transaction = transaction.from(detail.counterparty());
        }
        List<String> references = detail.creditorReferences();
        String first = references.stream()
                .filter(written -> StructuredReference.recognise(written).isPresent())
                .findFirst()
                .orElse(references.isEmpty() ? "" : references.get(0));
        var words = new ArrayList<String>();
        Masked<String> text = detail.text() == null ? information : detail.text();
        if (text != null) {
            words.add(text.reveal());
        }
        references.stream().filter(written -> !written.equals(first)).forEach(words::add);
        return transaction.referring(first).saying(Beginning.of(String.join("\n", words), BankFileReader.MAX_TEXT));
    }

    private static boolean isPayable(Amount amount) {
        int places = amount.getCurrency().getDefaultFractionDigits();
        return amount.signum() > 0 && MinorUnits.written(amount).scale() <= places;
    }

    /** For example {@code entry B-7: EUR 80.00 CREDIT, BOOKED}; never who or what for. */
    @Override
    public String toString() {
        return "entry " + id + ": " + amount + " " + direction + ", " + status;
    }
}
