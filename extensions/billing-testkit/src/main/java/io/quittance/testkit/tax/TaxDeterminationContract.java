package io.quittance.testkit.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxableSupply;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of every tax determination. A test class implements this and supplies {@link #determination()}, and the customers and
 * charges that it knows by {@link #customers()} and {@link #charges()}. What only some determinations promise is an interface inside
 * this one; a test class implements those that apply.
 */
public interface TaxDeterminationContract {

    /** The determination under test. */
    TaxDetermination determination();

    /** It answers or refuses every line, always alike. */
    @Property
    default void answersEveryLineAlwaysAlike(
            @ForAll("supplies") TaxableSupply supply, @ForAll("supplies") TaxableSupply inBetween) {
        assertThat(TaxDeterminationLaws.broken(determination(), supply, inBetween))
                .isEmpty();
    }

    /** The identity of the objects does not change the answer. */
    @Property
    default void answersAnEqualLineTheSameWay(@ForAll("supplies") TaxableSupply supply) {
        assertThat(TaxDeterminationLaws.brokenWhenAskedAnew(determination(), supply))
                .isEmpty();
    }

    /** The customers that are tried; a test class gives those that it treats in a way of their own, and others. */
    default Arbitrary<CustomerId> customers() {
        return TaxArbitraries.customers("C-1", "C-2", "C-3");
    }

    /** The charges that are tried; a test class gives those that it treats in a way of their own, and others. */
    default Arbitrary<ChargeId> charges() {
        return TaxArbitraries.charges("platform", "calls", "terms.minimum");
    }

    /** The lines that are tried; a test class may give its own. */
    @Provide
    default Arbitrary<TaxableSupply> supplies() {
        return TaxArbitraries.supplies(customers(), charges());
    }

    /** For determinations that know how everything is taxed, so that no charge waits for them. */
    interface Complete extends TaxDeterminationContract {
        /** No line is refused. */
        @Property
        default void refusesNoLine(@ForAll("supplies") TaxableSupply supply) {
            assertThat(TaxDeterminationLaws.refused(determination(), supply)).isEmpty();
        }
    }

    /** For determinations by the rule of the end of the part, as in the European Union. */
    interface ByEndOfPart extends TaxDeterminationContract {
        /** The last day decides, whenever the part began. */
        @Property
        default void theLastDayDecides(@ForAll("supplies") TaxableSupply supply) {
            assertThat(TaxDeterminationLaws.brokenByEarlierDays(determination(), supply))
                    .isEmpty();
        }
    }

    /** For determinations of which earlier runs knew otherwise. */
    interface Corrected extends TaxDeterminationContract {
        /** What earlier runs knew. */
        TaxDetermination earlier();

        /** What is taxed otherwise than before has days from the one on that is told, so that a run looks at it again. */
        @Property
        default void tellsFromWhenOnItChanged(@ForAll("supplies") TaxableSupply supply) {
            assertThat(TaxDeterminationLaws.brokenByChange(earlier(), determination(), supply))
                    .isEmpty();
        }
    }

    /** For determinations that are shipped with what they determine. */
    interface Serialisable extends TaxDeterminationContract {
        /** A copy by way of a serial stream is equal and answers alike. */
        @Property
        default void canBeSerialised(@ForAll("supplies") TaxableSupply supply) {
            assertThat(TaxDeterminationLaws.brokenByCopy(determination(), supply))
                    .isEmpty();
        }
    }
}
