package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

    /** The examples of FIPS 180, and a text of which UTF-8 has more bytes than letters. */
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ä€, 2fb8a79d88df89f8370b312db3ff68fd6aa857549cc41a685b4022e99e5fc5a2"
    })
    void isTheHashOfTheTextInUtf8(String text, String hash) {
        assertThat(Sha256.of(text)).isEqualTo(hash);
    }
}
