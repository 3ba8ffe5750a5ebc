package io.quittance.json;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Indicator;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.measurement.Aggregation;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.measurement.Measurement;
import io.quittance.kpi.scorecard.Attainment;
import io.quittance.kpi.scorecard.Baseline;
import io.quittance.kpi.scorecard.Capped;
import io.quittance.kpi.scorecard.Comparison;
import io.quittance.kpi.scorecard.EveryPeriod;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.Interpolation;
import io.quittance.kpi.scorecard.KeyResultArea;
import io.quittance.kpi.scorecard.MeasuringRule;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.ShareOfGoal;
import io.quittance.kpi.scorecard.Target;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import io.quittance.kpi.trend.AgingTable;
import io.quittance.kpi.trend.Change;
import io.quittance.kpi.trend.ChangeFinding;
import io.quittance.kpi.trend.ChangeLimit;
import io.quittance.kpi.trend.Contributions;
import io.quittance.kpi.trend.Dimension;
import io.quittance.kpi.trend.KpiSeries;
import io.quittance.kpi.trend.ManagementSummary;
import io.quittance.kpi.trend.Slice;
import io.quittance.kpi.trend.Totals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Results, series, findings, summaries, scorecards and measurements of every kind, with and without what may be left out. */
final class KpiArbitraries {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int LONGEST_DAYS = 45;
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");
    private static final List<String> WORDS =
            List.of("all", "Straße \"A\"", "a / b × 100", "\uD83D\uDE00", "Ünïcode \\ text");

    private final Random random;

    private KpiArbitraries(Random random) {
        this.random = random;
    }

    static Arbitrary<KpiResults> results() {
        return arbitrary(KpiArbitraries::anyResults);
    }

    static Arbitrary<Scorecard> scorecards() {
        return arbitrary(KpiArbitraries::anyScorecard);
    }

    static Arbitrary<Measurement> measurements() {
        return arbitrary(KpiArbitraries::anyMeasurement);
    }

    static Arbitrary<KpiSeries> series() {
        return arbitrary(KpiArbitraries::anySeries);
    }

    static Arbitrary<ChangeFinding> findings() {
        return arbitrary(KpiArbitraries::anyFinding);
    }

    static Arbitrary<ManagementSummary> summaries() {
        return arbitrary(KpiArbitraries::anySummary);
    }

    private static <T> Arbitrary<T> arbitrary(Function<KpiArbitraries, T> make) {
        return Arbitraries.randomValue(random -> make.apply(new KpiArbitraries(random)));
    }

    private KpiResults anyResults() {
        List<KpiResult> results =
                several(4, i -> result(definition("kpi." + i, of(Direction.values()), of(KpiUnit.values()))));
        return switch (random.nextInt(3)) {
            case 0 -> KpiResults.of(results);
            case 1 -> KpiResults.of(AsOf.endOf(day()), results);
            default -> KpiResults.of(new AsOf(day(), instant()), results);
        };
    }

    private boolean rarely() {
        return random.nextInt(4) == 0;
    }

    private KpiResult result(KpiDefinition definition) {
        return result(definition, coin() ? null : period(), of(CURRENCIES), number(), rarely());
    }

    private KpiResult result(
            KpiDefinition definition, @Nullable ServicePeriod period, String currency, Fraction value, boolean none) {
        boolean money = definition.unit() == KpiUnit.MONEY;
        KpiBasis.Builder basis = KpiBasis.of(definition).period(period).currency(money || coin() ? currency : null);
        if (coin()) {
            basis.numerator(number());
        }
        if (coin()) {
            basis.denominator(number());
        }
        if (coin()) {
            basis.factor(number());
        }
        if (coin()) {
            basis.count(coin() ? random.nextInt(100) : random.nextLong() & Long.MAX_VALUE);
        }
        if (rarely()) {
            basis.note("NOT_MEANINGFUL");
        }
        several(2, i -> "NOTE_" + i).forEach(basis::note);
        several(2, i -> "LEFT_OUT_" + i).forEach(basis::exclusion);
        basis.items(several(3, i -> new KpiItem("R-" + i, number(), number())));
        if (coin()) {
            basis.convention("0." + random.nextInt(9));
        }
        return none ? basis.undefined("NO_SALES", of(WORDS)) : basis.measured(value);
    }

