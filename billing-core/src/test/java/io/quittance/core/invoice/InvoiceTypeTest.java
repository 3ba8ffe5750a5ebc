package io.quittance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.en16931.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"})
    void creditNotesGiveBack(String code) {
        assertThat(new InvoiceType(code).isCredit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "84", "380", "384", "386", "389", "527", "877"})
    void invoicesDoNot(String code) {
        assertThat(new InvoiceType(code).isCredit()).isFalse();
    }

    /** 261 is a self-billed credit note, which the seller's profile of Peppol has no code for. */
    @Test
    void peppolMissesItsOwnCodeOfACreditNote() {
        BusinessGroup document = BusinessGroup.document().put("BT-3", "261").build();
        assertThat(RuleSet.PEPPOL_BIS3.check(document))
                .extracting(RuleViolation::rule)
                .contains("PEPPOL-EN16931-P0101")
                .doesNotContain("PEPPOL-EN16931-P0100");
    }
}
