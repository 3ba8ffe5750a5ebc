package io.quittance.ar.simulation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.NewestFirst;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.core.money.Rounding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * 980.00 of 11 March for 1000.00 that have been due since 31 January and 1000.00 that are due on 31 March, 2 % off up to 11 March. 7.3 % a year are
 * 0.20 a day on 1000.00.
 */
class SimulationTest {
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-11T12:00:00Z");
    private static final LocalDate HORIZON = LocalDate.parse("2026-04-30");
    private static final AgingRule AGES = AgingRule.of(AgingBuckets.days(30, 60));
    private static final Ledger LEDGER = Ledger.empty("EUR")
            .postAll(List.of(posted("OLD", "2026-01-01", "2026-01-31"), posted("NEW", "2026-03-01", "2026-03-31")));
    private static final DiscountPolicy DISCOUNTS = DiscountPolicy.of(Map.of(
            id("NEW"),
            DiscountOffer.of(eur("1000"), List.of(DiscountTier.percent("2", LocalDate.parse("2026-03-11"))))));
    private static final Simulation SIMULATION = Simulation.of(
                    LEDGER, List.of(payment("P", "2026-03-11", "980")), HORIZON, NOW)
            .settling(MONEY_ONLY.discounts(DISCOUNTS))
            .bearing(LateInterest.of(RateTable.constant("7.3"), DayBasis.ACTUAL_365, Rounding.halfUp(2)));

    private static final DunningPolicy LETTERS = DunningPolicy.of(
            "EUR",
            DunningScope.ITEM,
            List.of(
                    DunningLevel.of("first", 30, 7, ContactKind.LETTER),
                    DunningLevel.of("second", 60, 7, ContactKind.LETTER)));

    private static LedgerEntry posted(String id, String document, String due) {
        Receivable debt = Receivable.of(id(id), A, LocalDate.parse(document), LocalDate.parse(due), eur("1000"));
        return LedgerEntry.of(id, new ReceivablePosted(debt), THEN);
    }

    private static Map<String, AllocationStrategy> strategies() {
        var strategies = new LinkedHashMap<String, AllocationStrategy>();
        strategies.put("oldest", new OldestDueFirst());
        strategies.put("newest", new NewestFirst());
        return strategies;
    }

    /** 20.00 for 50 days are 0.20, and 1000.00 for the 30 days of April 6.00. */
    @Test
    void theOldestDebtFirstSavesInterestAndLosesTheDiscount() {
        SimulatedOutcome oldest = SIMULATION.outcome("oldest", new OldestDueFirst());
        assertThat(oldest.discount()).isEqualTo(eur("0"));
        assertThat(oldest.interest()).isEqualTo(eur("6.20"));
        assertThat(oldest.open()).isEqualTo(eur("1020"));
        assertThat(oldest.applied()).isEqualTo(eur("980"));
        assertThat(oldest.aging(AGES).buckets())
                .extracting(AgedAmount::amount)
                .containsExactly(eur("0"), eur("1000"), eur("0"), eur("20"));
        assertThat(oldest).hasToString("oldest: EUR 0.00 of discount, EUR 6.20 of interest, EUR 1020.00 open");
    }

    /** 980.00 and 20.00 of discount close the new debt; 1000.00 for 50 days are 10.00. */
    @Test
    void theNewestDebtFirstEarnsTheDiscountAndCostsInterest() {
        List<SimulatedOutcome> outcomes = SIMULATION.outcomes(strategies());
        assertThat(outcomes).extracting(SimulatedOutcome::name).containsExactly("oldest", "newest");
        SimulatedOutcome newest = outcomes.get(1);
        assertThat(newest.discount()).isEqualTo(eur("20"));
        assertThat(newest.interest()).isEqualTo(eur("10"));
        assertThat(newest.open()).isEqualTo(eur("1000"));
        assertThat(newest.onAccount()).isEqualTo(eur("0"));
        assertThat(newest.against(outcomes.get(0), AGES))
                .isEqualTo(new OutcomeDifference(
                        "newest",
                        "oldest",
                        eur("20"),
                        eur("3.80"),
                        eur("0"),
                        List.of(eur("0"), eur("-1000"), eur("0"), eur("980")),
                        List.of()));
    }

    /** By the oldest first, 20.00 and 1000.00 are claimed at the first level, and by the newest first 1000.00 of one debt. */
    @Test
    void comparesWhatIsClaimedAtEachLevel() {
        List<SimulatedOutcome> outcomes = SIMULATION.outcomes(strategies());
        assertThat(outcomes.get(1)
                        .against(outcomes.get(0), AGES, LETTERS, CollectionHistory::empty)
                        .levels())
                .containsExactly(
                        new LevelDifference("first", -1, eur("-20")), new LevelDifference("second", 0, eur("0")));
    }

