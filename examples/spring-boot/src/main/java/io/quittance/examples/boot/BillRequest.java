package io.quittance.examples.boot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.CustomerId;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.usage.UsageEvent;
import io.quittance.json.ContractJson;
import io.quittance.json.InvalidDocumentException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is to be billed.
 *
 * @param contract as {@code contract.schema.json} has it; the library reads it, not the framework
 * @param usage of the customer of the contract: what is new, since what a contract was billed with is kept
 * @param date the day for which to bill
 */
record BillRequest(
        JsonNode contract,
        @JsonSetter(contentNulls = Nulls.FAIL) List<Usage> usage,
        String date) {
    private static final ContractJson CONTRACTS = ContractJson.standard();

    /** As the library parses it: the quantity is exact, as it is written. */
    record Usage(String key, String meter, String quantity, String time) {
        UsageEvent of(CustomerId customer) {
            return UsageEvent.of(key, customer.value(), meter, quantity, time);
        }
    }

    /** A contract as it was signed, or with the amendments that it has had since. */
    ContractHistory history() {
        String text = contract.toString();
        try {
            if (contract.has("signedAt")) {
                return CONTRACTS.readHistory(text);
            }
            Contract read = CONTRACTS.read(text);
            return ContractHistory.of(read, Instant.EPOCH);
        } catch (InvalidDocumentException e) {
            throw new RefusedPartException("contract", e);
        }
    }

    LocalDate day() {
        return AsOf.endOf(date).date();
    }

    List<UsageEvent> usageOf(CustomerId customer) {
        var events = new ArrayList<UsageEvent>();
        for (int i = 0; i < usage.size(); i++) {
            Usage used = usage.get(i);
            events.add(RefusedPartException.within("usage[" + i + "]", () -> used.of(customer)));
        }
        return events;
    }
}
