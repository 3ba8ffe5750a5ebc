package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Matrix SERVERS =
            Matrix.by("region", "size").cell("0.10", "eu", "small").cell("0.35", "eu", "large");

    @Test
    void pricesEachUnitByTheValuesOfItsDimensions() {
        ChargeBreakdown price = SERVERS.price(input(
                server("a", "3", "eu", "small"), server("b", "2", "eu", "large"), server("c", "7", "eu", "small")));
        assertThat(price.total()).isEqualTo(decimal("1.70"));
        assertThat(price.steps())
                .extracting(step -> step.part() + " | " + step.explanation().text())
                .containsExactly(
                        "cell/eu/small | eu, small: 10 × 0.1 = 1", "cell/eu/large | eu, large: 2 × 0.35 = 0.7");
    }

    @Test
    void pricesTheRestWhereAPriceForItIsAgreed() {
        UsageEvent noSize = UsageEvent.of("d", "ACME", "servers", "1", "2026-01-01T00:00:00Z")
                .with("region", "eu");
        ChargeBreakdown price = SERVERS.otherwise("0.50")
                .price(input(server("a", "3", "us", "small"), noSize, server("b", "2", "eu", "large")));
        assertThat(price.total()).isEqualTo(decimal("2.70"));
        assertThat(price.steps())
                .extracting(step -> step.explanation().text())
                .containsExactly("eu, large: 2 × 0.35 = 0.7", "otherwise: 4 × 0.5 = 2");
    }

    @Test
    void refusesAnEventThatNoPriceCovers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVERS.price(input(server("a", "3", "us", "small"))))
                .withMessage(
                        "events[a] must match a cell of [region, size], for there is no price for the rest, but was"
                                + " {region=us, size=small}");
        UsageEvent swapped = UsageEvent.of("b", "ACME", "servers", "1", "2026-01-01T00:00:00Z")
                .with("region", "small")
                .with("size", "eu");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVERS.price(input(swapped)))
                .withMessage(
                        "events[b] must match a cell of [region, size], for there is no price for the rest, but was"
                                + " {region=small, size=eu}");
    }

    /** Names that could be mistaken for each other make different parts. */
    @Test
    void keepsCellsApartWhateverTheirValues() {
        Matrix model = Matrix.by("region", "size").cell("1", "a/b", "c").cell("2", "a", "b/c");
        assertThat(model.price(input(server("x", "1", "a/b", "c"), server("y", "1", "a", "b/c")))
                        .steps())
                .extracting(step -> step.part())
                .containsExactly("cell/a\\/b/c", "cell/a/b\\/c");
        String longest = "v".repeat(200);
        Matrix longNames = Matrix.by("region", "size").cell("1", longest, "a").cell("2", longest, "b");
        assertThat(longNames
                        .price(input(server("x", "1", longest, "a"), server("y", "1", longest, "b")))
                        .steps())
                .extracting(step -> step.part())
                .doesNotHaveDuplicates()
                .allMatch(part -> part.length() == 145 && part.startsWith("cell/vvv"));
    }

    @Test
    void letsACellTakeBackWhatWasUsedInItButNotMore() {
        assertThat(SERVERS.price(input(server("a", "3", "eu", "small"), server("b", "-1", "eu", "small")))
                        .total())
                .isEqualTo(decimal("0.2"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SERVERS.price(input(server("a", "3", "eu", "large"), server("b", "-1", "eu", "small"))))
                .withMessage("quantity of eu, small must not be negative, but was -1");
    }

    @Test
    void refusesWhatMakesNoMatrix() {
        assertThatIllegalArgumentException().isThrownBy(Matrix::by).withMessage("dimensions must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.by("region", "region"))
                .withMessage("dimensions must name each dimension once, but was region");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVERS.cell("1", "eu"))
                .withMessage("cells must have one value for each of [region, size], but was [eu]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVERS.cell("1", "eu", " "))
                .withMessageStartingWith("size must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVERS.cell("1", "eu", "small"))
                .withMessage("cells must be unique, but was [eu, small]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVERS.cell("-1", "us", "small"))
                .withMessage("cells[us, small] must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVERS.price(RatingInput.ofQuantity(BigDecimal.ONE)))
                .withMessage("events must be given for a price that looks at single events");
    }

    @Test
    void costsNothingWhereNothingWasUsed() {
        assertThat(SERVERS.otherwise("0.50").price(RatingInput.none())).hasToString("[nothing was used: 0]");
    }

    @Test
    void isEqualToTheSamePricesWrittenOtherwise() {
        Matrix other = Matrix.of(
                        List.of("region", "size"),
                        Map.of(
                                List.of("eu", "large"), new BigDecimal("0.350"),
                                List.of("eu", "small"), new BigDecimal("0.1")))
                .otherwise("0.50");
        assertThat(other)
                .isEqualTo(SERVERS.otherwise("0.5"))
                .hasSameHashCodeAs(SERVERS.otherwise("0.5"))
                .isNotEqualTo(SERVERS);
        assertThat(SERVERS).hasToString("by [region, size]: [eu, small] 0.10, [eu, large] 0.35, nothing else");
        assertThat(SERVERS.otherwise("1")).asString().endsWith("0.35, otherwise 1");
    }

    private static UsageEvent server(String key, String quantity, String region, String size) {
        return UsageEvent.of(key, "ACME", "servers", quantity, "2026-01-01T00:00:00Z")
                .with("region", region)
                .with("size", size);
    }

    private static RatingInput input(UsageEvent... events) {
        return RatingInput.ofEvents(List.of(events));
    }

    private static Fraction decimal(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
