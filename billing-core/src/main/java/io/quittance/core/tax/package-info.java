/** What tax a net amount bears. Example: 19 % of 100.00 is 19.00. */
@NullMarked
package io.quittance.core.tax;

import org.jspecify.annotations.NullMarked;
