package io.quittance.einvoice;

import static com.helger.phive.peppol.PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3;
import static com.helger.phive.peppol.PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3;

import com.helger.diagnostics.error.IError;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** The schemas and rules as their publishers ship them, applied without a network; each is compiled once. */
final class OfficialRules {
    /** EN 16931, validation artefacts 1.3.16, for UBL. */
    static final OfficialRules EN16931_UBL = new OfficialRules(
            "EN 16931 as UBL", EN16931Validation.VID_UBL_INVOICE_1316, EN16931Validation.VID_UBL_CREDIT_NOTE_1316);
    /** The same for CII. */
    static final OfficialRules EN16931_CII =
            new OfficialRules("EN 16931 as CII", EN16931Validation.VID_CII_1316, EN16931Validation.VID_CII_1316);
    /** Peppol BIS Billing 2026.5 (3.0.21). */
    static final OfficialRules PEPPOL_UBL =
            new OfficialRules("Peppol as UBL", VID_OPENPEPPOL_INVOICE_UBL_V3, VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3);

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY = registry();

    private final String name;
    private final DVRCoordinate invoices;
    private final DVRCoordinate credits;

    private OfficialRules(String name, DVRCoordinate invoices, DVRCoordinate credits) {
        this.name = name;
        this.invoices = invoices;
        this.credits = credits;
    }

    private static ValidationExecutorSetRegistry<IValidationSourceXML> registry() {
        var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
        EN16931Validation.initEN16931(registry);
        PeppolValidation2026_05.init(registry);
        return registry;
    }

    /** Those of EN 16931 for a syntax. */
    static OfficialRules en16931(Syntax syntax) {
        return syntax == Syntax.UBL ? EN16931_UBL : EN16931_CII;
    }

    /** What a document breaks: ids of rules, or what the schema says; warnings do not count. */
    List<String> broken(byte[] document) {
        Document parsed = Xml.parse(document);
        boolean credit = Objects.equals(parsed.getDocumentElement().getLocalName(), "CreditNote");
        IValidationExecutorSet<IValidationSourceXML> rules = REGISTRY.getOfID(credit ? credits : invoices);
        return ValidationExecutionManager.executeValidation(
                        IValidityDeterminator.createDefault(),
                        Objects.requireNonNull(rules, name),
                        ValidationSourceXML.create("document", parsed),
                        Locale.ROOT)
                .getAllErrors()
                .stream()
                .map(OfficialRules::named)
                .distinct()
                .collect(Collectors.toList());
    }

    private static String named(IError error) {
        @Nullable String id = error.getErrorID();
        return id == null ? "schema: " + error.getErrorText(Locale.ROOT) : id;
    }

    @Override
    public String toString() {
        return name;
    }
}
