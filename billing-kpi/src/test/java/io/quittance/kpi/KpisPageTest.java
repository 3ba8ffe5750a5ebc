package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/kpis.md has a row for each KPI, and its row says what its definition says. */
class KpisPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../docs/kpis.md");

    @Test
    void everyKpiHasItsRowAndEveryRowItsKpi() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        AllKpis.all().stream().map(Kpi::id).toList());
    }

    @Test
    void aRowSaysWhatTheDefinitionSays() throws IOException {
        Map<String, List<String>> rows = rows();
        for (Kpi<?> kpi : AllKpis.all()) {
            KpiDefinition definition = kpi.definition();
            List<String> row = rows.getOrDefault(kpi.id(), List.of());
            assertThat(row).as(kpi.id()).hasSize(9);
            assertThat(row.subList(2, 8))
                    .as(kpi.id())
                    .containsExactly(
                            definition.formula(),
                            unit(definition.unit()),
                            better(definition.direction()),
                            definition.indicator() == Indicator.LEADING ? "leading" : "lagging",
                            definition.source(),
                            definition.undefinedWhen());
        }
    }

    private static String unit(KpiUnit unit) {
        return switch (unit) {
            case DAYS -> "days";
            case HOURS -> "hours";
            case PERCENT -> "%";
            case POINTS -> "points";
            case RATIO -> "times";
            case COUNT -> "number";
            case MONEY -> "money";
        };
    }

    private static String better(Direction direction) {
        return switch (direction) {
            case HIGHER -> "higher";
            case LOWER -> "lower";
            case INFORMATIONAL -> "–";
        };
    }

    /** The cells of each row, by id, without marks of code. */
    private static Map<String, List<String>> rows() throws IOException {
        var rows = new LinkedHashMap<String, List<String>>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| `")) {
                List<String> cells = Arrays.stream(line.substring(2, line.length() - 2).replace("`", "").split(" \\| ", -1))
                        .map(String::strip)
                        .toList();
                assertThat(rows.put(cells.get(0), cells)).as("a second row of " + cells.get(0)).isNull();
            }
        }
        return rows;
    }
}
