/**
 * Electronic invoices. An {@link EInvoice} is an issued document, or any in the terms of EN 16931, under a {@link Profile}; it says
 * what the profile cannot carry, and is written in a {@link Syntax}. Nothing here reads XML.
 */
@NullMarked
package io.quittance.einvoice;

import org.jspecify.annotations.NullMarked;
