package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.reason;
import static io.quittance.core.contract.Reviews.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.TermCommitment;
import org.junit.jupiter.api.Test;

class CommitmentRuleTest {
    @Test
    void notesCommitmentsThatChangeNoPrice() {
        assertThat(found(contract(API.commitment(Commitment.ofAmount("10")))))
                .containsExactly("NOTE charges[0].commitment commitment-without-effect");
        assertThat(found(contract(API.commitment(Commitment.ofAmount("0").withTrueUp(true)))))
                .containsExactly("NOTE charges[0].commitment commitment-without-effect");
        assertThat(found(contract(API).commitment(TermCommitment.of("0").perPeriod("0"))))
                .containsExactly("NOTE commitment commitment-without-effect");
    }

    @Test
    void notesATermThatItsPeriodsReach() {
        Contract.Builder covered =
                contract(API).commitment(TermCommitment.of("1200").perPeriod("100"));
        assertThat(found(covered)).containsExactly("NOTE commitment.termMinimum commitment-covered");
        assertThat(reason(covered)).hasToString("1200 over the term, of which 12 whole periods of 100 are 1200");
    }

    @Test
    void leavesAloneCommitmentsThatMatter() {
        assertThat(found(contract(API.commitment(Commitment.ofAmount("10").withTrueUp(true)))))
                .isEmpty();
        assertThat(found(contract(API.commitment(Commitment.ofAmount("0").overageFactor("2")))))
                .isEmpty();
        assertThat(found(contract(API).commitment(TermCommitment.of("1200").perPeriod("60"))))
                .isEmpty();
        assertThat(found(contract(API).commitment(TermCommitment.of("0").perPeriod("60"))))
                .isEmpty();
        assertThat(found(contract(API).commitment(TermCommitment.of("0").overageFactor("2"))))
                .isEmpty();
        assertThat(found(history(
                        contract(API).commitment(TermCommitment.of("1200").perPeriod("100")),
                        terms(1, "2026-07-01", API))))
                .isEmpty(); // 100 a month up to July only
        assertThat(found(contract(API)
                        .commitment(TermCommitment.of("1200").perPeriod("100"))
                        .discount(Discount.percent("launch", "20"))))
                .isEmpty();
        assertThat(found(contract(API.from("2026-01-15"))
                        .term("2026-01-15", "2027-01-15")
                        .commitment(TermCommitment.of("1200").perPeriod("100"))))
                .isEmpty(); // 11 whole months
    }
}
