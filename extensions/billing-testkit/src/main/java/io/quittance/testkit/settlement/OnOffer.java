package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.Withholding;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    Amount full(OpenItem item) {
        return offer(item)
                .map(offer -> offer.quote(item.open(), valueDate)
                        .discount()
                        .min(left(
                                item,
                                offer.quote(item.receivable().amount(), valueDate)
                                        .discount())))
                .orElse(zero);
    }

    private Amount left(OpenItem item, Amount all) {
        if (discounts == null) {
            return zero;
        }
        Amount unsaid = discounts.partPayment() == PartPayment.WHOLE
                ? item.receivable().amount().subtract(item.open())
                : null;
        Amount before = discounts.granted().getOrDefault(item.id(), unsaid);
        return before == null
                ? item.open() // parts in proportion, of which nothing is said
                : all.subtract(before).max(zero);
    }

    /** What money is to be paid of an item. */
    Amount due(OpenItem item) {
        return item.open().subtract(full(item)).subtract(withheld(item));
    }

    /**
     * The most that an item may earn.
     *
     * @param settled by money and tax that is kept
     * @param tolerated by tolerances
     */
    Amount earned(OpenItem item, Amount settled, Amount tolerated) {
        Amount full = full(item);
        Amount closed = settled.add(tolerated);
        if (discounts == null || closed.signum() == 0) {
            return zero;
        }
        if (closed.isGreaterThanOrEqualTo(item.open().subtract(full))) {
            return full;
        }
        return switch (discounts.partPayment()) {
            case NONE -> zero;
            case WHOLE -> settled.signum() > 0 ? full : zero;
            case IN_PROPORTION ->
                offer(item)
                        .map(offer -> offer.earned(settled.min(item.open()), item.open(), valueDate)
                                .discount()
                                .min(full))
                        .orElse(zero);
        };
    }
}
