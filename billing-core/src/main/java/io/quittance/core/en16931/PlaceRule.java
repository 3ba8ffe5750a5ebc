package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule about each group of one kind. */
final class PlaceRule implements DocumentRule {
    /** What is wrong with one group. */
    @FunctionalInterface
    interface Test {
        /** What is wrong; empty if nothing is. */
        Optional<Explanation> wrong(BusinessGroup group, BusinessGroup document);
    }

    /** What is wrong with a document. */
    @FunctionalInterface
    interface DocumentTest {
        /** What is wrong; empty if nothing is. */
        Optional<Explanation> wrong(BusinessGroup document);
    }

    private final String id;
    private final String group;
    private final String term;
    private final Test test;

    /**
     * A rule.
     *
     * @param group which it is about
     * @param term to which a violation points; empty for the group
     */
    PlaceRule(String id, String group, String term, Test test) {
        this.id = id;
        this.group = group;
        this.term = term;
        this.test = test;
    }

    /** A rule about the document as a whole; a violation points to {@code path}. */
    static PlaceRule onDocument(String id, String path, DocumentTest test) {
        return new PlaceRule(id, Vocabulary.DOCUMENT, path, (document, same) -> test.wrong(document));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<RuleViolation> violations(BusinessGroup document) {
        var violations = new ArrayList<RuleViolation>();
        for (Place place : Place.all(document, group)) {
            test.wrong(place.group(), document)
                    .ifPresent(what -> violations.add(
                            new RuleViolation(id, term.isEmpty() ? place.path() : place.to(term), what)));
        }
        return violations;
    }

    @Override
    public String toString() {
        return id;
    }
}
