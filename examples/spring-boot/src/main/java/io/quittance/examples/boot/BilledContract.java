package io.quittance.examples.boot;

import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract, all of its usage, and what was billed of it. A run over a period that was billed has to be given all usage of the period
 * and the contract that was billed, or it gives back what it does not find any more: so the service keeps both, and refuses others.
 */
record BilledContract(ContractHistory contract, Map<String, UsageEvent> usage, BilledPeriods periods) {

    BilledContract {
        usage = Collections.unmodifiableMap(new LinkedHashMap<>(usage)); // in the order in which it came
    }

    /** A contract of which nothing was billed yet. */
    static BilledContract of(ContractHistory contract) {
        return new BilledContract(contract, Map.of(), BilledPeriods.none());
    }

    /**
     * The same with what a request brings.
     *
     * @param now the contract, which may have new amendments
     * @param more usage that is new, or is known by its key already
     */
    BilledContract with(ContractHistory now, List<UsageEvent> more) {
        requireSame(now);
        Map<String, UsageEvent> all = new LinkedHashMap<>(usage);
        for (int i = 0; i < more.size(); i++) {
            UsageEvent event = more.get(i);
            UsageEvent there = all.putIfAbsent(event.key(), event);
            require(
                    there == null || there.equals(event),
                    "usage.key-twice",
                    "usage[" + i + "]",
                    "key",
                    "must not name different usage",
                    event.key());
        }
        return new BilledContract(now, all, periods);
    }

    private void requireSame(ContractHistory now) {
        Contract was = contract.signed();
        Contract is = now.signed();
        String code = "contract.changed";
        String currency = was.terms().currency().getCurrencyCode();
        String other = is.terms().currency().getCurrencyCode();
        require(
                is.customer().equals(was.customer()),
                code,
                "contract",
                "customer",
                "must stay " + was.customer(),
                is.customer());
        require(other.equals(currency), code, "contract.terms", "currency", "must stay " + currency, other);
        int both = Math.min(now.amendments().size(), contract.amendments().size());
        require(
                is.equals(was)
                        && now.amendments()
                                .subList(0, both)
                                .equals(contract.amendments().subList(0, both)),
                code,
                "",
                "contract",
                "must stay as it was billed first: what changes it is a new amendment",
                null);
    }

    private static void require(
            boolean holds, String code, String path, String argument, String rule, @Nullable Object value) {
        if (!holds) {
            throw new InvalidArgumentException(code, argument, rule, value).at(path);
        }
    }

    /** What is due on a day and was not billed yet, if that is not too much; a day before that of the last run counts as that one. */
    BillRun run(Billing billing, LocalDate day) {
        BilledSpan.require(
                contract, periods.mark().lastDate().filter(day::isBefore).orElse(day));
        return billing.bill(contract, UsageSource.of(new ArrayList<>(usage.values())), periods, day);
    }

    /** The same after a run that counts. */
    BilledContract after(BillRun run) {
        return new BilledContract(contract, usage, periods.after(run));
    }
}
