package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.ar.settlement.Withholding;
import io.quittance.core.invoice.CashRounding;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.testkit.allocation.AllocationArbitraries;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * Terms of settlement that do not depend on a payment: items of even numbers have 2 % of a total with 16 % of it tax, up to the day
 * before, the day of, or the day after every payment; some of them with a day of grace, some in coins.
 */
record Agreed(
        DiscountPolicy.PartPayment partPayment,
        Overpaid overpaid,
        Tolerance tolerance,
        ShortPay.Mode shortPay,
        boolean limited,
        boolean withheld,
        boolean granted) {

    enum Overpaid {
        ON_ACCOUNT,
        CUT_BACK,
        INCOME
    }

    enum Tolerance {
        NONE,
        POOLED,
        TWO_LEVELS
    }

    static final Agreed PLAIN = new Agreed(
            DiscountPolicy.PartPayment.IN_PROPORTION,
            Overpaid.ON_ACCOUNT,
            Tolerance.NONE,
            ShortPay.Mode.KEEP_OPEN,
            true,
            false,
            false);

    Agreed tolerating(Tolerance other) {
        return new Agreed(partPayment, overpaid, other, shortPay, limited, withheld, granted);
    }

    Agreed shortPay(ShortPay.Mode other) {
        return new Agreed(partPayment, overpaid, tolerance, other, limited, withheld, granted);
    }

    Agreed overpaid(Overpaid other) {
        return new Agreed(partPayment, other, tolerance, shortPay, limited, withheld, granted);
    }

    Agreed partPayment(DiscountPolicy.PartPayment other) {
        return new Agreed(other, overpaid, tolerance, shortPay, limited, withheld, granted);
    }

    Agreed keepingTax() {
        return new Agreed(partPayment, overpaid, tolerance, shortPay, limited, true, granted);
    }

    /** All discounts were granted before. */
    Agreed grantedAlready() {
        return new Agreed(partPayment, overpaid, tolerance, shortPay, limited, withheld, true);
    }

    /** For the items and in the currency of a payment. */
    SettlementPolicy of(AllocationRequest request) {
        CurrencyUnit currency = request.available().getCurrency();
        var offers = new HashMap<ReceivableId, DiscountOffer>();
        for (OpenItem item : request.items()) {
            if (number(item) % 2 == 0) {
                offers.put(item.id(), offer(item));
            }
        }
        DiscountPolicy discounts =
                DiscountPolicy.of(offers).partPayment(partPayment).overpaid(overpaid(currency));
        for (OpenItem item : granted ? request.items() : List.<OpenItem>of()) {
            LocalDate early = AllocationArbitraries.PAID.minusDays(1);
            discounts = discounts.granted(item.id(), offer(item).quote(early).discount(), early);
        }
        SettlementPolicy policy =
                SettlementPolicy.MONEY_ONLY.discounts(discounts).shortPay(shortPay(currency));
        policy = withheld && !request.items().isEmpty() ? policy.withheld(kept(request)) : policy;
        return switch (tolerance) {
            case NONE -> policy;
            case POOLED -> policy.tolerance(TolerancePolicy.pooled(limit(currency)));
            case TWO_LEVELS ->
                policy.tolerance(TolerancePolicy.twoLevels(limit(currency), AdjustmentLimit.percent("1")));
        };
    }

    private static int number(OpenItem item) {
        return Integer.parseInt(item.id().value().replaceAll("[^0-9]", ""));
    }

    private static DiscountOffer offer(OpenItem item) {
        int number = number(item);
        Amount all = item.receivable().amount();
        Amount tax = all.times(Fraction.of(16, 100), Rounding.toMinorUnit(all.getCurrency(), RoundingMode.DOWN));
        DiscountOffer offer = DiscountOffer.of(
                all.subtract(tax),
                tax,
                List.of(DiscountTier.percent("2", AllocationArbitraries.PAID.plusDays(number % 3 - 1))));
        DiscountOffer agreed = number % 4 == 0 ? offer.grace(1) : offer;
        return number % 6 == 0 ? agreed.roundedToCoins(coins(all)) : agreed;
    }

    /** Of 5 minor units. */
    private static CashRounding coins(Amount amount) {
        return new CashRounding(Amount.ofMinor(5, amount.getCurrency()).toBigDecimal(), RoundingMode.HALF_UP);
    }

    /** 5 minor units or 10 %, the lower. */
    static AdjustmentLimit limit(CurrencyUnit currency) {
        return AdjustmentLimit.of(Amount.ofMinor(5, currency)).stricter(AdjustmentLimit.percent("10"));
    }

    private OverpaidDiscount overpaid(CurrencyUnit currency) {
        return switch (overpaid) {
            case ON_ACCOUNT -> OverpaidDiscount.onAccount();
            case CUT_BACK -> OverpaidDiscount.cutBack();
            case INCOME -> OverpaidDiscount.upTo(Amount.ofMinor(3, currency));
        };
    }

    private ShortPay shortPay(CurrencyUnit currency) {
        return switch (shortPay) {
            case KEEP_OPEN -> ShortPay.keepOpen();
            case NEW_ITEM -> ShortPay.newItem(AllocationArbitraries.PAID.plusDays(30), "/D", "short");
            case WRITE_OFF -> limited ? ShortPay.writeOff(limit(currency)) : ShortPay.writeOff();
            case DISCOUNT -> limited ? ShortPay.discount(limit(currency)) : ShortPay.discount();
            case REQUIRE_FULL -> ShortPay.requireFull();
        };
    }

    /** A minor unit of the first item of which so much is due after its discount. */
    private static List<Withholding> kept(AllocationRequest request) {
        Amount unit = Amount.ofMinor(1, request.available().getCurrency());
        return request.items().stream()
                .filter(item -> offer(item)
                        .quote(item.open(), request.payment().valueDate())
                        .amountDue()
                        .isGreaterThanOrEqualTo(unit))
                .limit(1)
                .map(item -> Withholding.of(item.id(), unit, "WHT-1"))
                .toList();
    }
}
