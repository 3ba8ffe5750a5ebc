package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What comes off a line or a document, or on top of it: a rebate, freight, packing (EN 16931, BG-20, BG-21, BG-27 and BG-28). On
 * a line it is taxed as the line is; on a document it has taxes of its own.
 */
public final class AllowanceCharge implements Serializable {
    /** Which way it goes. */
    public enum Kind {
        /** Off the amount. */
        ALLOWANCE,
        /** On top of it. */
        CHARGE
    }

    private static final long serialVersionUID = 1L;
    private static final Fraction HUNDRED = Fraction.of(100);

    private final Kind kind;
    private final Amount amount;
    private final @Nullable Amount base;
    private final @Nullable BigDecimal percent;
    private final @Nullable String reason;
    private final @Nullable String reasonCode;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<TaxTreatment> taxes;

    /** One while a part of it is changed. */
    private static final class Draft {
        private final Kind kind;
        private final Amount amount;
        private @Nullable Amount base;
        private @Nullable BigDecimal percent;
        private @Nullable String reason;
        private @Nullable String reasonCode;
        private List<TaxTreatment> taxes = List.of();

        private Draft(Kind kind, Amount amount) {
            this.kind = kind;
            this.amount = amount;
        }
    }

    private AllowanceCharge(Draft draft) {
        kind = requireNonNull(draft.kind, "kind");
        amount = requireNonNull(draft.amount, "amount");
        base = draft.base;
        percent = draft.percent == null ? null : Require.plain(Require.notNegative(draft.percent, "percent"));
        reason = Require.optionalId(draft.reason, "reason");
        reasonCode = Require.optionalId(draft.reasonCode, "reasonCode");
        taxes = List.copyOf(draft.taxes);
    }

    private Draft draft() {
        var draft = new Draft(kind, amount);
        draft.base = base;
        draft.percent = percent;
        draft.reason = reason;
        draft.reasonCode = reasonCode;
        draft.taxes = taxes;
        return draft;
    }

    private AllowanceCharge with(Consumer<Draft> change) {
        Draft draft = draft();
        change.accept(draft);
        return new AllowanceCharge(draft);
    }

    /**
     * Something off.
     *
     * @param amount rounded; negative where a document gives an allowance back
     */
    public static AllowanceCharge allowance(MonetaryAmount amount) {
        return new AllowanceCharge(new Draft(Kind.ALLOWANCE, Amount.from(amount)));
    }

    /** Something on top, as {@link #allowance(MonetaryAmount)}. */
    public static AllowanceCharge charge(MonetaryAmount amount) {
        return new AllowanceCharge(new Draft(Kind.CHARGE, Amount.from(amount)));
    }

    /**
     * A percentage off: 10 % of 99.95 is 10.00, half up to cents.
     *
     * @param percent zero or more; 10 means 10 %
     * @param base what it is taken of, rounded
     * @param rounding of the amount
     */
    public static AllowanceCharge allowance(BigDecimal percent, MonetaryAmount base, Rounding rounding) {
        return part(Kind.ALLOWANCE, percent, Amount.from(base), rounding);
    }

    /** A percentage on top, as {@link #allowance(BigDecimal, MonetaryAmount, Rounding)}. */
    public static AllowanceCharge charge(BigDecimal percent, MonetaryAmount base, Rounding rounding) {
        return part(Kind.CHARGE, percent, Amount.from(base), rounding);
    }

    private static AllowanceCharge part(Kind kind, BigDecimal percent, Amount base, Rounding rounding) {
        Fraction exact = percentage(percent, base);
        var draft = new Draft(kind, exact.round(rounding, base.getCurrency()));
        draft.base = base;
        draft.percent = percent;
        return new AllowanceCharge(draft);
    }

    /**
     * The same, which is a percentage of something, as it was stated before by another system or on a document that was stored: 10.00
     * is 10 % of 99.95, and so is 9.99 for who rounds down. The amount stays.
     *
     * @param newPercent zero or more; 10 means 10 %
     * @param of what it was taken of
     * @throws io.quittance.core.error.CurrencyMismatchException if that is in another currency
     * @throws IllegalArgumentException if the amount is no rounding of the percentage: 1 or more off
     */
    public AllowanceCharge asPercentage(BigDecimal newPercent, MonetaryAmount of) {
        Amount newBase = Amount.from(of);
        Fraction exact = percentage(newPercent, newBase);
        StatedAmount.of("amount", amount, newBase.getCurrency(), exact);
        return with(draft -> {
            draft.base = newBase;
            draft.percent = newPercent;
        });
    }

    private static Fraction percentage(BigDecimal percent, Amount base) {
        return base.toFraction()
                .times(Fraction.of(Require.notNegative(percent, "percent")))
                .dividedBy(HUNDRED);
    }

    /** The same with its reason in words (BT-97, BT-104, BT-139, BT-144). */
    public AllowanceCharge because(String newReason) {
        requireNonNull(newReason, "reason");
        return with(draft -> draft.reason = newReason);
    }

    /** The same with its reason as a code of UNCL 5189 or 7161 (BT-98, BT-105, BT-140, BT-145). */
    public AllowanceCharge withReasonCode(String code) {
        requireNonNull(code, "reasonCode");
        return with(draft -> draft.reasonCode = code);
    }

    /** The same, taxed so; for those of a document only. */
    public AllowanceCharge taxed(TaxTreatment... treatments) {
        return taxed(List.of(treatments));
    }

    /** As {@link #taxed(TaxTreatment...)}. */
    public AllowanceCharge taxed(List<TaxTreatment> treatments) {
        List<TaxTreatment> all = List.copyOf(treatments);
        return with(draft -> draft.taxes = all);
    }

    /** A part of it: the same but for the amount, and for the percentage, which is that of all of it. */
    AllowanceCharge inPart(Amount part) {
        if (part.equals(amount)) {
            return this;
        }
        var draft = new Draft(kind, part);
        draft.reason = reason;
        draft.reasonCode = reasonCode;
        draft.taxes = taxes;
        return new AllowanceCharge(draft);
    }

    /** Which way it goes. */
    public Kind kind() {
        return kind;
    }

    /** How much, rounded (BT-92, BT-99, BT-136, BT-141). */
    public Amount amount() {
        return amount;
    }

    /** What it changes the sum by: negative for an allowance. */
    public Amount signed() {
        return kind == Kind.ALLOWANCE ? amount.negate() : amount;
    }

    /** What the percentage is taken of, if it is one (BT-93, BT-100, BT-137, BT-142). */
    public Optional<Amount> base() {
        return Optional.ofNullable(base);
    }

    /** The percentage, if it is one (BT-94, BT-101, BT-138, BT-143). */
    public Optional<BigDecimal> percent() {
        return Optional.ofNullable(percent);
    }

    /** Why, in words. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Why, as a code. */
    public Optional<String> reasonCode() {
        return Optional.ofNullable(reasonCode);
    }

    /** How it is taxed, on a document; empty on a line. */
    public List<TaxTreatment> taxes() {
        return taxes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllowanceCharge that
                && kind == that.kind
                && amount.equals(that.amount)
                && Objects.equals(base, that.base)
                && Objects.equals(percent, that.percent)
                && Objects.equals(reason, that.reason)
                && Objects.equals(reasonCode, that.reasonCode)
                && taxes.equals(that.taxes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind.name(), amount, base, reason, reasonCode, taxes);
    }

    /** For example {@code ALLOWANCE EUR 10.00, loyalty}. */
    @Override
    public String toString() {
        return kind + " " + amount + reason().map(words -> ", " + words).orElse("");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new AllowanceCharge(draft());
    }
}
