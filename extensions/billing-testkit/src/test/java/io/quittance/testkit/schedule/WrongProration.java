package io.quittance.testkit.schedule;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.money.MonetaryAmount;

/** Prorations that are wrong on purpose, each by one law. */
@SuppressWarnings({"ImmutableEnumChecker", "NullAway"}) // what prorations of others may do
enum WrongProration {
    COUNTS_THE_END_AS_A_DAY(
            ProrationLaw.ANSWERS, () -> (service, period) -> Fraction.of(service.days() + 1, period.days())),
    COUNTS_FROM_THE_OTHER_END(
            ProrationLaw.ANSWERS,
            () -> (service, period) ->
                    Fraction.of(service.start().toEpochDay() - service.end().toEpochDay(), period.days())),
    DIVIDES_BY_THE_REST(
            ProrationLaw.ANSWERS,
            () -> (service, period) -> service.equals(period)
                    ? Fraction.ONE
                    : Fraction.of(1, period.end().toEpochDay() - service.end().toEpochDay())),
    ANSWERS_WITH_NULL(ProrationLaw.ANSWERS, () -> (service, period) -> service.equals(period) ? Fraction.ONE : null),
    KEEPS_STATE(ProrationLaw.SAME_ANSWER, () -> {
        var asked = new AtomicInteger();
        return (service, period) ->
                service.equals(period) ? Fraction.ONE : Fraction.of(1, 1L + asked.incrementAndGet());
    }),
    COUNTS_NIGHTS(ProrationLaw.WHOLE, () -> (service, period) -> Fraction.of(service.days() - 1, period.days())),
    TAKES_EVERY_MONTH_FOR_31_DAYS(
            ProrationLaw.WHOLE,
            () -> (service, period) -> Fraction.of(service.days(), 31).min(Fraction.ONE)),
    GIVES_WHOLE_WEEKS_CHEAPER(ProrationLaw.MONOTONICITY, () -> (service, period) -> {
        Fraction weeks = Fraction.of(5 * (service.days() / 7) + service.days() % 7);
        return service.equals(period)
                ? Fraction.ONE
                : weeks.dividedBy(Fraction.of(period.days())).min(Fraction.ONE);
    }),
    ROUNDS_THE_PART_FIRST(ProrationLaw.AMOUNT, () -> new Own() {
        @Override
        public Amount amount(MonetaryAmount price, ServicePeriod service, ServicePeriod period, Rounding rounding) {
            Fraction rounded = Fraction.of(part(service, period).round(Rounding.halfUp(2)));
            return Amount.from(price).times(rounded, rounding);
        }
    }),
    ROUNDS_EACH_PIECE(ProrationLaw.PIECES, () -> new Own() {
        @Override
        public List<Amount> split(
                MonetaryAmount price,
                ServicePeriod service,
                List<LocalDate> cuts,
                ServicePeriod period,
                Rounding rounding) {
            var pieces = new ArrayList<Amount>();
            LocalDate from = service.start();
            for (LocalDate cut : cuts) {
                pieces.add(amount(price, new ServicePeriod(from, cut), period, rounding));
                from = cut;
            }
            pieces.add(amount(price, new ServicePeriod(from, service.end()), period, rounding));
            return pieces;
        }
    }),
    HAS_A_LEAST_PART(
            ProrationLaw.ADDITIVITY,
            () -> (service, period) ->
                    Fraction.of(service.days(), period.days()).max(Fraction.of(1, 10))),
    ROUNDS_TO_PERCENT(
            ProrationLaw.ADDITIVITY,
            () -> (service, period) ->
                    Fraction.of(Fraction.of(service.days(), period.days()).round(Rounding.halfUp(2)))),
    CHARGES_WHAT_IS_PAST(
            ProrationLaw.TIMELESSNESS,
            () -> (service, period) -> service.equals(period) || service.start().isBefore(LocalDate.now(ZoneOffset.UTC))
                    ? Fraction.ONE
                    : Fraction.ZERO),
    CANNOT_BE_WRITTEN(ProrationLaw.SERIAL_COPY, () -> (service, period) -> DayCount.CIVIL_DAYS.part(service, period));

    /** By days of the calendar, with something else that is wrong. */
    private static class Own implements Proration {
        @Override
        public Fraction part(ServicePeriod service, ServicePeriod period) {
            return DayCount.CIVIL_DAYS.part(service, period);
        }
    }

    private final ProrationLaw law;
    private final Supplier<Proration> supplier;

    WrongProration(ProrationLaw law, Supplier<Proration> supplier) {
        this.law = law;
        this.supplier = supplier;
    }

    /** The law it breaks. */
    ProrationLaw law() {
        return law;
    }

    /** A new one, that has not been asked yet. */
    Proration proration() {
        return supplier.get();
    }
}
