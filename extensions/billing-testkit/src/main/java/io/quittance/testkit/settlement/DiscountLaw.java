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

    /** Discounts of the request's items: no more than they earn, and late only where that is. */
    static List<BrokenLaw> broken(AllocationRequest request, OnOffer onOffer, Closings closings) {
        var broken = new ArrayList<BrokenLaw>();
        for (OpenItem item : request.items()) {
            Amount early = closings.of(item.id(), Kind.EARLY_PAYMENT_DISCOUNT);
            Amount late = closings.of(item.id(), Kind.LATE_DISCOUNT);
            if (early.signum() == 0 && late.signum() == 0) {
                continue;
            }
            Amount settled = closings.paid(item).add(closings.of(item.id(), Kind.WITHHOLDING_TAX));
            Amount tolerated = closings.of(item.id(), Kind.TOLERANCE, Kind.RECEIPT_TOLERANCE);
            Amount most = onOffer.earned(item, settled, tolerated);
            boolean isLate = onOffer.quote(item).map(DiscountQuote::late).orElse(false);
            if (early.add(late).isGreaterThan(most) || (isLate ? early : late).signum() != 0) {
                broken.add(new BrokenLaw(
                        SettlementLaw.DISCOUNT,
                        early + " early and " + late + " late for " + settled + ", where " + most
                                + (isLate ? " late" : "") + " is earned on " + onOffer.date() + ": " + item));
            }
        }
        return broken;
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
