package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** One line of an invoice: what, how much, for how much, and why. Its amount is rounded; nothing rounds it again. */
public final class InvoiceLine implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Rounding SHOWN_QUANTITY = Rounding.halfUp(10);

    private final String name;
    private final BigDecimal quantity;
    private final String unit;
    private final Amount netAmount;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Explanation> explanations;

    private final @Nullable String id;
    private final @Nullable ServicePeriod period;
    private final @Nullable String orderReference;

    private InvoiceLine(
            String name,
            BigDecimal quantity,
            String unit,
            Amount netAmount,
            List<Explanation> explanations,
            @Nullable String id,
            @Nullable ServicePeriod period,
            @Nullable String orderReference) {
        this.id = id == null ? null : Require.id(id, "id");
        this.period = period;
        this.orderReference = orderReference == null ? null : Require.id(orderReference, "orderReference");
        this.name = Require.id(name, "name");
        this.quantity = Require.number(quantity, "quantity");
        this.unit = Require.id(unit, "unit");
        this.netAmount = requireNonNull(netAmount, "netAmount");
        this.explanations = List.copyOf(explanations);
    }

    /**
     * The line of a rated charge: its rounded amount and its reasons. A quantity without end, such as an average, is shown
     * half up to 10 decimal places; the reasons hold it exactly, and the amount was computed from that.
     */
    public static InvoiceLine of(RatedCharge charge) {
        return billed(charge.name(), charge.quantity(), charge.unit(), charge.amount(), charge.explanations())
                .during(charge.period());
    }

    /**
     * A line whose amount was computed elsewhere: shown as it is, a quantity without end half up to 10 decimal places.
     *
     * @param netAmount rounded; nothing rounds it again
     * @param explanations how it came about
     */
    public static InvoiceLine billed(
            String name, Fraction quantity, String unit, MonetaryAmount netAmount, List<Explanation> explanations) {
        BigDecimal shown = quantity.round(SHOWN_QUANTITY).stripTrailingZeros();
        BigDecimal written = shown.scale() < 0 ? shown.setScale(0) : shown;
        return new InvoiceLine(name, written, unit, Amount.from(netAmount), explanations, null, null, null);
    }

    /** The same line with an id, by which it is known again. */
    public InvoiceLine identified(String newId) {
        return new InvoiceLine(
                name, quantity, unit, netAmount, explanations, requireNonNull(newId, "id"), period, orderReference);
    }

    /** The same line for some days (BG-26). */
    public InvoiceLine during(ServicePeriod days) {
        return new InvoiceLine(
                name, quantity, unit, netAmount, explanations, id, requireNonNull(days, "period"), orderReference);
    }

    /** The same line, referring to an order of its own (BT-132). */
    public InvoiceLine ordered(String order) {
        return new InvoiceLine(
                name, quantity, unit, netAmount, explanations, id, period, requireNonNull(order, "orderReference"));
    }

    /**
     * A line priced here: quantity × net price, rounded once (EN 16931 BT-131 with base quantity 1).
     *
     * @param name what the customer reads (BT-153)
     * @param quantity may be negative, for what is taken back (BT-129)
     * @param unit a code of UN/ECE Recommendation 20, such as {@code C62} for pieces (BT-130)
     * @param netPrice of one unit, zero or more, with as many decimals as it needs (BT-146)
     * @param rounding of the line's amount
     */
    public static InvoiceLine priced(
            String name, BigDecimal quantity, String unit, MonetaryAmount netPrice, Rounding rounding) {
        Amount price = Amount.from(netPrice);
        Require.that(
                price.signum() >= 0,
                "price.negative",
                "netPrice",
                "must not be negative; use a negative quantity (BR-27)",
                price);
        Amount exact = price.multiply(quantity);
        var reason = Explanation.of("line.priced", "{0} × {1} = {2}", quantity, price.toFraction(), exact.toFraction());
        return new InvoiceLine(name, quantity, unit, exact.rounded(rounding), List.of(reason), null, null, null);
    }

    /** What the customer reads (BT-153). */
    public String name() {
        return name;
    }

    /** How much (BT-129). */
    public BigDecimal quantity() {
        return quantity;
    }

    /** The unit code of the quantity (BT-130). */
    public String unit() {
        return unit;
    }

    /** The line's amount without tax, rounded (BT-131). */
    public Amount netAmount() {
        return netAmount;
    }

    /** How the amount came about, in reading order. */
    public List<Explanation> explanations() {
        return explanations;
    }

    /** By what it is known again, if it has an id: a bill run's lines have one made of their contents. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** The days that it covers, if it covers a period (BG-26). */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** The order that it refers to, where that is not the one of the invoice (BT-132). */
    public Optional<String> orderReference() {
        return Optional.ofNullable(orderReference);
    }

    CurrencyUnit currency() {
        return netAmount.getCurrency();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoiceLine that
                && name.equals(that.name)
                && quantity.compareTo(that.quantity) == 0
                && unit.equals(that.unit)
                && netAmount.equals(that.netAmount)
                && explanations.equals(that.explanations)
                && Objects.equals(id, that.id)
                && Objects.equals(period, that.period)
                && Objects.equals(orderReference, that.orderReference);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, unit, netAmount);
    }

    @Override
    public String toString() {
        return name + ", " + quantity.toPlainString() + " " + unit + ": " + netAmount;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new InvoiceLine(name, quantity, unit, netAmount, explanations, id, period, orderReference);
    }
}
