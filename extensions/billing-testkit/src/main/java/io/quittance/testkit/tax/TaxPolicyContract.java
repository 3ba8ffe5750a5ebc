package io.quittance.testkit.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPolicy;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of every tax policy. A test class implements this and supplies {@link #policy()}; nothing else is needed. What only some
 * policies promise is an interface inside this one; a test class implements those that apply.
 */
public interface TaxPolicyContract {

    /** The policy under test. */
    TaxPolicy policy();

    /** What the policy rounds to: the minor unit, unless a test class says otherwise, such as 0.05. */
    default Fraction unit(CurrencyUnit currency) {
        return Fraction.of(
                BigDecimal.ONE.movePointLeft(Rounding.toMinorUnit(currency).scale()));
    }

    /** It answers each amount, always alike, less than a unit away from the exact tax. */
    @Property
    default void roundsEachAmountNearItsTax(@ForAll("documents") TaxedDocument document) {
        assertThat(TaxPolicyLaws.broken(policy(), document, unit(document.currency())))
                .isEmpty();
    }

    /** The order of lines and groups is of no matter to all of the tax. */
    @Property
    default void theOrderOfLinesChangesNoTotal(@ForAll("documents") TaxedDocument document) {
        assertThat(TaxPolicyLaws.brokenByOrder(policy(), document)).isEmpty();
    }

    /** What is not taxed changes nothing for what is. */
    @Property
    default void whatIsNotTaxedChangesNothing(@ForAll("documents") TaxedDocument document) {
        assertThat(TaxPolicyLaws.brokenByUntaxed(policy(), document)).isEmpty();
    }

    /** The currencies that are tried; a test class of a policy that rounds to so many places gives those that have them. */
    default Arbitrary<CurrencyUnit> currencies() {
        return TaxArbitraries.currencies();
    }

    /** The documents that are tried; a test class may give its own. */
    @Provide
    default Arbitrary<TaxedDocument> documents() {
        return TaxArbitraries.documents(currencies());
    }

    /** For policies that round each amount by itself. */
    interface PerAmount extends TaxPolicyContract {
        /** How. */
        Rounding rounding(CurrencyUnit currency);

        /** The tax of each amount is its exact tax, rounded once. */
        @Property
        default void roundsEachAmountOnce(@ForAll("documents") TaxedDocument document) {
            assertThat(TaxPolicyLaws.brokenPerAmount(policy(), document, rounding(document.currency())))
                    .isEmpty();
        }
    }

    /** For policies that round the amounts together that are taxed alike, as EN 16931 (BR-CO-17) wants it. */
    interface PerGroup extends TaxPolicyContract {
        /** How. */
        Rounding rounding(CurrencyUnit currency);

        /** The tax of a group is the rate of its base, rounded once; what its amounts bear adds up to it. */
        @Property
        default void roundsEachGroupOnce(@ForAll("documents") TaxedDocument document) {
            assertThat(TaxPolicyLaws.brokenPerGroup(policy(), document, rounding(document.currency())))
                    .isEmpty();
        }
    }

    /** For policies that round all of a document together. */
    interface OnTotal extends TaxPolicyContract {
        /** How. */
        Rounding rounding(CurrencyUnit currency);

        /** All of the tax is rounded once; what groups and amounts bear adds up to it. */
        @Property
        default void roundsTheTotalOnce(@ForAll("documents") TaxedDocument document) {
            assertThat(TaxPolicyLaws.brokenOnTotal(policy(), document, rounding(document.currency())))
                    .isEmpty();
        }
    }

    /** For policies that round up from a half whatever the sign. One that rounds toward the larger number cannot promise it. */
    interface Mirrored extends TaxPolicyContract {
        /** A credit note of all that was invoiced gives back all of the tax. */
        @Property
        default void aCreditIsTheTaxWithItsSignTurned(@ForAll("documents") TaxedDocument document) {
            assertThat(TaxPolicyLaws.brokenWhenMirrored(policy(), document)).isEmpty();
        }
    }

    /** For policies of documents that are shipped. */
    interface Serialisable extends TaxPolicyContract {
        /** A copy by way of a serial stream is equal and answers alike. */
        @Property
        default void canBeSerialised(@ForAll("documents") TaxedDocument document) {
            assertThat(TaxPolicyLaws.brokenByCopy(policy(), document)).isEmpty();
        }
    }
}
