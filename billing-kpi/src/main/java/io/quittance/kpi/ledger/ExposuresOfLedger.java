package io.quittance.kpi.ledger;

import io.quittance.ar.risk.CreditFile;
import io.quittance.ar.risk.CreditLimit;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.collection.CreditExposures;
import io.quittance.kpi.collection.CustomerBalances;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sets what customers owe against the limits of their credit files. */
final class ExposuresOfLedger {
    private ExposuresOfLedger() {}

    static CreditExposures of(CustomerBalances balances, Collection<CreditFile> files, Amount zero, LocalDate day) {
        var limits = new TreeMap<String, Amount>();
        var known = new TreeSet<String>();
        for (CreditFile file : files) {
            String customer = file.customer().value();
            Require.that(known.add(customer), "exposures.twice", "files", "must have each customer once", customer);
            file.limitOn(day)
                    .flatMap(CreditLimit::limit)
                    .filter(limit -> limit.signum() > 0)
                    .ifPresent(limit -> limits.put(customer, limit));
        }
        var lines = new ArrayList<CreditExposures.Line>();
        limits.forEach((customer, limit) -> lines.add(CreditExposures.Line.of(
                customer, balances.byCustomer().getOrDefault(customer, zero), zero, zero, limit)));
        var without = new ArrayList<String>();
        balances.byCustomer().forEach((customer, owed) -> {
            if (owed.signum() > 0 && !limits.containsKey(customer)) {
                without.add(customer);
            }
        });
        return new CreditExposures(lines, without);
    }
}
