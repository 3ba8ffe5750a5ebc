package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a customer owes and will owe, before the document that is to be checked: leave that one out, or it counts twice. Parts that are not said are 0.
 */
public final class Exposure implements Serializable {
    /** What it is made of. */
    public enum Part {
        /** What is open of receivables, with what is disputed of them. */
        OPEN_ITEMS,
        /** What of {@link #OPEN_ITEMS} is contested; at most all of it. */
        DISPUTED,
        /** Orders that are accepted and not delivered. */
        ORDERS,
        /** What is delivered and not invoiced. */
        UNDELIVERED,
        /** Money that arrived and settles nothing yet. */
        ON_ACCOUNT
    }

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // that of an amount, which is serialisable
    private final CurrencyUnit currency;

    @SuppressWarnings("serial") // an EnumMap, which is serialisable
    private final Map<Part, Amount> parts;

    @SuppressWarnings("serial") // a TreeMap, which is serialisable
    private final SortedMap<String, Amount> categories;

    private Exposure(CurrencyUnit currency, Map<Part, Amount> parts, SortedMap<String, Amount> categories) {
        this.currency = requireNonNull(currency, "currency");
        this.parts = parts;
        this.categories = categories;
        parts.forEach((part, amount) -> check(amount, part.name()));
        categories.forEach((name, amount) -> check(amount, Require.id(name, "category")));
        Require.that(
                of(Part.DISPUTED).isLessThanOrEqualTo(of(Part.OPEN_ITEMS)),
                "exposure.disputed",
                "DISPUTED",
                "must not be more than what is open, " + of(Part.OPEN_ITEMS),
                of(Part.DISPUTED));
    }

    private void check(Amount amount, String argument) {
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException(argument, currency.getCurrencyCode(), given);
        }
        Require.that(amount.signum() >= 0, "exposure.negative", argument, "must not be negative", amount);
    }

    /** Nothing yet. */
    public static Exposure none(CurrencyUnit currency) {
        return new Exposure(currency, new EnumMap<>(Part.class), new TreeMap<>());
    }

    /**
     * What is open, contested and on account of a customer on the day of the view; say what is ordered beside it. 100.00 that are open with 30.00
     * contested are 100.00 by {@link ExposurePolicy#USUAL}, and 70.00 where what is contested does not count.
     */
    public static Exposure of(AccountView account) {
        CurrencyUnit currency = account.onAccount().getCurrency();
        Amount disputed =
                account.openItems().stream().map(OpenItem::disputed).reduce(Amount.zero(currency), Amount::add);
        return none(currency)
                .with(Part.OPEN_ITEMS, account.open())
                .with(Part.DISPUTED, disputed)
                .with(Part.ON_ACCOUNT, account.onAccount());
    }

    /** The same with so much of a part, in place of what it had. What is disputed comes after what is open. */
    public Exposure with(Part part, MonetaryAmount amount) {
        var more = new EnumMap<Part, Amount>(Part.class);
        more.putAll(parts);
        more.put(requireNonNull(part, "part"), Amount.from(amount));
        return new Exposure(currency, more, categories);
    }

    /**
     * The same with what of it is in a category of the host's, such as overdue, or one product line. It is not added to the total: it is a part of it
     * already.
     */
    public Exposure in(String category, MonetaryAmount amount) {
        var more = new TreeMap<>(categories);
        more.put(requireNonNull(category, "category"), Amount.from(amount));
        return new Exposure(currency, parts, more);
    }

    /** The currency of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** So much of a part. */
    public Amount of(Part part) {
        return parts.getOrDefault(part, Amount.zero(currency));
    }

    /** What is in a category of the host's; 0 if it was not said. */
    public Amount in(String category) {
        return categories.getOrDefault(category, Amount.zero(currency));
    }

    /** The categories of the host's, by name. */
    public SortedMap<String, Amount> categories() {
        return Collections.unmodifiableSortedMap(categories);
    }

    /**
     * What counts: open items, orders and what is undelivered; less money on account, less what is disputed, if the policy says so. Below 0 where more is
     * on account than all else.
     */
    public Amount total(ExposurePolicy policy) {
        Amount total = of(Part.OPEN_ITEMS).add(of(Part.ORDERS)).add(of(Part.UNDELIVERED));
        if (!policy.disputedCounts()) {
            total = total.subtract(of(Part.DISPUTED));
        }
        return policy.onAccountLowers() ? total.subtract(of(Part.ON_ACCOUNT)) : total;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exposure that
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && parts.equals(that.parts)
                && categories.equals(that.categories);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency.getCurrencyCode(), categories);
    }

    /** For example {@code OPEN_ITEMS EUR 100.00, ON_ACCOUNT EUR 5.00}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        parts.forEach((part, amount) ->
                text.append(text.isEmpty() ? "" : ", ").append(part).append(' ').append(amount));
        categories.forEach((name, amount) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(amount));
        return text.isEmpty() ? "nothing" : text.toString();
    }

    /** Copied and checked again on the way back in. */
    private Object readResolve() {
        var own = new EnumMap<Part, Amount>(Part.class);
        own.putAll(parts);
        return new Exposure(currency, own, new TreeMap<>(categories));
    }
}
