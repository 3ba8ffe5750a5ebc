package io.quittance.json;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ChargeKind;
import io.quittance.core.contract.Escalation;
import io.quittance.core.contract.Phase;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.CostPlus;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.StubRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Charges of all kinds, with all that may be agreed of each. */
final class ChargeArbitraries {
    private ChargeArbitraries() {}

    /** A charge of any kind, with that id. */
    static Arbitrary<Charge> charges(String id) {
        Arbitrary<Optional<LocalDate>> days = days().optional();
        Arbitrary<Charge> lasting = Combinators.combine(
                        Arbitraries.of(ChargeKind.values()),
                        ChargeModelCodecsTest.prices(),
                        days,
                        Arbitraries.integers().between(1, 5_000).optional())
                .as((kind, price, from, length) -> {
                    Charge charge = plain(kind, id, price);
                    charge = from.map(charge::from).orElse(charge);
                    LocalDate start = from.orElse(LocalDate.EPOCH);
                    return length.map(start::plusDays).map(charge::until).orElse(charge);
                });
        return Combinators.combine(
                        lasting, ChargeModelCodecsTest.prices(), cycles().optional(), days, prorations(), texts())
                .as(ChargeArbitraries::agreed);
    }

    private static Charge plain(ChargeKind kind, String id, BigDecimal price) {
        return switch (kind) {
            case ONE_OFF -> Charge.oneOff(id, PerUnit.of(price));
            case RECURRING -> Charge.recurring(id, PerUnit.of(price));
            case USAGE -> Charge.usage(id, "m", PerUnit.of(price));
            case TIME_AND_MATERIALS -> Charge.timeAndMaterials(id, "m", rates(price));
            case RESALE -> Charge.resale(id, "m", CostPlus.markup("25"));
            case MILESTONES ->
                Charge.milestones(id, "m", Milestones.of("a", price).then("b \"ß\"", price));
            case COMPLETION -> Charge.completion(id, "m", Completion.of(price));
        };
    }

    private static TimeAndMaterials rates(BigDecimal price) {
        return TimeAndMaterials.of("consultant", price.toPlainString());
    }

    private static Charge agreed(
            Charge plain,
            BigDecimal number,
            Optional<BillingCycle> cycle,
            Optional<LocalDate> day,
            Optional<Proration> proration,
            Optional<String> text) {
        ChargeKind kind = plain.kind();
        Charge charge = text.map(plain::inGroup).orElse(plain);
        charge = text.map(order -> plain.inGroup(order).ancillary(order, "as agreed"))
                .orElse(charge);
        charge = text.isPresent()
                ? charge.discount(Discount.percent("of " + plain.id(), "5"))
                : charge.neverDecreasing();
        charge = kind.isMetered() ? charge : charge.quantity(number);
        if (kind == ChargeKind.ONE_OFF) {
            return day.map(charge::on).orElse(charge);
        }
        boolean isLate = kind != ChargeKind.RECURRING;
        charge = cycle.map(agreed -> isLate ? agreed.inArrears() : agreed)
                .map(charge::billed)
                .orElse(charge);
        charge = isLate ? charge : proration.map(charge::prorated).orElse(charge);
        if (kind.isOverTerm() || day.isEmpty()) {
            return charge;
        }
        charge = overTime(charge, number, day.get());
        ChargeModel later = kind == ChargeKind.TIME_AND_MATERIALS ? rates(number) : PerUnit.of(number);
        return charge.repriced(day.get(), later)
                .repriced(day.get().plusDays(1), charge.model())
                .maximum(SpendMaximum.of(number))
                .minimum("1.50")
                .commitment(Commitment.ofAmount(number));
    }

    /** Phases and an escalation, of several forms by the number that was drawn. */
    private static Charge overTime(Charge charge, BigDecimal number, LocalDate day) {
        BigDecimal percent = number.remainder(BigDecimal.TEN);
        return switch (number.intValue() % 4) {
            case 0 ->
                charge.phases(Phase.trial("P14D"), Phase.rampUp("P1Y6M", "12.5"), Phase.discount("P3M", "20"))
                        .escalated(Escalation.fixed("-2.5", "P1Y", "2027-01-01"));
            case 1 ->
                charge.phases(Phase.rampUp(Period.ofDays(36_525), percent))
                        .escalated(Escalation.fixed(
                                percent, Schedule.lastDayOfMonth(Period.ofMonths(3), YearMonth.of(2026, 2)), day));
            case 2 ->
                charge.phases(Phase.discount(Period.ofMonths(1_200), percent))
                        .escalated(Escalation.indexed("CPI \"U\"", "2025-10", "P1Y", "2027-01-01"));
            default ->
                charge.escalated(Escalation.indexed("CPI-U", "2025-10", "P12M", "2027-01-01")
                        .lagged(3)
                        .atLeast(percent.negate())
                        .atMost(percent)
                        .rounded(Rounding.of(10, RoundingMode.HALF_EVEN)));
        };
    }

    /** Every anchor and timing. */
    static Arbitrary<BillingCycle> cycles() {
        Arbitrary<BillingCycle> plain = Arbitraries.of("P1M", "P3M", "P1Y", "P18M", "P5M", "P7D", "P14D", "P36525D")
                .map(BillingCycle::every);
        Arbitrary<BillingCycle> dated = Combinators.combine(plain, days()).as((cycle, day) -> cycle.from(day));
        Arbitrary<BillingCycle> onLastDays = Combinators.combine(Arbitraries.of("P1M", "P1Y6M"), days())
                .as((interval, day) -> BillingCycle.every(interval).fromLastDayOf(YearMonth.from(day)));
        return Combinators.combine(
                        Arbitraries.oneOf(plain, plain.map(BillingCycle::fromStart), dated, onLastDays),
                        Arbitraries.of(true, false))
                .as((cycle, isInAdvance) -> isInAdvance ? cycle.inAdvance() : cycle);
    }

    private static Arbitrary<Optional<Proration>> prorations() {
        return Arbitraries.<Proration>of(
                        DayCount.THIRTY_DAY_MONTHS, StubRule.CHARGE_WHOLE, new ElapsedTime(ZoneOffset.UTC))
                .optional();
    }

    private static Arbitrary<Optional<String>> texts() {
        return Arbitraries.of("PO-4711", "Größe \"7\"").optional();
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.of("0001-01-01", "2024-02-29", "2026-01-31", "9000-12-31")
                .map(LocalDate::parse);
    }
}
