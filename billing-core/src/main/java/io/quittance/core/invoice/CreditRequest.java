package io.quittance.core.invoice;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import javax.money.MonetaryAmount;

/** How much of a line is asked for: by quantity, by amount, by share, or all that is left. */
final class CreditRequest {
    private CreditRequest() {}

    static CreditedPart rest(CreditedSoFar before, int index) {
        InvoiceLine line = before.draft().lines().get(index);
        BigDecimal quantity = line.quantity().subtract(before.quantity(index));
        Amount amount = line.netAmount().subtract(before.amount(index));
        Require.that(
                quantity.signum() != 0 || amount.signum() != 0 || bears(before, index),
                "credit.nothing-left",
                "lines[" + index + "]",
                "must have something left to credit",
                amount);
        return part(before, index, Fraction.ONE, quantity, amount);
    }

    /**
     * Whether a line of no amount stands for allowances and charges of the document that are left to credit: where nothing has an
     * amount, each line bears its part of them.
     */
    static boolean bears(CreditedSoFar before, int index) {
        List<InvoiceLine> lines = before.draft().lines();
        return lines.get(index).netAmount().signum() == 0
                && before.share(index).compareTo(Fraction.ONE) < 0
                && before.draft().allowanceCharges().stream()
                        .anyMatch(one -> one.amount().signum() != 0
                                && CreditBasis.of(lines, CreditFigures.treatment(one.taxes()))
                                        .containsKey(index));
    }

    /** The same part of what is left as the quantity is of the quantity that is left. */
    static CreditedPart quantity(CreditedSoFar before, int index, BigDecimal quantity) {
        InvoiceLine line = before.draft().lines().get(index);
        BigDecimal left = line.quantity().subtract(before.quantity(index));
        String name = "lines[" + index + "].quantity";
        requirePart(
                Require.number(quantity, name).signum() * line.quantity().signum(),
                quantity.abs().compareTo(left.abs()) <= 0,
                name,
                left.toPlainString(),
                quantity.toPlainString());
        Fraction share = before.share(index);
        Fraction rest = Fraction.ONE.minus(share);
        share = share.plus(rest.times(Fraction.of(quantity)).dividedBy(Fraction.of(left)));
        return part(before, index, share, quantity, amount(before, index, share));
    }

    static CreditedPart amount(CreditedSoFar before, int index, MonetaryAmount amount) {
        String name = "lines[" + index + "].amount";
        Amount asked = MinorUnits.require(amount, before.currency(), name);
        Amount whole = before.draft().lines().get(index).netAmount();
        Amount left = whole.subtract(before.amount(index));
        requirePart(asked.signum() * whole.signum(), asked.abs().compareTo(left.abs()) <= 0, name, left, asked);
        Fraction share = before.amount(index).add(asked).toFraction().dividedBy(whole.toFraction());
        return part(before, index, share, BigDecimal.ZERO, asked);
    }

    static CreditedPart share(CreditedSoFar before, int index, Fraction share) {
        Fraction left = Fraction.ONE.minus(before.share(index));
        Require.that(
                share.compareTo(left) <= 0,
                "credit.exceeded",
                "share",
                "must not be more than is left of lines[" + index + "], " + left,
                share);
        Fraction all = before.share(index).plus(share);
        return part(before, index, all, BigDecimal.ZERO, amount(before, index, all));
    }

    /** What is in the note of a line whose share is credited so far and with it. */
    private static Amount amount(CreditedSoFar before, int index, Fraction share) {
        Amount whole = before.draft().lines().get(index).netAmount();
        Amount all = whole.toFraction().times(share).round(Rounding.toMinorUnit(before.currency()), before.currency());
        return CreditedSoFar.clamped(all.subtract(before.amount(index)), whole.subtract(before.amount(index)));
    }

    private static CreditedPart part(
            CreditedSoFar before, int index, Fraction share, BigDecimal quantity, Amount amount) {
        Fraction more = share.minus(before.share(index)).max(Fraction.ZERO);
        return new CreditedPart(new CreditedLine(index, more, quantity), amount);
    }

    private static void requirePart(int sign, boolean isWithin, String name, Object left, Object asked) {
        Require.that(sign != 0, "credit.zero", name, "must not be 0, nor of a line that has none", asked);
        Require.that(sign > 0, "credit.sign", name, "must have the sign of the line's", asked);
        Require.that(isWithin, "credit.exceeded", name, "must not be more than is left, " + left, asked);
    }
}
