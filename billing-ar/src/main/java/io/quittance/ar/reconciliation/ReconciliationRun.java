package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.Origin;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A reconciliation as it is kept: of which day, as known when, who ran it, what came out for each account, and what became of it since. What came out
 * never changes; resolutions and what is found later are added.
 *
 * @param id which the host gives it; 1 to 180 characters
 * @param asOf of which day the balances are, and when what the ledger has was known
 * @param recordedAt when it was run
 * @param origin who ran it
 * @param accounts one for each account, each of that day
 * @param resolutions what became of its differences, in the order in which it was recorded
 * @param later what it did not find, in the order in which it was recorded
 */
public record ReconciliationRun(
        String id,
        AsOf asOf,
        Instant recordedAt,
        Origin origin,
        List<AccountReconciliation> accounts,
        List<DifferenceResolution> resolutions,
        List<FoundLater> later)
        implements Serializable {
    /** So that the id of a difference is one, too. */
    private static final int LONGEST_ID = 180;

    /** Copies the lists and checks that all belongs to the run. */
    public ReconciliationRun {
        Require.id(id, "id", LONGEST_ID);
        requireNonNull(asOf, "asOf");
        Dates.inCalendar(recordedAt, "recordedAt");
        requireNonNull(origin, "origin");
        accounts = List.copyOf(accounts);
        resolutions = List.copyOf(resolutions);
        later = List.copyOf(later);
        var keys = new HashSet<Key>();
        int count = 0;
        for (int i = 0; i < accounts.size(); i++) {
            AccountReconciliation one = accounts.get(i);
            String at = "accounts[" + i + "].";
            Require.that(
                    one.date().equals(asOf.date()),
                    "reconciliation.date",
                    at + "date",
                    "must be " + asOf.date() + ", as of the run",
                    one.date());
            Require.that(keys.add(Key.of(one)), "reconciliation.account-twice", at + "account", "must not repeat", one);
            count += one.differences().size();
        }
        requireResolutions(recordedAt, resolutions, count);
        for (int i = 0; i < later.size(); i++) {
            FoundLater found = later.get(i);
            String at = "later[" + i + "].";
            Require.that(
                    keys.contains(Key.found(found)),
                    "reconciliation.found-later",
                    at + "account",
                    "must be an account of the run, with that counterparty and currency",
                    found.account());
            requireNotBefore(recordedAt, found.recordedAt(), at);
        }
    }

    /** What names an account of a run. */
    record Key(Counterparty counterparty, String account, String currency) {
        static Key of(AccountReconciliation one) {
            return of(one.counterparty(), one.account(), one.ledgerBalance());
        }

        static Key found(FoundLater one) {
            return of(one.counterparty(), one.account(), one.amount());
        }

        private static Key of(Counterparty counterparty, String account, Amount amount) {
            return new Key(counterparty, account, amount.getCurrency().getCurrencyCode());
        }
    }

    private static void requireResolutions(Instant recordedAt, List<DifferenceResolution> resolutions, int count) {
        var resolved = new HashSet<Integer>();
        for (int i = 0; i < resolutions.size(); i++) {
            DifferenceResolution one = resolutions.get(i);
            String at = "resolutions[" + i + "].";
            Require.that(
                    one.difference() <= count,
                    "reconciliation.resolution",
                    at + "difference",
                    "must be one of the " + count + " differences of the run",
                    one.difference());
            Require.that(
                    resolved.add(one.difference()),
                    "reconciliation.resolution",
                    at + "difference",
                    "must not be resolved already",
                    one.difference());
            requireNotBefore(recordedAt, one.recordedAt(), at);
        }
    }

    private static void requireNotBefore(Instant recordedAt, Instant at, String path) {
        Require.that(
                !at.isBefore(recordedAt),
                "reconciliation.recorded-at",
                path + "recordedAt",
                "must not be before the run, " + recordedAt,
                at);
    }

    /** A run of which nothing became yet. */
    public static ReconciliationRun of(
            String id, AsOf asOf, Instant recordedAt, Origin origin, List<AccountReconciliation> accounts) {
        return new ReconciliationRun(id, asOf, recordedAt, origin, accounts, List.of(), List.of());
    }

    /**
     * The same, with what became of a difference.
     *
     * @throws IllegalArgumentException if the run has no such difference, it is resolved already, or that was before the run
     */
    public ReconciliationRun resolved(DifferenceResolution resolution) {
        var more = new ArrayList<>(resolutions);
        more.add(requireNonNull(resolution, "resolution"));
        return new ReconciliationRun(id, asOf, recordedAt, origin, accounts, more, later);
    }

    /**
     * The same, with something that it did not find.
     *
     * @throws IllegalArgumentException if it is of no account of the run, or was found before the run
     */
    public ReconciliationRun found(FoundLater difference) {
        var more = new ArrayList<>(later);
        more.add(requireNonNull(difference, "difference"));
        return new ReconciliationRun(id, asOf, recordedAt, origin, accounts, resolutions, more);
    }

    /** All differences, account by account, with their numbers from 1 on. */
    public List<RunDifference> differences() {
        var all = new ArrayList<RunDifference>();
        for (AccountReconciliation account : accounts) {
            for (Difference one : account.differences()) {
                all.add(new RunDifference(all.size() + 1, account.counterparty(), account.account(), one));
            }
        }
        return List.copyOf(all);
    }

    /** What became of a difference, if that is known. */
    public Optional<DifferenceResolution> resolution(int number) {
        return resolutions.stream().filter(one -> one.difference() == number).findFirst();
    }

    /** The differences of which it is not known what became. */
    public List<RunDifference> unresolved() {
        var resolved = new HashSet<Integer>();
        resolutions.forEach(one -> resolved.add(one.difference()));
        return differences().stream()
                .filter(one -> !resolved.contains(one.number()))
                .toList();
    }

    /** How many accounts stand so. */
    public long count(AccountReconciliation.Status status) {
        requireNonNull(status, "status");
        return accounts.stream().filter(one -> one.status() == status).count();
    }

    /**
     * The case that a difference with a customer opens: as much of its receivable as the customer does not have is contested. Of 150.00 that the
     * customer has as 120.00, 30.00. Post it as {@link io.quittance.ar.ledger.DisputeOpened}.
     *
     * @param number of the difference, from which the case has its {@linkplain DisputeSource#reconciliation source}, {@code run-3/2}
     * @param dispute the id of the case
     * @param reason why the customer contests it
     * @throws IllegalArgumentException if there is no such difference, it is not with a customer, the customer does not have less of a debt, that
     *     is contested already, or it is only in transit
     */
    public Dispute dispute(int number, DisputeId dispute, DisputeReason reason) {
        List<RunDifference> all = differences();
        if (number < 1 || number > all.size()) {
            throw new InvalidArgumentException(
                    "reconciliation.number",
                    "number",
                    "must be one of the " + all.size() + " differences of the run",
                    number);
        }
        RunDifference found = all.get(number - 1);
        Difference difference = found.difference();
        Require.that(
                difference.type() != DifferenceType.IN_DISPUTE,
                "reconciliation.dispute",
                "number",
                "must not be of what is contested already",
                difference);
        Require.that(
                difference.type() != DifferenceType.TIMING,
                "reconciliation.dispute",
                "number",
                "must not be of what is only in transit",
                difference);
        Amount contested = difference.amount().negate();
        Amount owed = difference.ledger().stream()
                .map(LedgerLine::amount)
                .reduce(Amount.zero(contested.getCurrency()), Amount::add);
        String item = difference.about().orElse(null);
        if (found.counterparty() != Counterparty.CUSTOMER
                || item == null
                || contested.signum() <= 0
                || contested.isGreaterThan(owed)) {
            throw new InvalidArgumentException(
                    "reconciliation.dispute",
                    "number",
                    "must be of a debt of which a customer has less than the ledger",
                    difference);
        }
        return Dispute.of(
                dispute, ReceivableId.of(item), contested, reason, DisputeSource.reconciliation(id + "/" + number));
    }

    /** For example {@code reconciliation run-3 at 2026-03-31: 12 accounts}. */
    @Override
    public String toString() {
        return "reconciliation " + id + " at " + asOf + ": " + accounts.size() + " accounts";
    }
}
