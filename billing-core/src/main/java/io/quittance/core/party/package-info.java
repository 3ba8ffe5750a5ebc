/**
 * Who sells, buys, pays and is paid, as documents name them (EN 16931, BG-4 to BG-15). What may tell of a person is never shown in
 * a text or an error.
 */
@NullMarked
package io.quittance.core.party;

import org.jspecify.annotations.NullMarked;
