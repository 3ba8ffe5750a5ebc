/** What the ledger and revenue mean for the host's general ledger: entries that balance, with keys that the host maps to its accounts. */
@NullMarked
package io.quittance.ar.journal;

import org.jspecify.annotations.NullMarked;
