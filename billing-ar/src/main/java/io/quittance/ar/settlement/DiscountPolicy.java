package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import javax.money.MonetaryAmount;

/**
 * Which discounts for paying early are on offer, and how they are granted. All payments of an item together have at most the discount of
 * the whole item, at the best tier that one of them had (ar.md, section 7, law 19); parts in proportion are each rounded, and may come to
 * a minor unit more for each where it is not said what was {@linkplain #after granted before}.
 *
 * <p>What was granted counts as the part of the item that it was a discount of, on its own day: of 1000.00 with 2 % up to 30 June and 1 %
 * up to 9 July, 490.00 in June earn 10.00, half of the 20.00 of that day; 495.00 in July earn 5.00, the other half of the 10.00 of that
 * day, and close the item.
 *
 * <p>One payment never has more than the whole item has on its day, coins included: 0.57 of 0.59, 15 % off in coins of 0.05 down, have
 * 0.09 like all 0.59, and 0.48 are due. Several may together come to less than one coin more where it is not said what was granted.
 *
 * <p>An item is what is owed by one date. The instalments of an invoice are items of their own, each with an offer of its own: {@code
 * with(first, offer).with(second, offer)}, of the invoice where its terms are for all of it, as it takes the same part off each, or one
 * with tiers for each.
 *
 * <p>A credit earns no discount. A credit note carries the discount of what it credits with the opposite sign (ar.md 4.7), so that what
 * both come to is nothing: 100.00 credited on 1000.00 with 2 % off close 100.00, and leave 882.00 to be paid of 900.00.
 *
 * @param offers by item; an item without one has no discount
 * @param partPayment what a payment earns that does not suffice
 * @param overpaid what becomes of money beyond what is due after a discount
 * @param granted what was granted of items before, as far as it is said, by the value date of the money that earned it: 0 or more
 */
