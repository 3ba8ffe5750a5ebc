/**
 * What the readers of all kinds of files share; not exported. A reader says what it finds to a {@link StatementDraft}, which checks
 * it, gives it its ids and hands it out.
 */
@NullMarked
package io.quittance.bank.internal;

import org.jspecify.annotations.NullMarked;
