package io.quittance.core.rating;

import static io.quittance.core.rating.Halves.changing;
import static io.quittance.core.rating.Halves.costs;
import static io.quittance.core.rating.Halves.early;
import static io.quittance.core.rating.Halves.late;
import static io.quittance.core.rating.Halves.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The days of January 2014 on which something is charged: not all of them. */
class ChargedDaysTest {
    private static Charge platform() {
        return Charge.recurring("platform", FlatFee.of("310"));
    }

    /** The first 100 cost 1.00 each, and more 0.50. */
    private static Charge data() {
        return Charge.usage("data", "data", GraduatedTiers.upTo("100", "1").then("0.50"));
    }

    @Test
    void whatIsDueOnceIsDueOnItsDay() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("500"));
        assertThat(costs(whole(terms -> terms.charge(platform()).charge(setup.on("2014-01-31")))))
                .containsExactly("platform 310", "setup 500");
        assertThat(costs(whole(terms -> terms.charge(platform()).charge(setup.on("2014-02-01")))))
                .containsExactly("platform 310");
        Rating rating = Rating.of(whole(terms -> terms.charge(setup.on("2014-01-31"))));
        assertThat(rating.charges().get(0).period()).isEqualTo(ServicePeriod.of("2014-01-31", "2014-02-01"));
    }

    /** Without a day of its own, on the first of the contract: 1 January, and not in February. */
    @Test
    void orOnTheFirstDayOfTheContract() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("500"));
        assertThat(costs(whole(terms -> terms.charge(setup)))).containsExactly("setup 500");
        RatingRequest february = RatingRequest.of(
                Halves.contract(terms -> terms.charge(platform()).charge(setup)),
                List.of(),
                ServicePeriod.of("2014-02-01", "2014-03-01"));
        assertThat(costs(february)).containsExactly("platform 310");
    }

    @Test
    void whatBeginsLaterOrIsOverIsNotCharged() {
        Charge support = Charge.recurring("support", FlatFee.of("62"));
        assertThat(costs(whole(terms -> terms.charge(platform()).charge(support.from("2014-02-01")))))
                .containsExactly("platform 310");
        assertThat(costs(whole(terms -> terms.charge(platform()).charge(support.until("2014-01-01")))))
                .containsExactly("platform 310");
    }

    /** 100 of the 10th are charged to nobody, so that 100 of the 20th are the first ones. */
    @Test
    void whatIsUsedIsCountedFromTheFirstDayOfItsCharge() {
        Charge all = Charge.usage("all", "data", FlatFee.of("7"));
        assertThat(costs(whole(
                        terms -> terms.charge(all).charge(data().from("2014-01-16")),
                        early("data", "100"),
                        late("data", "100"))))
                .containsExactly("all 7", "data 100");
    }

    /** A fee for 15 of 31 days of 310.00, then what is used from the 16th on. */
    @Test
    void orFromTheDayOnWhichAFeeBecomesOneForUse() {
        Charge all = Charge.usage("all", "data", FlatFee.of("7"));
        assertThat(costs(changing(
                        terms -> terms.charge(all).charge(Charge.recurring("data", FlatFee.of("310"))),
                        terms -> terms.charge(all).charge(data()),
                        early("data", "100"),
                        late("data", "100"))))
                .containsExactly("all 7", "data 150", "data 100");
    }

    /** 10 and 11 of 31 days: the 10 days between them are not paid for. */
    @Test
    void daysThatDoNotMeetAreTwoParts() {
        RatingRequest paused = whole(terms -> terms.charge(platform()))
                .served(List.of(
                        ServicePeriod.of("2014-01-01", "2014-01-11"), ServicePeriod.of("2014-01-21", "2014-02-01")));
        assertThat(costs(paused)).containsExactly("platform 100", "platform 110");
    }
}
