package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as billing is judged by it: what is on it, the days in its making, and its corrections. It is recorded again, with the same key, when something of it
 * becomes known. One that is due to be sent and not issued yet is one, too, and, with the day {@link Stage#UNLINKED} alone, a credit note whose invoice is not known.
 *
 * @param key names it
 * @param customer who gets it
 * @param preparer who made it; null if nobody is named
 * @param lines how many lines it has, 0 or more
 * @param amount what it bills, 0 or more; corrections are not deducted
 * @param dates the days that are known, by stage; it was not gathered after it was sent
 * @param automatic whether it was made without a person
 * @param renewal whether it only renews what the customer had, such as a subscription that goes on
 * @param corrections what was corrected of it, in order of their dates
 * @param recordedAt when this state of it was recorded
 */
public record IssuedInvoice(
        String key,
        String customer,
        @Nullable String preparer,
        long lines,
        Amount amount,
        Map<Stage, LocalDate> dates,
        boolean automatic,
        boolean renewal,
        List<Correction> corrections,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /**
     * Checks that it can be.
     *
     * @throws CurrencyMismatchException if a correction is in another currency
     */
    public IssuedInvoice {
        Require.id(key, "key");
        Require.id(customer, "customer");
        Require.optionalId(preparer, "preparer");
        Require.that(lines >= 0, "number.negative", "lines", "must not be negative", lines);
        Require.that(
                requireNonNull(amount, "amount").signum() >= 0,
                "number.negative",
                "amount",
                "must not be negative",
                amount);
        var copy = new EnumMap<Stage, LocalDate>(Stage.class);
        requireNonNull(dates, "dates").forEach((stage, day) -> copy.put(stage, Dates.inCalendar(day, "dates")));
        dates = Collections.unmodifiableMap(copy);
        Require.that(
                !copy.getOrDefault(Stage.GATHERED, LocalDate.MIN).isAfter(copy.getOrDefault(Stage.SENT, LocalDate.MAX)),
                "invoice.stages",
                "dates",
                "must not have GATHERED after SENT",
                copy);
        corrections = requireNonNull(corrections, "corrections").stream()
                .sorted(Comparator.comparing(Correction::date).thenComparing(Correction::key))
                .toList();
        LocalDate issued = copy.get(Stage.ISSUED);
        var keys = new HashSet<String>();
        for (Correction each : corrections) {
            Require.that(
                    issued != null && !each.date().isBefore(issued),
                    "correction.date",
                    "corrections",
                    "must not be before the invoice was issued",
                    each.date());
            Require.that(keys.add(each.key()), "correction.key", "corrections", "must have each key once", each.key());
            if (!each.amount().getCurrency().equals(amount.getCurrency())) {
                throw new CurrencyMismatchException(
                        "corrections",
                        amount.getCurrency().getCurrencyCode(),
                        each.amount().getCurrency().getCurrencyCode());
            }
        }
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** One of which no day is known yet, made by a person who is not named. */
    public static IssuedInvoice of(String key, String customer, long lines, MonetaryAmount amount, Instant recordedAt) {
        return new IssuedInvoice(
                key, customer, null, lines, Amount.from(amount), Map.of(), false, false, List.of(), recordedAt);
    }

    /** The same, with the day of this stage; of one that is issued again, the first day stays. */
    public IssuedInvoice with(Stage stage, LocalDate day) {
        var more = new EnumMap<Stage, LocalDate>(Stage.class);
        more.putAll(dates);
        more.merge(
                requireNonNull(stage, "stage"),
                requireNonNull(day, "day"),
                (first, again) -> again.isBefore(first) ? again : first);
        return new IssuedInvoice(
                key, customer, preparer, lines, amount, more, automatic, renewal, corrections, recordedAt);
    }

    /** The same, with this correction besides those that are there. */
    public IssuedInvoice with(Correction correction) {
        var more = new ArrayList<>(corrections);
        more.add(requireNonNull(correction, "correction"));
        return new IssuedInvoice(key, customer, preparer, lines, amount, dates, automatic, renewal, more, recordedAt);
    }

    /** The same, made by this person. */
    public IssuedInvoice preparedBy(String newPreparer) {
        return new IssuedInvoice(
                key,
                customer,
                requireNonNull(newPreparer, "newPreparer"),
                lines,
                amount,
                dates,
                false,
                renewal,
                corrections,
                recordedAt);
    }

    /** The same, made without a person. */
    public IssuedInvoice madeAutomatically() {
        return new IssuedInvoice(key, customer, null, lines, amount, dates, true, renewal, corrections, recordedAt);
    }

    /** The same, as one that only renews what the customer had. */
    public IssuedInvoice asRenewal() {
        return new IssuedInvoice(
                key, customer, preparer, lines, amount, dates, automatic, true, corrections, recordedAt);
    }

    /** The same, recorded at that time. */
    public IssuedInvoice recorded(Instant at) {
        return new IssuedInvoice(key, customer, preparer, lines, amount, dates, automatic, renewal, corrections, at);
    }

    /** The day of this stage, if it is known. */
    public Optional<LocalDate> date(Stage stage) {
        return Optional.ofNullable(dates.get(stage));
    }
}
