package io.quittance.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every rule of splitting keeps, and what each of them promises beyond it. */
class ApportionmentLawsTest implements MoneyArbitraries {

    @Property
    void thePartsAddUpToTheWhole(
            @ForAll("rules") Apportionment rule, @ForAll long whole, @ForAll("weights") long[] weights) {
        long[] parts = rule.split(whole, weights);
        assertThat(parts).hasSameSizeAs(weights);
        assertThat(LongStream.of(parts).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(BigInteger.valueOf(whole));
    }

    @Property
    void thePartsOfAnAmountAddUpToIt(
            @ForAll("rules") Apportionment rule,
            @ForAll("digits") BigInteger cents,
            @ForAll("weights") long[] weights) {
        Amount whole = Amount.exact(new BigDecimal(cents, 2), EUR);
        assertThat(rule.split(whole, weights).stream().reduce(Amount.zero(EUR), Amount::add))
                .isEqualTo(whole);
    }

    @Property
    void aPartWithoutWeightGetsNothing(
            @ForAll("rules") Apportionment rule, @ForAll long whole, @ForAll("weights") long[] weights) {
        long[] parts = rule.split(whole, weights);
        assertThat(IntStream.range(0, weights.length).filter(i -> weights[i] == 0))
                .allMatch(i -> parts[i] == 0);
    }

    @Property
    void longsAndLargerNumbersAreSplitAlike(
            @ForAll("rules") Apportionment rule, @ForAll("wholes") long whole, @ForAll("weights") long[] weights) {
        List<BigDecimal> large =
                LongStream.of(weights).mapToObj(BigDecimal::valueOf).toList();
        List<Amount> parts = rule.split(Amount.ofScaled(whole, 2, EUR), large);
        assertThat(parts.stream().mapToLong(part -> part.toUnscaledLong(2)))
                .containsExactly(box(rule.split(whole, weights)));
    }

    @Property
    void theUnitOfTheWeightsDoesNotMatter(
            @ForAll("rules") Apportionment rule, @ForAll("wholes") long whole, @ForAll("smallWeights") long[] weights) {
        long[] tripled = LongStream.of(weights).map(weight -> weight * 3).toArray();
        assertThat(rule.split(whole, tripled)).containsExactly(rule.split(whole, weights));
    }

    @Property
    void aNegativeWholeIsSplitLikeItsOpposite(
            @ForAll("symmetricRules") Apportionment rule,
            @ForAll("wholes") long whole,
            @ForAll("weights") long[] weights) {
        long[] opposite =
                LongStream.of(rule.split(-whole, weights)).map(part -> -part).toArray();
        assertThat(rule.split(whole, weights)).containsExactly(opposite);
    }

    @Property
    void largestRemainderStaysWithinAUnitOfTheIdeal(@ForAll("wholes") long whole, @ForAll("weights") long[] weights) {
        long[] parts = Apportionment.largestRemainder(2).split(whole, weights);
        for (int i = 0; i < parts.length; i++) {
            Fraction distance = Fraction.of(parts[i]).minus(ideal(whole, weights, i));
            assertThat(distance).isBetween(Fraction.of(-1), Fraction.ONE).isNotIn(Fraction.of(-1), Fraction.ONE);
        }
    }

    /** Whoever was rounded up has a larger remainder than all who were not, or the same and an earlier place. */
    @Property
    void largestRemainderServesTheLargestRemaindersFirst(
            @ForAll("naturals") long whole, @ForAll("smallWeights") long[] weights) {
        long[] parts = Apportionment.largestRemainder(2).split(whole, weights);
        for (int up = 0; up < parts.length; up++) {
            for (int down = 0; down < parts.length; down++) {
                Fraction gain = Fraction.of(parts[up]).minus(ideal(whole, weights, up));
                Fraction loss = Fraction.of(parts[down]).minus(ideal(whole, weights, down));
                if (gain.signum() > 0 && loss.signum() < 0) {
                    // remainder = 1 - gain and -loss
                    int order = Fraction.ONE.minus(gain).compareTo(loss.negated());
                    assertThat(order > 0 || (order == 0 && up < down)).isTrue();
                }
            }
        }
    }

    @Property
    void remainderToFirstServesTheFirstFirst(@ForAll("naturals") long whole, @ForAll("smallWeights") long[] weights) {
        long[] parts = Apportionment.remainderToFirst(2).split(whole, weights);
        boolean served = true;
        for (int i = 0; i < parts.length; i++) {
            if (weights[i] > 0) {
                long floor = ideal(whole, weights, i)
                        .round(Rounding.of(0, RoundingMode.FLOOR))
                        .longValueExact();
                assertThat(parts[i]).isBetween(floor, served ? floor + 1 : floor);
                served = parts[i] > floor;
            }
        }
    }

    @Property
    void lastTakesRestRoundsAllOthers(@ForAll("wholes") long whole, @ForAll("weights") long[] weights) {
        long[] parts = Apportionment.lastTakesRest(Rounding.halfUp(2)).split(whole, weights);
        int last = weights.length - 1;
        while (weights[last] == 0) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            assertThat(BigDecimal.valueOf(parts[i]))
                    .isEqualTo(ideal(whole, weights, i).round(Rounding.halfUp(0)));
        }
    }

