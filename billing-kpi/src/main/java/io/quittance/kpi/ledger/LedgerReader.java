package io.quittance.kpi.ledger;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sorts the entries of one customer by the receivables and payments that they are about. */
final class LedgerReader implements LedgerFact.Cases<LedgerReader> {
    private final Map<ReceivableId, ReceivableHistory> receivablesById = new HashMap<>();
    private final Map<PaymentId, MoneyHistory> moneyById = new HashMap<>();
    private final List<ReceivableHistory> receivables;
    private final List<MoneyHistory> money;
    private Instant recordedAt = Instant.MIN;

    /** Adds what it reads to these lists. */
    LedgerReader(List<ReceivableHistory> receivables, List<MoneyHistory> money) {
        this.receivables = receivables;
        this.money = money;
    }

    void read(CustomerLedger customer, AsOf asOf) {
        for (LedgerStep step : customer.steps(asOf)) {
            recordedAt = step.entry().recordedAt();
            step.entry().fact().match(this);
            step.undone().forEach(earlier -> undo(earlier.fact(), step.entry().effectiveDate()));
        }
    }

    @Override
    public LedgerReader posted(ReceivablePosted fact) {
        return add(fact.receivable(), fact.receivable().documentDate(), ReceivableHistory.Origin.SALE);
    }

    private LedgerReader add(Receivable receivable, LocalDate since, ReceivableHistory.Origin origin) {
        var history = new ReceivableHistory(receivable, since, origin, recordedAt);
        receivablesById.put(receivable.id(), history);
        receivables.add(history);
        return this;
    }

    @Override
    public LedgerReader received(PaymentReceived fact) {
        return add(fact.payment(), false);
    }

    @Override
    public LedgerReader credited(CreditPosted fact) {
        return add(fact.credit().asPayment(), true);
    }

    private LedgerReader add(Payment payment, boolean isCredit) {
        var history = new MoneyHistory(payment, isCredit);
        moneyById.put(payment.id(), history);
        money.add(history);
        return this;
    }

    @Override
    public LedgerReader allocated(PaymentAllocated fact) {
        LocalDate day = fact.effectiveDate();
        fact.settlement().newItems().forEach(added -> add(added.receivable(), day, ReceivableHistory.Origin.MOVED));
        settled(fact.settlement(), day, day, UnaryOperator.identity());
        return this;
    }

    /** Closes what a settlement closes, and takes its money; or undoes on a day both {@code of} another, where amounts change their sign. */
    private void settled(Settlement settlement, LocalDate day, LocalDate of, UnaryOperator<Amount> signed) {
        MoneyHistory source = money(settlement.allocation().payment());
        for (AllocationLine line : settlement.allocation().lines()) {
            Amount amount = signed.apply(line.amount());
            if (source.isCredit()) {
                changed(line.item()).allowed(day, of, amount);
            } else {
                changed(line.item()).paid(day, of, amount);
            }
        }
        for (Adjustment adjustment : settlement.adjustments()) {
            adjustment.closes().ifPresent(item -> adjusted(item, adjustment, day, of, signed));
        }
        source.changed(
                day, signed.apply(settlement.applied().add(settlement.income())).negate());
    }

    private void adjusted(
            ReceivableId item, Adjustment adjustment, LocalDate day, LocalDate of, UnaryOperator<Amount> signed) {
        Amount amount = signed.apply(adjustment.amount());
        if (adjustment.kind().settles()) {
            changed(item).allowed(day, of, amount);
        } else if (adjustment.kind() == Adjustment.Kind.WRITE_OFF) {
            changed(item).writtenOff(day, of, amount);
        } else {
            changed(item).movedAway(day, of, amount);
        }
    }

    @Override
    public LedgerReader refunded(PaymentRefunded fact) {
        money(fact.payment()).paidOut(fact.effectiveDate(), fact.amount());
        return this;
    }

    @Override
    public LedgerReader converted(PaymentConverted fact) {
        money(fact.payment()).changed(fact.effectiveDate(), fact.amount().negate());
        return this;
    }

    /** Of the whole, what it undoes follows; a part is gone from the account, and what is owed for it is no sale. */
    @Override
    public LedgerReader returned(PaymentReturned fact) {
        fact.taken().ifPresent(taken -> {
            money(fact.payment()).changed(fact.effectiveDate(), taken.negate());
            money(fact.payment()).gone(fact.effectiveDate(), bankTook(fact));
        });
        if (fact.owed() != null) {
            add(fact.owed().receivable(), fact.effectiveDate(), ReceivableHistory.Origin.MOVED);
        }
        return this;
    }

