/**
 * Bank files. A {@link BankFileReader} hands out what stands in one, entry by entry, in memory that does not grow with the file: a {@link
 * BankEntry} gives the {@linkplain BankEntry#transactions() money that arrived} as the transactions that a {@link
 * io.quittance.ar.matching.PaymentMatcher} asks for, and {@linkplain BankEntry#returns() what came back}. At the end of each account's
 * statement stands whether its {@linkplain BalanceProof balances are proved}. What is wrong with a file that can be read is a {@link
 * BankFinding} and ends nothing; what is no such file, or beyond the bounds of {@link BankFileReader}, is refused.
 */
@NullMarked
package io.quittance.bank;

import org.jspecify.annotations.NullMarked;