    private KpiDefinition definition(String id, Direction direction, KpiUnit unit) {
        return new KpiDefinition(
                id, of(WORDS), unit, direction, of(Indicator.values()), of(WORDS), of(WORDS), of(WORDS));
    }

    private Scorecard anyScorecard() {
        return new Scorecard(of(WORDS), several(3, i -> {
            String area = "area " + i;
            return new KeyResultArea(
                    area,
                    several(3, j -> row("row " + j + " " + of(WORDS), area)),
                    several(2, j -> result(definition("kpi." + j, of(Direction.values()), of(KpiUnit.values())))));
        }));
    }

    /** The way of the comparison decides on which side of the goal the baseline is, and which ways of scoring suit. */
    private ScorecardRow row(String name, String area) {
        Comparison comparison = of(Comparison.values());
        boolean lower = comparison.direction() == Direction.LOWER;
        BigDecimal from = new BigDecimal(1 + random.nextInt(1000)).movePointLeft(random.nextInt(3));
        BigDecimal by = new BigDecimal(lower ? "-" + (1 + random.nextInt(90)) : "" + (1 + random.nextInt(90)));
        KpiDefinition definition = definition(
                "kpi.of-row", coin() ? comparison.direction() : Direction.INFORMATIONAL, of(KpiUnit.values()));
        boolean money = definition.unit() == KpiUnit.MONEY;
        String currency = of(CURRENCIES);
        Target.Builder target = Target.named(name).area(area).rule(of(MeasuringRule.values()));
        if (coin()) {
            target.of(definition, of(WORDS));
        } else {
            target.of(definition.id(), of(WORDS));
        }
        boolean stated = coin();
        boolean asked = false;
        switch (random.nextInt(5)) {
            case 0 -> target.goal(comparison, Goal.absolute(from.add(by).toPlainString()));
            case 1 -> {
                target.goal(comparison, Goal.change(by.toPlainString()));
                asked = true;
            }
            case 2 -> {
                target.goal(comparison, Goal.points(by.toPlainString()));
                asked = true;
            }
            case 3 -> {
                target.goal(
                        comparison,
                        Goal.fromTo(from.toPlainString(), from.add(by).toPlainString()));
                stated = true;
            }
            default -> target.goal(comparison, Goal.benchmark(from.add(by).toPlainString(), of(WORDS)));
        }
        if (money || coin()) {
            target.currency(currency);
        }
        Times times = timed(target);
        ServicePeriod actual = times.actual();
        ServicePeriod before = times.before();
        if (stated) {
            target.baseline(
                    coin()
                            ? Baseline.of(Amount.of(from.toPlainString(), currency), before)
                            : Baseline.of(Fraction.of(from), before));
        } else if (asked) {
            target.baseline(Baseline.measuredIn(before));
        }
        KpiResult reached = result(definition, rarely() ? null : actual, currency, score(), rarely());
        ScorecardRow row = stated || !asked
                ? ScorecardRow.of(target.build(), reached)
                : ScorecardRow.of(
                        target.build(),
                        reached,
                        result(definition, coin() ? before : null, currency, score(), rarely()));
        row = row.weighing(of(List.of("1", "0.5", "3", "12.25"))).scoredBy(attainment(lower, 0));
        return coin() ? row : row.asOf(actual.lastDay().plusDays(random.nextInt(60)));
    }

    /**
     * Of a value and of the baseline.
     *
     * @param actual a period that the target is about, or the beginning of one
     * @param before one as long
     */
    private record Times(ServicePeriod actual, ServicePeriod before) {}

    /** Gives the target its time. */
    private Times timed(Target.Builder target) {
        if (coin()) {
            target.deadline(DAY.plusDays(LONGEST_DAYS - 1L));
            return new Times(
                    new ServicePeriod(DAY, DAY.plusDays(coin() ? LONGEST_DAYS : 1L + random.nextInt(LONGEST_DAYS))),
                    new ServicePeriod(DAY.minusDays(LONGEST_DAYS), DAY));
        }
        var every = new EveryPeriod(
                of(PeriodLength.values()), new FiscalCalendar(of(Month.values()), of(FiscalCalendar.NamedBy.values())));
        target.inEvery(every);
        ServicePeriod whole = every.periodOf(day());
        ServicePeriod actual = coin()
                ? whole
                : new ServicePeriod(whole.start(), whole.start().plusDays(1L + random.nextInt((int) whole.days())));
        return new Times(actual, every.periodOf(whole.start().minusDays(1)));
    }

