package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was delivered and accepted: a position of a delivery note, a row of a timesheet, a milestone that was signed. It becomes usage
 * of the meter that its charge counts, on its day in the zone of the contract, so that it is billed and verified like any usage.
 *
 * <p>{@code DeliveryRecord.of("TS-7/1", "consulting", "2026-01-15", "7.5").with("role", "senior")}
 *
 * @param key what makes it unique within the host, such as number and position of the delivery note
 * @param charge what it is charged as
 * @param day when it was delivered
 * @param quantity in the unit of the meter; negative for what came back
 * @param dimensions what else is known, by name
 */
public record DeliveryRecord(
        String key, ChargeId charge, LocalDate day, BigDecimal quantity, SortedMap<String, String> dimensions)
        implements Serializable {

    /** Checks all of it and copies the dimensions. */
    public DeliveryRecord {
        Require.id(key, "key");
        requireNonNull(charge, "charge");
        Dates.inCalendar(day, "day");
        quantity = Require.stripped(Require.number(quantity, "quantity"));
        var copy = new TreeMap<String, String>();
        dimensions.forEach((name, value) -> copy.put(Require.id(name, "dimension"), Require.id(value, name)));
        dimensions = Collections.unmodifiableSortedMap(copy);
    }

    /** One without dimensions, from text. */
    public static DeliveryRecord of(String key, String charge, String day, String quantity) {
        return new DeliveryRecord(
                key,
                ChargeId.of(charge),
                Dates.parse(day, "day"),
                Require.decimal(quantity, "quantity"),
                Collections.emptySortedMap());
    }

    /** The same with one more dimension, or another value of it. */
    public DeliveryRecord with(String dimension, String value) {
        var more = new TreeMap<>(dimensions);
        more.put(dimension, value);
        return new DeliveryRecord(key, charge, day, quantity, more);
    }

    /**
     * Records as usage of a contract, in their order. What its charge does not count on the day - there is no such charge, or it is
     * not measured - becomes usage of a meter of the charge's name, which a run reports as usage that nobody charges.
     *
     * @param knownAt the instant up to which amendments count
     */
    public static List<UsageEvent> usage(ContractHistory contract, Instant knownAt, List<DeliveryRecord> records) {
        var events = new ArrayList<UsageEvent>();
        for (DeliveryRecord record : records) {
            events.add(record.usage(contract, knownAt));
        }
        return List.copyOf(events);
    }

    private UsageEvent usage(ContractHistory contract, Instant knownAt) {
        var whole = new ServicePeriod(day, day.plusDays(1));
        ZoneId zone = contract.signed().terms().zone();
        MeterId meter = new MeterId(charge.value());
        Map<String, String> counted = Map.of();
        for (TermsVersion version : contract.versions(whole, knownAt)) {
            zone = version.terms().zone();
            Charge agreed = version.terms().charge(charge).orElse(null);
            if (agreed != null && agreed.kind().isMetered()) {
                meter = agreed.meters().get(0).id();
                counted = agreed.meters().get(0).filter();
            }
        }
        UsageEvent event = UsageEvent.of(key, contract.signed().customer(), meter, quantity, whole.startIn(zone));
        var all = new TreeMap<>(counted);
        all.putAll(dimensions);
        for (Map.Entry<String, String> dimension : all.entrySet()) {
            event = event.with(dimension.getKey(), dimension.getValue());
        }
        return event;
    }
}
