package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.ObligationId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures of a contract at the end of a day. It has a liability or an asset, never both: what is deferred of one obligation and
 * what is unbilled of another are one position (IFRS 15.105 and BC317, ASC 606-10-45-1). 60.00 deferred and 100.00 unbilled are
 * 40.00 unbilled. The figures of the obligations, which are not netted, stand beside.
 *
 * @param contract which one
 * @param day the day at whose end they hold
 * @param obligations all of the contract, in its order; at least one, in one currency
 */
public record ContractRevenue(ContractId contract, LocalDate day, List<ObligationRevenue> obligations)
        implements RevenueFigures {

    /** Refuses none, and figures of another day. */
    public ContractRevenue {
        requireNonNull(contract, "contract");
        requireNonNull(day, "day");
        obligations = List.copyOf(Require.notEmpty(obligations, "obligations"));
        for (int i = 0; i < obligations.size(); i++) {
            LocalDate other = obligations.get(i).day();
            Require.that(other.equals(day), "revenue.day", "obligations[" + i + "].day", "must be " + day, other);
        }
    }

    @Override
    public Amount promised() {
        return sum(ObligationRevenue::promised);
    }

    @Override
    public Amount billed() {
        return sum(ObligationRevenue::billed);
    }

    @Override
    public Amount earned() {
        return sum(ObligationRevenue::earned);
    }

    private Amount sum(Function<ObligationRevenue, Amount> figure) {
        return obligations.stream()
                .map(figure)
                .reduce(Amount.zero(obligations.get(0).promised().getCurrency()), Amount::add);
    }

    /** What is billed and not yet earned of the contract as a whole; zero or more. */
    @Override
    public Amount deferred() {
        Amount balance = balance();
        return balance.max(Amount.zero(balance.getCurrency()));
    }

    /** What is earned and not yet billed of the contract as a whole; zero or more. */
    @Override
    public Amount unbilled() {
        Amount balance = balance();
        return balance.negate().max(Amount.zero(balance.getCurrency()));
    }

    /** The figures of one obligation, if the contract has it. */
    public Optional<ObligationRevenue> obligation(ObligationId id) {
        return obligations.stream().filter(each -> each.obligation().equals(id)).findFirst();
    }

    /** For example {@code C-1 by 2026-01-31: EUR 101.92 of EUR 1200.00 earned, EUR 1200.00 billed}. */
    @Override
    public String toString() {
        return contract + " by " + day + ": " + earned() + " of " + promised() + " earned, " + billed() + " billed";
    }
}
