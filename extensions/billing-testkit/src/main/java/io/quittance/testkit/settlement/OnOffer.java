package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.Withholding;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a policy offers for a payment: discounts of its value date, none for a credit, and what is due after them and after tax. */
final class OnOffer {
    private final @Nullable DiscountPolicy discounts;
    private final boolean isCredit;
    private final LocalDate valueDate;
    private final Amount zero;
    private final Map<ReceivableId, Amount> withheld = new HashMap<>();

    OnOffer(AllocationRequest request, SettlementPolicy policy) {
        discounts = policy.discounts();
        isCredit = request.isCredit();
        valueDate = request.payment().valueDate();
        zero = Amount.zero(request.available().getCurrency());
        for (Withholding one : policy.withholdings()) {
            withheld.merge(one.item(), one.amount(), Amount::add);
        }
    }

    /** Whether the policy cuts discounts by money beyond what is due. */
    boolean cuts() {
        return discounts != null && discounts.overpaid().isCutBack();
    }

    /** The day that counts for discounts, also where the money is allocated later. */
    LocalDate date() {
        return valueDate;
    }

    /** Tax that is kept of an item. */
    Amount withheld(OpenItem item) {
        return withheld.getOrDefault(item.id(), zero);
    }

    private Optional<DiscountOffer> offer(OpenItem item) {
        return isCredit ? Optional.empty() : Optional.ofNullable(discounts).flatMap(policy -> policy.offer(item.id()));
    }

    /** The discount of what is open, whatever was granted before; empty where none is on offer. */
    Optional<DiscountQuote> quote(OpenItem item) {
        return offer(item).map(offer -> offer.quote(item.open(), valueDate));
    }

    /** The same, at most what is left of the discount of the whole item after what the policy says was granted before. */
    private Optional<DiscountQuote> full(OpenItem item) {
        return offer(item).map(offer -> offer.quote(item.open(), valueDate).atMost(left(item, offer)));
    }

    /**
     * What is left of the discount of the day. What was granted on another day is the part of that day's discount that it is; all
     * together have at most the best of these discounts.
     */
    private Amount left(OpenItem item, DiscountOffer offer) {
        Amount whole = item.receivable().amount();
        Amount today = offer.quote(whole, valueDate).discount();
        if (discounts == null || today.signum() == 0) {
            return zero;
        }
        SortedMap<LocalDate, Amount> said = discounts.granted().get(item.id());
        if (said == null) {
            boolean counts = discounts.partPayment() == PartPayment.WHOLE;
            return counts ? today.subtract(whole.subtract(item.open())).max(zero) : today;
        }
        Fraction used = Fraction.ZERO;
        Amount bound = today;
        for (Map.Entry<LocalDate, Amount> one : said.entrySet()) {
            Amount then = offer.quote(whole, one.getKey()).discount();
            Amount of = then.signum() == 0 ? today : then;
            used = used.plus(one.getValue().toFraction().dividedBy(of.toFraction()));
            bound = bound.max(then);
        }
        for (Amount granted : said.values()) {
            bound = bound.subtract(granted);
        }
        Amount unused =
                today.times(Fraction.ONE.minus(used), Rounding.toMinorUnit(today.getCurrency(), RoundingMode.CEILING));
        return unused.min(bound).max(zero);
    }

    /** What money is to be paid of an item. */
    Amount due(OpenItem item) {
        Amount discount = full(item).map(DiscountQuote::discount).orElse(zero);
        return item.open().subtract(discount).subtract(withheld(item));
    }

    /** What is paid beyond that, in place of a discount. */
    Amount beyond(OpenItem item, Amount paid) {
        return paid.subtract(due(item)).max(zero);
    }

    /**
     * What an item has earned; empty for nothing.
     *
     * @param paid by money
     * @param tolerated by tolerances
     * @param isCut whether money beyond what is due takes the place of a discount
     */
    Optional<DiscountQuote> earned(OpenItem item, Amount paid, Amount tolerated, boolean isCut) {
        Amount settled = paid.add(withheld(item));
        DiscountPolicy policy = discounts;
        if (policy == null || settled.add(tolerated).signum() == 0) {
            return Optional.empty();
        }
        if (paid.add(tolerated).isGreaterThanOrEqualTo(due(item))) {
            return full(item).map(full -> isCut ? cut(full, beyond(item, paid)) : full);
        }
        return switch (policy.partPayment()) {
            case NONE -> Optional.empty();
            case WHOLE -> settled.signum() > 0 ? full(item) : Optional.empty();
            case IN_PROPORTION ->
                full(item)
                        .flatMap(full -> offer(item)
                                .map(offer -> offer.earned(settled.min(item.open()), item.open(), valueDate)
                                        .atMost(full.discount())));
        };
    }

    private static DiscountQuote cut(DiscountQuote full, Amount beyond) {
        return OverpaidDiscount.cutBack()
                .settle(full, full.amountDue().add(beyond.min(full.discount())))
                .quote();
    }

    /** The coin to which what is due of an item is rounded; 0 where coins do not count. */
    Amount coin(OpenItem item) {
        return offer(item)
                .flatMap(DiscountOffer::coins)
                .map(coins -> Amount.of(coins.increment(), zero.getCurrency()))
                .orElse(zero);
    }
}
