package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.cash.DunnedClaim;
import io.quittance.kpi.communication.Contact;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said to customers about their debts and what came of it, read from the histories of collecting them, for KPIs of reminders and of responses.
 *
 * <pre>{@code
 * DunningFigures figures = DunningFigures.of(histories, policy, zone).paid(ledger);
 * KpiResult perWeek = RemindersPerWeek.of(zone).atLevel(1).compute(figures.contacts().figures(march, asOf));
 * }</pre>
 *
 * @param histories one for each customer
 * @param levels the names of the levels of dunning, the first of which is level 1
 * @param zone in which days begin
 * @param ledgers of customers, with the money that counts as a response; none if money does not
 */
public record DunningFigures(
        List<CollectionHistory> histories, List<String> levels, ZoneId zone, List<CustomerLedger> ledgers)
        implements Serializable {
    private static final AsOf ALL = AsOf.endOf(LocalDate.of(9999, 12, 31));

    /** Copies the lists, and checks that each customer and each level is there once. */
    public DunningFigures {
        histories = List.copyOf(histories);
        levels = List.copyOf(levels);
        requireNonNull(zone, "zone");
        ledgers = List.copyOf(ledgers);
        requireOnce(histories.stream().map(CollectionHistory::customer).toList(), "histories", "customer");
        requireOnce(levels, "levels", "level");
        requireOnce(ledgers.stream().map(CustomerLedger::customer).toList(), "ledgers", "customer");
    }

    private static void requireOnce(List<?> values, String argument, String what) {
        var known = new HashSet<Object>();
        for (Object value : values) {
            Require.that(known.add(value), "dunning.twice", argument, "must have each " + what + " once", value);
        }
    }

    /** Histories by the levels of a policy; no money counts as a response. */
    public static DunningFigures of(Collection<CollectionHistory> histories, DunningPolicy policy, ZoneId zone) {
        return new DunningFigures(
                List.copyOf(histories),
                policy.levels().stream().map(DunningLevel::name).toList(),
                zone,
                List.of());
    }

    /**
     * The same, where what customers pay counts as a response, too.
     *
     * @throws IllegalArgumentException if the ledger of a customer goes on from a snapshot
     */
    public DunningFigures paid(Ledger ledger) {
        ledger.customers().forEach(CustomerLedger::requireEntries);
        return new DunningFigures(histories, levels, zone, ledger.customers());
    }

    /**
     * Reminders, letters and calls, as far as was known at any time. That a case was given to collections is no message to the customer.
     *
     * <ul>
     *   <li>One was sent when it was recorded, if that is its day, and else when its day began; what the customer did is timed likewise, and on the day of the message not before it.
     *   <li>It was answered when that was recorded of it, or when a reply came in about the same items, or about the account.
     *   <li>It was followed by a promise, or by money, about the same items: each after it. Money of a day before it, of which it was not known what it settles when it was sent, was under way. Money
     *       that is taken back was never paid, from when that is known; a credit is no money.
     * </ul>
     *
     * @throws IllegalArgumentException if a level is not among {@code levels}
     */
    public EventLog<Contact> contacts() {
        SortedMap<CustomerId, Receipts> receipts = new TreeMap<>();
        ledgers.forEach(ledger -> receipts.put(ledger.customer(), new Receipts(ledger)));
        var states = new ArrayList<Contact>();
        SortedMap<String, Instant> gone = new TreeMap<>();
        for (CollectionHistory history : histories) {
            Receipts money = receipts.get(history.customer());
            new DunnedContacts(history, levels, zone, money == null ? List.of() : money.all()).to(states, gone);
        }
        return EventLog.<Contact>of(states).without(gone);
    }

    /**
     * What was claimed of each debt, and what was paid on it since, for {@link io.quittance.kpi.cash.DunningRecovery}: of notices that went out, which the histories have under their {@linkplain
     * DunningNotice#key() keys}; of others nothing was claimed.
     *
     * <ul>
     *   <li>What of a debt is claimed is what is open of it, less what is contested and what money on account covers, without interest and fees, in the currency of the account. It was claimed on the day of the
     *       message, at the level of the notice, by reminders, letters and calls.
     *   <li>Money counts by its value date from the day on which it was applied to the debt; what is undone counts no more, and a credit is none. What pays an instalment of a plan, or another item
     *       that owes the debt instead, does not pay the debt.
     *   <li>A message that was withdrawn or that bounced claimed nothing, from when that is known.
     * </ul>
     *
     * @param notices of any runs, each once, such as {@code decision.notices()}
     * @throws IllegalArgumentException if a level is not among {@code levels}, two notices of one key are not the same, or debt and key together are too long for the key of a claim
     */
    public EventLog<DunnedClaim> claims(Collection<DunningNotice> notices) {
        var paid = new HashMap<CustomerId, List<PaidOnItem>>();
        ledgers.forEach(ledger -> paid.put(ledger.customer(), PaidOnItem.of(ledger.steps(ALL))));
        EventLog<DunnedClaim> log = EventLog.of(List.of());
        for (CollectionHistory history : histories) {
            var claims = new DunnedClaims(history, levels, paid.getOrDefault(history.customer(), List.of()));
            notices.stream()
                    .filter(notice -> notice.customer().equals(history.customer()))
                    .forEach(claims::add);
            log = log.with(claims.states());
            for (DunnedClaims.Gone gone : claims.gone()) {
                log = log.without(gone.key(), gone.from());
            }
        }
        return log;
    }

    /** That a customer was reminded, by a person or without one: each of the {@link #contacts}, also where it bounced. */
    public EventLog<Operation> operations() {
        var states = new ArrayList<Operation>();
        SortedMap<String, Instant> gone = new TreeMap<>();
        for (CollectionHistory history : histories) {
            new DunnedContacts(history, levels, zone, List.of()).operationsTo(states, gone);
        }
        return EventLog.<Operation>of(states).without(gone);
    }
}
