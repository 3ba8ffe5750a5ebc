package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the rest of an item that is paid in part, after discounts, tolerances and what money of the same payment that is for
 * nothing else can pay (ar.md 4.9). Of 1000.00, 990.00 leave 10.00
 * that stay open, are owed by a new item, are written off, are granted as a discount, or make the whole settlement be refused.
 */
public final class ShortPay implements Serializable {
    /** What becomes of a rest. */
    public enum Mode {
        /** It stays open. */
        KEEP_OPEN,
        /** A new item owes it, and the item is closed. */
        NEW_ITEM,
        /** It is written off, up to a limit. */
        WRITE_OFF,
        /** It is a discount, up to a limit. */
        DISCOUNT,
        /** There must be none. */
        REQUIRE_FULL
    }

    private static final long serialVersionUID = 1L;

    private final Mode mode;
    private final @Nullable AdjustmentLimit limit;
    private final @Nullable LocalDate dueDate;
    private final @Nullable String suffix;
    private final @Nullable String reason;

    private ShortPay(
            Mode mode,
            @Nullable AdjustmentLimit limit,
            @Nullable LocalDate dueDate,
            @Nullable String suffix,
            @Nullable String reason) {
        this.mode = requireNonNull(mode, "mode");
        this.limit = limit;
        this.dueDate = dueDate;
        this.suffix = suffix;
        this.reason = reason;
        if (mode == Mode.NEW_ITEM) {
            Dates.inCalendar(Require.present(dueDate, "dueDate"), "dueDate");
            Require.id(Require.present(suffix, "suffix"), "suffix");
            Require.id(Require.present(reason, "reason"), "reason");
        }
    }

    /** The rest stays open. */
    public static ShortPay keepOpen() {
        return new ShortPay(Mode.KEEP_OPEN, null, null, null, null);
    }

    /**
     * The item is closed, and a new one owes the rest: a deduction that is to be claimed or accepted.
     *
     * @param dueDate until when the new one is to be paid; not before the day of the settlement: the value date of
     *     the payment, or that of {@code request.on(date)}
     * @param suffix what the id of the new one has behind that of the item, before that of the payment: {@code /D} makes {@code
     *     INV-1/D/P-7} of what payment P-7 paid short, and {@code INV-1/D/P-9} once that has been returned and P-9 comes in its place.
     *     To settle with the same payment once more after a reversal, give another one. All three together have at most 200
     *     characters, else the settlement is refused
     * @param reason why it was paid short, as far as known; 1 to 200 characters
     */
    public static ShortPay newItem(LocalDate dueDate, String suffix, String reason) {
        return new ShortPay(Mode.NEW_ITEM, null, dueDate, suffix, reason);
    }

    /** The rest is written off, whatever it is. */
    public static ShortPay writeOff() {
        return new ShortPay(Mode.WRITE_OFF, null, null, null, null);
    }

    /** The rest is written off if it is within the limit of its item; otherwise it stays open as a whole. */
    public static ShortPay writeOff(AdjustmentLimit limit) {
        return new ShortPay(Mode.WRITE_OFF, requireNonNull(limit, "limit"), null, null, null);
    }

    /** The rest is granted as a discount, whatever it is. */
    public static ShortPay discount() {
        return new ShortPay(Mode.DISCOUNT, null, null, null, null);
    }

    /** The rest is granted as a discount if it is within the limit of its item; otherwise it stays open as a whole. */
    public static ShortPay discount(AdjustmentLimit limit) {
        return new ShortPay(Mode.DISCOUNT, requireNonNull(limit, "limit"), null, null, null);
    }

    /** A settlement that leaves a rest is refused as a whole. */
    public static ShortPay requireFull() {
        return new ShortPay(Mode.REQUIRE_FULL, null, null, null, null);
    }

    /** What becomes of a rest. */
    public Mode mode() {
        return mode;
    }

    /** Up to which rest; empty for any. */
    public Optional<AdjustmentLimit> limit() {
        return Optional.ofNullable(limit);
    }

    /** When a new item is due. */
    public Optional<LocalDate> dueDate() {
        return Optional.ofNullable(dueDate);
    }

    /** What the id of a new item has behind that of the item, before that of the payment. */
    public Optional<String> suffix() {
        return Optional.ofNullable(suffix);
    }

    /** Why it was paid short. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShortPay that
                && mode == that.mode
                && Objects.equals(limit, that.limit)
                && Objects.equals(dueDate, that.dueDate)
                && Objects.equals(suffix, that.suffix)
                && Objects.equals(reason, that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode.name(), limit, dueDate, suffix, reason);
    }

    /** For example {@code WRITE_OFF up to EUR 5.00}. */
    @Override
    public String toString() {
        return mode
                + (limit == null ? "" : " up to " + limit)
                + (dueDate == null ? "" : " " + suffix + " due " + dueDate + ": " + reason);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new ShortPay(mode, limit, dueDate, suffix, reason);
    }
}
