/** The example's tests, and what measures it. */
@NullMarked
package io.quittance.examples.spark;

import org.jspecify.annotations.NullMarked;
