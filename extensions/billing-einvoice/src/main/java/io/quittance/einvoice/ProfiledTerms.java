package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import java.util.Set;

/** The terms of a document as a profile writes them. */
final class ProfiledTerms {
    private static final String PROCESS_CONTROL = "BG-2";
    private static final Set<String> UNITS = Set.of("BT-130", "BT-150");

    private ProfiledTerms() {}

    static BusinessGroup of(BusinessGroup document, Profile profile) {
        return copy(document, BusinessGroup.document(), profile)
                .add(BusinessGroup.of(PROCESS_CONTROL)
                        .put("BT-23", profile.process())
                        .put("BT-24", profile.specification()))
                .build();
    }

    private static BusinessGroup.Builder copy(BusinessGroup from, BusinessGroup.Builder to, Profile profile) {
        for (String term : from.terms()) {
            for (BusinessGroup.Value value : from.values(term)) {
                String text = UNITS.contains(term) ? profile.unit(value.text()) : value.text();
                to.put(term, text, value.qualifierCode());
            }
        }
        for (String id : from.groupIds()) {
            if (!id.equals(PROCESS_CONTROL)) {
                from.groups(id).forEach(group -> to.add(copy(group, BusinessGroup.of(id), profile)));
            }
        }
        return to;
    }
}
