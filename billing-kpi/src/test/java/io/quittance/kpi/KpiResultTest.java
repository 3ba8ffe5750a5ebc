package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class KpiResultTest {
    private static final KpiDefinition RATE =
            KpiDefinition.of("acme.rate", "Rate", KpiUnit.PERCENT, Direction.HIGHER, "a / b × 100");
    private static final KpiDefinition TURNOVER =
            KpiDefinition.of("acme.turnover", "Turnover", KpiUnit.RATIO, Direction.HIGHER, "sales / receivables");
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");

    /** By hand: 1 of 2 in number, 40 of 100 by amount. */
    @Test
    void aShareIsThatOfItsItems() {
        KpiResult counted = KpiBasis.of(RATE)
                .share(List.of(KpiItem.counted("b", true), KpiItem.counted("a", false)), "NONE", "there is none");
        assertThat(counted.value()).contains(Fraction.of(50));
        assertThat(counted.basis().count()).contains(2L);
        assertThat(counted.basis().items()).extracting(KpiItem::id).containsExactly("a", "b");
        assertThat(counted.basis().denominator()).contains(Fraction.of(2));
        KpiResult weighed = KpiBasis.of(RATE)
                .share(
                        List.of(
                                new KpiItem("a", Fraction.of(40), Fraction.of(40)),
                                new KpiItem("b", Fraction.ZERO, Fraction.of(60))),
                        "NONE",
                        "there is none");
        assertThat(weighed.value()).contains(Fraction.of(40));
        assertThat(KpiBasis.of(RATE)
                        .share(List.of(), "NONE", "there is none")
                        .<String>match(measured -> "", undefined -> undefined.code()))
                .isEqualTo("NONE");
    }

    @Test
    void isExactUntilSomeoneRoundsIt() {
        KpiResult third = quotient(1, 3);
        assertThat(third.value()).contains(Fraction.of(100, 3));
        assertThat(third.rounded(Rounding.halfUp(2))).contains(new BigDecimal("33.33"));
        assertThat(third).hasToString("acme.rate: 100/3 PERCENT");
    }

    @Test
    void hasNoValueWithoutADenominator() {
        KpiResult none = quotient(1, 0);
        assertThat(none.value()).isEmpty();
        assertThat(none.rounded(Rounding.halfUp(2))).isEmpty();
        assertThat(none.<String>match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason()))
                .isEqualTo("NOTHING: there was nothing");
        assertThat(none.basis().numerator()).contains(Fraction.ONE);
        assertThat(none.basis().denominator()).contains(Fraction.ZERO);
        assertThat(none).hasToString("acme.rate: undefined, there was nothing");
    }

    /** kpi.md, section 0: computed with its sign, and flagged. */
    @Test
    void saysThatANegativeDenominatorMeansLittle() {
        KpiResult odd = quotient(1, -2);
        assertThat(odd.value()).contains(Fraction.of(-50));
        assertThat(odd.basis().notes()).containsExactly("NOT_MEANINGFUL");
    }

    /** kpi.md, section 0: numerator, denominator, count, period, currency, method name, exclusions. */
    @Test
    void carriesAllThatItRestsOn() {
        KpiBasis basis = full().measured(Fraction.ONE).basis();
        assertThat(basis.kpi()).isEqualTo("acme.turnover");
        assertThat(basis.period()).contains(JANUARY);
        assertThat(basis.currency()).contains("USD");
        assertThat(basis.numerator()).contains(Fraction.of(3));
        assertThat(basis.denominator()).contains(Fraction.of(2));
        assertThat(basis.count()).contains(7L);
        assertThat(basis.notes()).containsExactly("A_NOTE");
        assertThat(basis.exclusions()).containsExactly("CASH_SALES");
        assertThat(basis.definition()).isEqualTo(TURNOVER);
        assertThat(basis.definition().direction()).isEqualTo(Direction.HIGHER);
        assertThat(basis.definition().indicator()).isEqualTo(Indicator.LAGGING);
        assertThat(basis.items())
                .containsExactly(
                        new KpiItem("INV-1", Fraction.ONE, Fraction.ONE),
                        new KpiItem("INV-2", Fraction.ZERO, Fraction.ONE));
        assertThat(basis.convention()).isEqualTo(KpiBasis.CONVENTION);
        assertThat(basis).hasToString("acme.turnover [2026-01-01, 2026-02-01) [A_NOTE] without [CASH_SALES]");
    }

    @Test
    void isEmptyWhereNothingWasGiven() {
        KpiBasis basis = KpiBasis.of(RATE).missing("sales").basis();
        assertThat(basis.period()).isEmpty();
        assertThat(basis.currency()).isEmpty();
        assertThat(basis.numerator()).isEmpty();
        assertThat(basis.denominator()).isEmpty();
        assertThat(basis.count()).isEmpty();
        assertThat(basis.notes()).isEmpty();
        assertThat(basis.exclusions()).isEmpty();
        assertThat(basis.items()).isEmpty();
    }

    @Test
    void refusesAResultWithoutNameUnitOrCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiDefinition.of("Acme rate", "Rate", KpiUnit.DAYS, Direction.LOWER, "a / b"))
                .withMessage("id must be made of lower-case words, digits, dots and hyphens, but was Acme rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiBasis.of(RATE).undefined("", "why"))
                .withMessage("code must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiBasis.of(RATE).undefined("no sales", "there were none"))
                .withMessage("code must be made of capital letters, digits and underscores, but was no sales");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiBasis.of(RATE).note("A".repeat(201)))
                .withMessageStartingWith("code must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiBasis.of(RATE).currency(""))
                .withMessage("currency must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiBasis.of(KpiDefinition.of(
                                "acme.overdue", "Overdue", KpiUnit.MONEY, Direction.LOWER, "what is overdue"))
                        .measured(Fraction.ONE))
                .withMessage("currency must be given for MONEY");
    }

    @Test
    @SuppressWarnings("NullAway") // callers without NullAway exist
    void namesTheArgumentThatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> KpiBasis.of(RATE).measured(null))
                .withMessage("exact");
        assertThatNullPointerException()
                .isThrownBy(() -> KpiBasis.of(RATE).numerator(null))
                .withMessage("newNumerator");
        assertThatNullPointerException()
                .isThrownBy(() -> KpiBasis.of(RATE).note(null))
                .withMessage("code");
    }

    @Test
    void isEqualToAResultThatSaysTheSame() {
        KpiResult result = full().measured(Fraction.ONE);
        assertThat(full().measured(Fraction.ONE)).isEqualTo(result).hasSameHashCodeAs(result);
        for (KpiResult other : List.of(
                full().measured(Fraction.ZERO),
                full().items(List.of()).measured(Fraction.ONE),
                full().undefined("NOTHING", "there was nothing"),
                full().period(null).measured(Fraction.ONE),
                full().currency("EUR").measured(Fraction.ONE),
                full().numerator(Fraction.ZERO).measured(Fraction.ONE),
                full().denominator(Fraction.ONE).measured(Fraction.ONE),
                full().count(8).measured(Fraction.ONE),
                full().note("B").measured(Fraction.ONE),
                full().exclusion("B").measured(Fraction.ONE))) {
            assertThat(other).isNotEqualTo(result);
        }
        assertThat(quotient(1, 0)).isEqualTo(quotient(1, 0)).hasSameHashCodeAs(quotient(1, 0));
        assertThat(full().undefined("A", "why")).isNotEqualTo(full().undefined("B", "why"));
        assertThat(full().undefined("A", "why")).isNotEqualTo(full().undefined("A", "because"));
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        KpiResult measured = full().measured(Fraction.of(1, 3));
        assertThat(copy(measured, text -> text)).isEqualTo(measured);
        KpiResult undefined = quotient(1, 0);
        assertThat(copy(undefined, text -> text)).isEqualTo(undefined);
    }

    @Test
    void isMadeAgainWithTheConventionsOfItsDay() {
        KpiResult older = KpiBasis.of(RATE).convention("0.0").measured(Fraction.ONE);
        assertThat(older.basis().convention()).isEqualTo("0.0");
        assertThat(older).isNotEqualTo(KpiBasis.of(RATE).measured(Fraction.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiBasis.of(RATE).convention(""))
                .withMessage("convention must have 1 to 200 characters, but was ");
    }

    /** A result that was stored by another version keeps the conventions that computed it. */
    @Test
    void keepsTheConventionThatComputedIt() throws Exception {
        KpiResult today = quotient(1, 2);
        KpiResult older = copy(today, text -> text.replace(KpiBasis.CONVENTION, "0.0"));
        assertThat(older.basis().convention()).isEqualTo("0.0");
        assertThat(older).isNotEqualTo(today);
    }

    @Test
    void refusesASerialFormWithoutAMethod() {
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> copy(quotient(1, 2), text -> text.replace("acme.rate", "acme_rate")))
                .withMessage("id must be made of lower-case words, digits, dots and hyphens, but was acme_rate");
    }

    @Property
    void aQuotientTimesItsDenominatorIsItsNumerator(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long above,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long below) {
        var back = quotient(above, below).value().map(value -> value.times(Fraction.of(below)));
        if (below == 0) {
            assertThat(back).isEmpty();
        } else {
            assertThat(back).contains(Fraction.of(above).times(Fraction.of(100)));
        }
    }

    private static KpiBasis.Builder full() {
        return KpiBasis.of(TURNOVER)
                .period(JANUARY)
                .currency("USD")
                .numerator(Fraction.of(3))
                .denominator(Fraction.of(2))
                .count(7)
                .note("A_NOTE")
                .exclusion("CASH_SALES")
                .items(List.of(KpiItem.counted("INV-2", false), KpiItem.counted("INV-1", true)));
    }

    private static KpiResult quotient(long above, long below) {
        return KpiBasis.of(RATE)
                .quotient(Fraction.of(above), Fraction.of(below), Fraction.of(100), "NOTHING", "there was nothing");
    }

    /** Writes and reads it, with its bytes changed in between, where a change keeps their number. */
    private static KpiResult copy(KpiResult result, UnaryOperator<String> change)
            throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(result);
        }
        byte[] changed =
                change.apply(bytes.toString(StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        try (var in = new ObjectInputStream(new ByteArrayInputStream(changed))) {
            return (KpiResult) in.readObject();
        }
    }

    @Test
    void refusesABasisThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full().count(-5))
                .withMessage("count must not be negative, but was -5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full().note("not quite right!"))
                .withMessage("code must be made of capital letters, digits and underscores, but was not quite right!");
        var one = KpiItem.counted("INV-1", true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full().items(List.of(one, one)))
                .withMessage("items must have each id once, but was INV-1");
    }

    /** The note is of the first result, whose denominator is negative, and not of the second. */
    @Test
    void aNoteOfAQuotientIsOfItAlone() {
        KpiBasis.Builder basis = KpiBasis.of(RATE);
        KpiResult odd = basis.quotient(Fraction.ONE, Fraction.of(-1), Fraction.ONE, "NOTHING", "there was nothing");
        KpiResult even = basis.quotient(Fraction.ONE, Fraction.ONE, Fraction.ONE, "NOTHING", "there was nothing");
        assertThat(odd.basis().notes()).containsExactly("NOT_MEANINGFUL");
        assertThat(even.basis().notes()).isEmpty();
    }

    /** What is noted before stays noted, whatever the next quotient notes of itself. */
    @Test
    void aNoteThatWasThereBeforeAQuotientStays() {
        KpiBasis.Builder basis = KpiBasis.of(RATE).note("NOT_MEANINGFUL");
        KpiResult odd = basis.quotient(Fraction.ONE, Fraction.of(-1), Fraction.ONE, "NOTHING", "there was nothing");
        KpiResult even = basis.quotient(Fraction.ONE, Fraction.ONE, Fraction.ONE, "NOTHING", "there was nothing");
        assertThat(odd.basis().notes()).containsExactly("NOT_MEANINGFUL");
        assertThat(even.basis().notes()).containsExactly("NOT_MEANINGFUL");
    }

    @Test
    void saysWhetherAValueMeansWhatItSays() {
        assertThat(quotient(1, 2).basis().isMeaningful()).isTrue();
        assertThat(quotient(1, -2).basis().isMeaningful()).isFalse();
        assertThat(full().measured(Fraction.ONE).basis().isMeaningful()).isTrue();
    }

    /** 1 / 2 × 100: value, numerator, denominator and factor can be checked against each other. */
    @Test
    void tellsByWhatTheQuotientWasMultiplied() {
        assertThat(quotient(1, 2).basis().factor()).contains(Fraction.of(100));
        assertThat(full().measured(Fraction.ONE).basis().factor()).isEmpty();
    }

    /** Amounts of two currencies cannot be added up, and no amounts have no currency. */
    @Test
    void takesTheOneCurrencyOfAmounts() {
        Amount euro = Amount.of("1", "EUR");
        Amount dollar = Amount.of("1", "USD");
        KpiBasis.Builder one = KpiBasis.of(RATE);
        assertThat(one.inOneCurrency(Stream.of(euro, euro))).isTrue();
        assertThat(one.measured(Fraction.ONE).basis().currency()).contains("EUR");
        KpiBasis.Builder two = KpiBasis.of(RATE);
        assertThat(two.inOneCurrency(Stream.of(euro, dollar))).isFalse();
        assertThat(two.measured(Fraction.ONE).basis().currency()).isEmpty();
        KpiBasis.Builder none = KpiBasis.of(RATE);
        assertThat(none.inOneCurrency(Stream.of())).isTrue();
        assertThat(none.measured(Fraction.ONE).basis().currency()).isEmpty();
    }

    @Test
    void moneyHasACurrency() {
        KpiDefinition owed = KpiDefinition.of("acme.owed", "Owed", KpiUnit.MONEY, Direction.LOWER, "what is owed");
        KpiResult result = KpiBasis.of(owed).currency("EUR").measured(Fraction.of(5));
        assertThat(result).hasToString("acme.owed: 5 MONEY");
        assertThat(owed).hasToString("acme.owed");
    }

    /** The same code and reason, or the same number, of another basis are another result; so is one of another kind. */
    @Test
    void isNotEqualToAResultOfAnotherBasis() {
        KpiResult measured = full().measured(Fraction.ONE);
        KpiResult undefined = full().undefined("A", "why");
        assertThat(measured)
                .isNotEqualTo(undefined)
                .isNotEqualTo(full().factor(Fraction.of(2)).measured(Fraction.ONE));
        assertThat(undefined)
                .isNotEqualTo(measured)
                .isNotEqualTo(full().period(null).undefined("A", "why"));
        assertThat(measured.basis()).isNotEqualTo(RATE);
        assertThat(KpiBasis.of(RATE).measured(Fraction.ONE))
                .isNotEqualTo(KpiBasis.of(TURNOVER).measured(Fraction.ONE));
    }

    /** 1/2 + 1/3 + 1/5 and so on to the two-hundredth prime, 1223: the exact sum has hundreds of digits. Each rounded at 18 places, the sum is within 200 halves of the last of them. */
    @Test
    void summandsAreRoundedWhereTheirSumWouldBeTooLong() {
        var items = new ArrayList<KpiItem>();
        var near = BigDecimal.ZERO;
        var prime = BigInteger.ONE;
        for (int i = 0; i < 200; i++) {
            prime = prime.nextProbablePrime();
            items.add(new KpiItem("I-" + i, Fraction.of(BigInteger.ONE, prime), Fraction.ONE));
            near = near.add(BigDecimal.ONE.divide(new BigDecimal(prime), 40, RoundingMode.HALF_UP));
        }
        assertThat(prime).isEqualTo(1223);
        KpiResult sum = KpiBasis.of(RATE).sumOf(items);
        assertThat(sum.basis().notes()).containsExactly("ROUNDED_SUMMANDS");
        assertThat(sum.rounded(Rounding.halfUp(18)).orElseThrow())
                .isCloseTo(near, within(new BigDecimal("0.0000000000000001")));
        KpiResult mean = KpiBasis.of(RATE).quotientOf(items);
        assertThat(mean.basis().notes()).containsExactly("ROUNDED_SUMMANDS");
        assertThat(mean.value()).contains(sum.value().orElseThrow().dividedBy(Fraction.of(200)));
        assertThat(KpiBasis.of(RATE).sumOf(items.subList(0, 50)).basis().notes())
                .isEmpty();
    }

    /** What has no period is as long as any other, whichever is asked. */
    @Test
    void withoutAPeriodNothingIsLongerOrShorter() {
        KpiBasis none = KpiBasis.of(RATE).measured(Fraction.ONE).basis();
        KpiBasis january =
                KpiBasis.of(RATE).period(JANUARY).measured(Fraction.ONE).basis();
        assertThat(none.isAsLongAs(january)).isTrue();
        assertThat(january.isAsLongAs(none)).isTrue();
        assertThat(none.isAsLongAs(none)).isTrue();
    }
}
