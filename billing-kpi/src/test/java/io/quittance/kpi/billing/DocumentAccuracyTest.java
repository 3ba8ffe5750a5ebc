package io.quittance.kpi.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DocumentAccuracyTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final Instant SOME_TIME = Instant.parse("2026-03-10T12:00:00Z");

    private static DocumentCheck check(String key, String day, List<String> fatal, List<String> warnings) {
        return new DocumentCheck(key, LocalDate.parse(day), fatal, warnings, SOME_TIME);
    }

    private static KpiResult measured(DocumentCheck... checks) {
        return new DocumentAccuracy().compute(EventLog.of(List.of(checks)).figures(MARCH, AsOf.endOf("2026-03-31")));
    }

    /** Of three in March one breaks a rule, one breaks one that only warns; R-9 is of April. 2 / 3 × 100. */
    @Test
    void aWarningFailsNoDocument() {
        KpiResult result = measured(
                check("R-1", "2026-03-01", List.of(), List.of()),
                check("R-2", "2026-03-31", List.of("BR-CO-15"), List.of("BR-08")),
                check("R-3", "2026-03-10", List.of(), List.of("BR-08")),
                check("R-9", "2026-04-01", List.of("BR-CO-15"), List.of()));
        assertThat(result.value()).contains(Fraction.of(200, 3));
        assertThat(result.basis().count()).contains(3L);
        assertThat(result.basis().items())
                .containsExactly(
                        KpiItem.counted("R-1", true), KpiItem.counted("R-2", false), KpiItem.counted("R-3", true));
    }

    @Test
    void hasNoValueWhereNothingWasChecked() {
        KpiResult result = measured(check("R-9", "2026-04-01", List.of(), List.of()));
        assertThat(result.value()).isEmpty();
        assertThat(result.<String>match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason()))
                .isEqualTo("NO_DOCUMENTS: no document of the period was checked");
    }

    @Test
    void refusesARuleWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("R-1", "2026-03-01", List.of(""), List.of()))
                .withMessage("fatal must have 1 to 200 characters, but was ");
    }

    @Property
    void isTheShareOfThoseThatPass(
            @ForAll @IntRange(max = 20) int passed, @ForAll @IntRange(min = 1, max = 20) int failed) {
        var checks = new DocumentCheck[passed + failed];
        for (int i = 0; i < checks.length; i++) {
            checks[i] = check("R-" + i, "2026-03-05", i < passed ? List.of() : List.of("BR-08"), List.of());
        }
        assertThat(measured(checks).value()).contains(Fraction.of(100L * passed, passed + failed));
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentCheck("R-1", LocalDate.MAX, List.of(), List.of(), SOME_TIME))
                .withMessage("date must lie in the years 1 to 9999, but was +999999999-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentCheck("R-1", MARCH.start(), List.of(), List.of(), Instant.MAX))
                .withMessageStartingWith("recordedAt must lie in the years 1 to 9999, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("R-1", "2026-03-01", List.of(), List.of("")))
                .withMessage("warnings must have 1 to 200 characters, but was ");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentCheck("R-1", MARCH.start(), null, List.of(), SOME_TIME))
                .withMessage("fatal");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentCheck("R-1", MARCH.start(), List.of(), null, SOME_TIME))
                .withMessage("warnings");
    }
}
