package io.quittance.examples.monthend;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;

/** The contract of a telephone customer: a year from the billed month on, renewed by a year unless notice is given. */
final class TelephoneContract {
    private TelephoneContract() {}

    static ContractHistory signed(CustomerId customer, ContractTerms terms, LocalDate start) {
        var term = new ServicePeriod(start, start.plusYears(1));
        Contract contract = Contract.of(new ContractId("C-" + customer), customer, term, terms)
                .renewed(Renewal.of("P1Y", "P1M"));
        return ContractHistory.of(contract, start.atStartOfDay(terms.zone()).toInstant());
    }
}
