package io.quittance.ar.replay;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.id;

import io.quittance.ar.Histories;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts of customer A, in euros, in the order of recording: debts and payments of some days, many of them back-dated. */
final class AccountEvents {
    static final List<ReceivableType> ORDER =
            List.of(ReceivableType.PENALTY, ReceivableType.FEE, ReceivableType.INTEREST, ReceivableType.PRINCIPAL);

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

    private final List<AccountEvent> events = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final Set<PaymentId> voided = new TreeSet<>();
    private final List<Long> left = new ArrayList<>();

    private AccountEvents() {}

    static Arbitrary<List<AccountEvent>> lists() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.longs().between(1, 500))
                .as(Step::new);
        return step.list().ofMaxSize(25).map(steps -> {
            var events = new AccountEvents();
            steps.forEach(events::add);
            return List.copyOf(events.events);
        });
    }

    private void add(Step step) {
        int number = events.size();
        LocalDate day = FIRST_DAY.plusDays(step.days);
        var recorded = new Recording(FIRST_DAY.plusDays(number), number);
        Amount amount = Amount.ofMinor(step.cents, Histories.EUR);
        if (step.kind < 6) {
            LocalDate due = day.plusDays(step.pick % 10);
            Receivable debt = Receivable.of(id("R" + number), A, day, due, amount)
                    .withType(ORDER.get(step.pick % 4))
                    .partOf(id("L" + step.pick % 3), FIRST_DAY.plusDays(10L * (step.pick % 3)));
            events.add(Charged.of(debt, day, recorded));
        } else if (step.kind < 11) {
            Payment payment = Payment.of(PaymentId.of("P" + number), A, day, amount);
            payments.add(payment);
            left.add(step.cents);
            events.add(Received.of(payment, recorded));
        } else if (step.kind < 13) {
            events.add(PaidOut.of(A, id("O" + number), amount, day, recorded));
        } else if (!payments.isEmpty()) {
            int at = step.pick % payments.size();
            PaymentId payment = payments.get(at).id();
            if (step.kind == 13 && voided.add(payment)) {
                events.add(new Voided(A, payment, recorded));
            } else if (step.kind > 13 && left.get(at) > 0) {
                long cents = Math.min(step.cents, left.get(at));
                left.set(at, left.get(at) - cents);
                ClawedBack clawback = ClawedBack.of(
                                A, id("C" + number), Amount.ofMinor(cents, Histories.EUR), day, recorded)
                        .ofPayment(payment);
                events.add(step.kind == 14 ? clawback : clawback.inOriginalSplit(ORDER));
            }
        }
    }

    private record Step(int kind, int pick, int days, long cents) {}
}
