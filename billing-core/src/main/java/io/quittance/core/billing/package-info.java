/**
 * What to bill now: contract, usage, what was billed before and a day become lines and drafts of documents, and findings of what
 * could not be billed. A run is a pure function; amendments of the past and late usage correct what was billed by themselves.
 */
@NullMarked
package io.quittance.core.billing;

import org.jspecify.annotations.NullMarked;
