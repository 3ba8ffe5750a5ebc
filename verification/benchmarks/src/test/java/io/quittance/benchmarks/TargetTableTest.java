package io.quittance.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTableTest {

    @Test
    void saysOfEachTargetWhetherItWasMet() {
        var table = new TargetTable();
        table.atMost("W1a", "columns, ordinals", "x wall of limit", 1.51, 1.5);
        table.atLeast("W6", "add", "times as fast as Moneta Money", 20, 20);
        table.notMeasured("W1a", "event objects", "times as fast as DuckDB", ">= 7", "built without -Pbaselines");
        table.shown("W1a", "explained", "x wall of limit", 81.5);
        assertThat(table.rows())
                .containsExactly(
                        "workload,variant,metric,value,target,met",
                        "W1a,\"columns, ordinals\",x wall of limit,1.51,<= 1.50,no",
                        "W6,add,times as fast as Moneta Money,20,>= 20,yes",
                        "W1a,event objects,times as fast as DuckDB,not measured: built without -Pbaselines,>= 7,no",
                        "W1a,explained,x wall of limit,81.50,none,-");
    }

    @Test
    void aVariantThatComputesSomethingElseEndsTheRun() {
        var rounds = new Rounds();
        rounds.add("group", 42, List.of(Variant.of("wrong", 1, () -> 43)));
        assertThatThrownBy(() -> rounds.run(1))
                .hasMessage("group wrong returned 000000000000002b instead of 000000000000002a");
    }

    @Test
    void aRatioIsTheMedianOfTheRounds() {
        assertThat(Rounds.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2.0);
        assertThat(Rounds.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    }
}
