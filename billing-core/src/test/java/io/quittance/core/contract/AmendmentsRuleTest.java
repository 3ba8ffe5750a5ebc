package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.end;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.pause;
import static io.quittance.core.contract.Reviews.recorded;
import static io.quittance.core.contract.Reviews.terms;
import static io.quittance.core.contract.Reviews.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AmendmentsRuleTest {
    private static List<ReviewFinding> findings(ContractHistory history) {
        return ContractReview.of(history, recorded(100)).findings();
    }

    @Test
    void findsAmendmentsAfterTheEnd() {
        ContractHistory late =
                history(contract(API), terms(1, "2027-01-01", PLATFORM), pause(2, "2027-02-01", "2027-03-01"));
        assertThat(found(late))
                .containsExactly(
                        "CONTRADICTION amendments[0].date amendment-after-end",
                        "CONTRADICTION amendments[1].days amendment-after-end");
        assertThat(findings(late).get(0).reason())
                .hasToString("2027-01-01 is after the contract, [2026-01-01, 2027-01-01)");
        assertThat(found(history(contract(API), terms(1, "2026-07-01", PLATFORM), end(2, "2026-07-01"))))
                .containsExactly("CONTRADICTION amendments[0].date amendment-after-end");
    }

    @Test
    void notesTermsThatOthersOfTheSameDayReplace() {
        ContractHistory replaced =
                history(contract(API), terms(1, "2026-07-01", PLATFORM), terms(2, "2026-07-01", API, PLATFORM));
        assertThat(found(replaced)).containsExactly("NOTE amendments[0].date amendment-replaced");
        assertThat(findings(replaced).get(0).reason())
                .hasToString("never holds: A-2 has other terms from 2026-07-01 on, and was recorded later");
    }

    @Test
    void namesTheTermsThatHoldInTheEnd() {
        ContractHistory twice = history(
                contract(API),
                terms(1, "2026-07-01", PLATFORM),
                terms(2, "2026-07-01", API, PLATFORM),
                terms(3, "2026-07-01", PLATFORM, API));
        assertThat(findings(twice))
                .extracting(finding -> finding.path() + " " + finding.reason().arguments())
                .containsExactly("amendments[0].date [A-3, 2026-07-01]", "amendments[1].date [A-3, 2026-07-01]");
    }

    @Test
    void notesWhatIsWithdrawnAndNotReplaced() {
        ContractHistory withdrawn = history(contract(API), terms(1, "2026-07-01", PLATFORM), withdrawal(2, 1));
        assertThat(found(withdrawn)).containsExactly("NOTE amendments[1].withdrawn withdrawn");
        assertThat(findings(withdrawn).get(0).reason()).hasToString("takes back A-1, and nothing replaces it");
        assertThat(found(history(
                        contract(API), end(1, "2026-07-01"), terms(2, "2026-03-01", PLATFORM), withdrawal(3, 1))))
                .containsExactly("NOTE amendments[2].withdrawn withdrawn");
    }

    @Test
    void leavesAloneAmendmentsThatHold() {
        assertThat(found(history(
                        contract(API),
                        terms(1, "2026-07-01", PLATFORM),
                        terms(2, "2026-04-01", API, PLATFORM),
                        pause(3, "2026-12-31", "2027-02-01"),
                        end(4, "2028-01-01"),
                        terms(5, "2027-12-31", PLATFORM.named("Platform")))))
                .isEmpty();
        assertThat(found(history(
                        contract(API),
                        terms(1, "2026-07-01", PLATFORM),
                        withdrawal(2, 1),
                        terms(3, "2026-08-01", PLATFORM))))
                .isEmpty();
        assertThat(found(history(
                        contract(PLATFORM).renewal(Renewal.of("P1Y", "P3M")), terms(1, "2030-01-01", PLATFORM, API))))
                .isEmpty();
    }

    /** On the day after A-1 was recorded nobody knows that it will be withdrawn. */
    @Test
    void knowsOnlyWhatWasRecordedByThen() {
        ContractHistory history = history(contract(API), terms(1, "2027-07-01", PLATFORM), withdrawal(2, 1));
        assertThat(Reviews.found(ContractReview.of(history, recorded(1))))
                .containsExactly("CONTRADICTION amendments[0].date amendment-after-end");
        assertThat(Reviews.found(ContractReview.of(history, recorded(2))))
                .containsExactly("NOTE amendments[1].withdrawn withdrawn");
        assertThat(ContractReview.of(history, recorded(0)).isClean()).isTrue();
        assertThat(ContractReview.of(history, recorded(-1)).findings()).isEmpty();
    }
}
