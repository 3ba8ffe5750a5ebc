package io.quittance.core.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxTreatmentTest {

    /** The exemption codes of the VATEX list that belong to the categories (EN 16931, PEPPOL-EN16931-P0104 to P0107). */
    @Test
    void categoriesThatChargeNothingSayWhy() {
        assertThat(TaxTreatment.reverseCharge()).hasToString("AE 0% VATEX-EU-AE");
        assertThat(TaxTreatment.intraCommunity()).hasToString("K 0% VATEX-EU-IC");
        assertThat(TaxTreatment.export()).hasToString("G 0% VATEX-EU-G");
        assertThat(TaxTreatment.outsideScope()).hasToString("O VATEX-EU-O");
        assertThat(TaxTreatment.exempt("insurance")).hasToString("E 0% insurance");
        assertThat(TaxTreatment.zeroRated()).hasToString("Z 0%");
    }

    @Test
    void tellsItsParts() {
        TaxTreatment treatment = TaxTreatment.exempt("insurance")
                .withReasonCode("VATEX-EU-135-1A")
                .in("DE");
        assertThat(treatment.category()).isEqualTo(TaxCategory.EXEMPT);
        assertThat(treatment.rate()).hasValue(TaxRate.of("0"));
        assertThat(treatment.reason()).hasValue("insurance");
        assertThat(treatment.reasonCode()).hasValue("VATEX-EU-135-1A");
        assertThat(treatment.jurisdiction()).hasValue("DE");
        assertThat(TaxTreatment.outsideScope().rate()).isEmpty();
        assertThat(TaxTreatment.outsideScope().rateOrZero()).isEqualTo(TaxRate.of("0"));
    }

    @Test
    void equalRatesAreEqualTreatments() {
        assertThat(TaxTreatment.standard("19.00")).isEqualTo(TaxTreatment.standard("19"));
        assertThat(TaxTreatment.standard("19.00")).hasSameHashCodeAs(TaxTreatment.standard("19"));
        assertThat(TaxTreatment.standard("19").in("a")).isNotEqualTo(TaxTreatment.standard("19"));
        assertThat(TaxTreatment.exempt("a")).isNotEqualTo(TaxTreatment.exempt("b"));
        assertThat(TaxTreatment.zeroRated()).isNotEqualTo(TaxTreatment.of(TaxCategory.CANARY_ISLANDS, TaxRate.of("0")));
    }

    @Test
    void otherRatesAndReasonsAreOtherTreatments() {
        assertThat(TaxRate.of("19")).isNotEqualTo(TaxRate.of("7")).isNotEqualTo("19%");
        assertThat(TaxTreatment.standard("19"))
                .isNotEqualTo(TaxTreatment.standard("7"))
                .isNotEqualTo("S 19%");
        assertThat(TaxTreatment.exempt("a").withReasonCode("VATEX-EU-132"))
                .isNotEqualTo(TaxTreatment.exempt("a").withReasonCode("VATEX-EU-135-1A"));
    }

    @Test
    void refusesAReasonAndItsCodeWhereTaxIsCharged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxTreatment.standard("19").withReasonCode("VATEX-EU-132"))
                .withMessage("reason must not be given in category S, but was VATEX-EU-132");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxTreatment.standard("19").because("medicine"))
                .withMessage("reason must not be given in category S, but was medicine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "E", "AE", "K", "G"})
    void refusesARateWhereNothingIsCharged(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxTreatment.of(new TaxCategory(code), TaxRate.of("19")))
                .withMessage("rate must be 0 in category " + code + ", but was 19%");
    }

    @Test
    void refusesTheStandardRateOfZeroAndAnyRateOutsideTheScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxTreatment.standard("0"))
                .withMessage("rate must be more than 0 in category S (BR-S-05); use category Z, but was 0%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxTreatment.of(TaxCategory.OUTSIDE_SCOPE, TaxRate.of("0")))
                .withMessage("rate must be absent in category O (BR-O-05), but was 0%");
    }

    @Test
    void refusesAReasonWhereTaxIsCharged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxTreatment.standard("19").because("no idea"))
                .withMessage("reason must not be given in category S, but was no idea");
    }

    /** Singapore and others have lists of their own, which are taken as they are. */
    @Test
    void takesTheCodesOfOtherCountries() {
        TaxTreatment singapore = TaxTreatment.of(new TaxCategory("SR"), TaxRate.of("9"));
        assertThat(singapore).hasToString("SR 9%");
        assertThat(singapore.category().isUntaxed()).isFalse();
        assertThat(singapore.category().needsReason()).isFalse();
        assertThat(singapore.because("as agreed").reason()).hasValue("as agreed");
    }

    @Test
    void categoriesKnowWhetherTheyNeedAReason() {
        assertThat(TaxCategory.EXEMPT.needsReason()).isTrue();
        assertThat(TaxCategory.ZERO_RATED.needsReason()).isFalse();
        assertThat(TaxCategory.ZERO_RATED.isUntaxed()).isTrue();
        assertThat(TaxCategory.CEUTA_MELILLA.isUntaxed()).isFalse();
        assertThat(TaxCategory.EXPORT).isGreaterThan(TaxCategory.EXEMPT);
    }
}
