package io.quittance.ar.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.matching.ConfidenceMatrix.Fit;
import io.quittance.ar.matching.ConfidenceMatrix.Party;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard payment application rules of Business Central, row by row; "not considered" is a fit of NONE, or any that has no row. */
class ConfidenceMatrixTest {

    @ParameterizedTest(name = "payer {0}, documents {1}, amount {2}: {3}")
    @CsvSource({
        "FULLY, several, ONE, HIGH",
        "FULLY, several, MANY, HIGH",
        "FULLY, one, ONE, HIGH",
        "FULLY, one, MANY, HIGH",
        "PARTLY, several, ONE, HIGH",
        "PARTLY, several, MANY, HIGH",
        "PARTLY, one, ONE, HIGH",
        "FULLY, none, ONE, HIGH",
        "NONE, several, ONE, HIGH",
        "NONE, several, MANY, HIGH",
        "FULLY, several, NONE, MEDIUM",
        "FULLY, one, NONE, MEDIUM",
        "FULLY, none, MANY, MEDIUM",
        "PARTLY, several, NONE, MEDIUM",
        "PARTLY, one, MANY, MEDIUM",
        "PARTLY, one, NONE, MEDIUM",
        "NONE, one, ONE, MEDIUM",
        "NONE, several, NONE, MEDIUM",
        "PARTLY, none, ONE, MEDIUM",
        "NONE, one, MANY, MEDIUM",
        "NONE, one, NONE, MEDIUM",
        "FULLY, none, NONE, LOW",
        "PARTLY, none, MANY, LOW",
        "PARTLY, none, NONE, LOW",
        "NONE, none, ONE, LOW",
        "NONE, none, MANY, LOW"
    })
    void isTheTableOfBusinessCentral(Party party, String documents, Fit fit, Confidence confidence) {
        Confidence actual = documents.equals("none")
                ? ConfidenceMatrix.unnamed(party, fit)
                : ConfidenceMatrix.named(party, documents.equals("several"), fit);
        assertThat(actual).isEqualTo(confidence);
    }
}
