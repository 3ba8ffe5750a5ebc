package io.quittance.core.invoice;

import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What may still be credited of a line: of 10 pieces for 100.00, after 4 came back, 6 and 60.00.
 *
 * @param index of the line in {@link Invoice#lines()}, from 0
 * @param line as it was invoiced
 * @param quantity that was not taken back yet, of the sign of the line's
 * @param amount of the line's {@linkplain InvoiceLine#netAmount() amount}, before allowances and charges of the document; with tax,
 *     if its prices have it
 */
public record CreditableLine(int index, InvoiceLine line, BigDecimal quantity, Amount amount) implements Serializable {}
