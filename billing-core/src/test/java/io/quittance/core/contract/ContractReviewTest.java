package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.recorded;
import static io.quittance.core.contract.Reviews.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Meter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContractReviewTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    /** The contract on the first page of the documentation. */
    @Test
    void findsNothingInAGoodContract() {
        Contract contract = Contract.builder("C-1001")
                .customer("ACME")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2026-01-01", "2027-01-01")
                .charge(Charge.recurring("platform", FlatFee.of("499.00"))
                        .billed(BillingCycle.monthly().inAdvance()))
                .charge(Charge.usage(
                                "api",
                                Meter.sum("api.calls"),
                                GraduatedTiers.upTo("1000", "0").then("0.002"))
                        .billed(BillingCycle.monthly().inArrears()))
                .paymentTerms(PaymentTerms.net(30).discount("2", 10))
                .build();
        assertThat(ContractReview.of(contract).findings()).isEmpty();
        assertThat(ContractReview.of(contract).isClean()).isTrue();
        ContractHistory history = ContractHistory.of(contract, recorded(0));
        assertThat(ContractReview.of(history, recorded(0)).isClean()).isTrue();
    }

    @Test
    void tellsKindPathCodeAndReason() throws Exception {
        ContractReview review =
                ContractReview.of(contract(API.maximum("60").minimum("70").discount(Discount.percent("launch", "0")))
                        .build());
        assertThat(review.isClean()).isFalse();
        assertThat(review.findings(ReviewFinding.Kind.CONTRADICTION))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("review.maximum-below-minimum");
                    assertThat(finding)
                            .hasToString(
                                    "CONTRADICTION charges[0].maximum review.maximum-below-minimum: at most 60, and at least 70");
                    assertThat(finding.reason().text(Locale.GERMAN)).isEqualTo("höchstens 60 und mindestens 70");
                });
        assertThat(review.findings(ReviewFinding.Kind.NOTE)).hasSize(1);
        assertThat(review.findings(ReviewFinding.Kind.GAP)).isEmpty();
        assertThat(SerialStreams.copy(review)).isEqualTo(review);
    }

    /** What is the same in all terms is told once, where it stands first. */
    @Test
    void tellsOfAChargeOnce() {
        assertThat(found(history(
                        contract(API.maximum("0")),
                        terms(1, "2026-04-01", API.maximum("0"), PLATFORM),
                        terms(2, "2026-07-01", API.maximum("0").named("calls")))))
                .containsExactly(
                        "CONTRADICTION charges[0].maximum maximum-zero",
                        "CONTRADICTION amendments[1].terms.charges[0].maximum maximum-zero");
    }

    @Test
    void refusesWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ReviewFinding(ReviewFinding.Kind.NOTE, " ".strip(), Explanation.of("review.x", "x")))
                .withMessage("path must not be empty, but was ");
    }

    /** Days anywhere in the calendar, also far from those of the contract. */
    @Property
    void refusesNoContract(
            @ForAll @IntRange(min = -700_000, max = 2_850_000) int from,
            @ForAll @IntRange(min = 1, max = 36_525) int length,
            @ForAll @IntRange(min = -700_000, max = 2_900_000) int day,
            @ForAll @IntRange(min = 1, max = 1_200) int months,
            @ForAll boolean renewing) {
        LocalDate first = START.plusDays(from);
        LocalDate other = START.plusDays(day);
        Period interval = Period.ofMonths(months);
        Charge charge = PLATFORM.from(other)
                .billed(BillingCycle.every(interval).from(other))
                .repriced(other, FlatFee.of("1"))
                .phases(Phase.trial(Period.ofDays(length)), Phase.rampUp(interval, BigDecimal.TEN))
                .escalated(Escalation.fixed("3", interval.toString(), other.toString()));
        Contract.Builder contract = contract(
                        charge,
                        API.until(other),
                        Charge.oneOff("setup", FlatFee.of("5")).on(other))
                .term(new ServicePeriod(first, first.plusDays(length)))
                .minimum(SpendMinimum.of("10"))
                .renewal(renewing ? Renewal.of(interval, interval) : Renewal.none());
        assertThat(ContractReview.of(contract.build()).findings()).isNotNull();
        ContractHistory history = ContractHistory.of(contract.build(), recorded(0))
                .amendedAll(List.of(
                        Amendment.terms("A-1", first.plusDays(length / 2), recorded(1), terms(charge)),
                        Amendment.end("A-2", first.plusDays(1), recorded(2))));
        assertThat(ContractReview.of(history, recorded(1)).findings()).isNotNull();
        assertThat(ContractReview.of(history, recorded(2)).findings()).isNotNull();
    }
}
