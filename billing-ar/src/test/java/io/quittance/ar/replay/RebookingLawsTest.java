package io.quittance.ar.replay;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.allocation.ProRata;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a rebooking does to every valid ledger. */
class RebookingLawsTest {
    private static final List<AllocationStrategy> STRATEGIES = List.of(new OldestDueFirst(), new ProRata());
    private static final Instant LATER = START.plusSeconds(1_000);

    /** Law 16: the entries bring the ledger to what all facts come to from scratch, to the cent; asked again, nothing is missing. */
    @Property
    void bringsALedgerToWhereItsFactsLead(@ForAll("histories") List<LedgerEntry> entries) {
        for (CustomerLedger before : Ledger.empty(EUR).postAll(entries).customers()) {
            for (AllocationStrategy strategy : STRATEGIES) {
                Rebooking rebooking = Rebooking.of(before, strategy, "X", LATER);
                CustomerLedger after = rebooking.ledger();
                assertThat(after.openItems()).isEqualTo(rebooking.replay().openItems());
                for (PaymentId payment : rebooking.replay().payments()) {
                    assertThat(after.unapplied(payment))
                            .isEqualTo(rebooking.replay().unapplied(payment));
                }
                assertThat(after.asOf(AsOf.endOf("9999-12-31")).onAccount())
                        .isEqualTo(rebooking.replay().onAccount());
                assertThat(Rebooking.of(after, strategy, "Y", LATER).entries()).isEmpty();
            }
        }
    }

    /** Laws 1 and 17: what the customer owes in all is the same, and so is every answer of before. */
    @Property
    void changesNeitherTheBalanceNorWhatWasKnown(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @IntRange(max = 140) int days,
            @ForAll @IntRange(max = 90) int seconds) {
        var asOf = AsOf.of(Histories.FIRST_DAY.plusDays(days), START.plusSeconds(seconds));
        AsOf ever = AsOf.endOf(Histories.FIRST_DAY.plusDays(days));
        for (CustomerLedger before : Ledger.empty(EUR).postAll(entries).customers()) {
            Rebooking rebooking = Rebooking.of(before, new OldestDueFirst(), "X", LATER);
            assertThat(rebooking.ledger().asOf(asOf)).isEqualTo(before.asOf(asOf));
            assertThat(rebooking.ledger().asOf(ever).balance())
                    .isEqualTo(before.asOf(ever).balance());
        }
    }

    /** A payment that settles what it settled has no new entry, and none of its own is reversed. */
    @Property
    void leavesAloneWhatComesOutAsItWas(@ForAll("histories") List<LedgerEntry> entries) {
        for (CustomerLedger before : Ledger.empty(EUR).postAll(entries).customers()) {
            Rebooking rebooking = Rebooking.of(before, new OldestDueFirst(), "X", LATER);
            Map<PaymentId, Map<ReceivableId, Amount>> settled = new HashMap<>();
            Map<PaymentId, Map<ReceivableId, Amount>> booked = new HashMap<>();
            Map<EntryKey, PaymentId> keys = new HashMap<>();
            rebooking
                    .replay()
                    .settled()
                    .forEach(one -> settled.computeIfAbsent(one.payment(), any -> new HashMap<>())
                            .merge(one.debt(), one.amount(), Amount::add));
            for (LedgerEntry entry : new Standing(before).allocations()) {
                if (entry.fact() instanceof PaymentAllocated fact) {
                    keys.put(entry.key(), fact.allocation().payment());
                    fact.allocation()
                            .lines()
                            .forEach(line -> booked.computeIfAbsent(
                                            fact.allocation().payment(), any -> new HashMap<>())
                                    .merge(line.item(), line.amount(), Amount::add));
                }
            }
            for (LedgerEntry entry : rebooking.entries()) {
                PaymentId payment = entry.fact() instanceof EntryReversed fact
                        ? keys.get(fact.entry())
                        : ((PaymentAllocated) entry.fact()).allocation().payment();
                assertThat(settled.get(payment)).as("%s", entry).isNotEqualTo(booked.get(payment));
            }
        }
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }
}
