package io.quittance.examples.spark;

import io.quittance.core.contract.Contract;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;

/**
 * The contract of a customer, as its table has it, with the price list that it names.
 *
 * @param id of the contract
 * @param customer a number, as usage has it
 * @param name of the buyer
 * @param country of the buyer, such as {@code DE}
 */
record Agreement(String id, long customer, String name, String country, ServicePeriod term, PriceList prices)
        implements Serializable {

    /** Without the name of the buyer, which no log and no error is to have. */
    @Override
    public String toString() {
        return "contract " + id + " of customer " + customer + ", *** in " + country;
    }

    Contract contract() {
        return Contract.of(ContractId.of(id), CustomerId.of(Long.toString(customer)), term, prices.terms());
    }

    Party buyer() {
        return Party.named(name).at(PostalAddress.in(country));
    }

    boolean covers(ServicePeriod period) {
        return !term.start().isAfter(period.start()) && !term.end().isBefore(period.end());
    }
}
