package io.quittance.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.StructuredReference.Scheme;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StructuredReferenceTest {

    /** The example of ISO 11649 as banks show it. */
    @Test
    void makesCreditorReferences() {
        StructuredReference reference = StructuredReference.creditor("539007547034");
        assertThat(reference.value()).isEqualTo("RF18539007547034");
        assertThat(reference.written()).isEqualTo("RF18 5390 0754 7034");
        assertThat(reference).hasToString("RF18539007547034");
        assertThat(StructuredReference.parse(Scheme.CREDITOR, "rf18 5390 0754 7034"))
                .isEqualTo(reference);
    }

    /** Other than letters and digits do not count; R and 2026 and 7. */
    @Test
    void makesCreditorReferencesOfInvoiceNumbers() {
        StructuredReference reference = StructuredReference.creditor("R-2026-7");
        assertThat(reference.value()).startsWith("RF").endsWith("R20267").hasSize(10);
        assertThat(StructuredReference.creditor("r2026/7")).isEqualTo(reference);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructuredReference.creditor("--"))
                .withMessage("number must have 1 to 21 letters and digits, but was --");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructuredReference.creditor("1234567890123456789012"))
                .withMessageContaining("1 to 21 letters and digits");
    }

    /** The example of the Swiss implementation guidelines for QR bills. */
    @Test
    void makesSwissReferences() {
        StructuredReference reference = StructuredReference.swissQr("21000000000313947143000901");
        assertThat(reference.value()).isEqualTo("210000000003139471430009017");
        assertThat(reference.written()).isEqualTo("21 00000 00003 13947 14300 09017");
        assertThat(StructuredReference.parse(Scheme.SWISS_QR, "21 00000 00003 13947 14300 09017"))
                .isEqualTo(reference);
        assertThat(StructuredReference.swissQr("R-7").value()).hasSize(27).startsWith("0000");
    }

    /** 0909337554 mod 97 is 93; 0000000097 mod 97 is 0, written 97. */
    @Test
    void makesBelgianReferences() {
        StructuredReference reference = StructuredReference.belgian("0909337554");
        assertThat(reference.value()).isEqualTo("090933755493");
        assertThat(reference.written()).isEqualTo("+++090/9337/55493+++");
        assertThat(StructuredReference.parse(Scheme.BELGIAN, "***090/9337/55493***"))
                .isEqualTo(reference);
        assertThat(StructuredReference.belgian("97").value()).isEqualTo("000000009797");
        assertThat(StructuredReference.belgian("98").value()).isEqualTo("000000009801");
    }

    /** 9 and 10 are the last remainder of one digit and the first of two. */
    @Test
    void belgianCheckDigitsAreTwo() {
        assertThat(StructuredReference.belgian("9").value()).isEqualTo("000000000909");
        assertThat(StructuredReference.belgian("10").value()).isEqualTo("000000001010");
    }

    @Test
    void refusesNumbersWithoutDigitsAndWithTooMany() {
        refusedLength(() -> StructuredReference.swissQr("R-"), "1 to 26 digits, but was R-");
        refusedLength(() -> StructuredReference.swissQr("1".repeat(27)), "1 to 26 digits, but was " + "1".repeat(27));
        refusedLength(() -> StructuredReference.belgian(""), "1 to 10 digits, but was ");
        refusedLength(() -> StructuredReference.belgian("12345678901"), "1 to 10 digits, but was 12345678901");
        assertThat(StructuredReference.swissQr("1".repeat(26)).value()).startsWith("1".repeat(26));
        assertThat(StructuredReference.belgian("1234567890").value()).startsWith("1234567890");
    }

    private static void refusedLength(ThrowingCallable made, String rest) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage("number must have " + rest);
    }

    /** Zeros have the form of a Belgian one too, whose remainder of 0 is written 97. */
    @Test
    void refusesABelgianReferenceOfZerosForItsCheckDigits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StructuredReference(Scheme.BELGIAN, "0".repeat(12)))
                .withMessage("reference must have the check digits of BELGIAN, but was 000000000000");
    }

    @Test
    void signsBetweenTheDigitsAreThoseOfBelgianReferencesOnly() {
        assertThat(StructuredReference.recognise("RF18/5390/0754/7034")).isEmpty();
        assertThat(StructuredReference.recognise("+210000000003139471430009017+"))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructuredReference.parse(Scheme.CREDITOR, "RF18/539007547034"))
                .withMessage("reference must have the form RF[0-9]{2}[0-9A-Z]{1,21} of CREDITOR,"
                        + " but was RF18/539007547034");
    }

    @Test
    void refusesWrongDigitsAndForms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StructuredReference(Scheme.CREDITOR, "RF19539007547034"))
                .withMessage("reference must have the check digits of CREDITOR, but was RF19539007547034");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StructuredReference(Scheme.SWISS_QR, "210000000003139471430009016"))
                .withMessageContaining("the check digits of SWISS_QR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StructuredReference(Scheme.BELGIAN, "090933755492"))
                .withMessageContaining("the check digits of BELGIAN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StructuredReference(Scheme.BELGIAN, "09093375549"))
                .withMessageContaining("must have the form [0-9]{12} of BELGIAN");
    }

    /** ISO 7064 MOD 97-10 finds every wrong digit and every exchange of two neighbours. */
    @Property
    void everyWrongDigitIsFound(@ForAll @LongRange(min = 0, max = 9_999_999_999L) long number) {
        String right = StructuredReference.creditor(Long.toString(number)).value();
        for (int i = 4; i < right.length(); i++) {
            char other = right.charAt(i) == '9' ? '0' : (char) (right.charAt(i) + 1);
            String wrong = right.substring(0, i) + other + right.substring(i + 1);
            assertThatIllegalArgumentException().isThrownBy(() -> new StructuredReference(Scheme.CREDITOR, wrong));
        }
    }

    /** The payment part of the QR bill, style guide: a reference of zeros is none, though its check digit is right. */
    @Test
    void refusesASwissReferenceOfZeros() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructuredReference.swissQr("0"))
                .withMessage("reference must have another digit than 0, but was 000000000000000000000000000");
        assertThat(StructuredReference.recognise("0".repeat(27))).isEmpty();
    }

    @Test
    void recognisesWhatIsAReferenceOfAnyScheme() {
        assertThat(StructuredReference.recognise("rf18 5390 0754 7034"))
                .contains(StructuredReference.creditor("539007547034"));
        assertThat(StructuredReference.recognise("21 00000 00003 13947 14300 09017"))
                .contains(StructuredReference.swissQr("21000000000313947143000901"));
        assertThat(StructuredReference.recognise("+++090/9337/55493+++"))
                .contains(StructuredReference.belgian("0909337554"));
        for (String none :
                new String[] {"", "RF19 5390 0754 7034", "RF18.5390", "090933755492", "invoice 7", "090/9337"}) {
            assertThat(StructuredReference.recognise(none)).as(none).isEmpty();
        }
    }

    @Property
    void recognisesAnyTextOrNone(@ForAll String text) {
        StructuredReference.recognise(text)
                .ifPresent(reference -> assertThat(StructuredReference.parse(reference.scheme(), text))
                        .isEqualTo(reference));
    }

    @Property
    void everyReferenceIsReadAsItIsWritten(@ForAll @LongRange(min = 1, max = 9_999_999_999L) long number) {
        for (Scheme scheme : Scheme.values()) {
            StructuredReference reference = StructuredReference.of(scheme, Long.toString(number));
            assertThat(StructuredReference.parse(scheme, reference.written())).isEqualTo(reference);
            assertThat(StructuredReference.recognise(reference.written())).contains(reference);
        }
    }
}
