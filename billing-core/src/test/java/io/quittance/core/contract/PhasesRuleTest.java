package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class PhasesRuleTest {
    @Test
    void findsPhasesAfterTheEnd() {
        Contract.Builder late = contract(PLATFORM.phases(Phase.trial("P12M"), Phase.discount("P3M", "20")));
        assertThat(found(late))
                .containsExactly(
                        "CONTRADICTION charges[0].phases[1] phase-never-begins",
                        "NOTE charges[0].phases full-price-never");
        assertThat(ContractReview.of(late.build()).findings().get(0).reason())
                .hasToString("begins on 2027-01-01, after the charge, which has [2026-01-01, 2027-01-01)");
    }

    @Test
    void notesAPriceThatNoDayCosts() {
        Contract.Builder tried = contract(PLATFORM.phases(Phase.trial("P12M")));
        assertThat(found(tried)).containsExactly("NOTE charges[0].phases full-price-never");
        assertThat(reason(tried))
                .hasToString(
                        "the full price is due from 2027-01-01 on, after the charge, which has [2026-01-01, 2027-01-01)");
    }

    /** Its end, by 120 phases of a century each, is no day of a calendar. */
    @Test
    void reviewsPhasesThatEndBeyondTheCalendar() {
        var centuries = Collections.nCopies(120, Phase.trial("P100Y"));
        assertThat(found(contract(PLATFORM.phases(Phases.of(centuries))))).hasSize(120);
    }

    @Test
    void notesPhasesThatChangeNothing() {
        assertThat(found(contract(PLATFORM.phases(Phase.trial("P14D"), Phase.discount("P1M", "0")))))
                .containsExactly("NOTE charges[0].phases[1] whole-phase");
    }

    @Test
    void leavesAlonePhasesThatEnd() {
        assertThat(found(contract(PLATFORM.phases(Phase.trial("P14D"), Phase.rampUp("P11M", "99")))))
                .isEmpty();
        assertThat(found(contract(PLATFORM.phases(Phase.trial("P12M"))).renewal(Renewal.of("P1Y", "P1M"))))
                .isEmpty();
    }
}
