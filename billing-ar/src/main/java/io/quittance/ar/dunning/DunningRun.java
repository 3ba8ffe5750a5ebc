package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.exchange.StoredRate;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides on a day whom to remind, to call and to hand over. A pure function of account, history, policy and day: it keeps no state, takes one customer at a
 * time, and time for the items and entries of each.
 *
 * <p>{@code DunningRun.on(today).decide(accounts, policy).filter(decision -> !decision.isSilent())}
 *
 * @param asOf the day, and as of when the histories are known
 * @param rates from currencies of accounts to those of policies, each pair once
 */
public record DunningRun(AsOf asOf, List<StoredRate> rates) implements Serializable {
    /** Copies the rates. */
    public DunningRun {
        requireNonNull(asOf, "asOf");
        rates = List.copyOf(rates);
        for (int i = 1; i < rates.size(); i++) {
            StoredRate rate = rates.get(i);
            Require.that(
                    rates.subList(0, i).stream().noneMatch(other -> isOf(other, rate.from(), rate.to())),
                    "dunning.rate-twice",
                    "rates[" + i + "]",
                    "must be given once for each pair of currencies",
                    rate);
        }
    }

    /** On a day, with all that was ever recorded about it. */
    public static DunningRun on(LocalDate day) {
        return new DunningRun(AsOf.endOf(day), List.of());
    }

    /** On a day, as known at an instant. */
    public static DunningRun on(AsOf asOf) {
        return new DunningRun(asOf, List.of());
    }

    /** The same with one more rate: each amount that is claimed is converted by it, half up to the minor unit. */
    public DunningRun at(StoredRate rate) {
        var more = new ArrayList<>(rates);
        more.add(rate);
        return new DunningRun(asOf, more);
    }

    /**
     * The decision about one account.
     *
     * @throws IllegalArgumentException if the interest of a level knows no rate for a day; it names the account
     * @throws CurrencyMismatchException if a promise is in another currency than what was paid; it names the account
     */
    public DunningDecision decide(DunningAccount account, DunningPolicy policy) {
        CurrencyUnit currency = account.account().onAccount().getCurrency();
        try {
            return new Dunning(account, policy, asOf, rate(currency, policy.currency())).decide();
        } catch (InvalidArgumentException e) {
            throw e.at("account " + account.customer());
        } catch (CurrencyMismatchException e) {
            throw e.at("account " + account.customer());
        }
    }

    /** The decisions about accounts by one policy, in their order, each made when it is asked for. */
    public Stream<DunningDecision> decide(Stream<DunningAccount> accounts, DunningPolicy policy) {
        requireNonNull(policy, "policy");
        return decide(accounts, (CustomerId customer) -> policy);
    }

    /**
     * The decisions about accounts, in their order, each made when it is asked for.
     *
     * @param policies that of each customer
     */
    public Stream<DunningDecision> decide(
            Stream<DunningAccount> accounts, Function<? super CustomerId, DunningPolicy> policies) {
        return accounts.map(account -> decide(account, policies.apply(account.customer())));
    }

    private @Nullable StoredRate rate(CurrencyUnit from, CurrencyUnit to) {
        return rates.stream().filter(rate -> isOf(rate, from, to)).findFirst().orElse(null);
    }

    private static boolean isOf(StoredRate rate, CurrencyUnit from, CurrencyUnit to) {
        return rate.from().getCurrencyCode().equals(from.getCurrencyCode())
                && rate.to().getCurrencyCode().equals(to.getCurrencyCode());
    }
}
