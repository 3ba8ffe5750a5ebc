package io.quittance.core.en16931;

import java.util.ArrayList;
import java.util.List;

/**
 * A group and where it stands.
 *
 * @param path such as {@code BG-25[2]/BG-27[1]}; empty for the document
 * @param group what stands there
 */
record Place(String path, BusinessGroup group) {

    /** The whole document. */
    static Place of(BusinessGroup document) {
        return new Place("", document);
    }

    /** All groups of one kind in a document, at any depth, in its order. */
    static List<Place> all(BusinessGroup document, String group) {
        return group.equals(Vocabulary.DOCUMENT)
                ? List.of(of(document))
                : of(document).within(group);
    }

    private List<Place> within(String id) {
        String parent = Vocabulary.parentOf(id);
        List<Place> outer = parent.equals(group.id()) ? List.of(this) : within(parent);
        var places = new ArrayList<Place>();
        for (Place place : outer) {
            List<BusinessGroup> found = place.group.groups(id);
            for (int i = 0; i < found.size(); i++) {
                places.add(new Place(place.to(id + "[" + (i + 1) + "]"), found.get(i)));
            }
        }
        return places;
    }

    /** The path of a term of this group. */
    String to(String term) {
        return path.isEmpty() ? term : path + "/" + term;
    }
}
