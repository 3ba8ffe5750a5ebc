package io.quittance.examples.monthend;

import io.quittance.core.money.Amount;
import java.util.List;

/**
 * What came out of a file: the good rows, the rejected ones, and control sums over the rows whose amount could be read.
 * Nothing is lost: accepted and rejected rows are all rows, and so are their sums.
 */
record Reading<T>(
        String file,
        List<T> accepted,
        List<Rejection> rejected,
        long rows,
        Amount readable,
        Amount acceptedAmount,
        Amount rejectedAmount) {

    boolean isBalanced() {
        return rows == accepted.size() + rejected.size() && readable.equals(acceptedAmount.add(rejectedAmount));
    }
}
