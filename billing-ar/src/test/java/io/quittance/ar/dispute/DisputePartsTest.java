package io.quittance.ar.dispute;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.receivable.Receivable;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.verification.VerificationFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the parts of a case say of themselves, and where a finding stops to open one. */
class DisputePartsTest {
    private static VerificationFinding finding(String difference) {
        return new VerificationFinding(
                VerificationFinding.Code.WRONG_PRICE,
                ContractId.of("C-1"),
                ChargeId.of("calls"),
                ServicePeriod.of("2026-01-01", "2026-02-01"),
                List.of("R1"),
                eur("100"),
                eur("100").add(eur(difference)),
                eur(difference),
                0,
                Explanation.of("test.finding", "because"));
    }

    private static Dispute opened(Receivable debt, String difference) {
        return Dispute.of(DisputeId.of("D1"), debt, eur("1"), finding(difference), "F-17");
    }

    /** A cent too much is too much; nothing is not. */
    @Test
    void aFindingWithoutADifferenceOpensNoCase() {
        Receivable debt = receivable("R1", "2026-03-03", "119");
        assertThat(opened(debt, "0.01").receivable()).isEqualTo(id("R1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened(debt, "0"))
                .withMessageStartingWith("finding must say that too much was invoiced, but was WRONG_PRICE C-1");
    }

    /** The finding names R1: the debt itself, or one that is a part of it; R1 as a part of an item that is no invoice is named all the same. */
    @Test
    void aFindingNamesTheDebtOrItsItem() {
        Receivable component =
                receivable("R1", "2026-03-03", "119").partOf(id("plan-7"), LocalDate.parse("2026-03-03"));
        assertThat(opened(component, "20").receivable()).isEqualTo(id("R1"));
        Receivable part = receivable("R1/2", "2026-03-03", "59.50").partOf(id("R1"), LocalDate.parse("2026-03-03"));
        assertThat(opened(part, "20").receivable()).isEqualTo(id("R1/2"));
    }

    @Test
    void aStageHasAnOwnerAndANoteOnceTheyAreGiven() {
        DisputeStage stage = DisputeStage.of("at-warehouse");
        assertThat(stage.newOwner()).isEmpty();
        assertThat(stage.noteKey()).isEmpty();
        ActorId clerk = ActorId.of("clerk-7");
        DisputeStage both = stage.ownedBy(clerk).noted("note-17");
        assertThat(both.newOwner()).contains(clerk);
        assertThat(both.noteKey()).contains("note-17");
        assertThat(both).isEqualTo(stage.noted("note-17").ownedBy(clerk));
    }

    /** Of 60.00 that are contested, 20.00 are accepted. */
    @Test
    void aDecisionSaysWhatIsAcceptedAndWhetherARestIsLeft() {
        Resolution part = Resolution.accepted(eur("20"));
        assertThat(part).hasToString("ACCEPTED EUR 20.00");
        assertThat(part.leavingRest()).hasToString("ACCEPTED EUR 20.00, the rest contested");
        assertThat(part.leavingRest().accepted()).contains(eur("20"));
        assertThat(Resolution.rejected()).hasToString("REJECTED");
        assertThat(Resolution.withdrawn().accepted()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resolution(Resolution.Outcome.ACCEPTED, null, false))
                .withMessage("amount must be given where something is accepted, and only there");
    }

    @Test
    void casesAreSortedByTheirIdsAndSourcesNameThemselves() {
        assertThat(Stream.of("D2", "D10", "D1").map(DisputeId::of).sorted())
                .extracting(DisputeId::value)
                .containsExactly("D1", "D10", "D2");
        assertThat(DisputeSource.reconciliation("run-3/7")).hasToString("RECONCILIATION_DIFFERENCE run-3/7");
    }
}
