package io.quittance.golden;

import static io.quittance.kpi.scorecard.Comparison.AT_LEAST;
import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.scorecard.Baseline;
import io.quittance.kpi.scorecard.Capped;
import io.quittance.kpi.scorecard.Comparison;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.Interpolation;
import io.quittance.kpi.scorecard.KeyResultArea;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ScorecardFigures;
import io.quittance.kpi.scorecard.ScorecardKpi;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.ShareOfGoal;
import io.quittance.kpi.scorecard.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As {@link GoldenReceivablesTest}, for the KPIs of billing, disputes, cash and collection, and a scorecard of them. */
class GoldenFiguresTest {
    private static final String KPI = "kpi-" + KpiBasis.CONVENTION + "/";

    @Test
    void measuresBillingAsWhenTheConventionWasNamed() {
        GoldenFiles.holds("book/" + KPI + "billing.csv", BookResults.values(BillingValues.all().stream()));
    }

    @Test
    void measuresMilestonesAsWhenTheConventionWasNamed() {
        GoldenFiles.holds(
                "book/project/" + KPI + "billing.csv", BookResults.values(BillingValues.ofProject().stream()));
    }

    @Test
    void measuresClaimsAsWhenTheConventionWasNamed() {
        GoldenFiles.holds("claims/" + KPI + "claims.csv", BookResults.values(ClaimValues.all().stream()));
    }

    @Test
    void scoresAsWhenTheConventionWasNamed() {
        GoldenFiles.holds("claims/" + KPI + "scorecard.csv", scored());
    }

    @Test
    void figuresOfClaimsAreRightByHand() {
        assertThat(values(ClaimValues.all()))
                .contains(
                        // 2526.04 / (555.56 + 66.67 - 20.05) x 30, in April
                        "dso.simple," + Fraction.of(252604, 60218).times(Fraction.of(30)),
                        // 12.34 / (555.56 + 66.67) x 100
                        "dispute-rate.amount," + Fraction.of(123400, 62223),
                        // (68 + 28 + 37 + 30 + 43 + 26) / 6
                        "days-to-pay.average,116/3",
                        // (38 - 2 + 7 + 0 + 13 - 4) / 6
                        "days-beyond-terms.signed.average,26/3",
                        // (21 + 26 + 27) / 3, and (50 + 47 + 22) / 3 of those that are open
                        "dispute.cycle-time.mean,74/3",
                        "dispute.age.mean,119/3",
                        // 10.01 x 0.3 % + 864.45 x 1.6 % + 379.82 x 3.6 % + 1190.84 x 6.6 % + 91.91 x 10.6 % + 62.83 x
                        // 25 %
                        "ecl.matrix,131.58015",
                        // 8 of 16: five were applied by a clerk, one of them wrongly at first, and three are on account
                        "cash-app.auto-match.count,50",
                        // 300.00 of 500.00
                        "ptp.kept-in-part.amount,60");
    }

    @Test
    void figuresOfBillingAreRightByHand() {
        assertThat(values(BillingValues.all()))
                .contains(
                        // 310.00 x 2 + 377.42 + 150.00 + 100.00 x 4 + 45.00 + 108.02 + 155.98 + 94.99 x 2 + 142.45 +
                        // 178.05
                        "billing.volume.gross,2366.9",
                        // less 160.00 + 310.00 + 35.71 + 23.73
                        "billing.volume.net,1837.46",
                        // platform-04 and hosting-02, of 15; calls-02, shop-02 and hosting-04 are one or two days late
                        "billing.on-time.within-0-days,40/3",
                        "billing.on-time.within-2-days,100/3",
                        // all but shop-03, of the 11 whose 31 days are over
                        "billing.accuracy.within-31-days.count,1000/11",
                        // by clerks: platform-01, platform-04, hosting-01, hosting-04, calls-04 and shop-03, by 1.75
                        // persons
                        "billing.productivity.invoices,24/7");
    }

