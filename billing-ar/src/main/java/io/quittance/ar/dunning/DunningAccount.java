package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.plan.AppliedReceipt;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a dunning run is asked about: a customer's open items and money on account on the day of the run, and what was said and agreed.
 *
 * @param account what is open and on account
 * @param history of the same customer
 * @param receipts what was applied to which items, by which promises are judged, also to items that are closed since
 * @param addressees whom notices go to, by opaque ids; empty if that is the customer
 */
public record DunningAccount(
        AccountView account,
        CollectionHistory history,
        Map<ReceivableId, List<AppliedReceipt>> receipts,
        List<String> addressees)
        implements Serializable {
    /** Copies the parts; checks that they are of one customer. */
    public DunningAccount {
        requireNonNull(account, "account");
        Require.that(
                history.customer().equals(account.customer()),
                "dunning.customer",
                "history",
                "must be that of " + account.customer(),
                history.customer());
        var copy = new LinkedHashMap<ReceivableId, List<AppliedReceipt>>();
        receipts.forEach((item, applied) -> copy.put(item, List.copyOf(applied)));
        receipts = Collections.unmodifiableMap(copy);
        addressees = List.copyOf(addressees);
        addressees.forEach(id -> Require.id(id, "addressee"));
    }

    /** An account without receipts: promises count as not paid. */
    public static DunningAccount of(AccountView account, CollectionHistory history) {
        return new DunningAccount(account, history, Map.of(), List.of());
    }

    /**
     * The account of a ledger as of a question. Where a promise was made, what was applied to each item by then is taken from the entries, by the value date of
     * the money, without what was undone or came back; that costs time for all of them. Of 300.00 promised on 2 March, 300.00 of 10 March keep it, also
     * where 200.00 of February come back on 5 March.
     *
     * @throws IllegalArgumentException if a promise was made and the ledger goes on from a snapshot: give the receipts yourself
     */
    public static DunningAccount of(CustomerLedger ledger, CollectionHistory history, AsOf asOf) {
        boolean isPromised = !history.asOf(asOf).promises().isEmpty();
        return new DunningAccount(
                ledger.asOf(asOf), history, isPromised ? applied(ledger.steps(asOf)) : Map.of(), List.of());
    }

    private static Map<ReceivableId, List<AppliedReceipt>> applied(List<LedgerStep> steps) {
        var receipts = new LinkedHashMap<ReceivableId, List<AppliedReceipt>>();
        for (LedgerStep step : steps) {
            step.undone().forEach(undone -> add(undone, -1, receipts));
            add(step.entry(), 1, receipts);
        }
        return receipts;
    }

    /** By the value date, so that what is undone takes back what counted, wherever that was, and nothing else. */
    private static void add(LedgerEntry entry, int sign, Map<ReceivableId, List<AppliedReceipt>> receipts) {
        if (entry.fact() instanceof PaymentAllocated allocated) {
            LocalDate day = allocated.allocation().source().valueDate();
            for (AllocationLine line : allocated.allocation().lines()) {
                Amount amount = line.amount().multiply(sign);
                receipts.computeIfAbsent(line.item(), any -> new ArrayList<>()).add(AppliedReceipt.of(day, amount));
            }
        }
    }

    /** The same, with receipts that the host knows. */
    public DunningAccount withReceipts(Map<ReceivableId, List<AppliedReceipt>> applied) {
        return new DunningAccount(account, history, applied, addressees);
    }

    /** The same, whose notices go to those. */
    public DunningAccount addressedTo(List<String> ids) {
        return new DunningAccount(account, history, receipts, ids);
    }

    /** Whose account. */
    public CustomerId customer() {
        return account.customer();
    }

    /** What was applied to what a promise is about. */
    List<AppliedReceipt> receiptsOf(PromiseMade promise) {
        if (promise.items().isEmpty()) {
            return receipts.values().stream().flatMap(List::stream).toList();
        }
        return promise.items().stream()
                .flatMap(item -> receipts.getOrDefault(item, List.of()).stream())
                .toList();
    }
}
