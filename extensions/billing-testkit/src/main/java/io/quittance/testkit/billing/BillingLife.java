package io.quittance.testkit.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.ContractHistory;
import io.quittance.core.schedule.AsOf;
import java.util.List;

/**
 * What happens to a contract: amendments and usage, each known from an instant on, and the runs that bill it.
 *
 * @param contract with all amendments, also those that become known after a run
 * @param usage of its customer, each key once
 * @param runs the days and instants of the runs, in order; at least one
 */
public record BillingLife(ContractHistory contract, List<ReportedUsage> usage, List<AsOf> runs) {

    /** Checks that there are runs, and that neither their days nor what they know go back. */
    public BillingLife {
        requireNonNull(contract, "contract");
        usage = List.copyOf(usage);
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs must not be empty");
        }
        for (int i = 1; i < runs.size(); i++) {
            if (runs.get(i).date().isBefore(runs.get(i - 1).date())
                    || runs.get(i).knownAt().isBefore(runs.get(i - 1).knownAt())) {
                throw new IllegalArgumentException("runs[" + i + "] must not be before runs[" + (i - 1) + "], "
                        + runs.get(i - 1) + ", but was " + runs.get(i));
            }
        }
    }

    /** The last run, by which all is known that is billed. */
    public AsOf last() {
        return runs.get(runs.size() - 1);
    }

    /** The same billed by the last run alone. */
    public BillingLife atOnce() {
        return new BillingLife(contract, usage, List.of(last()));
    }

    /** The same with another contract. */
    BillingLife of(ContractHistory other) {
        return new BillingLife(other, usage, runs);
    }

    /** The same with the usage in another order. */
    BillingLife using(List<ReportedUsage> reordered) {
        return new BillingLife(contract, reordered, runs);
    }

    /** All of it, in lines. */
    @Override
    public String toString() {
        return contract.signed() + " " + contract.signed().term() + ", "
                + contract.signed().renewal() + ": "
                + Described.terms(contract.signed().terms()) + Described.amendments(contract) + "\n  usage " + usage
                + "\n  runs " + runs;
    }
}
