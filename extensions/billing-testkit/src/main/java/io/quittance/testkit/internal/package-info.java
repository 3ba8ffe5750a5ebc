/** What the laws of several kinds share; not exported. */
@NullMarked
package io.quittance.testkit.internal;

import org.jspecify.annotations.NullMarked;