    private Attainment attainment(boolean lower, int depth) {
        return switch (random.nextInt(depth < 3 ? 3 : 2)) {
            case 0 ->
                lower
                        ? of(List.of(ShareOfGoal.GOAL_OVER_ACTUAL, ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL))
                        : ShareOfGoal.ACTUAL_OVER_GOAL;
            case 1 ->
                new Interpolation(
                        Interpolation.Level.of(lower ? "25" : "10.5", "80"),
                        Interpolation.Level.of("20", "100"),
                        Interpolation.Level.of(lower ? "10.5" : "25", coin() ? "100" : "120"));
            default ->
                new Capped(attainment(lower, depth + 1), new BigDecimal(random.nextInt(50)), new BigDecimal("100.5"));
        };
    }

    private Measurement anyMeasurement() {
        KpiUnit unit = of(KpiUnit.values());
        boolean whole = coin();
        boolean bounded = coin();
        var measure = new Measure(
                definition("m.1", of(Direction.values()), unit),
                of(Aggregation.values()),
                bounded ? new BigDecimal("-100.5") : null,
                bounded || coin() ? new BigDecimal("100") : null,
                whole,
                1L + random.nextInt(3));
        return new Measurement(
                of(WORDS),
                measure,
                whole ? Fraction.of(random.nextInt(200) - 100L) : Fraction.of(random.nextInt(200) - 100L, 3),
                unit == KpiUnit.MONEY ? of(CURRENCIES) : null,
                period(),
                of(WORDS),
                coin() ? 1 : 1 + (random.nextLong() >>> 1) / 2,
                coin() ? of(WORDS) : null,
                instant());
    }

    /** Of up to four periods, with gaps, the last of which is the one given. */
    private KpiSeries series(KpiDefinition definition, String currency, ServicePeriod last) {
        var results = new ArrayList<KpiResult>();
        ServicePeriod period = last;
        for (int i = random.nextInt(4); i >= 0; i--) {
            results.add(result(definition, period, currency, number(), rarely()));
            LocalDate end = period.start().minusDays(rarely() ? 3 : 0);
            period = new ServicePeriod(end.minusDays(1L + random.nextInt(40)), end);
        }
        return KpiSeries.of(results);
    }

    private KpiSeries anySeries() {
        return series(definition("kpi.series", of(Direction.values()), of(KpiUnit.values())), of(CURRENCIES), period());
    }

    private ChangeFinding anyFinding() {
        return finding(of(CURRENCIES), coin() ? null : period());
    }

    /** A change that is beyond some limit, of sums, quotients and what is neither, with all explanations or fewer. */
    private ChangeFinding finding(String currency, @Nullable ServicePeriod now) {
        ServicePeriod before =
                now == null || coin() ? null : new ServicePeriod(now.start().minusDays(30), now.start());
        for (; ; ) {
            KpiDefinition definition = definition("kpi.changed", of(Direction.values()), of(KpiUnit.values()));
            int form = random.nextInt(3);
            var change =
                    new Change(totalled(definition, before, currency, form), totalled(definition, now, currency, form));
            ChangeLimit limit = of(List.of(
                    ChangeLimit.percent("10"),
                    ChangeLimit.percent("0.5"),
                    ChangeLimit.units("2"),
                    ChangeLimit.units("0.01")));
            boolean onlyWorse = coin() && definition.direction() != Direction.INFORMATIONAL;
            Optional<ChangeFinding> found = (onlyWorse ? limit.forTheWorse() : limit).find(change);
            if (found.isPresent()) {
                return explained(found.get());
            }
        }
    }

