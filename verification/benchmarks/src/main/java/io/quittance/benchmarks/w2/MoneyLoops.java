package io.quittance.benchmarks.w2;

import static io.quittance.benchmarks.w2.DecimalLoops.earlier;
import static io.quittance.benchmarks.w2.DecimalLoops.later;
import static io.quittance.benchmarks.w2.Subscriptions.END_DAY;
import static io.quittance.benchmarks.w2.Subscriptions.FIRST_DAY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryRounding;
import javax.money.RoundingQueryBuilder;
import org.javamoney.moneta.Money;

/** What a user of Moneta writes: the same loop with amounts; the rounding is looked up once. */
final class MoneyLoops {
    private static final MonetaryRounding CENTS = Monetary.getRounding(
            RoundingQueryBuilder.of().setScale(2).set(RoundingMode.HALF_UP).build());

    record Phase(LocalDate start, LocalDate end, Money price) {}

    private record Line(LocalDate from, LocalDate to, Money amount) {}

    private MoneyLoops() {}

    static Phase[][] phases(DecimalLoops.Phase[][] decimals) {
        var phases = new Phase[decimals.length][];
        for (int i = 0; i < phases.length; i++) {
            phases[i] = new Phase[decimals[i].length];
            for (int k = 0; k < phases[i].length; k++) {
                DecimalLoops.Phase phase = decimals[i][k];
                phases[i][k] = new Phase(phase.start(), phase.end(), Money.of(phase.price(), "EUR"));
            }
        }
        return phases;
    }

    static long lines(Phase[][] subscriptions) {
        var checksum = new Checksum();
        for (int i = 0; i < subscriptions.length; i++) {
            for (Line line : lines(subscriptions[i])) {
                BigDecimal amount = line.amount().getNumber().numberValue(BigDecimal.class);
                checksum.line(
                        i,
                        line.from().toEpochDay(),
                        line.to().toEpochDay(),
                        amount.movePointRight(2).longValueExact());
            }
        }
        return checksum.value();
    }

    private static List<Line> lines(Phase[] phases) {
        var lines = new ArrayList<Line>();
        for (Phase phase : phases) {
            LocalDate month = later(phase.start().withDayOfMonth(1), FIRST_DAY);
            LocalDate end = earlier(phase.end(), END_DAY);
            while (month.isBefore(end)) {
                LocalDate next = month.plusMonths(1);
                LocalDate from = later(phase.start(), month);
                LocalDate to = earlier(end, next);
                lines.add(new Line(from, to, amount(phase.price(), from, to, month.lengthOfMonth())));
                month = next;
            }
        }
        return lines;
    }

    private static Money amount(Money price, LocalDate from, LocalDate to, int length) {
        long days = ChronoUnit.DAYS.between(from, to);
        return days == length ? price : price.multiply(days).divide(length).with(CENTS);
    }
}
