package io.quittance.testkit.billing;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Escalation;
import io.quittance.core.contract.Phase;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.CostPlus;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.usage.Meter;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Charges of all kinds; one id has one kind, so that an amendment changes what it costs, not what it is. */
final class ChargeArbitraries {
    private ChargeArbitraries() {}

    /**
     * Up to four charges with ids of their own.
     *
     * @param start the first day on which a contract may begin
     * @param rising whether a price never falls as more is used
     */
    static Arbitrary<List<Charge>> charges(LocalDate start, boolean rising) {
        Arbitrary<Charge> charge = Arbitraries.frequencyOf(
                Tuple.of(4, recurring(start)),
                Tuple.of(4, usage(start, rising)),
                Tuple.of(1, oneOff(start)),
                Tuple.of(1, project()));
        return charge.list().ofMinSize(1).ofMaxSize(4).map(ChargeArbitraries::distinct);
    }

    private static List<Charge> distinct(List<Charge> charges) {
        Map<String, Charge> byId = new LinkedHashMap<>();
        charges.forEach(charge -> byId.putIfAbsent(charge.id().value(), charge));
        return List.copyOf(byId.values());
    }

    /** Cycles by the calendar, from the start, from a day that some months do not have, and from last days. */
    static Arbitrary<BillingCycle> cycles() {
        return Arbitraries.of(
                BillingCycle.monthly(),
                BillingCycle.quarterly(),
                BillingCycle.yearly(),
                BillingCycle.monthly().fromStart(),
                BillingCycle.monthly().from("2024-01-31"),
                BillingCycle.every(Period.ofMonths(1)).fromLastDayOf(YearMonth.of(2024, 2)),
                BillingCycle.every("P14D"),
                BillingCycle.every("P7D"));
    }

    private static Arbitrary<LocalDate> days(LocalDate start) {
        return Arbitraries.integers().between(0, 200).map(start::plusDays);
    }

    private static Arbitrary<String> amounts() {
        return Arbitraries.of("100.00", "310.00", "9.99", "0.01", "33.33", "0");
    }

