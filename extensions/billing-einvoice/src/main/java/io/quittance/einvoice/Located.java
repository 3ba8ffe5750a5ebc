package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * A group and where it stands.
 *
 * @param path such as {@code BG-25[2]/BG-27[1]}; empty for the document
 * @param group what stands there
 */
record Located(String path, BusinessGroup group) {
    static final String DOCUMENT = "document";

    /** The document and all groups within it, each before those within it. */
    static List<Located> all(BusinessGroup document) {
        var all = new ArrayList<Located>();
        new Located("", document).addTo(all);
        return all;
    }

    private void addTo(List<Located> all) {
        all.add(this);
        for (String id : group.groupIds()) {
            List<BusinessGroup> inner = group.groups(id);
            for (int i = 0; i < inner.size(); i++) {
                new Located(to(id + "[" + (i + 1) + "]"), inner.get(i)).addTo(all);
            }
        }
    }

    /** The path of a term or group in this one. */
    String to(String id) {
        return path.isEmpty() ? id : path + "/" + id;
    }
}
