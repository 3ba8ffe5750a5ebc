package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.DocumentRule;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The XML in which EN 16931 may be written. */
public enum Syntax {
    /**
     * OASIS UBL 2.1: an {@code Invoice}, or a {@code CreditNote} for the type codes of credit notes (81, 83, 261, 262, 296, 308, 381,
     * 396, 420, 458, 502, 503, 532).
     */
    UBL {
        @Override
        List<DocumentRule> rules() {
            return SyntaxRules.UBL;
        }

        @Override
        void write(BusinessGroup document, OutputStream out) {
            boolean credit = UblDocument.isCredit(document);
            String root = credit ? "CreditNote" : "Invoice";
            var namespaces = Map.of(
                    "", "urn:oasis:names:specification:ubl:schema:xsd:" + root + "-2",
                    "cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
                    "cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2");
            XmlOut.write(out, root, namespaces, xml -> new UblDocument(new Part(xml, document), credit).write());
        }
    },

    /** UN/CEFACT Cross Industry Invoice D16B, as in Factur-X, ZUGFeRD and XRechnung. It has one preceding invoice at most. */
    CII {
        @Override
        List<DocumentRule> rules() {
            return SyntaxRules.CII;
        }

        @Override
        void write(BusinessGroup document, OutputStream out) {
            var namespaces = Map.of(
                    "rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
                    "ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
                    "qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
                    "udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100");
            XmlOut.write(
                    out,
                    "rsm:CrossIndustryInvoice",
                    namespaces,
                    xml -> new CiiDocument(new Part(xml, document)).write());
        }
    };

    /** What it cannot carry. */
    abstract List<DocumentRule> rules();

    /** Writes a document that has no problems; refuses nothing. */
    abstract void write(BusinessGroup document, OutputStream out);
}
