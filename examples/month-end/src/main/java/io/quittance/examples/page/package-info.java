/**
 * Issued documents as pages for people: {@code InvoicePage.of(invoice, Locale.GERMANY)} is HTML that needs nothing else. A model
 * of texts is made of the document, one small class for each part, and a template shows it. It knows nothing of the month end.
 */
@NullMarked
package io.quittance.examples.page;

import org.jspecify.annotations.NullMarked;
