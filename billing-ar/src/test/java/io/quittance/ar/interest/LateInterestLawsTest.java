package io.quittance.ar.interest;

import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What interest for paying late keeps to, whatever was paid and however rates changed. */
class LateInterestLawsTest {
    private static final LocalDate DUE = LocalDate.parse("2023-11-30");
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final int DAYS = 500;

    /** Interest is the sum of what each day comes to, by its own balance and rate. */
    @Property(tries = 200)
    void isTheSumOfItsDays(
            @ForAll("rules") LateInterest rule,
            @ForAll("balances") OverdueBalance balance,
            @ForAll @IntRange(min = 1, max = DAYS) int late) {
        Fraction sum = Fraction.ZERO;
        for (LocalDate day = DUE.plusDays(1); !day.isAfter(DUE.plusDays(late)); day = day.plusDays(1)) {
            var one = SimpleInterest.of(
                    balance.bearingOn(day),
                    rule.rates().percentOn(day),
                    rule.basis().days(ServicePeriod.closed(day, day)),
                    rule.basis().yearDays(day.getYear()));
            sum = sum.plus(rule.daily()
                    .map(daily -> one.amountByDay(daily).toFraction())
                    .orElseGet(one::exact));
        }
        InterestCharge charge = rule.charge(balance, DUE.plusDays(late));
        assertThat(charge.exact()).isEqualTo(sum);
        assertThat(charge.amount()).isEqualTo(sum.round(CENTS, balance.amount().getCurrency()));
    }

    /** Days that meet add up, wherever they are cut, and nothing is rounded on the way. */
    @Property
    void daysThatMeetAddUp(
            @ForAll("rules") LateInterest rule,
            @ForAll("balances") OverdueBalance balance,
            @ForAll @Size(3) List<@IntRange(min = -20, max = DAYS) Integer> offsets) {
        var cuts = new TreeSet<>(offsets);
        if (cuts.size() == 3) {
            LocalDate start = DUE.plusDays(cuts.first());
            LocalDate middle = DUE.plusDays(List.copyOf(cuts).get(1));
            LocalDate end = DUE.plusDays(cuts.last());
            Fraction first =
                    rule.charge(balance, new ServicePeriod(start, middle)).exact();
            Fraction second =
                    rule.charge(balance, new ServicePeriod(middle, end)).exact();
            assertThat(first.plus(second))
                    .isEqualTo(
                            rule.charge(balance, new ServicePeriod(start, end)).exact());
        }
    }

    /** Two parts of a debt bear what the whole bears: what is disputed can be left out and charged later. */
    @Property
    void partsOfADebtBearWhatItBears(
            @ForAll("rates") RateTable rates,
            @ForAll DayBasis basis,
            @ForAll @IntRange(max = 100_000) int one,
            @ForAll @IntRange(max = 100_000) int other,
            @ForAll @IntRange(min = 1, max = DAYS) int late) {
        LateInterest rule = LateInterest.of(rates, basis, CENTS);
        Fraction parts = exact(rule, one, late).plus(exact(rule, other, late));
        assertThat(parts).isEqualTo(exact(rule, one + other, late));
    }

    private static Fraction exact(LateInterest rule, int cents, int late) {
        Amount amount = Amount.ofMinor(cents, eur("0").getCurrency());
        return rule.charge(OverdueBalance.of(amount, DUE), DUE.plusDays(late)).exact();
    }

    /** A day later, a debt never bears less, and a period names each day once. */
    @Property
    void aDayMoreIsNeverLess(
            @ForAll("rules") LateInterest rule,
            @ForAll("balances") OverdueBalance balance,
            @ForAll @IntRange(max = DAYS) int late) {
        InterestCharge before = rule.charge(balance, DUE.plusDays(late));
        InterestCharge after = rule.charge(balance, DUE.plusDays(late + 1L));
        assertThat(after.exact()).isGreaterThanOrEqualTo(before.exact());
        for (int i = 1; i < after.periods().size(); i++) {
            assertThat(after.periods().get(i).days().start())
                    .isAfterOrEqualTo(after.periods().get(i - 1).days().end());
        }
    }

    @Provide
    Arbitrary<LateInterest> rules() {
        return Combinators.combine(rates(), Arbitraries.of(DayBasis.class), Arbitraries.of(true, false))
                .as((rates, basis, daily) -> {
                    LateInterest rule = LateInterest.of(rates, basis, CENTS);
                    return daily ? rule.roundingEachDay(CENTS) : rule;
                });
    }

    @Provide
    Arbitrary<RateTable> rates() {
        Arbitrary<BigDecimal> percent = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(2);
        return Combinators.combine(
                        percent,
                        Arbitraries.maps(Arbitraries.integers().between(1, DAYS), percent)
                                .ofMaxSize(4))
                .as((first, changes) -> {
                    RateTable table = RateTable.from(LocalDate.parse("2020-01-01"), first);
                    for (int day : new TreeSet<>(changes.keySet())) {
                        table = table.then(DUE.plusDays(day), changes.getOrDefault(day, first));
                    }
                    return table.plus("8");
                });
    }

    @Provide
    Arbitrary<OverdueBalance> balances() {
        Arbitrary<Integer> day = Arbitraries.integers().between(-20, DAYS);
        Arbitrary<Integer> cents = Arbitraries.integers().between(0, 20_000);
        return Combinators.combine(
                        Combinators.combine(day, cents)
                                .as((on, less) -> new int[] {on, less})
                                .list()
                                .ofMaxSize(5),
                        cents)
                .as((payments, open) -> {
                    OverdueBalance balance = OverdueBalance.of(
                            cents(open
                                    + payments.stream().mapToInt(one -> one[1]).sum()),
                            DUE);
                    for (int[] payment : payments) {
                        balance = balance.less(cents(payment[1]), DUE.plusDays(payment[0]));
                    }
                    return balance;
                });
    }

    private static Amount cents(int cents) {
        return Amount.ofMinor(cents, eur("0").getCurrency());
    }
}
