package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.Direction;
import io.quittance.kpi.Indicator;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Reduction;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.billing.BillingTime;
import io.quittance.kpi.cash.CashApplicationAccuracy;
import io.quittance.kpi.scorecard.Reductions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/kpis.md has a row for each KPI that the library makes, and the row says what its definition says. */
class KpisPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../../docs/kpis.md");
    private static final String HEADER =
            "| id | class | formula | unit | better | indicator | source | undefined when | worked number |";

    /** A number that stands nowhere else on the page, and in the row is another one, or {@code n}. */
    private static final int NUMBER = 37;

    private static final String REDUCTION = "….reduction";
    /** Those that scorecards name, of the windows and statistics that they name. */
    private static final List<Reduction> REDUCTIONS = List.of(
            Reductions.billingErrors(),
            Reductions.cashApplicationErrors(CashApplicationAccuracy.within(30, ZoneOffset.UTC)),
            Reductions.paymentSpeed(),
            Reductions.receivables(),
            Reductions.overdue(),
            Reductions.processTime(BillingTime.cycle(Statistic.MEDIAN).definition()));

    private static final Map<String, List<String>> ROWS = rows();
    private static final Map<Kpi<?>, SortedSet<String>> KPIS = ReadyMadeKpis.all(NUMBER);

    static Stream<Kpi<?>> kpis() {
        return KPIS.keySet().stream()
                .filter(kpi -> !(kpi instanceof Reduction))
                .filter(kpi -> !kpi.id().contains("[")); // a part of what a row is about
    }

    @ParameterizedTest
    @MethodSource("kpis")
    void aRowSaysWhatTheDefinitionSays(Kpi<?> kpi) {
        KpiDefinition definition = kpi.definition();
        assertThat(rows(kpi)).as("rows of " + kpi.id()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.cells()).hasSize(9);
            assertThat(row.cells().subList(2, 8))
                    .containsExactly(
                            row.numbered(definition.formula()),
                            unit(definition.unit()),
                            better(definition.direction()),
                            definition.indicator() == Indicator.LEADING ? "leading" : "lagging",
                            row.numbered(definition.source()),
                            row.numbered(definition.undefinedWhen()));
            assertThat(row.cells().get(8)).as("worked number").isNotBlank();
        });
    }

    /** A KPI that can be made in several ways has one of them in its row. */
    @Test
    void aRowSaysHowItsKpiIsMade() {
        var calls = new LinkedHashMap<String, SortedSet<String>>();
        kpis().forEach(kpi -> rows(kpi)
                .forEach(row -> calls.computeIfAbsent(row.id(), id -> new TreeSet<>())
                        .addAll(KPIS.getOrDefault(kpi, new TreeSet<>()))));
        calls.forEach(
                (id, ways) -> assertThat(ways).as(id).contains(call(cells(id).get(1))));
    }

    @Test
    void everyRowHasItsKpi() {
        var ids = kpis().flatMap(kpi -> rows(kpi).stream()).map(Row::id).collect(Collectors.toSet());
        ids.add(REDUCTION);
        REDUCTIONS.forEach(reduction -> ids.add(reduction.id()));
        assertThat(ids).containsExactlyInAnyOrderElementsOf(ROWS.keySet());
    }

    /** One row is for the reductions of all KPIs. */
    @Test
    void theRowOfReductionsSaysWhatTheyAre() {
        KpiDefinition definition = Reduction.of(ReadyMadeKpis.REDUCED).definition();
        assertThat(cells(REDUCTION).subList(1, 8))
                .containsExactly(
                        "Reduction.of(definition)",
                        definition.formula().replace(ReadyMadeKpis.REDUCED.id(), "the KPI"),
                        unit(definition.unit()),
                        "opposite of the KPI",
                        "that of the KPI",
                        definition.source(),
                        definition.undefinedWhen());
    }

    @Test
    void theReductionsOfScorecardsHaveRows() {
        for (Reduction reduction : REDUCTIONS) {
            KpiDefinition definition = reduction.definition();
            assertThat(cells(definition.id()).subList(2, 8))
                    .as(definition.id())
                    .containsExactly(
                            definition.formula(),
                            unit(definition.unit()),
                            better(definition.direction()),
                            definition.indicator() == Indicator.LEADING ? "leading" : "lagging",
                            definition.source(),
                            definition.undefinedWhen());
        }
    }

    /** The packages follow each other as they build on each other. */
    @Test
    void rowsAreGroupedByPackage() {
        Map<String, String> packages = KPIS.keySet().stream()
                .collect(Collectors.toMap(
                        kpi -> kpi.getClass().getSimpleName(),
                        kpi -> kpi.getClass().getPackageName(),
                        (one, same) -> one));
        packages.put("Reductions", Reductions.class.getPackageName());
        List<String> inOrder = ROWS.values().stream()
                .map(cells -> packages.getOrDefault(call(cells.get(1)).replaceFirst("\\..*", ""), "unknown"))
                .toList();
        var runs = new ArrayList<String>();
        inOrder.forEach(each -> {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(each)) {
                runs.add(each);
            }
        });
        assertThat(runs).containsExactlyElementsOf(new LinkedHashSet<>(runs));
        assertThat(runs.stream().map(each -> each.replaceFirst("io\\.quittance\\.?", "")))
                .containsSubsequence("kpi.collection", "kpi.billing", "kpi.communication", "kpi.measurement");
    }

    /** A row, and which number it has where the KPI was given {@link #NUMBER}. */
    private record Row(String id, String number, List<String> cells) {
        String numbered(String text) {
            return number.isEmpty()
                    ? text
                    : text.replaceAll("\\b" + NUMBER + "\\b", number)
                            .replaceAll("\\b" + (NUMBER + 1) + "\\b", number + " + 1");
        }
    }

    /** That of its id, or those of its id with another number. */
    private static List<Row> rows(Kpi<?> kpi) {
        String number = Integer.toString(NUMBER);
        Pattern id = Pattern.compile(Pattern.quote(kpi.id()).replace(number, "\\E(\\d+|n|m)\\Q"));
        var rows = new ArrayList<Row>();
        ROWS.forEach((row, cells) -> {
            Matcher matcher = id.matcher(row);
            if (matcher.matches()) {
                rows.add(new Row(row, matcher.groupCount() == 0 ? "" : matcher.group(1), cells));
            }
        });
        return rows;
    }

    private static List<String> cells(String id) {
        return ROWS.getOrDefault(id, List.of("", "", "", "", "", "", "", "", ""));
    }

    /** {@code DaysToPayPercentile.of(90, NEAREST_RANK).byInvoiceDate()} is {@code DaysToPayPercentile.of.byInvoiceDate}. */
    private static String call(String cell) {
        return cell.replaceAll("\\([^()]*\\)", "");
    }

    private static String unit(KpiUnit unit) {
        return switch (unit.name()) {
            case "PERCENT" -> "%";
            case "RATIO" -> "×";
            case "COUNT" -> "number";
            default -> unit.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String better(Direction direction) {
        return direction == Direction.INFORMATIONAL
                ? "neither"
                : direction.name().toLowerCase(Locale.ROOT);
    }

    /** The cells of each row, by id, without marks of code. */
    private static Map<String, List<String>> rows() {
        var rows = new LinkedHashMap<String, List<String>>();
        List<String> lines;
        try {
            lines = Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(lines).contains(HEADER);
        for (String line : lines.subList(lines.indexOf(HEADER), lines.size())) {
            if (line.isEmpty()) {
                break;
            }
            if (line.startsWith("| `")) {
                List<String> cells = Arrays.stream(Pattern.compile(" \\| ")
                                .split(line.substring(2, line.length() - 2).replace("`", ""), -1))
                        .map(String::strip)
                        .toList();
                assertThat(rows.put(cells.get(0), cells))
                        .as("a second row of " + cells.get(0))
                        .isNull();
            }
        }
        return rows;
    }
}
