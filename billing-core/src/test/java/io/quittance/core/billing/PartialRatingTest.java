package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.calls;
import static io.quittance.core.billing.BillRunTest.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.RatingRequest;
import io.quittance.core.schedule.ServicePeriod;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rated where something fails: a charge, all of them together, or the program. */
class PartialRatingTest {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final ChargeId API = ChargeId.of("api");
    private static final ChargeId FEE = ChargeId.of("fee");

    @Test
    void aChargeThatIsRefusedIsTheOnlyOneThatFails() {
        PartialRating rating = PartialRating.of(request("-5"), new Due(0, new ArithmeticException()), true);
        assertThat(rating.failed()).containsExactly(API);
        assertThat(rated(rating)).containsExactly(FEE);
        assertThat(rating.findings())
                .extracting(BillingFinding::toString)
                .containsExactly(
                        "NOT_RATED charges[api] [2026-01-01, 2026-02-01): quantity must not be negative, but was -5");
    }

    /** Each charge alone can be rated: what fails is what they share, and none of them is billed. */
    @Test
    void whatFailsForAllTogetherFailsTheContract() {
        PartialRating rating = PartialRating.of(request("5"), new Due(1, new ArithmeticException("too big")), true);
        assertThat(rating.failed()).contains(API, FEE);
        assertThat(rating.rating()).isEmpty();
        assertThat(rating.findings())
                .extracting(BillingFinding::toString)
                .containsExactly("NOT_RATED contract [2026-01-01, 2026-02-01): too big");
    }

    /** The calls are refused, the fee alone can be rated, and then what is left can not. */
    @Test
    void whatFailsForTheOthersTogetherFailsTheContract() {
        PartialRating rating = PartialRating.of(request("-5"), new Due(4, new ArithmeticException("too big")), true);
        assertThat(rating.failed()).contains(API, FEE);
        assertThat(rating.rating()).isEmpty();
        assertThat(rating.findings())
                .extracting(BillingFinding::toString)
                .containsExactly(
                        "NOT_RATED charges[api] [2026-01-01, 2026-02-01): quantity must not be negative, but was -5",
                        "NOT_RATED contract [2026-01-01, 2026-02-01): too big");
    }

    /** When all are rated, when each is alone, and when those that can be are together. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anErrorOfTheProgramIsNoFinding(int time) {
        var due = new Due(time, new IllegalStateException("broken"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> PartialRating.of(request("-5"), due, true))
                .withMessage("broken");
    }

    private static List<ChargeId> rated(PartialRating rating) {
        return rating.rating().orElseThrow().charges().stream()
                .map(RatedCharge::charge)
                .toList();
    }

    private static RatingRequest request(String quantity) {
        Contract contract = Contract.of(
                ContractId.of("C-1"),
                CustomerId.of("ACME"),
                JANUARY,
                terms(Charge.usage("api", "calls", PerUnit.of("1")), Charge.recurring("fee", FlatFee.of("50.00"))));
        return RatingRequest.of(contract, List.of(calls("e-1", quantity, "2026-01-10T10:00:00Z")), JANUARY);
    }

    /** Both charges; fails when it is read for the nth time: by each rating once. */
    private static final class Due extends AbstractMap<String, Set<ChargeId>> {
        private final int failing;
        private final RuntimeException failure;
        private int read;

        Due(int failing, RuntimeException failure) {
            this.failing = failing;
            this.failure = failure;
        }

        @Override
        public Set<Map.Entry<String, Set<ChargeId>>> entrySet() {
            return Map.of("signed", Set.of(API, FEE)).entrySet();
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super Set<ChargeId>> action) {
            read++;
            if (read == failing) {
                throw failure;
            }
            super.forEach(action);
        }
    }
}
