package io.quittance.ar.risk;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.money.CurrencyUnit;

/** Adds up what a customer paid within a period, and how late. What an entry undoes is taken back, whenever that is recorded. */
final class PaymentCounting {
    private final ServicePeriod period;
    private final Map<ReceivableId, LocalDate> dueDates = new HashMap<>();
    Amount settled;
    Amount late;
    Fraction amountDays = Fraction.ZERO;
    int returned;
    Amount writtenOff;

    PaymentCounting(CurrencyUnit currency, ServicePeriod period) {
        this.period = period;
        settled = Amount.zero(currency);
        late = settled;
        writtenOff = settled;
    }

    void read(LedgerStep step) {
        read(step.entry(), 1);
        step.undone().forEach(entry -> read(entry, -1));
    }

    private void read(LedgerEntry entry, int sign) {
        LedgerFact fact = entry.fact();
        boolean counts = period.contains(entry.effectiveDate());
        if (fact instanceof ReceivablePosted posted) {
            owed(posted.receivable());
        } else if (fact instanceof DebtRescheduled plan) {
            plan.debts().forEach(this::owed);
        } else if (fact instanceof PaymentAllocated allocated) {
            allocated.settlement().newItems().forEach(item -> owed(item.receivable()));
            if (counts) {
                read(allocated, sign);
            }
        } else if (fact instanceof PaymentReturned back) {
            ReceivablePosted again = back.owed();
            if (again != null) {
                owed(again.receivable());
            }
            returned += counts ? sign : 0;
        } else if (fact instanceof ReceivableWrittenOff given && counts) {
            writtenOff = plus(writtenOff, given.amount(), sign);
        }
    }

    private void owed(Receivable debt) {
        dueDates.put(debt.id(), debt.dueDate());
    }

    private void read(PaymentAllocated allocated, int sign) {
        Payment source = allocated.allocation().source();
        for (AllocationLine line : allocated.allocation().lines()) {
            LocalDate due = dueDates.get(line.item());
            if (due != null && !source.isCredit()) {
                add(line.amount(), source.valueDate().toEpochDay() - due.toEpochDay(), sign);
            }
        }
        writtenOff = plus(writtenOff, allocated.settlement().adjusted(Adjustment.Kind.WRITE_OFF), sign);
    }

    private void add(Amount amount, long daysLate, int sign) {
        settled = plus(settled, amount, sign);
        if (daysLate > 0) {
            late = plus(late, amount, sign);
            amountDays = amountDays.plus(Fraction.of(amount.toBigDecimal()).times(Fraction.of(sign * daysLate)));
        }
    }

    private static Amount plus(Amount sum, Amount amount, int sign) {
        return sign > 0 ? sum.add(amount) : sum.subtract(amount);
    }
}
