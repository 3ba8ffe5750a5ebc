package io.quittance.kpi.ledger;

import io.quittance.ar.aging.AgingBucket;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.Migration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Follows what was open on one day to another. */
final class MigrationOfLedger {
    private final LocalDate first;
    private final LocalDate later;
    private final AgingBuckets buckets;
    private final Amount[][] moved;
    private final Amount[] settled;
    private final Amount[] added;
    private final List<Migration.Move> moves = new ArrayList<>();
    private final boolean withItems;

    MigrationOfLedger(
            LedgerHistory history, LocalDate first, LocalDate later, AgingBuckets buckets, boolean withItems) {
        this.first = first;
        this.later = later;
        this.buckets = buckets;
        this.withItems = withItems;
        int count = buckets.buckets().size();
        moved = new Amount[count][];
        for (int i = 0; i < count; i++) {
            moved[i] = zeros(history.zero(), count);
        }
        settled = zeros(history.zero(), count);
        added = zeros(history.zero(), count);
        history.receivables().forEach(this::add);
    }

    private static Amount[] zeros(Amount zero, int count) {
        return Collections.nCopies(count, zero).toArray(Amount[]::new);
    }

    private void add(ReceivableHistory history) {
        Amount before = history.openAt(first);
        Amount after = history.openAt(later);
        Amount stays = before.min(after);
        if (before.signum() > 0) {
            int from = bucket(history, first);
            Amount gone = before.subtract(stays);
            settled[from] = settled[from].add(gone);
            addMove(history, from + 1, 0, gone);
            if (stays.signum() > 0) {
                int to = bucket(history, later);
                moved[from][to] = moved[from][to].add(stays);
                addMove(history, from + 1, to + 1, stays);
            }
        }
        if (after.isGreaterThan(stays)) {
            int to = bucket(history, later);
            Amount more = after.subtract(stays);
            added[to] = added[to].add(more);
            addMove(history, 0, to + 1, more);
        }
    }

    private void addMove(ReceivableHistory history, int from, int to, Amount amount) {
        if (withItems && amount.signum() > 0) {
            moves.add(new Migration.Move(history.id(), from, to, amount));
        }
    }

    private int bucket(ReceivableHistory history, LocalDate day) {
        long age = history.daysPastDue(day);
        AgingBucket bucket = buckets.bucketOf(age)
                .orElseThrow(() -> new InvalidArgumentException(
                        "migration.buckets", "buckets", "must have one for " + age + " days past due", buckets));
        return buckets.buckets().indexOf(bucket);
    }

    Migration migration() {
        var rows = new ArrayList<Migration.Row>();
        for (int from = 0; from < settled.length; from++) {
            rows.add(new Migration.Row(Arrays.asList(moved[from]), settled[from]));
        }
        return new Migration(buckets.buckets().stream().map(AgingBucket::name).toList(), rows, List.of(added), moves)
                .withPeriod(
                        ServicePeriod.closed(first.plusDays(1), later),
                        buckets.buckets().stream().map(MigrationOfLedger::days).toList());
    }

    /** How wide it is; 0 without an end. */
    private static int days(AgingBucket bucket) {
        boolean isBounded = bucket.from() != Long.MIN_VALUE && bucket.to() != Long.MAX_VALUE;
        return isBounded ? (int) Math.min(bucket.to() - bucket.from() + 1, Integer.MAX_VALUE) : 0;
    }
}
