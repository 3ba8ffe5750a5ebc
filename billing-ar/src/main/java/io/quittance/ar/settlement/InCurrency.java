package io.quittance.ar.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.util.Collections;
import java.util.List;

/**
 * Refuses what of a policy is in another currency than the payment, by its place in the policy, before anything is settled. Offers, what
 * was granted and limits of items that the payment cannot settle do not count: a host may keep those of all its currencies in one policy.
 */
final class InCurrency {
    private final List<OpenItem> items;
    private final String currency;

    InCurrency(AllocationRequest request) {
        items = request.items();
        currency = code(request.available());
    }

    void require(SettlementPolicy policy) {
        List<Withholding> withholdings = policy.withholdings();
        for (int i = 0; i < withholdings.size(); i++) {
            require(withholdings.get(i).amount(), "withholdings[" + i + "].amount");
        }
        policy.discounting().ifPresent(this::require);
        policy.tolerating().ifPresent(this::require);
        policy.shortPay().limit().ifPresent(limit -> require(limit, "shortPay.limit"));
    }

    private void require(DiscountPolicy discounts) {
        for (OpenItem item : items) {
            discounts
                    .offer(item.id())
                    .ifPresent(offer -> require(offer.total(), "discounts.offers[" + item.id() + "]"));
            discounts
                    .granted()
                    .getOrDefault(item.id(), Collections.emptySortedMap())
                    .values()
                    .forEach(granted -> require(granted, "discounts.granted[" + item.id() + "]"));
        }
        discounts.overpaid().most().ifPresent(most -> require(most, "discounts.overpaid"));
    }

    private void require(TolerancePolicy tolerance) {
        for (OpenItem item : items) {
            boolean isOwn = tolerance.own().containsKey(item.id());
            require(tolerance.limit(item.id()), isOwn ? "tolerance.own[" + item.id() + "]" : "tolerance.usual");
        }
        tolerance.ofReceipt().ifPresent(limit -> require(limit, "tolerance.receipt"));
    }

    private void require(AdjustmentLimit limit, String argument) {
        if (limit.absolute() != null) {
            require(limit.absolute(), argument);
        }
    }

    private void require(Amount amount, String argument) {
        String given = code(amount);
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException(argument, currency, given);
        }
    }

    private static String code(Amount amount) {
        return amount.getCurrency().getCurrencyCode();
    }
}
