package io.quittance.examples.monthend;

import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.w3c.dom.Document;

/** The schema and the rules of EN 16931 and Peppol, as their publishers ship them. */
final class OfficialRules {
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY =
            new ValidationExecutorSetRegistry<>();

    static {
        PeppolValidation2026_05.init(REGISTRY);
    }

    private OfficialRules() {}

    /** What a document breaks; warnings do not count. */
    static List<String> broken(Document document) {
        boolean credit = Objects.equals(document.getDocumentElement().getLocalName(), "CreditNote");
        IValidationExecutorSet<IValidationSourceXML> rules = REGISTRY.getOfID(
                credit
                        ? PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3
                        : PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3);
        return ValidationExecutionManager.executeValidation(
                        IValidityDeterminator.createDefault(),
                        Objects.requireNonNull(rules),
                        ValidationSourceXML.create("document", document),
                        Locale.ROOT)
                .getAllErrors()
                .stream()
                .map(error -> error.getErrorID() + ": " + error.getErrorText(Locale.ROOT))
                .toList();
    }
}
