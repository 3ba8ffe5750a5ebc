package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which discounts for paying early are on offer, and how they are granted.
 *
 * @param offers by item; an item without one has no discount
 * @param partPayment what a payment earns that does not suffice
 * @param overpaid what becomes of money beyond what is due after a discount
 */
public record DiscountPolicy(
        SortedMap<ReceivableId, DiscountOffer> offers, PartPayment partPayment, OverpaidDiscount overpaid)
        implements Serializable {

    /** What a payment earns that is in time and does not suffice for what is due. */
    public enum PartPayment {
        /** The discount that belongs to it: 49.00 on 100.00 with 2 % earn 1.00. */
        IN_PROPORTION,
        /** All of the discount. */
        WHOLE,
        /** Nothing. */
        NONE
    }

    /** Copies the offers. */
    public DiscountPolicy {
        offers = Collections.unmodifiableSortedMap(new TreeMap<>(offers));
        requireNonNull(partPayment, "partPayment");
        requireNonNull(overpaid, "overpaid");
    }

    /** Discounts in proportion, and what is too much on account. */
    public static DiscountPolicy of(Map<ReceivableId, DiscountOffer> offers) {
        return new DiscountPolicy(new TreeMap<>(offers), PartPayment.IN_PROPORTION, OverpaidDiscount.onAccount());
    }

    /** As {@link #of}, the offers of issued documents, whose items are known by their numbers; those without a discount are left out. */
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
        return new DiscountPolicy(more, partPayment, overpaid);
    }

    /** The same with another rule for part payments. */
    public DiscountPolicy partPayment(PartPayment rule) {
        return new DiscountPolicy(offers, rule, overpaid);
    }

    /** The same with another rule for what is too much. */
    public DiscountPolicy overpaid(OverpaidDiscount rule) {
        return new DiscountPolicy(offers, partPayment, rule);
    }

    /** What is on offer for an item. */
    public Optional<DiscountOffer> offer(ReceivableId item) {
        return Optional.ofNullable(offers.get(item));
    }

    /** The item with the best discount on a day first, by its part of what is open; items without one last, and equal. */
    public Comparator<OpenItem> bestFirst(LocalDate date) {
        return Comparator.<OpenItem, Fraction>comparing(
                        item -> offer(item.id()).map(offer -> offer.rate(date)).orElse(Fraction.ZERO))
                .reversed();
    }
}
