package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice: what, how much, for how much, how it is taxed, and why. Its amount is quantity × price, rounded, less
 * allowances and with charges on top, each of them rounded; nothing rounds it again (EN 16931, BT-131).
 */
public final class InvoiceLine implements Serializable {
    /** Whether a line counts. */
    public enum Status {
        /** It counts in the totals. */
        DETAIL,
        /** It shows the sum of the lines within it, which count. */
        GROUP,
        /** It only informs. */
        INFORMATION
    }

    private static final long serialVersionUID = 1L;
    private static final Rounding SHOWN_QUANTITY = Rounding.halfUp(10);
    /** A quantity that is only shown needs no more digits than this; what is longer is shown as one. */
    private static final int MAX_SHOWN_DIGITS = 38;
    /** UN/ECE Recommendation 20: one. */
    private static final String ONE = "C62";

    private final String name;
    private final BigDecimal quantity;
    private final String unit;
    private final UnitPrice price;
    private final Amount goods;
    private final Amount netAmount;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<AllowanceCharge> allowanceCharges;

    @SuppressWarnings("serial") // as above
    private final List<TaxTreatment> taxes;

    @SuppressWarnings("serial") // as above
    private final List<Explanation> explanations;

    private final Status status;
    private final @Nullable String parent;
    private final @Nullable String id;
    private final @Nullable ServicePeriod period;
    private final @Nullable String orderReference;
    private final InvoicedItem item;
    private final @Nullable String note;
    private final @Nullable String accounting;

    /** A line while a part of it is changed. */
    private static final class Draft {
        private final String name;
        private final BigDecimal quantity;
        private final String unit;
        private final UnitPrice price;
        private final Amount goods;
        private List<AllowanceCharge> allowanceCharges = List.of();
        private List<TaxTreatment> taxes = List.of();
        private List<Explanation> explanations = List.of();
        private Status status = Status.DETAIL;
        private @Nullable String parent;
        private @Nullable String id;
        private @Nullable ServicePeriod period;
        private @Nullable String orderReference;
        private InvoicedItem item = InvoicedItem.plain();
        private @Nullable String note;
        private @Nullable String accounting;

        private Draft(String name, BigDecimal quantity, String unit, UnitPrice price, Amount goods) {
            this.name = name;
            this.quantity = quantity;
            this.unit = unit;
            this.price = price;
            this.goods = goods;
        }
    }

    private InvoiceLine(Draft draft) {
        name = Require.id(draft.name, "name");
        quantity = Require.number(draft.quantity, "quantity");
        unit = Require.id(draft.unit, "unit");
        price = requireNonNull(draft.price, "price");
        goods = requireNonNull(draft.goods, "goods");
        allowanceCharges = List.copyOf(draft.allowanceCharges);
        taxes = List.copyOf(draft.taxes);
        explanations = List.copyOf(draft.explanations);
        status = requireNonNull(draft.status, "status");
        parent = Require.optionalId(draft.parent, "parent");
        id = Require.optionalId(draft.id, "id");
        period = draft.period;
        orderReference = Require.optionalId(draft.orderReference, "orderReference");
        item = requireNonNull(draft.item, "item");
        note = Require.optionalText(draft.note, "note");
        accounting = Require.optionalId(draft.accounting, "accounting");
        netAmount = net(goods, allowanceCharges);
    }

    private static Amount net(Amount goods, List<AllowanceCharge> allowanceCharges) {
        Amount net = goods;
        for (int i = 0; i < allowanceCharges.size(); i++) {
            Amount amount = allowanceCharges.get(i).signed();
            Require.that(
                    allowanceCharges.get(i).taxes().isEmpty(),
                    "line.allowance-taxes",
                    "allowanceCharges[" + i + "].taxes",
                    "must be empty: it is taxed as its line is",
                    allowanceCharges.get(i).taxes());
            if (!amount.getCurrency()
                    .getCurrencyCode()
                    .equals(goods.getCurrency().getCurrencyCode())) {
                throw new CurrencyMismatchException(
                        "allowanceCharges[" + i + "]",
                        goods.getCurrency().getCurrencyCode(),
                        amount.getCurrency().getCurrencyCode());
            }
            net = net.add(amount);
        }
        return net;
    }

    private Draft draft() {
        var draft = new Draft(name, quantity, unit, price, goods);
        draft.allowanceCharges = allowanceCharges;
        draft.taxes = taxes;
        draft.explanations = explanations;
        draft.status = status;
        draft.parent = parent;
        draft.id = id;
        draft.period = period;
        draft.orderReference = orderReference;
        draft.item = item;
        draft.note = note;
        draft.accounting = accounting;
        return draft;
    }

