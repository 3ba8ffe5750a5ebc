package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.time.Turnaround;
import io.quittance.kpi.time.Waiting;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy of an invoice or payment that somebody contests, such as a deduction, and what became of it so far. A case that is opened again after it was resolved is one of its own,
 * under a key of its own such as {@code D-17/2}: it counts again once, and what was resolved before stays so. What it contests of an
 * invoice is contested once.
 *
 * @param key unique among cases
 * @param recordedAt when this state was recorded
 * @param customer who contests, as you name it, opaque; null if it is not known
 * @param opened when it was raised
 * @param amount what is contested, more than 0
 * @param reason why, such as {@code PRICING}; kept as it is
 * @param invoices what of the amount is contested of which invoice, by its key, opaque; together all of it; empty if no invoice is named
 * @param reopens the key of the case that is opened again, as it was first opened; null if it is none of those
 * @param waits times in which it was the customer's turn, from {@code opened} to its end, in order and apart from each other; the last may go on
 * @param resolution how it ended; null as long as it has not
 */
public record DisputeCase(
        String key,
        Instant recordedAt,
        @Nullable String customer,
        Instant opened,
        Amount amount,
        String reason,
        Map<String, Amount> invoices,
        @Nullable String reopens,
        List<Waiting> waits,
        @Nullable Resolution resolution)
        implements KpiEvent, Serializable {

    /** In whose favour a case ended. */
    public enum Outcome {
        /** In ours: it was rejected or withdrawn. */
        OURS,
        /** Both agreed, such as on a part of it. */
        AGREED,
        /** In the customer's: it was accepted. */
        CUSTOMERS;

        /** Whether it ended successfully: in our favour, or agreed. */
        public boolean isSuccess() {
            return this != CUSTOMERS;
        }
    }

    /**
     * The end of a case, whatever its outcome.
     *
     * @param at when
     * @param outcome in whose favour
     */
    public record Resolution(Instant at, Outcome outcome) implements Serializable {
        /** Checks that both are there. */
        public Resolution {
            Dates.inCalendar(at, "at");
            requireNonNull(outcome, "outcome");
        }
    }

    /**
     * Checks the parts.
     *
     * @throws CurrencyMismatchException if an invoice is contested in another currency
     */
    public DisputeCase {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Require.optionalId(customer, "customer");
        Dates.inCalendar(opened, "opened");
        Require.that(
                requireNonNull(amount, "amount").signum() > 0,
                "dispute.amount",
                "amount",
                "must be more than 0",
                amount);
        Require.id(reason, "reason");
        invoices = checked(invoices, amount);
        Require.that(
                !key.equals(Require.optionalId(reopens, "reopens")),
                "dispute.reopens",
                "reopens",
                "must be of another case",
                reopens);
        Require.that(
                resolution == null || !resolution.at().isBefore(opened),
                "event.order",
                "resolution",
                "must not be before " + opened,
                resolution);
        waits = new Turnaround(key, opened, resolution == null ? null : resolution.at(), waits).waits();
    }

    private static Map<String, Amount> checked(Map<String, Amount> invoices, Amount amount) {
        var copy = new TreeMap<String, Amount>();
        Amount sum = Amount.zero(amount.getCurrency());
        for (Map.Entry<String, Amount> each :
                requireNonNull(invoices, "invoices").entrySet()) {
            Amount part = requireNonNull(each.getValue(), "invoices");
            String expected = amount.getCurrency().getCurrencyCode();
            String given = part.getCurrency().getCurrencyCode();
            if (!given.equals(expected)) {
                throw new CurrencyMismatchException("invoices", expected, given);
            }
            Require.that(part.signum() > 0, "dispute.invoices", "invoices", "must have more than 0 of each", part);
            copy.put(Require.id(each.getKey(), "invoices"), part);
            sum = sum.add(part);
        }
        Require.that(
                copy.isEmpty() || sum.equals(amount),
                "dispute.invoices",
                "invoices",
                "must come to " + amount + " together",
                sum);
        return Collections.unmodifiableMap(copy);
    }

    /** As it is raised, recorded at once. */
    public static DisputeCase opened(String key, Instant opened, MonetaryAmount amount, String reason) {
        return new DisputeCase(key, opened, null, opened, Amount.from(amount), reason, Map.of(), null, List.of(), null);
    }

    /** The same, of this customer. */
    public DisputeCase withCustomer(String newCustomer) {
        requireNonNull(newCustomer, "newCustomer");
        return new DisputeCase(
                key, recordedAt, newCustomer, opened, amount, reason, invoices, reopens, waits, resolution);
    }

    /** The same, which contests all of its amount of one invoice. */
    public DisputeCase ofInvoice(String invoice) {
        return ofInvoices(Map.of(requireNonNull(invoice, "invoice"), amount));
    }

    /**
     * The same, which contests so much of each of these invoices: 30.00 of one and 20.00 of another are a case of 50.00.
     *
     * @throws IllegalArgumentException if they do not come to its amount together
     */
    public DisputeCase ofInvoices(Map<String, ? extends MonetaryAmount> contested) {
        var amounts = new HashMap<String, Amount>();
        requireNonNull(contested, "contested")
                .forEach((invoice, part) -> amounts.put(
                        requireNonNull(invoice, "contested"), Amount.from(requireNonNull(part, "contested"))));
        return new DisputeCase(key, recordedAt, customer, opened, amount, reason, amounts, reopens, waits, resolution);
    }

    /**
     * The case that is raised when this one, which has ended, is opened again, recorded at once: about the same.
     *
     * @param newKey such as {@code D-17/2}
     * @param at when, not before the end of this one
     * @throws IllegalArgumentException if this one has not ended by then
     */
    public DisputeCase reopened(String newKey, Instant at) {
        Require.that(
                resolution != null && !resolution.at().isAfter(requireNonNull(at, "at")),
                "event.order",
                "at",
                "must not be before the end of " + key,
                at);
        return new DisputeCase(newKey, at, customer, at, amount, reason, invoices, firstKey(), List.of(), null);
    }

    /** That of the case as it was first opened. */
    String firstKey() {
        return reopens == null ? key : reopens;
    }

    /** The same as far as it is about some invoices, at least one of them. */
    DisputeCase only(Predicate<String> which) {
        var some = new TreeMap<>(invoices);
        some.keySet().removeIf(which.negate());
        Amount sum = some.values().stream().reduce(Amount.zero(amount.getCurrency()), Amount::add);
        return new DisputeCase(key, recordedAt, customer, opened, sum, reason, some, reopens, waits, resolution);
    }

    /** The state with its end, recorded at once. */
    public DisputeCase resolved(Instant at, Outcome outcome) {
        return new DisputeCase(
                key,
                recordedNext(requireNonNull(at, "at")),
                customer,
                opened,
                amount,
                reason,
                invoices,
                reopens,
                waits,
                new Resolution(at, outcome));
    }

    /** The same state, recorded at another time than when it came about. */
    public DisputeCase asRecorded(Instant at) {
        return new DisputeCase(key, at, customer, opened, amount, reason, invoices, reopens, waits, resolution);
    }

    /** The state in which the customer is awaited from a time on, recorded at once; {@link #waited} from that time on tells the end, as does {@link #resolved}. */
    public DisputeCase waitingSince(Instant from) {
        return with(recordedNext(requireNonNull(from, "from")), Waiting.since(from));
    }

    /** The state after a time in which it was the customer's turn, recorded at its end; of what was resolved before, right after that. */
    public DisputeCase waited(Instant from, Instant until) {
        return with(recordedNext(requireNonNull(until, "until")), new Waiting(from, until));
    }

    /** In place of a wait that goes on from the same time. */
    private DisputeCase with(Instant recorded, Waiting wait) {
        var more = new ArrayList<>(waits);
        more.remove(Waiting.since(wait.from()));
        more.add(wait);
        return new DisputeCase(key, recorded, customer, opened, amount, reason, invoices, reopens, more, resolution);
    }

    /** When it ended; null if it has not. */
    private @Nullable Instant resolvedAt() {
        return resolution == null ? null : resolution.at();
    }

    /** From its opening to its end. */
    Turnaround untilResolved() {
        return new Turnaround(key, opened, resolvedAt());
    }

    /** The same without the times in which it was the customer's turn. */
    Turnaround untilResolvedByUs() {
        return new Turnaround(key, opened, resolvedAt(), waits);
    }

    /** Whether it had been raised before an instant and had not ended before it. */
    boolean isOpenAt(Instant at) {
        return opened.isBefore(at) && (resolution == null || !resolution.at().isBefore(at));
    }
}
