package io.quittance.ar.risk;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.risk.Exposure.Part;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditLimitTest {
    private static final CurrencyUnit EUR = eur("0").getCurrency();

    private static Exposure open(String amount) {
        return Exposure.none(EUR).with(Part.OPEN_ITEMS, eur(amount));
    }

    private static CreditCheck check(CreditLimit limit, String exposure, String added) {
        return limit.check(open(exposure), ExposurePolicy.USUAL, eur(added));
    }

    /** OCA, metasfresh and others: as much as the limit is allowed, a cent more is not. */
    @ParameterizedTest(name = "limit {0}, {1} and {2}: {3}, {4} before")
    @CsvSource({
        "100, 550, 0, true, -450",
        "1100, 550, 0, false, 550",
        "900, 550, 550, true, 350",
        "250, 246.05, 64.20, true, 3.95",
        "250, 246.05, 3.95, false, 3.95",
        "250, 246.05, 3.96, true, 3.95",
        "200000, 75532.50, 37766.25, false, 124467.50",
        "0, 0, 0, false, 0",
        "0, 0, 0.01, true, 0"
    })
    void isExceededByMoreThanItself(String limit, String exposure, String added, boolean exceeded, String before) {
        CreditCheck check = check(CreditLimit.of(eur(limit)), exposure, added);
        assertThat(check.isExceeded()).isEqualTo(exceeded);
        assertThat(check.total().availableBefore()).hasValue(eur(before));
    }

    @Test
    void zeroIsNoLimitOnlyWhereThatIsSaid() {
        assertThat(check(CreditLimit.zeroMeansNone(eur("0")), "550", "1").isExceeded())
                .isFalse();
        assertThat(check(CreditLimit.zeroMeansNone(eur("0")), "550", "1")
                        .total()
                        .availableBefore())
                .isEmpty();
        assertThat(CreditLimit.zeroMeansNone(eur("0"))).isEqualTo(CreditLimit.unlimited(EUR));
        assertThat(CreditLimit.zeroMeansNone(eur("5"))).isEqualTo(CreditLimit.of(eur("5")));
        assertThat(CreditLimit.of(eur("0"))).isNotEqualTo(CreditLimit.unlimited(EUR));
    }

    /** 500 open, of which 100 are disputed, 200 ordered, 50 delivered, 30 on account: 720 by the usual policy. */
    @ParameterizedTest(name = "on account lowers {0}, disputed counts {1}: {2}")
    @CsvSource({"true, true, 720", "false, true, 750", "true, false, 620", "false, false, 650"})
    void exposureFollowsThePolicy(boolean onAccountLowers, boolean disputedCounts, String expected) {
        Exposure exposure = open("500")
                .with(Part.DISPUTED, eur("100"))
                .with(Part.ORDERS, eur("200"))
                .with(Part.UNDELIVERED, eur("50"))
                .with(Part.ON_ACCOUNT, eur("30"));
        assertThat(exposure.total(new ExposurePolicy(onAccountLowers, disputedCounts)))
                .isEqualTo(eur(expected));
        assertThat(exposure)
                .hasToString("OPEN_ITEMS EUR 500.00, DISPUTED EUR 100.00, ORDERS EUR 200.00,"
                        + " UNDELIVERED EUR 50.00, ON_ACCOUNT EUR 30.00");
    }

    @Test
    void isReadFromAnAccount() {
        var account =
                new AccountView(A, List.of(item("R1", "2026-01-01", "70"), item("R2", "2026-02-01", "30")), eur("20"));
        Exposure exposure = Exposure.of(account);
        assertThat(exposure.of(Part.OPEN_ITEMS)).isEqualTo(eur("100"));
        assertThat(exposure.of(Part.ON_ACCOUNT)).isEqualTo(eur("20"));
        assertThat(exposure.total(ExposurePolicy.USUAL)).isEqualTo(eur("80"));
    }

    /** 30.00 of 70.00 are contested: 100.00 count by the usual policy, and 70.00 where it does not count. */
    @Test
    void readsWhatIsContestedFromAnAccount() {
        OpenItem contested = OpenItem.of(receivable("R1", "2026-01-01", "70"), eur("70"), eur("30"));
        Exposure exposure =
                Exposure.of(new AccountView(A, List.of(contested, item("R2", "2026-02-01", "30")), eur("0")));
        assertThat(exposure.of(Part.DISPUTED)).isEqualTo(eur("30"));
        assertThat(exposure.total(ExposurePolicy.USUAL)).isEqualTo(eur("100"));
        assertThat(exposure.total(new ExposurePolicy(true, false))).isEqualTo(eur("70"));
    }

    /** 550 in all are within 1100, but 520 of them are overdue, which has a limit of 499. */
    @Test
    void aCategoryHasItsOwnLimit() {
        CreditLimit limit =
                CreditLimit.of(eur("1100")).in("overdue", eur("499")).in("drafts", eur("100"));
        CreditCheck check = limit.check(
                open("550").in("overdue", eur("520")).in("drafts", eur("60")),
                ExposurePolicy.USUAL,
                eur("40"),
                Set.of("drafts"));
        assertThat(check.total().isExceeded()).isFalse();
        assertThat(check.exceeded())
                .extracting(LimitCheck::toString)
                .containsExactly("overdue: EUR 520.00 and EUR 0.00 more exceed the limit of EUR 499.00");
        assertThat(check.categories().get(0))
                .hasToString("drafts: EUR 60.00 and EUR 40.00 more are within the limit of EUR 100.00");
        assertThat(check.isExceeded()).isTrue();
        assertThat(CreditLimit.unlimited(EUR)
                        .check(open("1"), ExposurePolicy.USUAL, eur("2"))
                        .total())
                .hasToString("total: EUR 1.00 and EUR 2.00 more, without limit");
    }

    /** A higher limit never holds what a lower one lets through, and more to add never lets through what less does not. */
    @Property
    void isMonotone(
            @ForAll @IntRange(max = 1_000) int limit,
            @ForAll @IntRange(max = 1_000) int exposure,
            @ForAll @IntRange(max = 1_000) int added,
            @ForAll @IntRange(max = 100) int more) {
        boolean exceeded = exceeded(limit, exposure, added);
        assertThat(exceeded(limit + more, exposure, added)).isIn(false, exceeded);
        assertThat(exceeded(limit, exposure, added + more)).isIn(true, exceeded);
        assertThat(exceeded(limit, exposure + more, added)).isEqualTo(exceeded(limit, exposure, added + more));
    }

    private static boolean exceeded(int limit, int exposure, int added) {
        return check(CreditLimit.of(eur("" + limit)), "" + exposure, "" + added).isExceeded();
    }

    @Test
    void refusesWhatIsNoLimitOrExposure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditLimit.of(eur("-1")))
                .withMessage("limit must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditLimit.of(eur("1")).in("total", eur("1")))
                .withMessage("category must not be the name of the limit of all, but was total");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(CreditLimit.of(eur("1")), "1", "-1"))
                .withMessage("added must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("1").with(Part.DISPUTED, eur("2")))
                .withMessage("DISPUTED must not be more than what is open, EUR 1.00, but was EUR 2.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("1").with(Part.ORDERS, eur("-2")))
                .withMessage("ORDERS must not be negative, but was EUR -2.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> open("1").with(Part.ORDERS, Amount.of("1", "USD")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(
                        () -> CreditLimit.of(Amount.of("1", "USD")).check(open("1"), ExposurePolicy.USUAL, eur("1")))
                .withMessage("exposure must be in USD, but was EUR");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(
                        () -> CreditLimit.of(eur("1")).check(open("1"), ExposurePolicy.USUAL, Amount.of("1", "USD")))
                .withMessage("added must be in EUR, but was USD");
    }

    @Test
    void areValues() throws Exception {
        CreditLimit limit = CreditLimit.of(eur("1100")).in("overdue", eur("499"));
        assertThat(copy(limit)).isEqualTo(limit).hasSameHashCodeAs(limit);
        assertThat(limit).hasToString("EUR 1100.00, overdue EUR 499.00");
        assertThat(limit.categories()).containsOnlyKeys("overdue");
        assertThat(limit.limit()).hasValue(eur("1100"));
        Exposure exposure = open("550").in("overdue", eur("520"));
        assertThat(copy(exposure)).isEqualTo(exposure).hasSameHashCodeAs(exposure);
        assertThat(exposure.categories()).containsOnlyKeys("overdue");
        assertThat(Exposure.none(EUR)).hasToString("nothing").isNotEqualTo(exposure);
        CreditCheck check = check(limit, "1", "2");
        assertThat(copy(check)).isEqualTo(check);
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void namesWhatIsMissing() {
        CreditLimit limit = CreditLimit.of(eur("1"));
        assertThatNullPointerException()
                .isThrownBy(() -> limit.in(null, eur("1")))
                .withMessage("category");
        assertThatNullPointerException()
                .isThrownBy(() -> open("1").in(null, eur("1")))
                .withMessage("category");
        assertThatNullPointerException()
                .isThrownBy(() -> limit.check(open("1"), ExposurePolicy.USUAL, eur("1"), null))
                .withMessage("of");
    }

    @Test
    void refusesCategoriesLikeTheWhole() {
        CreditLimit limit = CreditLimit.of(eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit.in("overdue", eur("-1")))
                .withMessage("overdue must not be negative, but was EUR -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> limit.in("overdue", Amount.of("1", "USD")))
                .withMessage("overdue must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("1").in("overdue", eur("-1")))
                .withMessage("overdue must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("1").in("", eur("1")))
                .withMessage("category must have 1 to 200 characters, but was ");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> open("1").in("overdue", Amount.of("1", "USD")))
                .withMessage("overdue must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new LimitCheck("overdue", eur("1"), eur("0"), Amount.of("1", "USD")))
                .withMessage("limit must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new LimitCheck("overdue", eur("1"), Amount.of("0", "USD"), null))
                .withMessage("added must be in EUR, but was USD");
    }

    @Test
    void differByEachOfTheirParts() {
        CreditLimit limit = CreditLimit.of(eur("1100")).in("overdue", eur("499"));
        CurrencyUnit dollars = Amount.of("0", "USD").getCurrency();
        assertThat(limit)
                .isEqualTo(CreditLimit.of(eur("1100.00")).in("overdue", eur("499")))
                .isNotEqualTo(CreditLimit.of(eur("1101")).in("overdue", eur("499")))
                .isNotEqualTo(CreditLimit.of(eur("1100")).in("overdue", eur("498")))
                .isNotEqualTo("EUR 1100.00, overdue EUR 499.00");
        assertThat(CreditLimit.unlimited(EUR))
                .isNotEqualTo(CreditLimit.unlimited(dollars))
                .hasToString("no limit");
        Exposure exposure = open("550").in("overdue", eur("520"));
        assertThat(exposure)
                .isEqualTo(open("550").in("overdue", eur("520.00")))
                .isNotEqualTo(open("551").in("overdue", eur("520")))
                .isNotEqualTo(open("550").in("overdue", eur("521")))
                .isNotEqualTo("OPEN_ITEMS EUR 550.00, overdue EUR 520.00")
                .hasToString("OPEN_ITEMS EUR 550.00, overdue EUR 520.00");
        assertThat(Exposure.none(EUR)).isNotEqualTo(Exposure.none(dollars));
        assertThat(Exposure.none(EUR).in("overdue", eur("1"))).hasToString("overdue EUR 1.00");
    }
}
