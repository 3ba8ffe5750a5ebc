package io.quittance.core.verification;

import static io.quittance.core.verification.PlausibilityFinding.Code.IMPLAUSIBLE_ABSENCE;
import static io.quittance.core.verification.PlausibilityFinding.Code.IMPLAUSIBLE_AMOUNT;
import static io.quittance.core.verification.PlausibilityFinding.Code.IMPLAUSIBLE_NOVELTY;
import static io.quittance.core.verification.PlausibilityFinding.Code.IMPLAUSIBLE_QUANTITY;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.verification.InvoicedPeriods.ChargeKey;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Holds drafts against earlier periods, before they are issued: what deviates from the median of the last periods by more than a
 * percentage, what is absent and what is new. It knows nothing of the contract; {@link Verification} does.
 *
 * <p>{@code Plausibility.of("50", 3)}: after 40.00, 44.00 and 900.00 the median is 44.00, and up to 66.00 is plausible.
 *
 * @param percent how much more or less is plausible: 50 means half as much again, or half; zero or more
 * @param periods how many earlier periods of a charge count, the last ones; 1 compares with the one before
 */
public record Plausibility(BigDecimal percent, int periods) implements Serializable {
    /** The most periods that count. */
    public static final int MAX_PERIODS = 1_000;

    /** Checks the bounds. */
    public Plausibility {
        percent = Require.stripped(Require.notNegative(percent, "percent"));
        Require.that(
                periods >= 1 && periods <= MAX_PERIODS,
                "plausibility.periods",
                "periods",
                "must be between 1 and " + MAX_PERIODS,
                periods);
    }

    /** From a decimal percentage. */
    public static Plausibility of(String percent, int periods) {
        return new Plausibility(Require.decimal(percent, "percent"), periods);
    }

    /**
     * Compares drafts with what was invoiced. A draft that corrects a period that was invoiced before is not compared.
     *
     * <p>A charge is absent if it was invoiced for two periods or more, nothing of its contract was invoiced for days after its next
     * one, and the drafts of the contract reach to the end of that.
     *
     * @param drafts what is about to be invoiced, of any contracts
     * @param earlier what was invoiced before
     * @return by contract and charge: first what is in the drafts, then what is absent
     */
    public List<PlausibilityFinding> check(List<InvoicedLine> drafts, List<InvoicedLine> earlier) {
        var now = new InvoicedPeriods(drafts);
        var before = new InvoicedPeriods(earlier);
        var findings = new ArrayList<PlausibilityFinding>();
        now.byCharge()
                .forEach((key, periods) -> periods.forEach((period, lines) -> {
                    if (!before.of(key).containsKey(period)) {
                        findings.addAll(compared(key, period, lines, before));
                    }
                }));
        before.byCharge()
                .forEach((key, periods) -> absent(key, periods, now, before).ifPresent(findings::add));
        return List.copyOf(findings);
    }

    private List<PlausibilityFinding> compared(
            ChargeKey key, ServicePeriod period, List<InvoicedLine> lines, InvoicedPeriods before) {
        var findings = new ArrayList<PlausibilityFinding>();
        SortedMap<ServicePeriod, List<InvoicedLine>> known = before.of(key);
        if (known.isEmpty() && before.last(key.contract()).isPresent()) {
            findings.add(finding(
                    IMPLAUSIBLE_NOVELTY,
                    key,
                    period,
                    lines,
                    Explanation.of("plausibility.new", "{0} was never invoiced before", key.charge())));
        }
        List<List<InvoicedLine>> last = new ArrayList<>(known.headMap(period).values());
        last = last.subList(Math.max(0, last.size() - periods), last.size());
        deviation(lines, last, InvoicedPeriods::amount)
                .ifPresent(reason -> findings.add(finding(IMPLAUSIBLE_AMOUNT, key, period, lines, reason)));
        deviation(lines, last, InvoicedPeriods::quantity)
                .ifPresent(reason -> findings.add(finding(IMPLAUSIBLE_QUANTITY, key, period, lines, reason)));
        return findings;
    }

    private Optional<Explanation> deviation(
            List<InvoicedLine> lines,
            List<List<InvoicedLine>> last,
            Function<List<InvoicedLine>, Optional<Fraction>> value) {
        Optional<Fraction> actual = value.apply(lines);
        List<Fraction> known =
                last.stream().map(value).flatMap(Optional::stream).sorted().toList();
        if (actual.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        Fraction usual = median(known);
        Fraction allowed = abs(usual).times(Fraction.of(percent)).dividedBy(Fraction.of(100));
        return abs(actual.get().minus(usual)).compareTo(allowed) <= 0
                ? Optional.empty()
                : Optional.of(
                        Explanation.of("plausibility.deviates", "{0} instead of {1} as usual", actual.get(), usual));
    }

    /** The middle one of an odd number, and the mean of the two in the middle of an even one. */
    private static Fraction median(List<Fraction> sorted) {
        Fraction upper = sorted.get(sorted.size() / 2);
        Fraction lower = sorted.get((sorted.size() - 1) / 2);
        return lower.plus(upper).dividedBy(Fraction.of(2));
    }

    private static Fraction abs(Fraction number) {
        return number.signum() < 0 ? number.negated() : number;
    }

    private static Optional<PlausibilityFinding> absent(
            ChargeKey key,
            SortedMap<ServicePeriod, List<InvoicedLine>> periods,
            InvoicedPeriods now,
            InvoicedPeriods before) {
        ServicePeriod last = periods.lastKey();
        ServicePeriod reached = before.last(key.contract()).orElse(last);
        ServicePeriod drafted = now.last(key.contract()).orElse(last);
        var next = new ServicePeriod(last.end(), last.end().plus(Period.between(last.start(), last.end())));
        boolean isExpected = periods.size() >= 2
                && !next.end().isBefore(reached.end())
                && !next.end().isAfter(drafted.end());
        boolean isThere =
                now.of(key).keySet().stream().anyMatch(period -> !period.start().isBefore(last.end()));
        return isExpected && !isThere
                ? Optional.of(finding(
                        IMPLAUSIBLE_ABSENCE,
                        key,
                        next,
                        List.of(),
                        Explanation.of(
                                "plausibility.absent",
                                "{0} was invoiced for {1}, and is in no draft",
                                key.charge(),
                                last)))
                : Optional.empty();
    }

    private static PlausibilityFinding finding(
            PlausibilityFinding.Code code,
            ChargeKey key,
            ServicePeriod period,
            List<InvoicedLine> lines,
            Explanation reason) {
        List<String> documents = lines.stream()
                .map(InvoicedLine::document)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new PlausibilityFinding(code, key.contract(), key.charge(), period, documents, reason);
    }
}
