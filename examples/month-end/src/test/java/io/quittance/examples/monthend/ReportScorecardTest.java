package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How the report shows the scorecard: of which period each value is, a line of periods as long, and the score of all. */
class ReportScorecardTest {
    private static final Map<String, Object> REPORT = ReportModel.of(Shipped.CLOSE);
    private static final ChartData CHARTS = ChartData.of(Shipped.CLOSE);

    /** The reference has 30.715646 days in the first quarter of 2012 and 5.515450 in the last of 2013, whose December alone has 54.166820. */
    @Test
    void aQuarterStandsBesideQuarters() {
        List<BigDecimal> quarters = values(2);
        assertThat(quarters).hasSize(8).startsWith(new BigDecimal("30.715646")).endsWith(new BigDecimal("5.515450"));
        assertThat(values(5)).hasSize(24).endsWith(new BigDecimal("54.166820")); // and none in January
        assertThat(values(0)).isEmpty();
    }

    private static List<BigDecimal> values(int row) {
        return CHARTS.trends().get(row).values().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void saysOfWhichPeriodAValueIs() {
        assertThat(String.valueOf(REPORT.get("scorecard")))
                .contains("of=2013-10 to 2013-12", "of=2013-12", "of=2014-01", "area=Collection");
    }

    /** By hand: 120 (2 / 1.12, capped), 100 / 95, 120 (21.30 / 5.52, capped), 89.236025 / 95 and 5 / 72.929518, in percent, are 446.05 of five; the sixth has no data. */
    @Test
    void saysWhatAllScore() {
        assertThat(REPORT).containsEntry("score", "89.21").containsEntry("coverage", "83.33");
    }

    @Test
    void rollsAreNamedByTheirAges() {
        assertThat(CHARTS.rolls())
                .extracting(ChartData.Method::name)
                .containsExactly("roll-rate.cohort.1, current to 1-30", "roll-rate.cohort.2, 1-30 to 31-60");
    }
}
