/** Since when what is open has been due. The buckets of a set cover every age once, so nothing is lost and nothing twice. */
@NullMarked
package io.quittance.ar.aging;

import org.jspecify.annotations.NullMarked;