    private InvoiceLine with(Consumer<Draft> change) {
        Draft draft = draft();
        change.accept(draft);
        return new InvoiceLine(draft);
    }

    /** The line of a rated charge: its rounded amount and its reasons, shown as {@link #billed} shows them. */
    public static InvoiceLine of(RatedCharge charge) {
        return billed(charge.name(), charge.quantity(), charge.unit(), charge.amount(), charge.explanations())
                .during(charge.period());
    }

    /**
     * A line whose amount was computed elsewhere, such as by tiers. It shows the quantity, without an end half up to 10 decimal
     * places, and its price for all of it: 1,500 calls for 3.20 are 1500 at 3.20 per 1500, which is exact. What is given back has
     * a negative quantity. Where the quantity tells nothing of that, since it is zero or goes the other way, the line shows one
     * piece, or one less.
     *
     * @param netAmount rounded; nothing rounds it again
     * @param explanations how it came about
     */
    public static InvoiceLine billed(
            String name, Fraction quantity, String unit, MonetaryAmount netAmount, List<Explanation> explanations) {
        Amount amount = Amount.from(netAmount);
        BigDecimal shown = Require.plain(quantity.round(SHOWN_QUANTITY));
        int sign = amount.signum();
        boolean tells = sign == 0 || (shown.signum() == sign && shown.precision() <= MAX_SHOWN_DIGITS);
        BigDecimal written = tells ? shown : BigDecimal.valueOf(sign);
        UnitPrice price = UnitPrice.of(sign < 0 ? amount.negate() : amount);
        var draft = new Draft(
                name, written, tells ? unit : ONE, written.signum() == 0 ? price : price.per(written.abs()), amount);
        draft.explanations = explanations;
        return new InvoiceLine(draft);
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
        return priced(name, quantity, unit, UnitPrice.of(netPrice), rounding);
    }

    /** As {@link #priced(String, BigDecimal, String, MonetaryAmount, Rounding)}, for a price of several units or with a discount. */
    public static InvoiceLine priced(
            String name, BigDecimal quantity, String unit, UnitPrice price, Rounding rounding) {
        Fraction exact = price.of(quantity);
        Amount goods = exact.round(rounding, price.net().getCurrency());
        var reason = price.baseQuantity().compareTo(BigDecimal.ONE) == 0
                ? Explanation.of(
                        "line.priced", "{0} × {1} = {2}", quantity, price.net().toFraction(), exact)
                : Explanation.of(
                        "line.priced-per",
                        "{0} × {1} per {3} = {2}",
                        quantity,
                        price.net().toFraction(),
                        exact,
                        price.baseQuantity());
        var draft = new Draft(name, quantity, unit, price, goods);
        draft.explanations = List.of(reason);
        return new InvoiceLine(draft);
    }

    /**
     * A line as it was stated before, by another system or on a document that was stored: its amount is not computed again. Some take
     * 3 at 0.335 for 1.01, some for 1.00.
     *
     * @param quantity may be negative, for what is taken back (BT-129)
     * @param unit a code of UN/ECE Recommendation 20 (BT-130)
     * @param goods quantity × price as it was rounded, before allowances and charges; less than 1 of the currency off what is exact
     * @param explanations how it came about, as far as that was said
     * @throws CurrencyMismatchException if price and amount are in two currencies
     * @throws IllegalArgumentException if the amount is no rounding of quantity × price
     */
    public static InvoiceLine stated(
            String name,
            BigDecimal quantity,
            String unit,
            UnitPrice price,
            MonetaryAmount goods,
            List<Explanation> explanations) {
        Amount amount = StatedAmount.of("goods", goods, price.net().getCurrency(), price.of(quantity));
        var draft = new Draft(name, quantity, unit, price, amount);
        draft.explanations = explanations;
        return new InvoiceLine(draft);
    }

    /**
     * The same line with an id, by which it is known again; no other line of the document may have it where lines stand within it.
     * Lines without one are numbered in documents (BT-126) so that they differ from these.
     */
    public InvoiceLine identified(String newId) {
        requireNonNull(newId, "id");
        return with(draft -> draft.id = newId);
    }

    /** The same line for some days (BG-26). */
    public InvoiceLine during(ServicePeriod days) {
        requireNonNull(days, "period");
        return with(draft -> draft.period = days);
    }

    /** The same line, referring to an order of its own (BT-132). */
    public InvoiceLine ordered(String order) {
        requireNonNull(order, "orderReference");
        return with(draft -> draft.orderReference = order);
    }