    /** Changes of a charge, of which some are made. */
    @SafeVarargs
    private static Arbitrary<Charge> changed(Arbitrary<Charge> charge, Arbitrary<UnaryOperator<Charge>>... changes) {
        Arbitrary<Charge> changed = charge;
        for (Arbitrary<UnaryOperator<Charge>> change : changes) {
            Arbitrary<UnaryOperator<Charge>> seldom = Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.just(UnaryOperator.identity())), Tuple.of(1, change));
            changed = Combinators.combine(changed, seldom).as((before, made) -> made.apply(before));
        }
        return changed;
    }

    private static Arbitrary<UnaryOperator<Charge>> repriced(LocalDate start, Arbitrary<ChargeModel> models) {
        return Combinators.combine(days(start), models)
                .as((day, model) -> (UnaryOperator<Charge>) charge -> charge.repriced(day, model));
    }

    private static Arbitrary<UnaryOperator<Charge>> limited(LocalDate start) {
        return Combinators.combine(days(start), Arbitraries.integers().between(1, 100))
                .as((day, length) ->
                        (UnaryOperator<Charge>) charge -> charge.from(day).until(day.plusDays(length)));
    }

    private static Arbitrary<UnaryOperator<Charge>> phased() {
        return Arbitraries.of(
                charge -> charge.phases(Phase.trial("P10D")),
                charge -> charge.phases(Phase.trial("P14D"), Phase.rampUp("P1M", "50")),
                charge -> charge.phases(Phase.discount("P3M", "33")));
    }

    private static Arbitrary<UnaryOperator<Charge>> escalated() {
        return Arbitraries.of(
                charge -> charge.escalated(Escalation.fixed("3", "P1M", "2024-02-15")),
                charge -> charge.escalated(Escalation.fixed("10", "P1Y", "2024-07-01")));
    }

    private static Arbitrary<UnaryOperator<Charge>> discounted() {
        return Arbitraries.of(
                charge -> charge.discount(Discount.percent("own-" + charge.id(), "15")),
                charge -> charge.discount(Discount.amount("off-" + charge.id(), "40.00")));
    }

    private static Arbitrary<UnaryOperator<Charge>> bounded() {
        return Arbitraries.of(
                charge -> charge.maximum("60.00"),
                charge -> charge.minimum("70.00"),
                charge -> charge.minimum("20.00").maximum("80.00"),
                charge -> charge.commitment(Commitment.ofAmount("50.00").overageFactor("2")));
    }

    private static Arbitrary<UnaryOperator<Charge>> billed() {
        return cycles().map(cycle -> charge -> charge.billed(cycle));
    }

    private static Arbitrary<Charge> recurring(LocalDate start) {
        Arbitrary<ChargeModel> fees = amounts().map(FlatFee::of);
        Arbitrary<Charge> fee = Combinators.combine(Arbitraries.of("fee", "seats"), amounts())
                .as((id, amount) -> id.equals("fee")
                        ? Charge.recurring(id, FlatFee.of(amount))
                        : Charge.recurring(id, PerUnit.of(amount)).quantity("3"));
        Arbitrary<UnaryOperator<Charge>> advance = Combinators.combine(cycles(), Arbitraries.of(true, true, false))
                .as((cycle, early) -> charge -> charge.billed(early ? cycle.inAdvance() : cycle));
        Arbitrary<UnaryOperator<Charge>> prorated = Arbitraries.of(
                charge -> charge.prorated(StubRule.CHARGE_WHOLE),
                charge -> charge.prorated(StubRule.CHARGE_NOTHING),
                charge -> charge.prorated(DayCount.THIRTY_DAY_MONTHS));
        Arbitrary<Charge> timed = Combinators.combine(fee, advance, Arbitraries.of(true, true, false))
                .as((charge, change, made) -> made ? change.apply(charge) : charge);
        return changed(
                timed, repriced(start, fees), limited(start), phased(), escalated(), discounted(), bounded(), prorated);
    }

    private static Arbitrary<ChargeModel> prices(boolean rising) {
        var models = new ArrayList<ChargeModel>(List.of(
                PerUnit.of("0.333"),
                GraduatedTiers.upTo("10", "0").then("1.10"),
                GraduatedTiers.upTo("20", "2").then("0.05"),
                PackagePrice.of("7", "5.00")));
        if (!rising) {
            models.add(VolumeTiers.upTo("20", "2").then("0.50"));
        }
        return Arbitraries.of(models);
    }

    private static Arbitrary<Charge> usage(LocalDate start, boolean rising) {
        Arbitrary<Charge> used = Combinators.combine(Arbitraries.of("calls", "disk"), prices(rising))
                .as((id, model) ->
                        Charge.usage(id, id.equals("calls") ? Meter.sum("calls") : Meter.max("disk"), model));
        Arbitrary<UnaryOperator<Charge>> free = Arbitraries.of(charge -> charge.free("5"));
        Arbitrary<Charge> metered = changed(
                used,
                billed(),
                repriced(start, prices(rising)),
                limited(start),
                phased(),
                escalated(),
                discounted(),
                bounded(),
                free);
        Arbitrary<Charge> work = Arbitraries.of(
                Charge.timeAndMaterials(
                        "work", "work", TimeAndMaterials.of("senior", "150").withRate("junior", "80")),
                Charge.timeAndMaterials(
                        "work", "work", TimeAndMaterials.of("senior", "165.50").withRate("junior", "80")));
        Arbitrary<Charge> resale = Arbitraries.of(
                Charge.resale("laptops", "laptops", PerUnit.of("1299.00")),
                Charge.resale("laptops", "laptops", CostPlus.markup("12.5")));
        return Arbitraries.frequencyOf(
                Tuple.of(4, metered),
                Tuple.of(1, changed(work, billed(), limited(start), discounted(), bounded())),
                Tuple.of(1, changed(resale, billed(), discounted())));
    }

    private static Arbitrary<Charge> oneOff(LocalDate start) {
        Arbitrary<Charge> setup = amounts().map(amount -> Charge.oneOff("setup", FlatFee.of(amount)));
        Arbitrary<UnaryOperator<Charge>> dated = days(start).map(day -> charge -> charge.on(day));
        return changed(setup, dated, discounted(), limited(start));
    }

    private static Arbitrary<Charge> project() {
        return changed(
                Arbitraries.of(
                        Charge.milestones(
                                "rollout",
                                "rollout",
                                Milestones.of("design", "2000").then("go-live", "8000")),
                        Charge.milestones(
                                "rollout",
                                "rollout",
                                Milestones.of("design", "2500").then("go-live", "8000")),
                        Charge.completion("build", "build", Completion.of("1200.00")),
                        Charge.completion("build", "build", Completion.of("999.99"))),
                billed(),
                discounted());
    }
}
