package io.quittance.einvoice;

import static io.quittance.einvoice.Samples.draft;
import static io.quittance.einvoice.Samples.issued;
import static io.quittance.einvoice.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.en16931.RuleSet;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Invoice INVOICE = issued(draft());

    @Test
    void namesItselfInTheDocument() {
        byte[] xml = EInvoice.of(INVOICE, Profile.PEPPOL_BIS3).bytes(Syntax.UBL);
        assertThat(Xml.texts(xml, "CustomizationID"))
                .containsExactly("urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0");
        assertThat(Xml.texts(xml, "ProfileID")).containsExactly("urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
        assertThat(Xml.texts(EInvoice.of(INVOICE, Profile.EN16931).bytes(Syntax.UBL), "ProfileID"))
                .isEmpty();
    }

    @Test
    void oneOfYourOwnIsData() {
        Profile own = Profile.of("Acme", "urn:acme", RuleSet.EN16931)
                .inProcess("orders")
                .withUnits(Map.of("calls", "C62", "GB", "E34"))
                .flattened()
                .exact();
        assertThat(own).hasToString("Acme");
        assertThat(own.name()).isEqualTo("Acme");
        assertThat(own.specification()).isEqualTo("urn:acme");
        assertThat(own.process()).contains("orders");
        assertThat(own.rules()).isSameAs(RuleSet.EN16931);
        assertThat(own.units()).containsExactly(Map.entry("GB", "E34"), Map.entry("calls", "C62"));
        assertThat(own.isFlattened()).isTrue();
        assertThat(own.isExact()).isTrue();
        assertThat(Profile.EN16931.isFlattened()).isFalse();
        assertThat(Profile.EN16931.isExact()).isFalse();
        assertThat(EInvoice.of(INVOICE, own).profile()).isSameAs(own);
        assertThat(EInvoice.of(INVOICE, own)).asString().startsWith("Acme: document [BT-1, BT-2");
    }

    @Test
    void refusesWhatNamesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profile.of(" ", "urn:acme", RuleSet.EN16931))
                .withMessageStartingWith("name must");
        assertThatNullPointerException()
                .isThrownBy(() -> EInvoice.of(INVOICE, nothing()))
                .withMessage("profile");
    }

    @SuppressWarnings("NullAway") // on purpose
    private static Profile nothing() {
        return null;
    }

    /** Groups and what informs are left out; what counts stays, and so do the sums. */
    @Test
    void flattenedLeavesOutWhatDoesNotCount() {
        Invoice invoice = issued(draft().line(line("1", "7").identified("G").withStatus(InvoiceLine.Status.GROUP))
                .line(line("1", "7").identified("D").within("G"))
                .line(line("1", "5").withStatus(InvoiceLine.Status.INFORMATION)));
        byte[] xml = EInvoice.of(invoice, Profile.EN16931.flattened()).bytes(Syntax.CII);
        assertThat(Xml.texts(xml, "LineID")).isEqualTo(List.of("1", "D"));
        assertThat(OfficialRules.EN16931_CII.broken(xml)).isEmpty();
    }

    @Test
    void writesTheSameBytesToAStreamThatStaysOpen() throws IOException {
        EInvoice document = EInvoice.of(INVOICE, Profile.EN16931);
        var out = new ByteArrayOutputStream();
        document.write(Syntax.CII, out);
        document.write(Syntax.CII, out);
        String once = new String(document.bytes(Syntax.CII), StandardCharsets.UTF_8);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(once + once);
        assertThat(once).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rsm:CrossIndustryInvoice ");
    }

    @Test
    void aStreamThatFailsSaysSo() {
        assertThatIOException()
                .isThrownBy(() -> EInvoice.of(INVOICE, Profile.EN16931).write(Syntax.UBL, new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("full");
                    }
                }))
                .withMessage("full");
    }
}
