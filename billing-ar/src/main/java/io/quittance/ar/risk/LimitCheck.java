package io.quittance.ar.risk;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One limit, and what stands against it.
 *
 * @param name {@code total}, or the category that has a limit of its own
 * @param exposure before
 * @param added what is to come on top, 0 or more
 * @param limit how much may be owed; null for any amount
 */
public record LimitCheck(
        String name,
        Amount exposure,
        Amount added,
        @Nullable Amount limit) implements Serializable {
    /** Checks that all is in one currency. */
    public LimitCheck {
        Require.id(name, "name");
        check(added, exposure, "added");
        Require.that(added.signum() >= 0, "credit.added", "added", "must not be negative", added);
        if (limit != null) {
            check(limit, exposure, "limit");
        }
    }

    private static void check(Amount amount, Amount exposure, String argument) {
        String currency = exposure.getCurrency().getCurrencyCode();
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException(argument, currency, given);
        }
    }

    /** Whether exposure and what is added are more than the limit; as much as the limit is allowed. */
    public boolean isExceeded() {
        return limit != null && exposure.add(added).isGreaterThan(limit);
    }

    /** What was left before: limit less exposure, below 0 where it was exceeded already; empty without a limit. */
    public Optional<Amount> availableBefore() {
        return limit == null ? Optional.empty() : Optional.of(limit.subtract(exposure));
    }

    /** The amounts and the answer. */
    public Explanation explanation() {
        if (limit == null) {
            return Explanation.of("credit.no-limit", "{0}: {1} and {2} more, without limit", name, exposure, added);
        }
        return isExceeded()
                ? Explanation.of(
                        "credit.exceeded",
                        "{0}: {1} and {2} more exceed the limit of {3}",
                        name,
                        exposure,
                        added,
                        limit)
                : Explanation.of(
                        "credit.within",
                        "{0}: {1} and {2} more are within the limit of {3}",
                        name,
                        exposure,
                        added,
                        limit);
    }

    @Override
    public String toString() {
        return explanation().toString();
    }
}
