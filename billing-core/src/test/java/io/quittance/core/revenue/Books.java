package io.quittance.core.revenue;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.ObligationId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Samples and random books of revenue. */
final class Books {
    static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    static final ServicePeriod YEAR = ServicePeriod.of("2026-01-01", "2027-01-01");
    /** A day after all that random books know. */
    static final LocalDate LATE = LocalDate.of(2029, 1, 1);

    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);

    private Books() {}

    static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    /** One obligation, o, of that amount. */
    static RevenueBook book(String promised, RecognitionRule rule, RevenueFact... facts) {
        return RevenueBook.of("C-1", List.of(Obligation.of("o", eur(promised), rule)), List.of(facts));
    }

    static BilledAmount billed(String key, String obligation, String day, String amount) {
        return BilledAmount.of(key, obligation, "INV-" + key, day, eur(amount));
    }

    /** 1,200.00 for 2026, billed on its first day. */
    static RevenueBook subscription(RevenueFact... more) {
        return book("1200", StraightLine.over(YEAR), billed("i-1", "o", "2026-01-01", "1200"))
                .with(List.of(more));
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 800).map(FIRST::plusDays);
    }

    static Arbitrary<Amount> amounts() {
        return Arbitraries.longs().between(-1_000_000, 1_000_000).map(cents -> Amount.ofMinor(cents, EUR));
    }

    static Arbitrary<ServicePeriod> periods() {
        return Combinators.combine(days(), Arbitraries.integers().between(1, 500))
                .as((start, length) -> new ServicePeriod(start, start.plusDays(length)));
    }

    static Arbitrary<RecognitionRule> rules() {
        return Arbitraries.oneOf(
                periods().map(StraightLine::over),
                Arbitraries.integers().between(1, 900).map(units -> ByUsage.of(String.valueOf(units))),
                days().map(day -> ByUsage.of("300").expiringOn(day)),
                Arbitraries.just(ByMilestones.of("a", "1").then("b", "2").then("c", "4")),
                days().map(PointInTime::on),
                Arbitraries.just(PointInTime.onDelivery()),
                Arbitraries.just(new RightToInvoice()));
    }

    /** Of one to four obligations of any rules, with what happened to them. */
    static Arbitrary<RevenueBook> books() {
        Arbitrary<Obligation> obligations = Combinators.combine(amounts(), rules(), days().injectNull(0.5))
                .as((amount, rule, agreed) -> {
                    var obligation = Obligation.of("?", amount, rule);
                    return agreed == null ? obligation : obligation.agreedOn(agreed);
                });
        return obligations.list().ofMinSize(1).ofMaxSize(4).flatMap(drawn -> {
            List<Obligation> named = IntStream.range(0, drawn.size())
                    .mapToObj(i -> new Obligation(
                            ObligationId.of("o" + i),
                            drawn.get(i).promised(),
                            drawn.get(i).rule(),
                            drawn.get(i).agreed()))
                    .toList();
            return facts(named).list().ofMaxSize(20).map(facts -> RevenueBook.of("C-1", named, keyed(facts)));
        });
    }

    /** Facts that fit one of the obligations; their keys are given afterwards. */
    static Arbitrary<RevenueFact> facts(List<Obligation> obligations) {
        return Combinators.combine(
                        Arbitraries.of(obligations),
                        days(),
                        amounts(),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-50, 200),
                        Arbitraries.of("a", "b", "c"))
                .as((obligation, day, amount, kind, units, name) -> {
                    LocalDate agreed = obligation.agreed();
                    LocalDate later = agreed == null || day.isAfter(agreed) ? day : agreed;
                    ObligationId id = obligation.id();
                    return switch (kind) {
                        case 0 -> BilledAmount.of("?", id, number(units), day, amount);
                        case 1 -> PromiseChange.price("?", id, later, amount);
                        case 2 -> PromiseChange.catchUp("?", id, later, amount);
                        default -> performance(obligation, day, units, name);
                    };
                });
    }

    private static InvoiceNumber number(int units) {
        return InvoiceNumber.of("N" + units);
    }

    private static RevenueFact performance(Obligation obligation, LocalDate day, int units, String name) {
        ObligationId id = obligation.id();
        PerformanceFact fact = null;
        if (obligation.rule() instanceof ByUsage) {
            return PerformanceFact.used("?", id, day, BigDecimal.valueOf(units));
        }
        if (obligation.rule() instanceof ByMilestones) {
            fact = PerformanceFact.reached("?", id, day, name);
        } else if (obligation.rule().equals(PointInTime.onDelivery())) {
            fact = PerformanceFact.delivered("?", id, day);
        }
        if (fact == null) {
            return BilledAmount.of("?", id, number(units), day, Amount.ofMinor(units, EUR));
        }
        return units < 0 ? fact.takenBack() : fact;
    }

    private static List<RevenueFact> keyed(List<RevenueFact> facts) {
        var keyed = new ArrayList<RevenueFact>();
        for (RevenueFact fact : facts) {
            keyed.add(keyed(fact, "f-" + keyed.size()));
        }
        return keyed;
    }

    static RevenueFact keyed(RevenueFact fact, String key) {
        if (fact instanceof BilledAmount billed) {
            return BilledAmount.of(key, billed.obligation(), billed.document(), billed.day(), billed.amount());
        }
        if (fact instanceof PromiseChange change) {
            return new PromiseChange(
                    key, change.obligation(), change.day(), change.amount(), change.method(), change.rule());
        }
        var performance = (PerformanceFact) fact;
        return new PerformanceFact(
                key,
                performance.obligation(),
                performance.day(),
                performance.kind(),
                performance.quantity(),
                performance.milestone());
    }
}
