package io.quittance.core.invoice;

import io.quittance.core.money.Amount;

/**
 * A line of a credit note before the note is put together.
 *
 * @param line which one of the invoice, and how much of it
 * @param amount of what the invoice's line shows
 */
record CreditedPart(CreditedLine line, Amount amount) {}
