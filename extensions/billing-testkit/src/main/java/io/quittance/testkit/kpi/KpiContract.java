package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The laws of every KPI. A test class implements this and supplies {@link #kpi()}, figures to try, and figures without any; for KPIs
 * of this library's figures {@link CollectionKpiContract}, {@link BillingKpiContract} and {@link EventKpiContract} have both. What only some KPIs promise is an
 * interface inside this one; a test class implements those that apply.
 *
 * @param <F> the figures that the KPI is computed from
 */
public interface KpiContract<F> {

    /** The KPI under test. */
    Kpi<F> kpi();

    /** Figures without any figure. */
    F nothing();

    /** The figures that are tried; best with some that lack, amounts of zero, and amounts below it where they can be. */
    @Provide
    Arbitrary<F> figures();

    /** It answers, always alike, under its own name, says why where it has no value, and with items that add up. */
    @Property
    default void answersAlwaysAlikeOrSaysWhyNot(@ForAll("figures") F figures) {
        assertThat(KpiLaws.broken(kpi(), figures)).isEmpty();
    }

    /** It counts the same thing whatever the figures. */
    @Property
    default void countsOneThing(@ForAll("figures") F one, @ForAll("figures") F other) {
        assertThat(KpiLaws.brokenByUnit(kpi(), one, other)).isEmpty();
    }

    /** Without any figures it has no value. */
    @Example
    default void hasNoValueOfNothing() {
        assertThat(KpiLaws.brokenByNoFigures(kpi(), nothing())).isEmpty();
    }

    /**
     * For KPIs of figures that are a list in which order is of no matter.
     *
     * @param <F> the figures
     */
    interface Unordered<F> extends KpiContract<F> {
        /** The same figures in another order. */
        F reordered(F figures, Random random);

        /** The order of the figures changes nothing. */
        @Property
        default void theOrderOfFiguresChangesNothing(@ForAll("figures") F figures, @ForAll Random random) {
            assertThat(KpiLaws.brokenByOrder(kpi(), figures, reordered(figures, random)))
                    .isEmpty();
        }
    }

    /**
     * For KPIs of what can be added up, such as invoices by customer or by month. A median cannot promise it, nor can a number of customers.
     *
     * @param <F> the figures
     */
    interface Additive<F> extends KpiContract<F> {
        /** The same figures in two or more parts. */
        List<F> parts(F figures, Random random);

        /** What parts are made of adds up to what the whole is made of. */
        @Property
        default void partsAddUpToTheWhole(@ForAll("figures") F figures, @ForAll Random random) {
            assertThat(KpiLaws.brokenByParts(kpi(), figures, parts(figures, random)))
                    .isEmpty();
        }
    }

    /**
     * For KPIs that leave something alone, such as what is paid or what is owed to others.
     *
     * @param <F> the figures
     */
    interface Neutral<F> extends KpiContract<F> {
        /** The same figures, and what does not count for this KPI. */
        F withNeutral(F figures, Random random);

        /** What does not count changes nothing. */
        @Property
        default void whatDoesNotCountChangesNothing(@ForAll("figures") F figures, @ForAll Random random) {
            assertThat(KpiLaws.brokenByNeutral(kpi(), figures, withNeutral(figures, random)))
                    .isEmpty();
        }
    }

    /**
     * For KPIs that are the same for a company ten times as large. One with a limit in money cannot promise it.
     *
     * @param <F> the figures
     */
    interface Scaled<F> extends KpiContract<F> {
        /** The same figures, each amount so many times as much. */
        F scaled(F figures, int factor);

        /** So many times the amounts are the same share, and so many times the money. */
        @Property
        default void sizeIsOfNoMatter(
                @ForAll("figures") F figures, @ForAll @IntRange(min = 1, max = 1_000) int factor) {
            assertThat(KpiLaws.brokenByScale(kpi(), figures, scaled(figures, factor), factor))
                    .isEmpty();
        }
    }

    /**
     * For KPIs whose value has bounds, such as a share of what there is.
     *
     * @param <F> the figures
     */
    interface Bounded<F> extends KpiContract<F> {
        /** The lowest value that can be; 0 unless a test class says otherwise. */
        default Fraction lowest() {
            return Fraction.ZERO;
        }

        /** The highest value that can be; 100 unless a test class says otherwise. */
        default Fraction highest() {
            return Fraction.of(100);
        }

        /** The value lies within its bounds. */
        @Property
        default void staysWithinItsBounds(@ForAll("figures") F figures) {
            assertThat(KpiLaws.brokenByBounds(kpi(), figures, lowest(), highest()))
                    .isEmpty();
        }
    }

    /**
     * For KPIs that are one number divided by another.
     *
     * @param <F> the figures
     */
    interface Quotient<F> extends KpiContract<F> {
        /** What the quotient is multiplied by; 100 unless a test class says otherwise. */
        default Fraction factor(F figures) {
            return Fraction.of(100);
        }

        /** The value can be computed again from its basis; it lacks only where nothing can be divided. */
        @Property
        default void isWhatItsBasisSays(@ForAll("figures") F figures) {
            assertThat(KpiLaws.brokenByQuotient(kpi(), figures, factor(figures)))
                    .isEmpty();
        }
    }

    /**
     * For KPIs that are shipped.
     *
     * @param <F> the figures
     */
    interface Serialisable<F> extends KpiContract<F> {
        /** A copy by way of a serial stream is equal and answers alike. */
        @Property
        default void canBeSerialised(@ForAll("figures") F figures) {
            assertThat(KpiLaws.brokenByCopy(kpi(), figures)).isEmpty();
        }
    }
}