    /** At the end of April the old debt is 89 days late, and the new one 30: nobody wrote before, so both are at the first level. */
    @Test
    void showsWhomADunningRunWouldRemind() {
        assertThat(SIMULATION.outcomes(strategies()))
                .flatExtracting(outcome -> outcome.dunning(LETTERS, CollectionHistory::empty))
                .extracting(decision -> decision.notices().stream()
                        .map(notice ->
                                notice.level().name() + " " + notice.items().size() + " " + notice.claimed())
                        .toList())
                .containsExactly(List.of("first 2 EUR 1020.00"), List.of("first 1 EUR 1000.00"));
        CollectionHistory written = CollectionHistory.empty(A)
                .with(CollectionEntry.of(
                        "letter",
                        A,
                        SIMULATION
                                .outcome("newest", new NewestFirst())
                                .dunning(LETTERS, CollectionHistory::empty)
                                .get(0)
                                .notices()
                                .get(0)
                                .contact("post"),
                        NOW));
        assertThat(SIMULATION
                        .outcome("newest", new NewestFirst())
                        .dunning(LETTERS, payer -> written)
                        .get(0)
                        .notices())
                .isEmpty();
    }

    @Test
    void theLedgerStaysAsItIs() {
        SIMULATION.outcomes(strategies());
        assertThat(LEDGER.openItems(A)).hasSize(2);
        assertThat(LEDGER.customer(A).version()).isEqualTo(2);
        assertThat(SIMULATION
                        .outcome("oldest", new OldestDueFirst())
                        .ledger()
                        .customer(A)
                        .version())
                .isEqualTo(4);
    }

    @Test
    void laterReceiptsSeeWhatEarlierOnesLeft() {
        SimulatedOutcome outcome = Simulation.of(
                        LEDGER,
                        List.of(payment("P2", "2026-03-20", "1500"), payment("P1", "2026-03-15", "1000")),
                        HORIZON,
                        NOW)
                .outcome("oldest", new OldestDueFirst());
        assertThat(outcome.settlements())
                .extracting(settlement -> settlement.applied())
                .containsExactly(eur("1000"), eur("1000"));
        assertThat(outcome.onAccount()).isEqualTo(eur("500"));
        assertThat(outcome.interest()).isEqualTo(eur("0"));
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(LEDGER, List.of(), HORIZON, NOW))
                .withMessage("receipts must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(LEDGER, List.of(payment("P", "2026-05-01", "1")), HORIZON, NOW))
                .withMessage("horizon must not be before the last value date, 2026-05-01, but was 2026-04-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMULATION.outcomes(Map.of()))
                .withMessage("strategies must not be empty, but was {}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(
                        LEDGER,
                        List.of(payment("P", "2026-03-11", "2000"), payment("P", "2026-03-11", "2000")),
                        HORIZON,
                        NOW))
                .withMessage("receipts must have each id once, but was P");
        SimulatedOutcome oldest = SIMULATION.outcome("oldest", new OldestDueFirst());
        SimulatedOutcome other = Simulation.of(LEDGER, List.of(payment("Q", "2026-03-11", "980")), HORIZON, NOW)
                .outcome("other", new OldestDueFirst());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oldest.against(other, AGES))
                .withMessageStartingWith("base must be of the same receipts and horizon, but was other: ");
        Ledger paid = LEDGER.post(LedgerEntry.of("P", new PaymentReceived(payment("P", "2026-03-11", "980")), NOW))
                .ledger();
        Simulation again = Simulation.of(paid, List.of(payment("P", "2026-03-11", "980")), HORIZON, NOW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> again.outcome("oldest", new OldestDueFirst()))
                .withMessageContaining("P");
    }

    /** A simulation goes on from an outcome like from any ledger; what that has already it does not take once more. */
    @Test
    void goesOnFromAnOutcome() {
        Ledger after = SIMULATION.outcome("oldest", new OldestDueFirst()).ledger();
        SimulatedOutcome more = Simulation.of(after, List.of(payment("Q", "2026-03-12", "20")), HORIZON, NOW)
                .outcome("more", new OldestDueFirst());
        assertThat(more.open()).isEqualTo(eur("1000"));
        Simulation again = Simulation.of(after, SIMULATION.receipts(), HORIZON, NOW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> again.outcome("again", new OldestDueFirst()))
                .withMessageContaining("P");
    }

    @Test
    void takesAReceiptWhateverItsId() {
        SimulatedOutcome outcome = Simulation.of(
                        LEDGER, List.of(payment("P".repeat(200), "2026-03-11", "1000")), HORIZON, NOW)
                .outcome("oldest", new OldestDueFirst());
        assertThat(outcome.applied()).isEqualTo(eur("1000"));
    }

    @Test
    void canBeShipped() throws Exception {
        Simulation read = copy(SIMULATION);
        assertThat(read).hasToString("1 receipts, compared at the end of 2026-04-30");
        SimulatedOutcome outcome = copy(read.outcome("newest", new NewestFirst()));
        assertThat(outcome.settlements())
                .isEqualTo(SIMULATION.outcome("newest", new NewestFirst()).settlements());
        assertThat(outcome.interest()).isEqualTo(eur("10"));
        assertThat(outcome.ledger().openItems(A)).hasSize(1);
        assertThat(outcome.ledger().openItems(B)).isEmpty();
    }
}
