package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static io.quittance.core.rating.Halves.FIRST;
import static io.quittance.core.rating.Halves.SECOND;
import static io.quittance.core.rating.Halves.early;
import static io.quittance.core.rating.Halves.usd;
import static io.quittance.core.rating.Halves.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Escalation;
import io.quittance.core.contract.Phase;
import io.quittance.core.contract.PublishedIndex;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import io.quittance.core.usage.UsageEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be asked of a rating: what is refused of it, and that it is read back as it was. */
class RatingRequestTest {
    private static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("1"));
    private static final RatingRequest PLAIN = whole(terms -> terms.charge(CALLS), early("calls", "100"));
    private static final ContractTerms TERMS = PLAIN.contract().terms();
    private static final ContractTerms OTHERS =
            Halves.contract(terms -> terms.charge(CALLS.minimum("5"))).terms();

    /** In which something depends on each thing that can be asked. */
    private static final RatingRequest ALL = whole(RatingRequestTest::all, atNight())
            .index(PublishedIndex.builder()
                    .value("CPI-U", "2013-10", "100")
                    .value("CPI-U", "2014-01", "110")
                    .build());

    private static Contract.Builder all(Contract.Builder terms) {
        return terms.charge(CALLS.repriced("2014-01-16", PerUnit.of("2")).minimum("70"))
                .charge(Charge.recurring("platform", FlatFee.of("310")))
                .charge(Charge.recurring("tried", FlatFee.of("31")).phases(Phase.trial("P1M")))
                .charge(Charge.recurring("support", FlatFee.of("62"))
                        .escalated(Escalation.indexed("CPI-U", "2013-10", "P1Y", "2014-01-16")))
                .commitment(TermCommitment.of("5000"))
                .minimum(SpendMinimum.of("1000"));
    }

    /** On the 16th in UTC, still on the 15th in New York. */
    private static UsageEvent atNight() {
        return UsageEvent.of("u1", "1", "calls", "100", "2014-01-16T02:00:00Z");
    }

    static Stream<RatingRequest> asked() {
        BilledBefore billed = BilledBefore.nothing().charge("calls", usd("5"));
        return Stream.of(
                ALL.interim(),
                ALL.partOf(ServicePeriod.of("2014-01-01", "2014-03-01")),
                ALL.versions(Halves.versions(
                        terms -> terms.charge(CALLS).minimum(SpendMinimum.of("9")), RatingRequestTest::all)),
                ALL.served(List.of(FIRST)),
                ALL.resting(),
                ALL.agreedFor(List.of(FIRST)),
                ALL.zones(ZoneHistory.of("America/New_York")),
                ALL.lastOfTerm(true),
                ALL.charging(Map.of(TermsVersion.SIGNED, Set.of(new ChargeId("calls")))),
                ALL.startingOn(Map.of(new ChargeId("tried"), LocalDate.of(2013, 12, 1))),
                ALL.withoutAgreements(),
                ALL.holdingAgreements(),
                ALL.after(billed),
                ALL.prepaid(usd("30")),
                ALL.usage(List.of()));
    }

    /** Each of them asks for something else than the plain request, and still does on the other side. */
    @ParameterizedTest
    @MethodSource("asked")
    void isReadBackAsItWas(RatingRequest request) throws Exception {
        RatingRequest copy = SerialStreams.copy(request);
        assertThat(answer(copy)).isEqualTo(answer(request)).isNotEqualTo(answer(ALL));
        assertThat(copy).hasToString(request.toString());
    }

    private static List<Object> answer(RatingRequest request) {
        Rating rating = Rating.of(request);
        return List.of(rating.charges(), rating.prepaidApplied(), rating.after());
    }

    @Test
    void readsAsContractDaysAndUsage() {
        assertThat(PLAIN).hasToString(PLAIN.contract() + " [2014-01-01, 2014-02-01), 1 events");
        assertThat(PLAIN.interim()).hasToString(PLAIN.contract() + " [2014-01-01, 2014-02-01), interim, 1 events");
        assertThat(Rating.of(PLAIN)).hasToString(PLAIN.contract() + " [2014-01-01, 2014-02-01): USD 100.00");
    }

    @Test
    void refusesAPeriodThatDoesNotContainTheService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.partOf(FIRST))
                .withMessage("whole must contain [2014-01-01, 2014-02-01), but was [2014-01-01, 2014-01-16)");
    }

    /** Terms may have begun before the days that are served, and hold after them. */
    @Test
    void theFirstVersionMayHoldBefore() {
        RatingRequest second = RatingRequest.of(PLAIN.contract(), List.of(), SECOND);
        ServicePeriod longer = ServicePeriod.of("2013-12-01", "2014-03-01");
        assertThat(second.versions(List.of(TermsVersion.signed(longer, TERMS))).versions())
                .hasSize(1);
    }

    @Test
    void refusesVersionsThatLeaveAGapOrOverlap() {
        refuses(
                () -> PLAIN.versions(List.of(TermsVersion.signed(SECOND, TERMS))),
                "versions[0].days must hold from 2014-01-01, but was [2014-01-16, 2014-02-01)");
        for (String start : List.of("2014-01-15", "2014-01-17")) {
            ServicePeriod days = ServicePeriod.of(start, "2014-02-01");
            refuses(
                    () -> PLAIN.versions(
                            List.of(TermsVersion.signed(FIRST, OTHERS), new TermsVersion(days, TERMS, Halves.CHANGED))),
                    "versions[1].days must hold from 2014-01-16, but was " + days);
        }
        refuses(
                () -> PLAIN.versions(List.of(TermsVersion.signed(ServicePeriod.of("2014-01-01", "2014-01-31"), TERMS))),
                "versions must hold to the end of [2014-01-01, 2014-02-01), but was [2014-01-01, 2014-01-31)");
    }

    /** What is known of a version is known by its key: of two of one name, discounts would be taken twice. */
    @Test
    void refusesVersionsOfOneKeyAndOtherTermsThanThoseOfTheContract() {
        refuses(
                () -> PLAIN.versions(List.of(TermsVersion.signed(FIRST, OTHERS), TermsVersion.signed(SECOND, TERMS))),
                "versions[1].key must be unique, but was signed");
        refuses(
                () -> PLAIN.versions(List.of(TermsVersion.signed(JANUARY, OTHERS))),
                "versions must end with the terms of the contract, but was signed");
    }

    @Test
    void refusesServedDaysThatLieOutsideOrMeet() {
        ServicePeriod outside = ServicePeriod.of("2014-01-20", "2014-02-02");
        refuses(
                () -> PLAIN.served(List.of(FIRST, outside)),
                "served[1] must lie within [2014-01-01, 2014-02-01) and after the days before, but was " + outside);
        refuses(
                () -> PLAIN.served(List.of(outside)),
                "served[0] must lie within [2014-01-01, 2014-02-01) and after the days before, but was " + outside);
        refuses(
                () -> PLAIN.served(List.of(FIRST, SECOND)),
                "served[1] must lie within [2014-01-01, 2014-02-01) and after the days before, but was " + SECOND);
        refuses(
                () -> PLAIN.served(List.of(SECOND, FIRST)),
                "served[1] must lie within [2014-01-01, 2014-02-01) and after the days before, but was " + FIRST);
    }

    @Test
    void refusesAPrepaidBalanceInAnotherCurrency() {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> PLAIN.prepaid(Amount.of("30", "EUR")))
                .withMessage("prepaid must be in USD, but was EUR");
    }

    /** Usage of a charge that is not due is refused, on a meter that only this charge has. */
    @Test
    void refusesUsageOfChargesThatAreNotDue() {
        UnaryOperator<Contract.Builder> both =
                terms -> terms.charge(CALLS).charge(Charge.usage("texts", "texts", PerUnit.of("1")));
        RatingRequest calls = whole(both, early("calls", "1"), early("texts", "1"))
                .charging(Map.of(TermsVersion.SIGNED, Set.of(new ChargeId("calls"))));
        refuses(() -> Rating.of(calls), "usage[1].meter must be charged by the contract, but was texts");
    }

    /** The last millisecond of January belongs to it, and midnight does not. */
    @Test
    void refusesUsageFromTheEndOn() {
        RatingRequest last = PLAIN.usage(List.of(UsageEvent.of("u1", "1", "calls", "7", "2014-01-31T23:59:59.999Z")));
        assertThat(Rating.of(last).total()).isEqualTo(usd("7"));
        RatingRequest after = PLAIN.usage(List.of(UsageEvent.of("u1", "1", "calls", "7", "2014-02-01T00:00:00Z")));
        refuses(
                () -> Rating.of(after),
                "usage[0].time must lie within [2014-01-01, 2014-02-01) in UTC, but was 2014-02-01T00:00:00Z");
    }

    private static void refuses(Runnable request, String message) {
        assertThatIllegalArgumentException().isThrownBy(request::run).withMessage(message);
    }
}
