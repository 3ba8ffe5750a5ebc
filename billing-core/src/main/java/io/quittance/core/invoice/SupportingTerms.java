package io.quittance.core.invoice;

import io.quittance.core.en16931.BusinessGroup;
import java.util.Base64;

/** What a supporting document says in the terms of EN 16931. */
final class SupportingTerms {
    private SupportingTerms() {}

    static BusinessGroup.Builder of(SupportingDocument document) {
        return BusinessGroup.of("BG-24")
                .put("BT-122", document.id())
                .put("BT-123", document.description())
                .put("BT-124", document.location().map(Object::toString))
                .put("BT-125", document.content().map(Base64.getEncoder()::encodeToString))
                .put("BT-125-1", document.mediaType())
                .put("BT-125-2", document.fileName());
    }
}
