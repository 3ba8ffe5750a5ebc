package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dollars in a policy for 90.00 euros on 100.00: each is refused by its place, and those of other items do not matter. */
class PolicyCurrencyTest {
    private static final OpenItem R = item("R", "2026-04-01", "100");
    private static final Amount DOLLAR = Amount.of("1.00", "USD");
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final AdjustmentLimit LIMIT = AdjustmentLimit.of(DOLLAR);
    private static final AdjustmentLimit EURO = AdjustmentLimit.of(eur("1"));

    private static DiscountOffer offer(Amount total) {
        return DiscountOffer.of(total, List.of(DiscountTier.percent("2", DAY)));
    }

    private static DiscountPolicy discounts(ReceivableId item, Amount total) {
        return DiscountPolicy.of(Map.of(item, offer(total)));
    }

    static Stream<Arguments> policies() {
        Withholding euro = Withholding.of(R.id(), eur("1"), "c");
        Withholding dollar = Withholding.of(R.id(), DOLLAR, "c");
        return Stream.of(
                Arguments.of("withholdings[1].amount", MONEY_ONLY.withheld(List.of(euro, dollar))),
                Arguments.of("discounts.offers[R]", MONEY_ONLY.discounts(discounts(R.id(), DOLLAR))),
                Arguments.of(
                        "discounts.granted[R]",
                        MONEY_ONLY.discounts(discounts(R.id(), eur("100")).granted(R.id(), DOLLAR, DAY))),
                Arguments.of(
                        "discounts.overpaid",
                        MONEY_ONLY.discounts(discounts(R.id(), eur("100")).overpaid(OverpaidDiscount.upTo(DOLLAR)))),
                Arguments.of("tolerance.usual", MONEY_ONLY.tolerance(TolerancePolicy.pooled(LIMIT))),
                Arguments.of(
                        "tolerance.own[R]",
                        MONEY_ONLY.tolerance(TolerancePolicy.pooled(EURO).with(R.id(), LIMIT))),
                Arguments.of("tolerance.receipt", MONEY_ONLY.tolerance(TolerancePolicy.twoLevels(EURO, LIMIT))),
                Arguments.of("shortPay.limit", MONEY_ONLY.shortPay(ShortPay.writeOff(LIMIT))));
    }

    private static Settlement settle(SettlementPolicy policy) {
        return Settlement.of(
                AllocationRequest.of(payment("P", "2026-03-10", "90"), List.of(R)), new OldestDueFirst(), policy);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void refusesAnotherCurrencyByItsPlace(String argument, SettlementPolicy policy) {
        assertThatThrownBy(() -> settle(policy))
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessage(argument + " must be in EUR, but was USD");
    }

    /** A host keeps the offers of all its documents in one policy. */
    @Test
    void whatIsOfOtherItemsDoesNotMatter() {
        ReceivableId other = ReceivableId.of("R-9");
        SettlementPolicy policy = MONEY_ONLY
                .discounts(discounts(other, DOLLAR).granted(other, DOLLAR, DAY))
                .tolerance(TolerancePolicy.pooled(EURO).with(other, LIMIT));
        assertThat(settle(policy).applied()).isEqualTo(eur("90"));
    }
}