    @Property
    void cumulativeKeepsTheRunningTotalRounded(@ForAll("wholes") long whole, @ForAll("weights") long[] weights) {
        long[] parts = Apportionment.cumulative(Rounding.halfUp(2)).split(whole, weights);
        BigInteger running = BigInteger.ZERO;
        Fraction ideal = Fraction.ZERO;
        for (int i = 0; i < parts.length; i++) {
            running = running.add(BigInteger.valueOf(parts[i]));
            ideal = ideal.plus(ideal(whole, weights, i));
            assertThat(new BigDecimal(running)).isEqualTo(ideal.round(Rounding.halfUp(0)));
        }
    }

    @Property
    void cumulativeLeavesAllOthersWhereOnePartIsCutInTwo(
            @ForAll("wholes") long whole, @ForAll("smallWeights") long[] weights, @ForAll("naturals") long cut) {
        Apportionment rule = Apportionment.cumulative(Rounding.halfUp(2));
        int at = (int) (cut % weights.length);
        long first = weights[at] == 0 ? 0 : cut % (weights[at] + 1);
        long[] finer = LongStream.concat(
                        LongStream.concat(Arrays.stream(weights, 0, at), LongStream.of(first, weights[at] - first)),
                        Arrays.stream(weights, at + 1, weights.length))
                .toArray();
        long[] before = rule.split(whole, weights);
        long[] after = rule.split(whole, finer);
        long[] merged = LongStream.concat(
                        LongStream.concat(Arrays.stream(after, 0, at), LongStream.of(after[at] + after[at + 1])),
                        Arrays.stream(after, at + 2, after.length))
                .toArray();
        assertThat(merged).containsExactly(before);
    }

    @Provide
    Arbitrary<Apportionment> rules() {
        return Arbitraries.oneOf(symmetricRules(), rounded(Arbitraries.of(RoundingMode.CEILING, RoundingMode.FLOOR)));
    }

    @Provide
    Arbitrary<Apportionment> symmetricRules() {
        var byUnits = Arbitraries.of(Apportionment.largestRemainder(2), Apportionment.remainderToFirst(2));
        return Arbitraries.oneOf(
                byUnits,
                rounded(Arbitraries.of(
                        RoundingMode.UP,
                        RoundingMode.DOWN,
                        RoundingMode.HALF_UP,
                        RoundingMode.HALF_DOWN,
                        RoundingMode.HALF_EVEN)));
    }

    private static Arbitrary<Apportionment> rounded(Arbitrary<RoundingMode> modes) {
        return Combinators.combine(modes, Arbitraries.of(true, false))
                .as((mode, cumulative) -> cumulative
                        ? Apportionment.cumulative(Rounding.of(2, mode))
                        : Apportionment.lastTakesRest(Rounding.of(2, mode)));
    }

    /** All longs but the one that has no opposite. */
    @Provide
    Arbitrary<Long> wholes() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-100_000, 100_000),
                Arbitraries.longs().greaterOrEqual(-Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<Long> naturals() {
        return Arbitraries.longs().between(0, 1_000_000);
    }

    /** Few and many (more than 16 are handed out in another way), small and so large that their sum overflows. */
    @Provide
    Arbitrary<long[]> weights() {
        var any = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3),
                Arbitraries.longs().between(0, 1_000_000),
                Arbitraries.longs().between(0, Long.MAX_VALUE));
        return Arbitraries.oneOf(
                smallWeights(), positive(any.array(long[].class).ofMinSize(1).ofMaxSize(40)));
    }

    @Provide
    Arbitrary<long[]> smallWeights() {
        return positive(Arbitraries.longs()
                .between(0, 12)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(24));
    }

    private static Arbitrary<long[]> positive(Arbitrary<long[]> weights) {
        return weights.filter(all -> LongStream.of(all).anyMatch(weight -> weight > 0));
    }

    private static Fraction ideal(long whole, long[] weights, int part) {
        BigInteger total =
                LongStream.of(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        return Fraction.of(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(weights[part])), total);
    }

    private static Long[] box(long[] values) {
        return LongStream.of(values).boxed().toArray(Long[]::new);
    }
}