    private static Amount bankTook(PaymentReturned part) {
        return Require.present(part.amount(), "amount");
    }

    @Override
    public LedgerReader writtenOff(ReceivableWrittenOff fact) {
        changed(fact.item()).writtenOff(fact.effectiveDate(), fact.effectiveDate(), fact.amount());
        return this;
    }

    /** What it undoes follows. */
    @Override
    public LedgerReader reversed(EntryReversed fact) {
        return this;
    }

    @Override
    public LedgerReader disputeOpened(DisputeOpened fact) {
        receivable(fact.dispute().receivable())
                .disputed(fact.dispute().id(), fact.dispute().amount());
        return this;
    }

    @Override
    public LedgerReader disputeStaged(DisputeStaged fact) {
        return this;
    }

    @Override
    public LedgerReader disputeResolved(DisputeResolved fact) {
        return this;
    }

    /** What is moved was sold before, and is neither collected nor sold again; what is charged for it is sold. */
    @Override
    public LedgerReader rescheduled(DebtRescheduled fact) {
        LocalDate day = fact.effectiveDate();
        fact.moved().forEach(moved -> changed(moved.item()).movedAway(day, day, moved.amount()));
        fact.owed().forEach(debt -> add(debt, day, ReceivableHistory.Origin.PLAN));
        fact.charges()
                .forEach(charge -> add(
                        charge.receivable(), charge.receivable().documentDate(), ReceivableHistory.Origin.PLAN_CHARGE));
        return this;
    }

    private void undo(LedgerFact fact, LocalDate day) {
        if (fact instanceof PaymentAllocated allocated) {
            settled(allocated.settlement(), day, allocated.effectiveDate(), Amount::negate);
            allocated
                    .settlement()
                    .newItems()
                    .forEach(added -> changed(added.receivable().id()).cancelled(day));
        } else if (fact instanceof PaymentReceived received) {
            cameByMistake(received.payment().id(), day);
        } else if (fact instanceof CreditPosted posted) {
            cameByMistake(posted.credit().id(), day);
        } else if (fact instanceof PaymentRefunded refunded) {
            money(refunded.payment()).paidOut(day, refunded.amount().negate());
        } else if (fact instanceof PaymentConverted converted) {
            money(converted.payment()).changed(day, converted.amount());
        } else if (fact instanceof ReceivableWrittenOff writtenOff) {
            changed(writtenOff.item())
                    .writtenOff(
                            day, writtenOff.effectiveDate(), writtenOff.amount().negate());
        } else if (fact instanceof ReceivablePosted posted) {
            changed(posted.receivable().id()).cancelled(day);
        } else if (fact instanceof DisputeOpened opened) {
            receivable(opened.dispute().receivable())
                    .notDisputed(opened.dispute().id());
        } else if (fact instanceof PaymentReturned part) {
            undo(part, day);
        } else if (fact instanceof DebtRescheduled rescheduled) {
            rescheduled
                    .moved()
                    .forEach(moved -> changed(moved.item())
                            .movedAway(
                                    day,
                                    rescheduled.effectiveDate(),
                                    moved.amount().negate()));
            rescheduled.debts().forEach(debt -> changed(debt.id()).cancelled(day));
        }
    }

    private void cameByMistake(PaymentId id, LocalDate day) {
        MoneyHistory history = money(id);
        history.changed(day, history.amount().negate());
        history.gone(day, history.amount());
    }

    private void undo(PaymentReturned part, LocalDate day) {
        part.taken().ifPresent(taken -> {
            money(part.payment()).changed(day, taken);
            money(part.payment()).gone(day, bankTook(part).negate());
        });
        if (part.owed() != null) {
            changed(part.owed().receivable().id()).cancelled(day);
        }
    }

    private ReceivableHistory changed(ReceivableId id) {
        ReceivableHistory history = receivable(id);
        history.recorded(recordedAt);
        return history;
    }

    private ReceivableHistory receivable(ReceivableId id) {
        return Require.present(receivablesById.get(id), "receivable " + id);
    }

    private MoneyHistory money(PaymentId id) {
        return Require.present(moneyById.get(id), "payment " + id);
    }
}
