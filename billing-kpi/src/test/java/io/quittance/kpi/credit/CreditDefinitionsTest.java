package io.quittance.kpi.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader is told about the KPIs of credit. */
class CreditDefinitionsTest {
    private static final String PAIRS =
            "pairs of one who defaulted within 12 months, scored the higher risk, and one who did not, ties as one half / all pairs × 100";
    private static final String RANKED =
            "none was made (NO_ASSESSMENTS); the window of none is over (WINDOW_OPEN); all or none defaulted (ONE_OUTCOME)";

    private static Arguments row(
            Kpi<?> kpi,
            String id,
            String name,
            Direction direction,
            String formula,
            String undefinedWhen,
            String source) {
        return Arguments.of(
                kpi,
                KpiDefinition.of(id, name, KpiUnit.PERCENT, direction, formula)
                        .undefinedWhen(undefinedWhen)
                        .definedBy(source));
    }

    private static Arguments approval(Kpi<?> kpi, String id, String name, String formula, String source) {
        return row(kpi, id, name, Direction.INFORMATIONAL, formula, "there is none (NO_REQUESTS)", source);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                approval(
                        CreditApproval.ofDecided(),
                        "credit.approval",
                        "Requests for credit approved",
                        "requests decided in the period and approved in full / requests decided in the period × 100",
                        "requirement"),
                approval(
                        CreditApproval.ofReceived(),
                        "credit.approval.of-received",
                        "Requests for credit approved, of received",
                        "requests received in the period and approved in full / requests received in the period × 100",
                        "KPI Depot, credit approval rate"),
                approval(
                        CreditApproval.ofDecided().inPart(),
                        "credit.approval.in-part",
                        "Requests for credit approved in part",
                        "requests decided in the period and approved in part / requests decided in the period × 100",
                        "requirement"),
                row(
                        CreditRanking.auc(12),
                        "credit.auc.within-12-months",
                        "Area under the ROC curve of credit scores within 12 months",
                        Direction.HIGHER,
                        PAIRS + ", of those assessed in the period at least 12 months ago",
                        RANKED,
                        "Basel Committee, working paper 14, studies on the validation of internal rating systems"),
                row(
                        CreditRanking.gini(12),
                        "credit.gini.within-12-months",
                        "Gini coefficient of credit scores within 12 months",
                        Direction.HIGHER,
                        "2 × " + PAIRS + " - 100, of those assessed in the period at least 12 months ago",
                        RANKED,
                        "Basel Committee, working paper 14, studies on the validation of internal rating systems"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aDefinitionSaysWhatIsMeasured(Kpi<?> kpi, KpiDefinition expected) {
        assertThat(kpi.definition()).isEqualTo(expected);
    }
}
