/** What the library answered under each convention when its version was made: a later version that keeps the convention's name answers the same. */
@NullMarked
package io.quittance.golden;

import org.jspecify.annotations.NullMarked;
