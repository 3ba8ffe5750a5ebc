package io.quittance.bank.internal;

import io.quittance.bank.BankFinding;
import io.quittance.bank.Direction;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import javax.money.CurrencyUnit;
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
public record StatedTotals(
        @Nullable Direction direction,
        String field,
        int line,
        @Nullable Long count,
        @Nullable BigDecimal sum) {

    /** How many entries there are of a direction, and what they come to. */
    static final class Tally {
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;
        private final Set<CurrencyUnit> currencies = new HashSet<>();

        /** The file's own sum is one of numbers, whatever their currencies. */
        void add(Amount amount) {
            count++;
            sum = sum.add(amount.toBigDecimal());
            currencies.add(amount.getCurrency());
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
            var currencies = new HashSet<>(credits.currencies);
            currencies.addAll(debits.currencies);
            boolean isAmount = difference.signum() != 0
                    && currencies.size() == 1
                    && Require.isWithin(difference, Require.MAX_SCALE, Require.MAX_PRECISION);
            statement.report(
                    BankFinding.Code.TOTALS_DIFFER,
                    field,
                    line,
                    null,
                    isAmount ? Amount.of(difference, currencies.iterator().next()) : null);
        }
    }
}
