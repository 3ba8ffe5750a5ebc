package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.RollRow;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.Contributions;
import io.quittance.kpi.trend.Dimension;
import io.quittance.kpi.trend.ManagementSummary;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the report says beyond the months: rolls, and the summary for management. */
class ReportKpisTest {
    private static final ManagementSummary SUMMARY = Shipped.CLOSE.summary().orElseThrow();
    private static final Rounding SIX = Rounding.halfUp(6);

    /** The matrix of the reference is of the months up to December 2013; in January everything is settled. */
    @Test
    void rollsAreThoseOfTheReference() {
        JsonNode amounts = Shipped.reference("ibm-ar").get("roll_matrix_amounts");
        JsonNode percents = Shipped.reference("ibm-ar").get("roll_matrix_pct");
        Migration migration = Shipped.CLOSE.asRemitted().kpis().months().stream()
                .flatMap(month -> month.migration().stream())
                .reduce(Migration::plus)
                .orElseThrow();
        List<String> names = List.of("current", "d1_30", "d31_60", "d61_90", "d90_plus");
        for (int from = 0; from < names.size(); from++) {
            JsonNode row = amounts.get(names.get(from));
            JsonNode percent = percents.get(names.get(from));
            RollRow rolled = migration.percents().get(from);
            for (int to = 0; to < names.size(); to++) {
                assertThat(migration.rows().get(from).to().get(to).toBigDecimal())
                        .isEqualByComparingTo(row.get(names.get(to)).asString());
                assertThat(rolled.to().get(to).rounded(SIX).orElse(null))
                        .isEqualTo(
                                percent.isNull()
                                        ? null
                                        : new BigDecimal(
                                                percent.get(names.get(to)).asString()));
            }
            assertThat(migration.rows().get(from).settled().toBigDecimal())
                    .isEqualByComparingTo(row.get("settled").asString());
        }
    }

    /** 436.04 after 6,364.37 is 5,928.33 less: 93.15 %. What customers contribute adds up to it. */
    @Test
    void theSummarySaysWhatChangedAndWhoMadeIt() {
        assertThat(SUMMARY.period().start()).isEqualTo("2013-12-01");
        assertThat(SUMMARY.aging().open().toBigDecimal()).isEqualByComparingTo("761.90");
        ChangeFinding billed = SUMMARY.topChanges().stream()
                .filter(finding -> finding.kpi().id().startsWith("billing.volume"))
                .findFirst()
                .orElseThrow();
        assertThat(billed.change().relative().rounded(Rounding.halfUp(2))).contains(new BigDecimal("-93.15"));
        Contributions customers = billed.by(Dimension.CUSTOMER).orElseThrow();
        assertThat(customers.lines().stream().map(line -> line.amount()).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(Fraction.of(new BigDecimal("-5928.33")));
    }

    /** 542.56 of 4,788.88 and 555.65 of 761.90 were past due: 11.329580 % and 72.929518 %, 61.60 points more, and 543.71 % of what it was. */
    @Test
    void aChangeOfAPercentageIsInPoints() {
        assertThat(ReportKpis.summary(Shipped.CLOSE).toString())
                .contains("change=+61.60 points (+543.71 %), worse", "change=-93.15 %");
    }

    /** 11.33 % of 4,788.88 and 72.93 % of 761.90 were past due; the invoices that explain it are those that are late in CollectionsTest. */
    @Test
    void whatIsOverdueIsExplainedByItsInvoices() {
        assertThat(ReportKpis.summary(Shipped.CLOSE).toString())
                .contains("from=11.33 %", "to=72.93 %", "4025313129 +", "6178537152 +", "points");
    }
}
