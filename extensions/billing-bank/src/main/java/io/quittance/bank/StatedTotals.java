package io.quittance.bank;

import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of the number and sum of its entries.
 *
 * @param direction of the entries; null for those of both
 * @param field where it stands
 * @param line where it stands
 * @param count how many; null if it does not say
 * @param sum what they come to, without sign; null if it does not say
 */
record StatedTotals(
        @Nullable Direction direction,
        String field,
        int line,
        @Nullable Long count,
        @Nullable BigDecimal sum) {

    /** How many entries there are of a direction, and what they come to. */
    static final class Tally {
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;
        private @Nullable Amount last;

        void add(Amount amount) {
            count++;
            sum = sum.add(amount.toBigDecimal());
            last = amount;
        }
    }

    /** Reports what differs. */
    void compare(Tally credits, Tally debits, StatementDraft statement) {
        long foundCount =
                (direction == Direction.DEBIT ? 0 : credits.count) + (direction == Direction.CREDIT ? 0 : debits.count);
        BigDecimal found = (direction == Direction.DEBIT ? BigDecimal.ZERO : credits.sum)
                .add(direction == Direction.CREDIT ? BigDecimal.ZERO : debits.sum);
        BigDecimal difference = sum == null ? BigDecimal.ZERO : sum.subtract(found);
        if (difference.signum() != 0 || (count != null && count != foundCount)) {
            Amount any = credits.last == null ? debits.last : credits.last;
            statement.report(
                    BankFinding.Code.TOTALS_DIFFER,
                    field,
                    line,
                    null,
                    difference.signum() == 0 || any == null ? null : Amount.of(difference, any.getCurrency()));
        }
    }
}
