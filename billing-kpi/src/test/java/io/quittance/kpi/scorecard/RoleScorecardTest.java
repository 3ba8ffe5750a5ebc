package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import java.time.LocalDate;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleScorecardTest {

    /** The marks of sections 1 to 5 of kpi.md, by role. */
    @ParameterizedTest
    @CsvSource({
        "BILLING_SPECIALIST, 000, 38 39 40 41 45 46 47 48 52 53 54 55 59 60 61 62 66 67 68 69 73 74 75 76 80 81 82 83 87 88 89 90 94 95 96 97 101 102 103 104 109 111",
        "BILLING_OFFICER, 001, 42 56 96 102 103 104 105 106 107 108",
        "RECEIVABLES, 002, 37 38 39 40 44 45 46 47 51 52 53 54 58 59 60 61 65 66 67 68 72 73 74 75 79 80 81 82 86 87 88 89 93 94 95 96 100 101 102 103 106 107 108 109 110",
        "CONTRACT_BILLING, 003, 11"
    })
    void holdsEveryMarkOfItsRole(Role role, String number, String marks) {
        var required = new StringTokenizer(marks);
        var present =
                RoleScorecard.of(role).kpis().stream().map(RequiredKpi::mark).collect(Collectors.toSet());
        assertThat(role.number()).isEqualTo(number);
        while (required.hasMoreTokens()) {
            assertThat(present).contains(number + ":" + required.nextToken());
        }
    }

    /** 003:11 of kpi.md: what billing by contracts is measured by, in two areas. */
    @Test
    void namesTheKpisOfAnArea() {
        var contracts = RoleScorecard.of(Role.CONTRACT_BILLING);
        assertThat(contracts.areas()).containsExactly("Billing", "Clients");
        assertThat(contracts.kpisOf("Clients")).containsExactly("csat");
        assertThat(contracts.kpisOf("Billing"))
                .contains("billing.accuracy", "billing.on-time")
                .doesNotContain("csat");
        assertThat(contracts.kpisOf("Collection")).isEmpty();
    }

    /** The twelve targets of section 6 of kpi.md are of these roles, too. */
    @ParameterizedTest
    @CsvSource({
        "BILLING_SPECIALIST, 108, dso.simple",
        "BILLING_SPECIALIST, 109, collection-rate.due-cohort.by-period-end",
        "BILLING_SPECIALIST, 110, overdue.count",
        "BILLING_SPECIALIST, 111, collection-rate.period",
        "BILLING_OFFICER, 102, billing.error-rate",
        "BILLING_OFFICER, 103, billing.on-time",
        "BILLING_OFFICER, 104, dso.simple",
        "BILLING_OFFICER, 105, inquiry.response-time.within-24-hours",
        "BILLING_OFFICER, 106, audit.findings.significant",
        "BILLING_OFFICER, 107, process.improvements",
        "BILLING_OFFICER, 108, automation.share",
        "RECEIVABLES, 106, receivables.outstanding.overdue"
    })
    void holdsTheKpisOfTheRequiredTargets(Role role, int mark, String kpi) {
        assertThat(RoleScorecard.of(role).kpis())
                .anySatisfy(one -> assertThat(one).hasToString(role.number() + ":" + mark + " " + kpi));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void namesEachKpiOnceForAMark(Role role) {
        var scorecard = RoleScorecard.of(role);
        assertThat(scorecard.kpis()).doesNotHaveDuplicates().isNotEmpty();
        assertThat(scorecard.areas()).doesNotHaveDuplicates().doesNotContain("");
        for (RequiredKpi kpi : scorecard.kpis()) {
            // an id that no KPI can have would never be found
            assertThat(KpiDefinition.of(kpi.kpi(), "name", KpiUnit.COUNT, Direction.LOWER, "formula")
                            .id())
                    .isEqualTo(kpi.kpi());
        }
    }

    @Test
    void becomesAScorecardAndSaysWhatIsMissing() {
        var role = RoleScorecard.of(Role.BILLING_OFFICER);
        var target = Target.named("DSO")
                .of(DaysSalesOutstanding.simple().id(), "all customers")
                .goal(Comparison.AT_MOST, Goal.absolute("45"))
                .area("Collection")
                .deadline(LocalDate.of(2026, 6, 30))
                .build();
        var dso = Results.of("dso.simple", Direction.LOWER, "40");
        var onTime = Results.of("billing.on-time", Direction.HIGHER, "96");
        var scorecard = role.filled(List.of(ScorecardRow.of(target, dso)), List.of(onTime, dso));
        assertThat(scorecard.name()).isEqualTo("BILLING_OFFICER");
        assertThat(scorecard.areas()).extracting(KeyResultArea::name).containsExactlyElementsOf(role.areas());
        assertThat(scorecard.areas().get(0).watched()).containsExactly(onTime);
        assertThat(scorecard.areas().get(1).rows()).hasSize(1);
        assertThat(scorecard.areas().get(1).watched()).isEmpty();
        assertThat(role.missingIn(scorecard))
                .extracting(RequiredKpi::mark)
                .containsExactly(
                        "001:42", "001:42", "001:96", "001:96", "001:102", "001:56", "001:56", "001:56", "001:105",
                        "001:105", "001:106", "001:107", "001:108");
    }

    /** Another window answers a mark, and events answer where counts do; another limit of the requirement does not. */
    @ParameterizedTest
    @CsvSource({
        "billing.on-time, billing.on-time.within-0-days, true",
        "billing.on-time, billing.on-time.within-0-days[about=x], true",
        "billing.error-rate, billing.error-rate.within-20-days.count, true",
        "billing.error-rate, billing.error-rate.within-20-days.amount, false",
        "billing.accuracy.within-30-days.count, billing.accuracy.within-10-days.count, true",
        "billing.accuracy.within-30-days.count, billing.accuracy, false",
        "vendor.score, vendor.score[about=V-1], true",
        "dispute.count.unresolved, dispute.count.unresolved[reason=PRICING], true",
        "dispute.count.unresolved, dispute.count.unresolved[reason=PRICING].reduction, false",
        "reporting.ad-hoc.within-24-hours, reporting.ad-hoc.within-0.5-hours, true",
        "inquiry.response-time.within-24-hours, inquiry.response-time.within-80-hours, false",
        "billing.accuracy.within-30-days.count, contact.response-rate.customers.within-3-days, false",
        "dso.simple, dso.average, false"
    })
    void aRequirementHasSeveralAnswers(String required, String id, boolean answers) {
        assertThat(new RequiredKpi(Role.BILLING_OFFICER, "area", "001:1", required).isAnsweredBy(id))
                .isEqualTo(answers);
    }

    @Test
    void watchesTheKpisOfEvents() {
        var role = RoleScorecard.of(Role.BILLING_OFFICER);
        var onTime = Results.of("billing.on-time.within-2-days", Direction.HIGHER, "96");
        var scorecard = role.filled(List.of(), List.of(onTime));
        assertThat(scorecard.areas().get(0).watched()).containsExactly(onTime);
        assertThat(role.missingIn(scorecard)).extracting(RequiredKpi::mark).doesNotContain("001:103");
    }

    @Test
    void refusesWhatTheRoleIsNotMeasuredBy() {
        var role = RoleScorecard.of(Role.CONTRACT_BILLING);
        var dso = Results.of("dso.simple", Direction.LOWER, "40");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> role.filled(List.of(), List.of(dso)))
                .withMessage("results must be of KPIs of CONTRACT_BILLING, but was dso.simple");
        var target = Target.named("DSO")
                .of("dso.simple", "all customers")
                .goal(Comparison.AT_MOST, Goal.absolute("45"))
                .area("Collection")
                .deadline(LocalDate.of(2026, 6, 30))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> role.filled(List.of(ScorecardRow.of(target, dso)), List.of()))
                .withMessage("rows must serve an area of CONTRACT_BILLING, but was Collection");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequiredKpi(Role.RECEIVABLES, "Collection", "000:52", "dso.simple"))
                .withMessage("mark must begin with 002:, but was 000:52");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoleScorecard(
                        Role.CONTRACT_BILLING,
                        RoleScorecard.of(Role.RECEIVABLES).kpis()))
                .withMessage("kpis must be of CONTRACT_BILLING, but was 002:37 billing.on-time");
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        var role = RoleScorecard.of(Role.RECEIVABLES);
        assertThat(TargetTest.copied(role)).isEqualTo(role);
    }

    @Test
    void aRoleIsMeasuredByItsRows() {
        assertThat(new RoleScorecard.Rows(Role.BILLING_OFFICER)
                        .area("Billing")
                        .kpi(2, "dso.simple", "dso.average")
                        .list())
                .containsExactly(
                        new RequiredKpi(
                                Role.BILLING_OFFICER, "Billing", Role.BILLING_OFFICER.number() + ":2", "dso.simple"),
                        new RequiredKpi(
                                Role.BILLING_OFFICER, "Billing", Role.BILLING_OFFICER.number() + ":2", "dso.average"));
    }
}
