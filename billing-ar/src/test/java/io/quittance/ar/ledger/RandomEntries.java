package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.settlement.Adjustment.Kind.EARLY_PAYMENT_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.OVERPAYMENT_INCOME;
import static io.quittance.ar.settlement.Adjustment.Kind.WRITE_OFF;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/**
 * Entries of all kinds, most of which a ledger takes, and many of which it must refuse: too much, too early, unknown, twice, undone
 * already, with a key that is taken, recorded too late. The same sequence for the same seed.
 */
final class RandomEntries {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final Explanation WHY = Explanation.of("test.random", "because");

    private final SplittableRandom random;
    private int made;

    RandomEntries(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** One more entry for an account. */
    LedgerEntry next(PlainAccount account, Instant now) {
        made++;
        if (!account.entries().isEmpty() && below(25) == 0) {
            LedgerEntry there = pick(account.entries());
            return below(2) == 0 ? there : LedgerEntry.of(there.key(), fact(account), now);
        }
        Instant at = below(60) == 0 ? now.minusSeconds(1_000_000) : now;
        return LedgerEntry.of(EntryKey.of("K" + made), fact(account), at);
    }

    private LedgerFact fact(PlainAccount account) {
        boolean hasDebts = !account.debts().isEmpty();
        boolean hasMoney = !account.payments().isEmpty();
        int kind = below(28);
        if (!hasDebts || kind < 3) {
            return posted(account);
        } else if (!hasMoney || kind < 6) {
            return below(3) == 0 ? credited(account) : received(account);
        }
        return switch (kind) {
            case 6, 7, 8, 9 -> allocated(account);
            case 10 -> refunded(account);
            case 11 -> writtenOff(account);
            case 12, 13, 14 ->
                new EntryReversed(account.customer(), pick(account.entries()).key(), day());
            case 15 -> returned(account);
            case 16 -> converted(account);
            case 17, 18, 19 -> returnedPart(account);
            case 20, 21 -> disputed(account);
            case 22, 23, 24 -> rescheduled(account);
            case 25 -> new DisputeStaged(account.customer(), dispute(account), DisputeStage.of("S" + made), day());
            default -> new DisputeResolved(account.customer(), dispute(account), resolution(), day());
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(below(4) == 0 ? below(120) : 90 + below(30));
    }

    private LocalDate earlyDay() {
        return FIRST_DAY.plusDays(below(100));
    }

    private Amount amount() {
        return Amount.ofMinor(1 + below(below(3) == 0 ? 20_000 : 2_000), below(200) == 0 ? USD : EUR);
    }

    private ReceivableId debt(PlainAccount account) {
        return below(50) == 0
                ? ReceivableId.of("unknown")
                : pick(account.debts()).id();
    }

    private DisputeId dispute(PlainAccount account) {
        return account.cases().isEmpty() || below(20) == 0 ? DisputeId.of("unknown") : pick(account.cases());
    }

    private DisputeOpened disputed(PlainAccount account) {
        DisputeId id = below(10) == 0 ? dispute(account) : DisputeId.of("D" + made);
        Amount amount = below(3) == 0 ? amount() : Amount.ofMinor(1 + below(300), EUR);
        return new DisputeOpened(
                account.customer(),
                Dispute.of(id, debt(account), amount, DisputeReason.PRICING, DisputeSource.customer("L" + made)),
                day());
    }

    private Resolution resolution() {
        Amount amount = below(3) == 0 ? amount() : Amount.ofMinor(1 + below(100), EUR);
        return switch (below(4)) {
            case 0 -> Resolution.rejected();
            case 1 -> Resolution.withdrawn();
            case 2 -> Resolution.accepted(amount);
            default -> Resolution.accepted(amount).leavingRest();
        };
    }

    private PaymentId payment(PlainAccount account) {
        return below(50) == 0
                ? PaymentId.of("unknown")
                : pick(account.payments()).id();
    }

    private ReceivablePosted posted(PlainAccount account) {
        boolean isKnown = !account.debts().isEmpty() && below(15) == 0;
        LocalDate date = earlyDay();
        var receivable = Receivable.of(
                isKnown ? debt(account) : ReceivableId.of("R" + made),
                account.customer(),
                date,
                date.plusDays(below(40)),
                amount());
        return below(60) == 0
                        && !account.debts().isEmpty()
                        && receivable.amount().getCurrency().equals(EUR)
                ? ReceivablePosted.of(receivable, Amount.of("1", USD))
                : new ReceivablePosted(receivable);
    }

    private CreditPosted credited(PlainAccount account) {
        boolean isKnown = !account.payments().isEmpty() && below(20) == 0;
        PaymentId id = isKnown ? payment(account) : PaymentId.of("N" + made);
        return new CreditPosted(Credit.of(id, account.customer(), earlyDay(), amount()));
    }

    private PaymentReceived received(PlainAccount account) {
        boolean isKnown = !account.payments().isEmpty() && below(20) == 0;
        return new PaymentReceived(Payment.of(
                isKnown ? payment(account) : PaymentId.of("P" + made), account.customer(), earlyDay(), amount()));
    }

    /** At times one of which all is on account, so that the ledger has no other reason to refuse it than the day. */
    private PaymentReturned returned(PlainAccount account) {
        var left = account.unapplied();
        List<PaymentId> unused = account.payments().stream()
                .filter(payment -> payment.amount().equals(left.get(payment.id())))
                .map(Payment::id)
                .toList();
        PaymentId payment = unused.isEmpty() || below(3) == 0 ? payment(account) : pick(unused);
        return new PaymentReturned(account.customer(), payment, PaymentReturned.Reason.CHARGEBACK, day());
    }

    private PaymentConverted converted(PlainAccount account) {
        Amount amount = amount();
        Amount francs = Amount.of("1", "CHF");
        PaymentConverted fact = PaymentConverted.of(account.customer(), payment(account), amount, francs, day());
        return below(4) == 0 ? fact.bookedAt(Amount.of("1", below(10) == 0 ? USD : EUR)) : fact;
    }

    /** Some of a payment, of which at times something went back to the customer before, or is said to have. */
    private PaymentReturned returnedPart(PlainAccount account) {
        PaymentId payment = payment(account);
        Amount amount = amount();
        LocalDate day = day();
        Amount left = account.unapplied().get(payment);
        if (left != null && left.signum() > 0 && below(2) == 0) {
            amount = left;
        }
        PaymentReturned fact =
                PaymentReturned.ofPart(account.customer(), payment, amount, PaymentReturned.Reason.CHARGEBACK, day);
        if (below(3) > 0) {
            return fact;
        }
        Amount owed = account.entries().stream()
                .filter(entry -> entry.fact() instanceof PaymentRefunded refunded
                        && refunded.payment().equals(payment)
                        && below(4) > 0)
                .map(entry -> ((PaymentRefunded) entry.fact()).amount())
                .findFirst()
                .orElse(amount);
        if (!owed.getCurrency().equals(amount.getCurrency())) {
            return fact;
        }
        boolean isKnown = below(20) == 0;
        ReceivableId id = isKnown ? debt(account) : ReceivableId.of("O" + made);
        return PaymentReturned.ofPart(
                        account.customer(),
                        payment,
                        below(2) == 0 ? owed : owed.add(amount),
                        PaymentReturned.Reason.CHARGEBACK,
                        day)
                .owing(id, day.plusDays(below(10)), owed);
    }

    /** By a strategy over what is open, or of what once was owed and arrived, as a caller that knows nothing of the rest. */
    private PaymentAllocated allocated(PlainAccount account) {
        Payment payment = pick(account.payments());
        CustomerId customer = account.customer();
        if (below(3) > 0) {
            Amount left = account.unapplied().getOrDefault(payment.id(), payment.amount());
            if (below(4) == 0 && left.signum() > 0) { // the rest may pay later what this part moves to a new item
                left = Amount.ofMinor(1 + random.nextLong(left.toUnscaledLong(2)), EUR);
            }
            List<OpenItem> open = account.view().openItems();
            var request = AllocationRequest.of(payment, left, open);
            if (below(20) == 0) { // a settlement of another day than its entry
                request = request.on(payment.valueDate().plusDays(below(10)));
            }
            return new PaymentAllocated(Settlement.of(request, new OldestDueFirst(), policy(request.date())), day());
        }
        Payment claimed = switch (below(60)) {
            case 0, 1 -> Payment.of(PaymentId.of("unknown"), customer, FIRST_DAY, payment.amount());
            case 2 -> Payment.of(payment.id(), customer, payment.valueDate().minusDays(1), payment.amount());
            case 3 ->
                Payment.of(
                        payment.id(),
                        customer,
                        payment.valueDate(),
                        payment.amount().multiply(2));
            case 4 -> payment.asCredit();
            default -> payment;
        };
        var items = new ArrayList<OpenItem>();
        var lines = new ArrayList<AllocationLine>();
        long left = below(3) == 0 ? 0 : claimed.amount().toUnscaledLong(2); // adjustments alone, or nothing at all
        for (Receivable debt : account.debts()) {
            boolean isPaid = below(3) == 0 && left > 0;
            if (isPaid && debt.amount().getCurrency().equals(claimed.amount().getCurrency())) {
                long most = Math.min(left, debt.amount().toUnscaledLong(2));
                long cents = 1 + random.nextLong(below(2) == 0 ? most : Math.min(most, 500));
                items.add(OpenItem.of(debt));
                lines.add(AllocationLine.of(debt.id(), Amount.ofMinor(cents, EUR), WHY));
                left -= cents;
            }
        }
        Settlement settlement = Settlement.of(Allocation.of(claimed, items, ignored -> lines));
        boolean isEuro = claimed.amount().getCurrency().equals(EUR);
        while (isEuro && below(5) > 2) {
            Amount amount = Amount.ofMinor(1 + below(500), EUR);
            Adjustment.Kind kind = below(2) == 0 ? EARLY_PAYMENT_DISCOUNT : WRITE_OFF;
            settlement = settlement.with(Adjustment.of(kind, debt(account), amount, WHY));
        }
        if (isEuro && below(6) == 0 && settlement.onAccount().signum() > 0) {
            settlement = settlement.with(Adjustment.ofPayment(OVERPAYMENT_INCOME, Amount.ofMinor(1, EUR), WHY));
        }
        return new PaymentAllocated(settlement, day());
    }

    private SettlementPolicy policy(LocalDate date) {
        SettlementPolicy policy = SettlementPolicy.MONEY_ONLY;
        return switch (below(8)) {
            case 0 -> policy.tolerance(TolerancePolicy.pooled(AdjustmentLimit.percent("20")));
            case 1 -> policy.shortPay(ShortPay.writeOff());
            case 2 -> policy.shortPay(ShortPay.discount());
            case 3 -> {
                boolean isKnown = below(8) == 0;
                LocalDate due = date.plusDays(below(40));
                yield policy.shortPay(ShortPay.newItem(due, isKnown ? "/D" : "/D" + made, "short"));
            }
            default -> policy;
        };
    }

    /** What is open of some debts, or was, or more than that, is owed by one to three others; at times with a fee that is booked otherwise. */
    private DebtRescheduled rescheduled(PlainAccount account) {
        LocalDate day = day();
        List<OpenItem> open = account.view().openItems();
        var parts = new ArrayList<DebtRescheduled.Moved>();
        var types = new EnumMap<ReceivableType, Long>(ReceivableType.class);
        for (Receivable debt : account.debts()) {
            if (below(3) > 0 || parts.stream().anyMatch(part -> part.item().equals(debt.id()))) {
                continue;
            }
            Amount free = below(20) == 0
                    ? debt.amount()
                    : open.stream()
                            .filter(item -> item.id().equals(debt.id()))
                            .map(item -> below(10) == 0 ? item.open() : item.undisputed())
                            .findFirst()
                            .orElse(Amount.zero(EUR));
            long cents = below(3) == 0 ? below(500) : free.toUnscaledLong(2);
            if (cents > 0) {
                parts.add(DebtRescheduled.Moved.of(
                        below(60) == 0 ? ReceivableId.of("unknown") : debt.id(), Amount.ofMinor(cents, EUR)));
                types.merge(below(20) == 0 ? ReceivableType.FEE : debt.type(), cents, Long::sum);
                if (parts.get(parts.size() - 1).item().value().equals("unknown")) {
                    break;
                }
            }
        }
        if (parts.isEmpty()) {
            parts.add(DebtRescheduled.Moved.of(debt(account), Amount.ofMinor(1, EUR)));
            types.put(ReceivableType.PRINCIPAL, 1L);
        }
        var owed = new ArrayList<Receivable>();
        types.forEach((type, cents) -> {
            long first = cents > 1 && below(2) == 0 ? cents / 2 : cents;
            owed.add(planned(account, parts, owed.size(), day, first).withType(type));
            if (first < cents) {
                owed.add(
                        planned(account, parts, owed.size(), day, cents - first).withType(type));
            }
        });
        var charges = new ArrayList<ReceivablePosted>();
        if (below(3) == 0) {
            Receivable fee =
                    planned(account, parts, owed.size(), day, 1 + below(100)).withType(ReceivableType.INTEREST);
            charges.add(below(20) == 0 ? ReceivablePosted.of(fee, Amount.of("1", USD)) : new ReceivablePosted(fee));
        }
        return new DebtRescheduled(account.customer(), parts, owed, charges, WHY, day);
    }

    /** At times with an id that is taken. */
    private Receivable planned(
            PlainAccount account, List<DebtRescheduled.Moved> parts, int number, LocalDate day, long cents) {
        ReceivableId id = ReceivableId.of("L" + made + "/" + number);
        if (number == 0 && below(40) == 0) {
            id = account.debts().stream()
                    .map(Receivable::id)
                    .filter(taken ->
                            parts.stream().noneMatch(part -> part.item().equals(taken)))
                    .findFirst()
                    .orElse(id);
        }
        return Receivable.of(id, account.customer(), day, day.plusDays(below(60)), Amount.ofMinor(cents, EUR));
    }

    private PaymentRefunded refunded(PlainAccount account) {
        return PaymentRefunded.of(account.customer(), payment(account), amount(), day());
    }

    private ReceivableWrittenOff writtenOff(PlainAccount account) {
        return ReceivableWrittenOff.of(
                account.customer(), debt(account), amount(), ReceivableWrittenOff.Reason.UNCOLLECTIBLE, day());
    }
}