public record DiscountPolicy(
        SortedMap<ReceivableId, DiscountOffer> offers,
        PartPayment partPayment,
        OverpaidDiscount overpaid,
        SortedMap<ReceivableId, SortedMap<LocalDate, Amount>> granted)
        implements Serializable {

    /** What a payment earns that is in time and does not suffice for what is due. */
    public enum PartPayment {
        /** The discount that belongs to it: 49.00 on 100.00 with 2 % earn 1.00. */
        IN_PROPORTION,
        /**
         * All of the discount that the item has left: 1.00 on 1000.00 with 2 % earns 20.00, and a second 1.00 nothing. Where it is not
         * {@linkplain DiscountPolicy#granted(ReceivableId, MonetaryAmount, LocalDate) said} what was granted before, it is what of the
         * item is closed, up to all of the discount; so say it of an item that is open again after a part of a payment was returned. An
         * item that gets nothing earns nothing.
         */
        WHOLE,
        /** Nothing. */
        NONE
    }

    /** Copies the maps; checks what was granted. */
    public DiscountPolicy {
        offers = Collections.unmodifiableSortedMap(new TreeMap<>(offers));
        requireNonNull(partPayment, "partPayment");
        requireNonNull(overpaid, "overpaid");
        var copies = new TreeMap<ReceivableId, SortedMap<LocalDate, Amount>>();
        granted.forEach((item, byDay) -> copies.put(item, Collections.unmodifiableSortedMap(new TreeMap<>(byDay))));
        copies.forEach((item, byDay) -> byDay.values()
                .forEach(amount -> Require.that(
                        MinorUnits.require(amount, "granted").signum() >= 0,
                        "discount.granted",
                        "granted",
                        "must not be negative for " + item,
                        amount)));
        granted = Collections.unmodifiableSortedMap(copies);
    }

    /** Discounts in proportion, and what is too much on account. */
    public static DiscountPolicy of(Map<ReceivableId, DiscountOffer> offers) {
        return new DiscountPolicy(
                new TreeMap<>(offers), PartPayment.IN_PROPORTION, OverpaidDiscount.onAccount(), new TreeMap<>());
    }

    /**
     * As {@link #of}, the offers of issued documents, whose items are known by their numbers; those without a discount are left out.
     * Instalments with ids of their own are added by {@link #with}.
     */
    public static DiscountPolicy ofInvoices(Collection<Invoice> invoices) {
        var offers = new TreeMap<ReceivableId, DiscountOffer>();
        for (Invoice invoice : invoices) {
            ReceivableId id = ReceivableId.of(invoice.number().value());
            DiscountOffer.of(invoice).ifPresent(offer -> offers.put(id, offer));
        }
        return of(offers);
    }

    /** The same with one more offer. */
    public DiscountPolicy with(ReceivableId item, DiscountOffer offer) {
        var more = new TreeMap<>(offers);
        more.put(item, offer);
        return new DiscountPolicy(more, partPayment, overpaid, granted);
    }

    /** The same with another rule for part payments. */
    public DiscountPolicy partPayment(PartPayment rule) {
        return new DiscountPolicy(offers, rule, overpaid, granted);
    }

    /** The same with another rule for what is too much. */
    public DiscountPolicy overpaid(OverpaidDiscount rule) {
        return new DiscountPolicy(offers, partPayment, rule, granted);
    }

    /**
     * The same, where so much was granted of an item before, by settlements that stand. {@code granted(item, 10.00, 6 June)} of 1000.00
     * with 2 % up to 30 June is half of the discount.
     *
     * @param amount 0 or more, in whole minor units; it takes the place of what was said of the item on that day
     * @param valueDate of the money that earned it, which tells the tier. On a day on which the offer has no discount, it counts by
     *     that of the day on which the rest is paid
     */
    public DiscountPolicy granted(ReceivableId item, MonetaryAmount amount, LocalDate valueDate) {
        Dates.inCalendar(valueDate, "valueDate");
        return granted(Map.of(item, Amount.from(amount)), valueDate, (before, now) -> now);
    }

    /** The same after a settlement that stands: what it grants of an item is added to what was granted before. */
    public DiscountPolicy after(Settlement settlement) {
        var now = new TreeMap<ReceivableId, Amount>();
        Amount nothing = Amount.zero(settlement.allocation().available().getCurrency());
        settlement.closed().keySet().forEach(item -> now.put(item, nothing));
        for (Adjustment one : settlement.adjustments()) {
            if (one.kind() == Adjustment.Kind.EARLY_PAYMENT_DISCOUNT || one.kind() == Adjustment.Kind.LATE_DISCOUNT) {
                one.closes().ifPresent(item -> now.merge(item, one.amount(), Amount::add));
            }
        }
        return granted(now, settlement.date(), Amount::add);
    }

    private DiscountPolicy granted(Map<ReceivableId, Amount> now, LocalDate valueDate, BinaryOperator<Amount> both) {
        var more = new TreeMap<>(granted);
        now.forEach((item, amount) -> {
            var byDay = new TreeMap<LocalDate, Amount>(more.getOrDefault(item, new TreeMap<>()));
            byDay.merge(valueDate, amount, both);
            more.put(item, byDay);
        });
        return new DiscountPolicy(offers, partPayment, overpaid, more);
    }

    /** What is on offer for an item. */
    public Optional<DiscountOffer> offer(ReceivableId item) {
        return Optional.ofNullable(offers.get(item));
    }

    /**
     * What is left of the discount of a whole item on a day, after what was granted before: of the discount of that day the part that is
     * not granted yet, rounded up, and with what is granted no more than the best discount of all these days.
     */
    Amount left(OpenItem item, DiscountOffer offer, LocalDate date) {
        Amount whole = item.receivable().amount();
        Amount all = offer.quote(whole, date).discount();
        Amount zero = Amount.zero(all.getCurrency());
        SortedMap<LocalDate, Amount> before = granted.get(item.id());
        if (before == null) {
            Amount closed = partPayment == PartPayment.WHOLE ? whole.subtract(item.open()) : zero;
            return all.subtract(closed).max(zero);
        }
        Fraction rest = Fraction.ONE;
        Amount best = all;
        Amount sum = zero;
        for (Map.Entry<LocalDate, Amount> one : before.entrySet()) {
            Amount then = offer.quote(whole, one.getKey()).discount();
            Amount base = then.signum() == 0 ? all : then;
            if (base.signum() > 0) {
                rest = rest.minus(one.getValue().toFraction().dividedBy(base.toFraction()));
            }
            best = best.max(then);
            sum = sum.add(one.getValue());
        }
        return all.times(rest, Rounding.toMinorUnit(all.getCurrency(), RoundingMode.CEILING))
                .min(best.subtract(sum))
                .max(zero);
    }

    /** The item with the best discount on a day first, by its part of what is open; items without one last, and equal. */
    public Comparator<OpenItem> bestFirst(LocalDate date) {
        return Comparator.<OpenItem, Fraction>comparing(
                        item -> offer(item.id()).map(offer -> offer.rate(date)).orElse(Fraction.ZERO))
                .reversed();
    }
}
