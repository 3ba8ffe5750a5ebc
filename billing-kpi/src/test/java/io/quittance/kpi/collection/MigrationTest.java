package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.kpi.collection.Migration.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private static final Row HUNDRED = Row.of(List.of(usd("20"), usd("0")), usd("80"));
    private static final Row NOTHING = Row.of(List.of(usd("0"), usd("0")), usd("0"));
    private static final List<String> TWO = List.of("current", "1-30");

    @Test
    void aRowKnowsWhatWasInItsBucket() {
        assertThat(HUNDRED.before()).isEqualTo(usd("100"));
    }

    @Test
    void refusesWhatIsNewAndNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Migration(TWO, List.of(HUNDRED, NOTHING), List.of(usd("0"), usd("-1"))))
                .withMessage("added[1] must not be negative, but was USD -1.00");
    }

    @Test
    void refusesBucketsWithoutNameAndRowsOfOtherLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(List.of("current", ""), List.of(HUNDRED, NOTHING)))
                .withMessage("buckets must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(TWO, List.of(HUNDRED, Row.of(List.of(usd("0")), usd("0")))))
                .withMessage("rows[1].to must be one for each of [current, 1-30], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(TWO, List.of()))
                .withMessage("rows must be one for each of [current, 1-30], but was 0");
    }

    @Test
    void refusesToAddOtherBuckets() {
        Migration migration = Migration.of(TWO, List.of(HUNDRED, NOTHING));
        Migration other = Migration.of(List.of("current", "late"), List.of(HUNDRED, NOTHING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migration.plus(other))
                .withMessage("other must have the buckets [current, 1-30], but was [current, late]");
    }
}
