package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is granted for paying early (ar.md, 4.7 and law 19), and what else a policy allows by name. */
final class DiscountLaw {
    private DiscountLaw() {}

    /** Discounts of the request's items: what they earn, no more and no less, with its tax, and late only where that is. */
    static List<BrokenLaw> broken(AllocationRequest request, OnOffer onOffer, Closings closings) {
        var broken = new ArrayList<BrokenLaw>();
        boolean isCut = onOffer.cuts() && isSpare(request, closings);
        Amount zero = Amount.zero(request.available().getCurrency());
        for (OpenItem item : request.items()) {
            Amount early = closings.of(item.id(), Kind.EARLY_PAYMENT_DISCOUNT);
            Amount late = closings.of(item.id(), Kind.LATE_DISCOUNT);
            Amount paid = closings.paid(item);
            Amount tolerated = closings.of(item.id(), Kind.TOLERANCE, Kind.RECEIPT_TOLERANCE);
            Optional<DiscountQuote> earned = onOffer.earned(item, paid, tolerated, isCut);
            Amount discount = earned.map(DiscountQuote::discount).orElse(zero);
            Amount tax = earned.map(DiscountQuote::tax).orElse(zero);
            boolean isLate = earned.map(DiscountQuote::late).orElse(false);
            boolean isKept = early.isEqualTo(isLate ? zero : discount)
                    && late.isEqualTo(isLate ? discount : zero)
                    && closings.discountTax(item.id()).isEqualTo(tax);
            if (!isKept) {
                broken.add(new BrokenLaw(
                        SettlementLaw.DISCOUNT,
                        early + " early and " + late + " late with " + closings.discountTax(item.id()) + " of tax for "
                                + paid + ", where " + discount + (isLate ? " late" : "") + " with " + tax
                                + " of tax is earned on " + onOffer.date() + ": " + item));
            }
        }
        return broken;
    }

    /** That money beyond what is due after a discount, which is for nothing else, is not on account where the policy uses it. */
    static Optional<BrokenLaw> overpaid(
            AllocationRequest request, SettlementPolicy policy, Closings closings, Amount onAccount) {
        DiscountPolicy discounts = policy.discounts();
        if (discounts == null || onAccount.signum() <= 0 || !isSpare(request, closings)) {
            return Optional.empty();
        }
        OverpaidDiscount rule = discounts.overpaid();
        boolean isUsed = rule.isCutBack()
                || rule.most().map(onAccount::isLessThanOrEqualTo).orElse(false);
        return request.items().stream()
                .filter(item -> isUsed
                        && closings.isPaid(item.id())
                        && closings.discount(item.id()).signum() > 0
                        && closings.left(item).signum() == 0
                        && closings.givenUp(item.id()).signum() == 0)
                .findFirst()
                .map(item -> new BrokenLaw(
                        SettlementLaw.OVERPAID,
                        onAccount + " on account beside a discount of " + closings.discount(item.id()) + ", by " + rule
                                + ": " + item));
    }

    /** Bank charges, which no policy allows, and income beyond what is due after a discount. */
    static List<BrokenLaw> notAllowed(
            AllocationRequest request, SettlementPolicy policy, Closings closings, Amount onAccount) {
        var broken = new ArrayList<BrokenLaw>();
        for (ReceivableId item : closings.with(Kind.BANK_CHARGE)) {
            broken.add(new BrokenLaw(
                    SettlementLaw.ALLOWED,
                    Kind.BANK_CHARGE + " of " + closings.of(item, Kind.BANK_CHARGE) + " by no part of the policy: "
                            + item));
        }
        Amount income = closings.taken(Kind.OVERPAYMENT_INCOME);
        Optional<Amount> most = Optional.ofNullable(policy.discounts())
                .map(DiscountPolicy::overpaid)
                .flatMap(OverpaidDiscount::most);
        Set<ReceivableId> discounted = closings.with(Kind.EARLY_PAYMENT_DISCOUNT, Kind.LATE_DISCOUNT);
        boolean isKept = income.signum() == 0
                || (most.map(income::isLessThanOrEqualTo).orElse(false)
                        && onAccount.signum() == 0
                        && isSpare(request, closings)
                        && discounted.stream().anyMatch(closings::isPaid));
        if (!isKept) {
            broken.add(new BrokenLaw(
                    SettlementLaw.ALLOWED,
                    income + " taken as income, and " + onAccount + " on account, where "
                            + most.map(Amount::toString).orElse("nothing") + " may be: " + request));
        }
        return broken;
    }

    /** Whether money may be taken: it is not prepaid, and all that the payer names got some. */
    static boolean isSpare(AllocationRequest request, Closings closings) {
        return request.payment().prepaidFor().isEmpty()
                && request.remittances().stream().allMatch(one -> closings.isPaid(one.item()));
    }
}
