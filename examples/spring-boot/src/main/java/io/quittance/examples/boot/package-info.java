/** A small service: previews invoices, posts payments, and answers who owes what, over HTTP. */
@NullMarked
package io.quittance.examples.boot;

import org.jspecify.annotations.NullMarked;
