package io.quittance.ar.matching;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.StructuredReference;

/**
 * An item under one of its names: its id, or a reference.
 *
 * @param item which one
 * @param written the name as the receivable has it
 * @param structured whether that is a reference, and a structured one, form and check digits
 * @param signs what may stand between its letters and digits where somebody writes it
 */
record Numbered(OpenItem item, String written, boolean structured, String signs) {
    /** Signs that people put into numbers, or leave out of them. */
    private static final String USUAL = "-/_";
    /** A structured reference proves itself, so that it may be written in any groups. */
    private static final String GROUPS = USUAL + " .+*";

    /** By its id, which is a number like any other: one of twelve digits in a hundred would pass for a Belgian reference. */
    static Numbered byId(OpenItem item) {
        String written = item.id().value();
        return new Numbered(item, written, false, USUAL + written);
    }

    static Numbered byReference(OpenItem item, String written) {
        boolean structured = StructuredReference.recognise(written).isPresent();
        return new Numbered(item, written, structured, structured ? GROUPS : USUAL + written);
    }

    /** Whether it may be written with these signs in it. */
    boolean allows(String between) {
        return between.chars().allMatch(sign -> signs.indexOf(sign) >= 0);
    }
}
