package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.BusinessGroup.Value;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a group of the tax breakdown bears no tax. Lines may have had different reasons, and a document has one text for them. */
record ExemptionTerms(String words, String code) {
    static final ExemptionTerms OF_GROUP = new ExemptionTerms("BT-120", "BT-121");

    /** The reasons in words, as one text. */
    Optional<String> text(BusinessGroup group) {
        return group.has(words)
                ? Optional.of(group.values(words).stream().map(Value::text).collect(Collectors.joining("; ")))
                : Optional.empty();
    }
}
