package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.SpendMinimum;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NoEffectRuleTest {
    @Test
    void notesDiscountsOfNothingAndOfAll() {
        assertThat(found(contract(API.discount(Discount.percent("launch", "0")))))
                .containsExactly("NOTE charges[0].discounts[0].value discount-zero");
        assertThat(found(contract(API)
                        .discount(Discount.amount("voucher", "0"))
                        .discount(Discount.percent("all", "100.0"))))
                .containsExactly("NOTE discounts[0].value discount-zero", "NOTE discounts[1].value discount-all");
    }

    @Test
    void findsDiscountsOnChargesThatAreNeverCharged() {
        Contract.Builder never = contract(API, PLATFORM.from("2027-01-01"))
                .discount(Discount.percent("launch", "20").on("platform"));
        assertThat(found(never))
                .containsExactly(
                        "CONTRADICTION charges[1].from never-charged",
                        "CONTRADICTION discounts[0].charges discount-never");
        assertThat(ContractReview.of(never.build()).findings().get(1).reason())
                .hasToString("none of its charges is ever charged in the contract, [2026-01-01, 2027-01-01)");
    }

    @Test
    void notesMinimumsOfNothing() {
        assertThat(found(contract(API.minimum("0")).minimum(SpendMinimum.of("0"))))
                .containsExactly("NOTE charges[0].minimum minimum-zero", "NOTE minimum minimum-zero");
    }

    /** Terms of July may still name a discount on what was charged in spring. */
    @Test
    void leavesAloneADiscountOnWhatEarlierTermsCharged() {
        Charge spring = API.until("2026-06-01");
        Discount launch = Discount.percent("launch", "20").on("api");
        ContractTerms later = contract(spring, PLATFORM.named("Platform"))
                .discount(launch)
                .build()
                .terms();
        assertThat(found(history(
                        contract(spring, PLATFORM).discount(launch),
                        Amendment.terms("A-1", LocalDate.parse("2026-07-01"), recorded(1), later))))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatHasAnEffect() {
        assertThat(found(contract(
                                API.discount(Discount.percent("launch", "99.99"))
                                        .minimum("0.01"),
                                PLATFORM)
                        .discount(Discount.amount("voucher", "100").on("platform"))
                        .discount(Discount.percent("all", "1"))
                        .minimum(SpendMinimum.of("500"))))
                .isEmpty();
    }
}
