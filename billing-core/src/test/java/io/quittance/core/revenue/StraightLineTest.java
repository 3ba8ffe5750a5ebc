package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.YEAR;
import static io.quittance.core.revenue.Books.book;
import static io.quittance.core.revenue.Books.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraightLineTest {
    private static final StraightLine RULE = StraightLine.over("2026-01-01", "2027-01-01");

    private static Progress by(RecognitionRule rule, String day) {
        return rule.checkedProgress(new Performance(LocalDate.parse(day), List.of()));
    }

    /** A year of 1,200.00 by hand: 1200 × 31 / 365 = 101.917…, 1200 × 59 / 365 = 193.972…. */
    @ParameterizedTest(name = "{1} by {0}")
    @CsvSource({
        "2025-12-31, 0",
        "2026-01-01, 3.29",
        "2026-01-31, 101.92",
        "2026-02-28, 193.97",
        "2026-12-30, 1196.71",
        "2026-12-31, 1200",
        "2027-01-01, 1200",
        "9999-12-31, 1200"
    })
    void earnsEachDayAtItsEnd(String day, String earned) {
        assertThat(book("1200", RULE).at(day).earned()).isEqualTo(eur(earned));
    }

    /** IFRS 15 Example 18 (IE92–IE94): access to a health club for a year is earned straight-line through the year. */
    @Test
    void saysWhyAndWhereItStands() {
        assertThat(by(RULE, "2026-01-31").share()).isEqualTo(Fraction.of(31, 365));
        assertThat(by(RULE, "2026-01-31").explanation().text()).isEqualTo("31 of 365 days");
        assertThat(by(RULE, "2025-01-31").explanation().text()).isEqualTo("0 of 365 days");
        assertThat(by(RULE, "2028-01-31").explanation().text()).isEqualTo("365 of 365 days");
        assertThat(RULE.clauses())
                .extracting(Clause::toString)
                .containsExactly("IFRS 15.39–45 / ASC 606-10-25-31 to 25-37", "IFRS 15.B18 / ASC 606-10-55-20");
        assertThat(RULE).hasToString("straight-line over [2026-01-01, 2027-01-01)");
    }

    @Test
    void mayEarnEachMonthAlike() {
        StraightLine months = RULE.by(DayCount.THIRTY_DAY_MONTHS);
        assertThat(book("1200", months).monthly("2026-01", 12).periods())
                .extracting(RevenuePeriod::earned)
                .containsOnly(eur("100"));
        assertThat(by(months, "2026-02-28").explanation().text()).isEqualTo("59 of 365 days, which are 1/6");
    }

    @Test
    void believesNoProration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by(RULE.by((service, period) -> Fraction.of(2)), "2026-05-01"))
                .withMessage("part must be from 0 to 1, but was 2");
    }

    @Test
    void refusesFactsThatItWouldIgnore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("1", RULE, PerformanceFact.used("u-1", "o", "2026-01-01", "1")))
                .withMessage("facts[u-1]: kind must not be given where time passes by itself, but was UNITS");
    }

    @Property
    void neverFallsAndEndsWithAll(@ForAll("spans") ServicePeriod period, @ForAll("dates") LocalDate day) {
        StraightLine rule = StraightLine.over(period);
        Fraction share = rule.progress(new Performance(day, List.of())).share();
        Fraction next =
                rule.progress(new Performance(day.plusDays(1), List.of())).share();
        assertThat(next).isGreaterThanOrEqualTo(share);
        assertThat(rule.progress(new Performance(period.lastDay(), List.of())).share())
                .isEqualTo(Fraction.ONE);
        assertThat(rule.progress(new Performance(period.start().minusDays(1), List.of()))
                        .share())
                .isEqualTo(Fraction.ZERO);
        assertThat(period.contains(day))
                .isEqualTo(!share.equals(rule.progress(new Performance(day.minusDays(1), List.of()))
                        .share()));
    }

    @Provide
    Arbitrary<ServicePeriod> spans() {
        return Books.periods();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Books.days();
    }

    @Test
    void isAValue() {
        assertThat(RULE).isEqualTo(StraightLine.over(YEAR));
    }
}
