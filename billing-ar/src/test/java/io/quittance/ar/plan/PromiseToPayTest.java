package io.quittance.ar.plan;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 500.00 promised on 2 March for 13 March, with 3 days: money counts up to 16 March (ar.md 4.23). */
class PromiseToPayTest {
    private static final LocalDate MADE = LocalDate.parse("2026-03-02");
    private static final PromiseToPay PROMISE = PromiseToPay.of(MADE, eur("500"), LocalDate.parse("2026-03-13"), 3);

    private static AppliedReceipt receipt(String date, String amount) {
        return AppliedReceipt.of(LocalDate.parse(date), eur(amount));
    }

    @ParameterizedTest(name = "{1} on {0}, asked on {2}: {3}")
    @CsvSource({
        "2026-03-16, 500, 2026-03-16, KEPT",
        "2026-03-16, 500, 2026-03-15, PENDING",
        "2026-03-16, 600, 2026-04-30, KEPT",
        "2026-03-17, 500, 2026-04-30, BROKEN",
        "2026-03-16, 499.99, 2026-03-16, PENDING",
        "2026-03-16, 499.99, 2026-03-17, PARTLY_KEPT",
        "2026-03-02, 500, 2026-03-02, KEPT",
        "2026-03-01, 500, 2026-03-17, BROKEN"
    })
    void isKeptByWhatIsAppliedInTime(String date, String amount, String on, PromiseState expected) {
        assertThat(PROMISE.standing(List.of(receipt(date, amount)), LocalDate.parse(on))
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void saysWhatIsMissing() {
        List<AppliedReceipt> receipts = List.of(receipt("2026-03-10", "200"), receipt("2026-03-20", "300"));
        PromiseStanding standing = PROMISE.standing(receipts, LocalDate.parse("2026-03-31"));
        assertThat(standing.state()).isEqualTo(PromiseState.PARTLY_KEPT);
        assertThat(standing.received()).isEqualTo(eur("200"));
        assertThat(standing.missing()).isEqualTo(eur("300"));
        assertThat(standing.explanation().text()).isEqualTo("EUR 200.00 of EUR 500.00 by 2026-03-16, on 2026-03-31");
        assertThat(standing.explanation().key()).isEqualTo("promise.partly-kept");
    }

    /** What came back in time does not count; more than was promised leaves nothing missing. */
    @Test
    void takesOffWhatCameBack() {
        List<AppliedReceipt> receipts = List.of(receipt("2026-03-10", "500"), receipt("2026-03-12", "-500"));
        assertThat(PROMISE.standing(receipts, LocalDate.parse("2026-03-17")).state())
                .isEqualTo(PromiseState.BROKEN);
        assertThat(PROMISE.standing(List.of(receipt("2026-03-10", "700")), MADE.plusDays(20))
                        .missing())
                .isEqualTo(eur("0"));
    }

    @Test
    void onlyAPendingOneHoldsDunning() {
        assertThat(PromiseState.values()).filteredOn(PromiseState::holdsDunning).containsExactly(PromiseState.PENDING);
    }

    /** The order of receipts does not matter, and one more never makes it worse. */
    @Property
    void moreMoneyNeverBreaksIt(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 30_000) Integer> cents,
            @ForAll @IntRange(max = 40) int day,
            @ForAll @IntRange(max = 40) int asked) {
        var receipts = new ArrayList<AppliedReceipt>();
        for (int one : cents) {
            receipts.add(new AppliedReceipt(MADE.plusDays(one % 25), Amount.ofMinor(one, eur("0").getCurrency())));
        }
        PromiseStanding standing = PROMISE.standing(receipts, MADE.plusDays(asked));
        Collections.reverse(receipts);
        assertThat(PROMISE.standing(receipts, MADE.plusDays(asked))).isEqualTo(standing);
        receipts.add(new AppliedReceipt(MADE.plusDays(day), eur("100")));
        PromiseStanding more = PROMISE.standing(receipts, MADE.plusDays(asked));
        assertThat(more.missing()).isLessThanOrEqualTo(standing.missing());
        assertThat(rank(more.state())).isGreaterThanOrEqualTo(rank(standing.state()));
    }

    private static int rank(PromiseState state) {
        return switch (state) {
            case BROKEN -> 0;
            case PARTLY_KEPT -> 1;
            case PENDING -> 2;
            case KEPT -> 3;
        };
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void namesWhatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new AppliedReceipt(MADE, null))
                .withMessage("amount");
    }

    @Test
    void refusesWhatIsNoPromise() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromiseToPay.of(MADE, eur("500"), MADE.minusDays(1), 0))
                .withMessage("date must not be before 2026-03-02, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromiseToPay.of(MADE, eur("0"), MADE, 0))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromiseToPay.of(MADE, eur("1"), MADE, 366))
                .withMessage("toleranceDays must be between 0 and 365, but was 366");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromiseToPay.of(MADE, eur("1"), MADE, -1))
                .withMessage("toleranceDays must be between 0 and 365, but was -1");
        assertThat(PromiseToPay.of(MADE, eur("1"), MADE, 0).lastDay()).isEqualTo(MADE);
        assertThat(PromiseToPay.of(MADE, eur("1"), MADE, 365).lastDay()).isEqualTo("2027-03-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receipt("2026-03-02", "0"))
                .withMessage("amount must not be 0, but was EUR 0.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> PROMISE.standing(List.of(AppliedReceipt.of(MADE, Amount.of("1", "USD"))), MADE))
                .withMessage("receipts[0] must be in EUR, but was USD");
        assertThat(copy(PROMISE)).isEqualTo(PROMISE);
    }
}
