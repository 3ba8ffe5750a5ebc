/**
 * What the functions of laws of all packages answer with: the laws that are broken, each with the name by which the documentation has
 * it, the sentence that does not hold, and the answer and input that show it.
 *
 * <p>Example: {@code POSITIVE (each line pays more than nothing): EUR -0.98 to R-0}.
 */
@NullMarked
package io.quittance.testkit;

import org.jspecify.annotations.NullMarked;
