package io.quittance.json;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.scorecard.Baseline;
import io.quittance.kpi.scorecard.Comparison;
import io.quittance.kpi.scorecard.EveryPeriod;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.MeasuringRule;
import io.quittance.kpi.scorecard.Target;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * A target with all that makes it SMART: {@code {"name": "DSO down 10 %", "kpi": "dso.simple", "scope": "all customers", "area": "Collection",
 * "comparison": "atMost", "goal": {…}, "rule": "valueAtEnd", "baseline": {…}, "deadline": "2026-03-31"}}.
 */
final class TargetJson {
    private static final int LONGEST_KPI = 500;

    private TargetJson() {}

    static void write(Target target, JsonObject object) {
        object.text("name", target.name()).text("kpi", target.kpi());
        target.unit().ifPresent(unit -> object.text("unit", Words.of(unit)));
        target.currency().ifPresent(code -> object.text("currency", code));
        object.text("scope", target.scope())
                .text("area", target.area())
                .text("comparison", Words.of(target.comparison()))
                .object("goal", goal -> GoalJson.write(target.goal(), goal))
                .text("rule", Words.of(target.rule()));
        target.baseline().ifPresent(baseline -> object.object("baseline", from -> write(baseline, from)));
        target.deadline().ifPresent(day -> object.text("deadline", day.toString()));
        target.every().ifPresent(every -> object.object("every", periods -> write(every, periods)));
    }

    private static void write(Baseline baseline, JsonObject object) {
        baseline.value().ifPresent(value -> object.text("value", FractionText.of(value)));
        baseline.currency().ifPresent(code -> object.text("currency", code));
        Spans.write("period", baseline.period(), object);
    }

    private static void write(EveryPeriod every, JsonObject object) {
        object.text("length", Words.of(every.length()))
                .text("firstMonth", Words.of(every.calendar().firstMonth()))
                .text("namedBy", Words.of(every.calendar().named()));
    }

    /** Empty where it is wrong. */
    static Optional<Target> read(JsonFields fields) {
        Optional<String> name = KpiResultJson.text("name", fields);
        Optional<String> kpi = fields.parsed("kpi", text -> Require.id(text, "kpi", LONGEST_KPI));
        Optional<KpiUnit> unit = Words.readOptional(fields, "unit", KpiUnit.values());
        Optional<String> currency = fields.optionalParsed("currency", KpiResultJson::currency);
        Optional<String> scope = KpiResultJson.text("scope", fields);
        Optional<String> area = KpiResultJson.text("area", fields);
        Optional<Comparison> comparison = Words.read(fields, "comparison", Comparison.values());
        Optional<Goal> goal = GoalJson.read(fields.object("goal"));
        Optional<MeasuringRule> rule = Words.read(fields, "rule", MeasuringRule.values());
        Optional<Baseline> baseline = fields.optionalObject("baseline").flatMap(TargetJson::baseline);
        Optional<LocalDate> deadline = fields.optionalParsed("deadline", text -> Dates.parse(text, "deadline"));
        Optional<EveryPeriod> every = fields.optionalObject("every").flatMap(TargetJson::every);
        return Parts.made(
                fields,
                () -> {
                    Target.Builder target = of(name.orElseThrow(), kpi.orElseThrow(), unit, scope.orElseThrow())
                            .area(area.orElseThrow())
                            .goal(comparison.orElseThrow(), goal.orElseThrow())
                            .rule(rule.orElseThrow());
                    currency.ifPresent(target::currency);
                    baseline.ifPresent(target::baseline);
                    deadline.ifPresent(target::deadline);
                    every.ifPresent(target::inEvery);
                    return target.build();
                },
                name,
                kpi,
                scope,
                area,
                comparison,
                goal,
                rule);
    }

    private static Target.Builder of(String name, String kpi, Optional<KpiUnit> unit, String scope) {
        Target.Builder target = Target.named(name);
        return unit.map(given -> target.of(kpi, given, scope)).orElseGet(() -> target.of(kpi, scope));
    }

    private static Optional<Baseline> baseline(JsonFields fields) {
        Optional<Fraction> value = KpiResultJson.optionalFraction("value", fields);
        Optional<String> currency = fields.optionalParsed("currency", KpiResultJson::currency);
        Optional<ServicePeriod> period = Spans.read(fields, "period");
        fields.require(
                currency.isEmpty() || value.isPresent(),
                "target.currency",
                "currency",
                "must be left out where there is no value",
                currency.orElse(null));
        return Parts.made(
                fields,
                () -> value.map(given -> baseline(given, currency, period.orElseThrow()))
                        .orElseGet(() -> Baseline.measuredIn(period.orElseThrow())),
                period);
    }

    /** An amount is a decimal. */
    private static Baseline baseline(Fraction value, Optional<String> currency, ServicePeriod period) {
        return currency.map(code -> Baseline.of(
                        Amount.of(Require.decimal(FractionText.of(value), "value"), Currencies.of(code, "currency")),
                        period))
                .orElseGet(() -> Baseline.of(value, period));
    }

    private static Optional<EveryPeriod> every(JsonFields fields) {
        Optional<PeriodLength> length = Words.read(fields, "length", PeriodLength.values());
        Optional<Month> firstMonth = Words.read(fields, "firstMonth", Month.values());
        Optional<FiscalCalendar.NamedBy> named = Words.read(fields, "namedBy", FiscalCalendar.NamedBy.values());
        return Parts.made(
                fields,
                () -> new EveryPeriod(
                        length.orElseThrow(), new FiscalCalendar(firstMonth.orElseThrow(), named.orElseThrow())),
                length,
                firstMonth,
                named);
    }
}