    /** 1,000.00 were billed on 1 February and 2,500.50 on 1 March, each on the first day on which it could be; the run of 1 April found nothing. */
    @Test
    void figuresOfMilestonesAreRightByHand() {
        assertThat(values(BillingValues.ofProject()))
                .contains(
                        "billing.volume.count,2",
                        "billing.volume.gross,3500.5",
                        // project-02, due and sent on 3 February; project-03 was due on 3 March, and is sent on the 5th
                        "billing.on-time,50",
                        "billing.on-time.within-0-days,50",
                        "billing.on-time.within-2-days,100")
                .filteredOn(value -> value.matches("billing.(unbilled|completeness|leakage|overbilled).*"))
                .containsExactly(
                        // by the end of March and of April
                        "billing.unbilled,0",
                        "billing.completeness,100",
                        "billing.leakage.after-14-days,0",
                        "billing.overbilled.after-14-days,0",
                        "billing.unbilled,0",
                        "billing.completeness,100",
                        "billing.leakage.after-14-days,0",
                        "billing.overbilled.after-14-days,0");
    }

    @Test
    void scoresAreRightByHand() {
        assertThat(scored())
                .contains(
                        // 100 / 3 of 50
                        "row,billing.on-time.within-2-days,Optional[50],Optional.empty,MISSED,Optional[200/3]\n",
                        // (120 + 200 / 3) / 2
                        "area,Billing,Optional[280/3]\n");
    }

    private static List<String> values(List<KpiResult> results) {
        return BookResults.values(results.stream()).lines().toList();
    }

    private static String scored() {
        List<KpiResult> results = Stream.concat(ClaimValues.all().stream(), BillingValues.all().stream())
                .toList();
        Scorecard scorecard = Scorecard.of(
                "Receivables",
                List.of(
                        row(results, "dso.simple", "Collection", AT_MOST, Goal.absolute("45"))
                                .weighing("3"),
                        row(results, "collection-rate.period", "Collection", AT_LEAST, Goal.absolute("95"))
                                .weighing("2.5"),
                        row(results, "overdue.amount", "Collection", AT_MOST, Goal.change("-10"))
                                .scoredBy(ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL),
                        row(results, "billing.accuracy.within-30-days.count", "Billing", AT_LEAST, Goal.absolute("98"))
                                .scoredBy(new Interpolation(
                                        Interpolation.Level.of("90", "80"),
                                        Interpolation.Level.of("98", "100"),
                                        Interpolation.Level.of("100", "120"))),
                        row(results, "billing.on-time.within-2-days", "Billing", AT_LEAST, Goal.absolute("50"))
                                .scoredBy(Capped.at("110", ShareOfGoal.ACTUAL_OVER_GOAL))));
        var rows = new ArrayList<String>();
        for (KeyResultArea area : scorecard.areas()) {
            for (ScorecardRow row : area.rows()) {
                rows.add("row," + row.target().kpi() + "," + row.goal() + "," + row.progress() + "," + row.status()
                        + "," + row.score());
            }
            rows.add("area," + area.name() + "," + area.score().percent());
        }
        String text = String.join("\n", rows) + "\n";
        var figures = new ScorecardFigures(ClaimValues.APRIL, scorecard);
        return text
                + BookResults.values(Stream.of(ScorecardKpi.score(), ScorecardKpi.coverage(), ScorecardKpi.goalsMet())
                        .map(kpi -> kpi.compute(figures)));
    }

    /** The first result of a KPI against a goal for the end of April, with a baseline of 90 in March if that needs one. */
    private static ScorecardRow row(
            List<KpiResult> results, String kpi, String area, Comparison comparison, Goal goal) {
        KpiResult result = results.stream()
                .filter(each -> each.basis().definition().id().equals(kpi))
                .findFirst()
                .orElseThrow();
        Target.Builder target = Target.named(kpi)
                .of(result.basis().definition(), "all customers")
                .goal(comparison, goal)
                .area(area)
                .deadline(Claims.END.date());
        return ScorecardRow.of(
                (goal.needsBaseline()
                                ? target.baseline(Baseline.of("90", ServicePeriod.of("2026-03-01", "2026-04-01")))
                                : target)
                        .build(),
                result);
    }
}