    /** A result of few items, whose totals add up to those of the whole. */
    private KpiResult totalled(KpiDefinition definition, @Nullable ServicePeriod period, String currency, int form) {
        List<KpiItem> items = several(
                3, i -> new KpiItem("R-" + random.nextInt(2) + i, small(), Fraction.of(1L + random.nextInt(9))));
        Fraction above = items.stream().map(KpiItem::numerator).reduce(Fraction.ZERO, Fraction::plus);
        Fraction below = items.stream().map(KpiItem::denominator).reduce(Fraction.ONE, Fraction::plus);
        boolean money = definition.unit() == KpiUnit.MONEY;
        KpiBasis.Builder basis = KpiBasis.of(definition)
                .period(period)
                .currency(money || coin() ? currency : null)
                .items(items);
        return switch (form) {
            case 0 -> basis.quotient(above, below, Fraction.of(100), "NO_SALES", "none");
            case 1 -> basis.numerator(above).measured(above);
            default -> basis.measured(small());
        };
    }

    private ChangeFinding explained(ChangeFinding finding) {
        Change change = finding.change();
        ChangeFinding explained = finding;
        if (coin()) {
            explained = explained.within(new Slice(Dimension.SEGMENT, of(WORDS)));
        }
        if (coin()) {
            explained = explained.within(new Slice(new Dimension("country"), of(WORDS)));
        }
        if (coin()) {
            explained = explained.explainedBy(Contributions.ofItems(change));
        }
        if (coin()) {
            explained = explained.explainedBy(Contributions.of(Dimension.CUSTOMER, change, parts(), parts()));
        }
        return coin()
                ? explained
                : explained.explainedBy(Contributions.without(Dimension.CURRENCY, change, "NOT_ADDITIVE"));
    }

    private Map<String, Totals> parts() {
        Map<String, Totals> parts = new TreeMap<>();
        several(3, i -> parts.put(of(WORDS), new Totals(small(), small())));
        return parts;
    }

    private Fraction small() {
        return Fraction.of(random.nextInt(60) - 20L, 1L + random.nextInt(3));
    }

    private ManagementSummary anySummary() {
        ServicePeriod period = period();
        String currency = of(CURRENCIES);
        return ManagementSummary.of(period)
                .billingVolume(figure(period, currency, KpiUnit.MONEY, KpiUnit.COUNT))
                .collectionRate(figure(period, currency, KpiUnit.PERCENT))
                .outstanding(figure(period, currency, KpiUnit.MONEY))
                .overdue(figure(period, currency, KpiUnit.PERCENT, KpiUnit.MONEY))
                .daysSalesOutstanding(figure(period, currency, KpiUnit.DAYS))
                .aging(new AgingTable(IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(i -> AgingTable.Row.of(
                                i + " " + of(WORDS),
                                Amount.of(
                                        new BigDecimal(random.nextInt(2000) - 1000)
                                                .movePointLeft(2)
                                                .toPlainString(),
                                        currency),
                                random.nextInt(100)))
                        .toList()))
                .topChanges(several(2, i -> finding(currency, period)))
                .build();
    }

    private KpiSeries figure(ServicePeriod period, String currency, KpiUnit... units) {
        return series(definition("kpi.figure", of(Direction.values()), of(units)), currency, period);
    }

    private Fraction number() {
        return switch (random.nextInt(5)) {
            case 0 -> Fraction.of(random.nextInt(5) - 2L);
            case 1 -> Fraction.of(random.nextInt(100_000), 100);
            case 2 -> Fraction.of(random.nextLong(), 1L + random.nextInt(1000));
            case 3 -> Fraction.of(new BigInteger(4096, random), BigInteger.ONE.add(new BigInteger(4000, random)));
            default -> Fraction.of(random.nextInt(1000) - 500L, 3);
        };
    }

    /** One that a score can be computed of. */
    private Fraction score() {
        return Fraction.of(random.nextInt(10_000) - 1000L, 1L + random.nextInt(7));
    }

    private ServicePeriod period() {
        LocalDate start = day();
        return new ServicePeriod(start, start.plusDays(1L + random.nextInt(400)));
    }

    private LocalDate day() {
        return DAY.plusDays(random.nextInt(1000) - 500L);
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(2_000_000_000), coin() ? 0 : random.nextInt(1_000_000_000));
    }

    private <T> List<T> several(int most, Function<Integer, T> make) {
        var all = new ArrayList<T>();
        IntStream.range(0, random.nextInt(most + 1)).forEach(i -> all.add(make.apply(i)));
        return all;
    }

    private boolean coin() {
        return random.nextBoolean();
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> T of(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
