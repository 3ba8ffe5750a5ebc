package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagePriceTest {
    private static final PackagePrice TENS = PackagePrice.of("10", "100");

    /** getlago/lago-api, package_service_spec: 121 units are 13 packages. An exact multiple starts no further one. */
    @ParameterizedTest(name = "{0} units cost {1}")
    @CsvSource({"0, 0", "0.001, 100", "10, 100", "10.5, 200", "120, 1200", "121, 1300"})
    void countsStartedPackages(BigDecimal units, BigDecimal expected) {
        assertThat(price(TENS, units)).isEqualTo(Fraction.of(expected));
    }

    /** flexprice/flexprice, price_test: packages of 100 for 1, rounded down. */
    @ParameterizedTest(name = "{0} units cost {1}")
    @CsvSource({"0, 0", "50, 0", "99.99, 0", "100, 1", "250, 2"})
    void countsOnlyFullPackagesWhereTheTermsSaySo(BigDecimal units, BigDecimal expected) {
        PackagePrice full = PackagePrice.of("100", "1").withRounding(PackageRounding.DOWN);
        assertThat(price(full, units)).isEqualTo(Fraction.of(expected));
    }

    /** getlago/lago-api, package_service_spec: 200 free units are more than 121. */
    @ParameterizedTest(name = "{0} units cost {1}")
    @CsvSource({"121, 0", "200, 0", "201, 100", "210, 100", "211, 200"})
    void leavesFreeUnitsOut(BigDecimal units, BigDecimal expected) {
        assertThat(price(TENS.withFreeUnits("200"), units)).isEqualTo(Fraction.of(expected));
    }

    /** 5 units started a package, 3 more are in it, and 3 more start another. */
    @Test
    void aLaterRunFillsThePackageThatWasStarted() {
        ChargeBreakdown five = TENS.price(RatingInput.ofQuantity(new BigDecimal("5")));
        ChargeBreakdown eight = TENS.price(RatingInput.ofQuantity(new BigDecimal("8")));
        ChargeBreakdown eleven = TENS.price(RatingInput.ofQuantity(new BigDecimal("11")));
        assertThat(eight.since(five).total()).isEqualTo(Fraction.ZERO);
        assertThat(eleven.since(eight).total()).isEqualTo(Fraction.of(100));
    }

    @Test
    void explainsFreeUnitsAndPackages() {
        assertThat(TENS.withFreeUnits("5")
                        .price(RatingInput.ofQuantity(new BigDecimal("121")))
                        .steps())
                .extracting(step -> step.explanation().text())
                .containsExactly("5 free: 0", "12 packages of 10: 1200");
        assertThat(TENS.price(RatingInput.ofQuantity(new BigDecimal("121")))).hasToString("[13 packages of 10: 1300]");
    }

    /** However little is used of it, a started package counts: nothing is lost to a division. */
    @Test
    void countsPackagesExactly() {
        PackagePrice thirds = PackagePrice.of("3", "1");
        RatingInput three = RatingInput.none().withQuantity(Fraction.of(1, 3).times(Fraction.of(9)));
        assertThat(thirds.price(three).total()).isEqualTo(Fraction.ONE);
        assertThat(thirds.price(three.withQuantity(three.quantity().plus(Fraction.of(1, 1_000_000_000_000L))))
                        .total())
                .isEqualTo(Fraction.of(2));
    }

    @Test
    void refusesAPackageWithoutUnitsAndNegativeNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackagePrice.of("0", "1"))
                .withMessage("size must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackagePrice.of("10", "-1"))
                .withMessage("price must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TENS.withFreeUnits("-1"))
                .withMessage("freeUnits must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TENS.price(RatingInput.none().withQuantity(Fraction.of(-1))))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSamePackagesWrittenOtherwise() {
        assertThat(PackagePrice.of("1E+1", "100.0")).isEqualTo(TENS).hasSameHashCodeAs(TENS);
        assertThat(TENS.withFreeUnits("5")).isNotEqualTo(TENS);
        assertThat(TENS.withRounding(PackageRounding.DOWN)).isNotEqualTo(TENS);
        assertThat(TENS.withFreeUnits("5")).hasToString("100 per 10 units, rounded UP, 5 units free");
    }

    private static Fraction price(ChargeModel model, BigDecimal quantity) {
        return model.price(RatingInput.ofQuantity(quantity)).total();
    }
}
