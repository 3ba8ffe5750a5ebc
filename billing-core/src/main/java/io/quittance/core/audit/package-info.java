/**
 * What an auditor asks for: chosen documents with what they rest on - terms, usage, reasons, corrections, what happened to them - and
 * the proof that none is missing or was altered: {@link io.quittance.core.audit.Audit} makes one {@link
 * io.quittance.core.audit.AuditBundle}. Of numbers the finding is that R-3 is missing.
 */
@NullMarked
package io.quittance.core.audit;

import org.jspecify.annotations.NullMarked;
