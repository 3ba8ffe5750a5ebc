package io.quittance.ar.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.allocation.Waterfall.Advance;
import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a replay answers for every list of facts (ar.md 7). */
class ReplayLawsTest {
    private static final Amount ZERO = Amount.zero(Histories.EUR);
    private static final Waterfall WATERFALL = Waterfall.byItem(
            new Tier(Standing.PAST_DUE, AccountEvents.ORDER),
            new Tier(Standing.DUE, AccountEvents.ORDER),
            new Tier(Standing.IN_ADVANCE, AccountEvents.ORDER));
    private static final List<AllocationStrategy> STRATEGIES =
            List.of(WATERFALL, WATERFALL.inAdvance(Advance.EVEN), new OldestDueFirst());

    private static Replay replay(List<AccountEvent> events, AllocationStrategy strategy) {
        return Replay.of(Histories.EUR, events, strategy);
    }

    /** Law 1: what is owed less what is on account is what was charged and went out less what came. */
    @Property
    void losesNoCent(@ForAll("events") List<AccountEvent> events) {
        Set<PaymentId> voided = voided(events);
        Amount balance = ZERO;
        for (AccountEvent event : events) {
            balance = balance.add(event.match(new Signed(voided)));
        }
        for (AllocationStrategy strategy : STRATEGIES) {
            Replay replay = replay(events, strategy);
            assertThat(replay.open().subtract(replay.onAccount())).isEqualTo(balance);
            Amount open = ZERO;
            for (ReplayedItem item : replay.items()) {
                assertThat(item.open().signum()).isNotNegative();
                open = open.add(item.open());
            }
            assertThat(open).isEqualTo(replay.open());
            checkPayments(events, replay);
        }
    }

    private static void checkPayments(List<AccountEvent> events, Replay replay) {
        Set<List<Object>> pairs = new HashSet<>();
        for (Settled one : replay.settled()) {
            assertThat(pairs.add(List.of(one.payment(), one.debt())))
                    .as("%s", one)
                    .isTrue();
        }
        for (AccountEvent event : events) {
            if (event instanceof Received received
                    && replay.payments().contains(received.payment().id())) {
                PaymentId id = received.payment().id();
                Amount split = ZERO;
                for (ReceivableType type : ReceivableType.values()) {
                    split = split.add(replay.paid(id, type));
                }
                assertThat(split.add(replay.unapplied(id))).isLessThanOrEqualTo(received.available());
                assertThat(replay.unapplied(id).signum()).isNotNegative();
            }
        }
    }

    /** Law 16: a fact that becomes known late changes nothing that took effect before it. */
    @Property
    void whatTookEffectBeforeAFactStands(
            @ForAll("events") List<AccountEvent> events, @ForAll @IntRange(max = 24) int number) {
        List<AccountEvent> plain = events.stream()
                .filter(event -> !(event instanceof Voided) && !(event instanceof ClawedBack))
                .toList();
        for (AllocationStrategy strategy : STRATEGIES) {
            Replay all = replay(plain, strategy);
            List<AccountEvent> others = new ArrayList<>(all.events());
            if (number < others.size()) {
                others.remove(number);
                List<Settled> before =
                        replay(others.subList(0, number), strategy).settled();
                assertThat(all.settled().subList(0, before.size())).isEqualTo(before);
                assertThat(replay(others, strategy).settled().subList(0, before.size()))
                        .isEqualTo(before);
            }
        }
    }

    /** A payment that is void leaves all as if it had never been recorded. */
    @Property
    void aPaymentThatIsVoidNeverWas(@ForAll("events") List<AccountEvent> events) {
        Set<PaymentId> voided = voided(events);
        List<AccountEvent> known = events.stream()
                .filter(event -> !(event instanceof ClawedBack clawback
                        && clawback.knownPayment().filter(voided::contains).isPresent()))
                .toList();
        List<AccountEvent> never = known.stream()
                .filter(event -> !(event instanceof Voided)
                        && !(event instanceof Received received
                                && voided.contains(received.payment().id())))
                .toList();
        assertThat(replay(known, WATERFALL)).isEqualTo(replay(never, WATERFALL));
    }

    /** Law 21: of each type but principal, no more is owed again than the payment paid; in all, what was taken or nothing. */
    @Property
    void aClawbackNeverOwesMoreOfATypeThanWasPaid(@ForAll("events") List<AccountEvent> events) {
        Replay replay = replay(events, WATERFALL);
        Map<List<Object>, Amount> again = new HashMap<>();
        for (AccountEvent event : events) {
            if (event instanceof ClawedBack clawback && clawback.payment() != null) {
                Amount owed = ZERO;
                for (Receivable debt : replay.debts()) {
                    String id = debt.id().value();
                    if (id.equals(clawback.debt().value()) || id.startsWith(clawback.debt() + "-")) {
                        owed = owed.add(debt.amount());
                        again.merge(List.of(clawback.payment(), debt.type()), debt.amount(), Amount::add);
                    }
                }
                assertThat(owed).isIn(ZERO, clawback.amount());
            }
        }
        again.forEach((key, owed) -> {
            if (key.get(0) instanceof PaymentId payment
                    && key.get(1) instanceof ReceivableType type
                    && type != ReceivableType.PRINCIPAL) {
                assertThat(replay.payments()).contains(payment);
                assertThat(owed).isLessThanOrEqualTo(replay.paid(payment, type));
            }
        });
    }

    /** The same facts in another order are the same facts. */
    @Property
    void foldsFromScratchInOneOrder(@ForAll("events") List<AccountEvent> events, @ForAll @IntRange(max = 24) int turn) {
        List<AccountEvent> turned = new ArrayList<>(events);
        Collections.rotate(turned, turn);
        assertThat(replay(turned, WATERFALL)).isEqualTo(replay(events, WATERFALL));
    }

    private static Set<PaymentId> voided(List<AccountEvent> events) {
        var voided = new HashSet<PaymentId>();
        events.forEach(event -> {
            if (event instanceof Voided one) {
                voided.add(one.payment());
            }
        });
        return voided;
    }

    /** What an event adds to what the customer owes. */
    private record Signed(Set<PaymentId> voided) implements AccountEvent.Cases<Amount> {
        @Override
        public Amount charged(Charged event) {
            return event.item().open();
        }

        @Override
        public Amount received(Received event) {
            return voided.contains(event.payment().id())
                    ? ZERO
                    : event.available().negate();
        }

        @Override
        public Amount voided(Voided event) {
            return ZERO;
        }

        @Override
        public Amount clawedBack(ClawedBack event) {
            return event.amount();
        }

        @Override
        public Amount paidOut(PaidOut event) {
            return event.amount();
        }
    }

    @Provide
    Arbitrary<List<AccountEvent>> events() {
        return AccountEvents.lists();
    }
}