    /** The same line with more about what it is for. */
    public InvoiceLine about(InvoicedItem newItem) {
        requireNonNull(newItem, "item");
        return with(draft -> draft.item = newItem);
    }

    /** The same line with a note. */
    public InvoiceLine noted(String text) {
        requireNonNull(text, "note");
        return with(draft -> draft.note = text);
    }

    /** The same line with where the buyer books it. */
    public InvoiceLine bookedAt(String reference) {
        requireNonNull(reference, "accounting");
        return with(draft -> draft.accounting = reference);
    }

    /** The same line, taxed so: by one treatment, or one for each authority that taxes it. */
    public InvoiceLine taxed(TaxTreatment... treatments) {
        return taxed(List.of(treatments));
    }

    /**
     * As {@link #taxed(TaxTreatment...)}.
     *
     * @throws IllegalArgumentException if two of them are one but for their reasons
     */
    public InvoiceLine taxed(List<TaxTreatment> treatments) {
        List<TaxTreatment> all = TaxTreatment.distinct(treatments);
        return with(draft -> draft.taxes = all);
    }

    /**
     * The same line with something off or on top, after what is there; taxed as the line is.
     *
     * @throws CurrencyMismatchException if it is in another currency
     * @throws IllegalArgumentException if it has taxes of its own, as those of documents have
     */
    public InvoiceLine with(AllowanceCharge more) {
        return with(List.of(requireNonNull(more, "allowanceCharge")));
    }

    /** As {@link #with(AllowanceCharge)}, with several in order. */
    public InvoiceLine with(List<AllowanceCharge> more) {
        var all = new ArrayList<>(allowanceCharges);
        all.addAll(more);
        return with(draft -> draft.allowanceCharges = all);
    }

    /**
     * What a credit note gives back of this line, all that is not said of it being as here; within no other line.
     *
     * @param shown quantity and price of it, and how its amount came about
     */
    InvoiceLine credited(InvoiceLine shown, List<AllowanceCharge> parts, Explanation reason) {
        var draft = new Draft(name, shown.quantity, shown.unit, shown.price, shown.goods);
        draft.allowanceCharges = parts;
        draft.taxes = taxes;
        var reasons = new ArrayList<>(shown.explanations);
        reasons.add(reason);
        draft.explanations = reasons;
        draft.id = id;
        draft.period = period;
        draft.orderReference = orderReference;
        draft.item = item;
        draft.note = note;
        draft.accounting = accounting;
        return new InvoiceLine(draft);
    }

    /** The same line, which counts or not. */
    public InvoiceLine withStatus(Status newStatus) {
        return with(draft -> draft.status = newStatus);
    }

    /** The same line within another, by the id of that. */
    public InvoiceLine within(String parentId) {
        requireNonNull(parentId, "parent");
        return with(draft -> draft.parent = parentId);
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

    /** The price, such that quantity × price, rounded, is {@link #goods()} (BG-29). */
    public UnitPrice price() {
        return price;
    }

    /** Quantity × price, rounded, before allowances and charges. */
    public Amount goods() {
        return goods;
    }

    /** What is off or on top, in order (BG-27, BG-28). */
    public List<AllowanceCharge> allowanceCharges() {
        return allowanceCharges;
    }

    /** The line's amount: {@link #goods()} less allowances and with charges (BT-131); with tax, if the document's prices have it. */
    public Amount netAmount() {
        return netAmount;
    }

    /** How it is taxed (BG-30): by one treatment, or one for each authority; empty where nobody was asked. */
    public List<TaxTreatment> taxes() {
        return taxes;
    }

    /** How the amount came about, in reading order. */
    public List<Explanation> explanations() {
        return explanations;
    }

    /** Whether it counts. */
    public Status status() {
        return status;
    }

    /** The id of the line within which it stands, if it does. */
    public Optional<String> parent() {
        return Optional.ofNullable(parent);
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

    /** What it is about, beside its name (BG-31). */
    public InvoicedItem item() {
        return item;
    }

    /** What else is said of it (BT-127). */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Where the buyer books it (BT-133). */
    public Optional<String> accounting() {
        return Optional.ofNullable(accounting);
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
                && price.equals(that.price)
                && goods.equals(that.goods)
                && allowanceCharges.equals(that.allowanceCharges)
                && taxes.equals(that.taxes)
                && explanations.equals(that.explanations)
                && status == that.status
                && Objects.equals(parent, that.parent)
                && Objects.equals(id, that.id)
                && Objects.equals(period, that.period)
                && Objects.equals(orderReference, that.orderReference)
                && item.equals(that.item)
                && Objects.equals(note, that.note)
                && Objects.equals(accounting, that.accounting);
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
        return new InvoiceLine(draft());
    }
}
