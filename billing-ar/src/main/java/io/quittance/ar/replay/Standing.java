package io.quittance.ar.replay;

import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeCase;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a ledger that stand: neither reversed nor undone by a return. In the order of recording. */
final class Standing implements LedgerFact.Cases<Standing> {
    private final Map<EntryKey, LedgerEntry> entries = new LinkedHashMap<>();
    private final Map<EntryKey, Recording> recordings = new HashMap<>();
    /** What no payment settles: given up, settled with adjustments, or moved to a plan. */
    private final Map<ReceivableId, Amount> gone = new HashMap<>();

    private final Map<PaymentId, Amount> refunded = new HashMap<>();
    /** What cases contest in the end, by debt; more than is open of it is not contested. */
    private final Map<ReceivableId, Amount> contested = new HashMap<>();

    Standing(CustomerLedger ledger) {
        List<LedgerEntry> all = ledger.entries();
        for (int i = 0; i < all.size(); i++) {
            LedgerEntry entry = all.get(i);
            LocalDate day = LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC);
            recordings.put(entry.key(), new Recording(day, i));
            entries.put(entry.key(), entry);
            entry.fact().match(this);
        }
        for (DisputeCase one : ledger.disputes()) {
            contested.merge(one.dispute().receivable(), one.contested(), Amount::add);
        }
        for (LedgerEntry entry : entries.values()) {
            if (entry.fact() instanceof ReceivableWrittenOff fact) {
                gone.merge(fact.item(), fact.amount(), Amount::add);
            } else if (entry.fact() instanceof DebtRescheduled fact) {
                fact.moved().forEach(moved -> gone.merge(moved.item(), moved.amount(), Amount::add));
            } else if (entry.fact() instanceof PaymentRefunded fact) {
                refunded.merge(fact.payment(), fact.amount(), Amount::add);
            } else if (entry.fact() instanceof PaymentConverted fact) {
                refunded.merge(fact.payment(), fact.amount(), Amount::add);
            } else if (entry.fact() instanceof PaymentReturned fact) {
                fact.taken().ifPresent(taken -> refunded.merge(fact.payment(), taken, Amount::add));
            } else if (entry.fact() instanceof PaymentAllocated fact && isSettledOtherwise(fact)) {
                Settlement settlement = fact.settlement();
                settlement.closed().forEach((item, amount) -> gone.merge(item, amount, Amount::add));
                refunded.merge(fact.allocation().payment(), settlement.applied().add(settlement.income()), Amount::add);
            }
        }
    }

    /** What money and adjustments closed together was agreed for that money: it stands as it is. */
    private static boolean isSettledOtherwise(PaymentAllocated fact) {
        return !fact.settlement().adjustments().isEmpty();
    }

    /** Debts, payments and credits, as far as payments may settle them and they may settle debts. */
    List<AccountEvent> events() {
        var events = new ArrayList<AccountEvent>();
        for (LedgerEntry entry : entries.values()) {
            Recording recorded = recordings.get(entry.key());
            if (recorded != null) {
                add(events, entry.fact(), recorded);
            }
        }
        return events;
    }

    private void add(List<AccountEvent> events, LedgerFact fact, Recording recorded) {
        if (fact instanceof ReceivablePosted posted) {
            addDebt(events, posted.receivable(), fact.effectiveDate(), recorded);
        } else if (fact instanceof PaymentReceived received) {
            addMoney(events, received.payment(), recorded);
        } else if (fact instanceof CreditPosted posted) {
            addMoney(events, posted.credit().asPayment(), recorded);
        } else if (fact instanceof PaymentReturned returned && returned.owed() != null) {
            addDebt(events, returned.owed().receivable(), fact.effectiveDate(), recorded);
        } else if (fact instanceof PaymentAllocated allocated) {
            allocated
                    .settlement()
                    .newItems()
                    .forEach(added -> addDebt(events, added.receivable(), fact.effectiveDate(), recorded));
        } else if (fact instanceof DebtRescheduled rescheduled) {
            rescheduled.debts().forEach(debt -> addDebt(events, debt, fact.effectiveDate(), recorded));
        }
    }

    private void addDebt(List<AccountEvent> events, Receivable debt, LocalDate day, Recording recorded) {
        Amount open = rest(debt.amount(), gone.get(debt.id()));
        if (open.signum() > 0) {
            events.add(new Charged(OpenItem.of(debt, open, contested(debt, open)), day, recorded));
        }
    }

    private Amount contested(Receivable debt, Amount open) {
        return contested
                .getOrDefault(debt.id(), Amount.zero(open.getCurrency()))
                .min(open);
    }

    private void addMoney(List<AccountEvent> events, Payment payment, Recording recorded) {
        Amount left = rest(payment.amount(), refunded.get(payment.id()));
        if (left.signum() > 0) {
            events.add(new Received(payment, left, recorded));
        }
    }

    private static Amount rest(Amount whole, @Nullable Amount taken) {
        return taken == null ? whole : whole.subtract(taken);
    }

    /** The allocations of money alone. */
    List<LedgerEntry> allocations() {
        return entries.values().stream()
                .filter(entry -> entry.fact() instanceof PaymentAllocated fact && !isSettledOtherwise(fact))
                .toList();
    }

    @Override
    public Standing posted(ReceivablePosted fact) {
        return this;
    }

    @Override
    public Standing credited(CreditPosted fact) {
        return this;
    }

    @Override
    public Standing converted(PaymentConverted fact) {
        return this;
    }

    @Override
    public Standing received(PaymentReceived fact) {
        return this;
    }

    @Override
    public Standing allocated(PaymentAllocated fact) {
        return this;
    }

    @Override
    public Standing refunded(PaymentRefunded fact) {
        return this;
    }

    @Override
    public Standing returned(PaymentReturned fact) {
        if (fact.amount() == null) {
            entries.values().removeIf(entry -> isOf(entry.fact(), fact.payment()));
        }
        return this;
    }

    private static boolean isOf(LedgerFact fact, PaymentId payment) {
        if (fact instanceof PaymentReceived received) {
            return received.payment().id().equals(payment);
        } else if (fact instanceof PaymentReturned returned) {
            return returned.payment().equals(payment);
        }
        return fact instanceof PaymentAllocated allocated
                && allocated.allocation().payment().equals(payment);
    }

    @Override
    public Standing writtenOff(ReceivableWrittenOff fact) {
        return this;
    }

    @Override
    public Standing reversed(EntryReversed fact) {
        entries.remove(fact.entry());
        return this;
    }

    @Override
    public Standing disputeOpened(DisputeOpened fact) {
        return this;
    }

    @Override
    public Standing disputeStaged(DisputeStaged fact) {
        return this;
    }

    @Override
    public Standing disputeResolved(DisputeResolved fact) {
        return this;
    }

    @Override
    public Standing rescheduled(DebtRescheduled fact) {
        return this;
    }
}
