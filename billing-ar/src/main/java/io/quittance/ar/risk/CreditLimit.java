package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * How much a customer may owe, in all and in categories (ar.md 4.19). A limit is exceeded by more than itself: with 250.00 and 246.05 of exposure, 3.95 more are within
 * it and 3.96 are not.
 *
 * <p>A limit of 0 allows nothing. Where 0 stands for no limit, say so: {@link #zeroMeansNone}.
 */
public final class CreditLimit implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String TOTAL = "total";

    @SuppressWarnings("serial") // that of an amount, which is serialisable
    private final CurrencyUnit currency;

    private final @Nullable Amount limit;

    @SuppressWarnings("serial") // a TreeMap, which is serialisable
    private final SortedMap<String, Amount> categories;

    private CreditLimit(CurrencyUnit currency, @Nullable Amount limit, SortedMap<String, Amount> categories) {
        this.currency = requireNonNull(currency, "currency");
        this.limit = limit;
        this.categories = categories;
        if (limit != null) {
            check(limit, "limit");
        }
        categories.forEach((name, amount) -> {
            Require.that(
                    !Require.id(name, "category").equals(TOTAL),
                    "credit.category",
                    "category",
                    "must not be the name of the limit of all",
                    name);
            check(amount, name);
        });
    }

    private void check(Amount amount, String argument) {
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException(argument, currency.getCurrencyCode(), given);
        }
        Require.that(amount.signum() >= 0, "credit.limit", argument, "must not be negative", amount);
    }

    /** Up to so much, 0 for nothing at all. */
    public static CreditLimit of(MonetaryAmount limit) {
        Amount most = Amount.from(limit);
        return new CreditLimit(most.getCurrency(), most, new TreeMap<>());
    }

    /** Any amount. */
    public static CreditLimit unlimited(CurrencyUnit currency) {
        return new CreditLimit(currency, null, new TreeMap<>());
    }

    /** Up to so much; any amount for 0, as some systems store it. */
    public static CreditLimit zeroMeansNone(MonetaryAmount limit) {
        Amount most = Amount.from(limit);
        return most.signum() == 0 ? unlimited(most.getCurrency()) : of(most);
    }

    /**
     * The same with a limit of a category of the host's, such as overdue, or one product line; both hold.
     *
     * @param most 0 or more; 0 for nothing at all
     */
    public CreditLimit in(String category, MonetaryAmount most) {
        var more = new TreeMap<>(categories);
        more.put(requireNonNull(category, "category"), Amount.from(most));
        return new CreditLimit(currency, limit, more);
    }

    /** How much may be owed; empty for any amount. */
    public Optional<Amount> limit() {
        return Optional.ofNullable(limit);
    }

    /** The limits of categories, by name. */
    public SortedMap<String, Amount> categories() {
        return Collections.unmodifiableSortedMap(categories);
    }

    /** Whether so much more may be owed, in no category. */
    public CreditCheck check(Exposure exposure, ExposurePolicy policy, MonetaryAmount added) {
        return check(exposure, policy, added, Set.of());
    }

    /**
     * Whether so much more may be owed.
     *
     * @param exposure without what is added
     * @param added 0 or more; 0 asks how the limits stand
     * @param of the categories to which what is added belongs; a limit of another one is asked without it
     * @throws CurrencyMismatchException if the currencies are not those of the limit
     */
    public CreditCheck check(Exposure exposure, ExposurePolicy policy, MonetaryAmount added, Set<String> of) {
        requireNonNull(of, "of");
        Amount more = Amount.from(added);
        Amount total = exposure.total(policy);
        String given = total.getCurrency().getCurrencyCode();
        if (!given.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException("exposure", currency.getCurrencyCode(), given);
        }
        Amount none = Amount.zero(currency);
        return new CreditCheck(
                new LimitCheck(TOTAL, total, more, limit),
                categories.entrySet().stream()
                        .map(entry -> new LimitCheck(
                                entry.getKey(),
                                exposure.in(entry.getKey()),
                                of.contains(entry.getKey()) ? more : none,
                                entry.getValue()))
                        .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CreditLimit that
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && Objects.equals(limit, that.limit)
                && categories.equals(that.categories);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency.getCurrencyCode(), limit, categories);
    }

    /** For example {@code EUR 1000.00, overdue EUR 100.00}. */
    @Override
    public String toString() {
        var text = new StringBuilder(limit == null ? "no limit" : limit.toString());
        categories.forEach(
                (name, most) -> text.append(", ").append(name).append(' ').append(most));
        return text.toString();
    }

    /** Copied and checked again on the way back in. */
    private Object readResolve() {
        return new CreditLimit(currency, limit, new TreeMap<>(categories));
    }
}
