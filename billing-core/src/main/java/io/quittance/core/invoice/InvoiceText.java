package io.quittance.core.invoice;

import java.util.Locale;

/**
 * A document as plain text for people, with the reason for each amount: {@code InvoiceText.of(invoice, Locale.GERMANY)}. Words are
 * in the language of the locale, where the library has it, and numbers have its signs; days are written as ISO 8601, and reasons keep
 * the numbers that they were computed with. Where prices include the tax, lines have them so, and the text says it; what without tax and
 * tax are of them stands below. What may be taken off for paying early stands there with its last day. What does not count, groups and what only informs, has its amount in words. Lines end in a line feed. For print and for mail a host makes a form of its own from the
 * same document.
 */
public final class InvoiceText {
    private InvoiceText() {}

    /** The text of a document. */
    public static String of(Invoice invoice, Locale locale) {
        return new InvoiceTextWriter(invoice, locale).written();
    }
}
