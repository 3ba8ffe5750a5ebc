/** The ledger at three sizes: what one customer's open items cost when there is ever more beside them and before them. */
@NullMarked
package io.quittance.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
