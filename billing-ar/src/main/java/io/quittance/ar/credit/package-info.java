/** What is owed to a customer: credit notes as means of payment. */
@NullMarked
package io.quittance.ar.credit;

import org.jspecify.annotations.NullMarked;
