package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {

    /** The British number by which the method is usually shown, with letters and as digits. */
    @Test
    void aRightNumberLeavesOne() {
        assertThat(CheckDigits.mod97("3214282912345698765432161182")).isEqualTo(1);
        assertThat(CheckDigits.mod97("WEST12345698765432GB82")).isEqualTo(1);
        assertThat(CheckDigits.mod97("A")).isEqualTo(10);
        assertThat(CheckDigits.mod97("97")).isZero();
        assertThat(CheckDigits.isRight("GB82WEST12345698765432")).isTrue();
        assertThat(CheckDigits.isRight("GB83WEST12345698765432")).isFalse();
        assertThat(CheckDigits.isRight("GB82WEST12345698765423")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GB, WEST12345698765432, 82",
        "DE, 370400440532013000, 89",
        "RF, 539007547034, 18",
        "RF, 54, 98",
        "RF, 86, 10",
        "RF, 7, 09",
        "RF, 36, 02"
    })
    void checkDigitsAreTwo(String letters, String rest, String digits) {
        assertThat(CheckDigits.checkDigits(letters, rest)).isEqualTo(digits);
        assertThat(CheckDigits.isRight(letters + digits + rest)).isTrue();
    }

    /** The reference of the Swiss guidelines; of one digit, where the first row of the table leads. */
    @ParameterizedTest
    @CsvSource({
        "21000000000313947143000901, 7",
        "0, 0",
        "1, 1",
        "2, 6",
        "3, 4",
        "4, 2",
        "5, 8",
        "6, 3",
        "7, 9",
        "8, 7",
        "9, 5"
    })
    void checkDigitsOfPaymentSlips(String digits, int check) {
        assertThat(CheckDigits.mod10Recursive(digits)).isEqualTo(check);
    }
}
