package io.quittance.examples.monthend;

import io.quittance.core.en16931.RuleViolation;
import java.util.List;

/**
 * What became of a document when it was written.
 *
 * @param files the kinds of files, such as {@code txt}
 * @param problems the rules of EN 16931 and Peppol that it breaks; where there are some it has no XML
 */
record WrittenDocument(List<String> files, List<RuleViolation> problems) {
    /** One that is only listed. */
    static final WrittenDocument NONE = new WrittenDocument(List.of(), List.of());

    boolean isClean() {
        return problems.isEmpty();
    }
}
