package io.quittance.ar.aging;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.DebtRescheduled;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Adds up what was received of the parts of an item. */
final class Receipts {
    private static final Comparator<Part> BY_DUE_DATE = Comparator.comparing((Part part) -> part.debt.dueDate())
            .thenComparing(part -> part.debt.documentDate())
            .thenComparing(part -> part.debt.id());

    private final ReceivableId item;
    private final Map<ReceivableId, Part> parts = new LinkedHashMap<>();

    Receipts(ReceivableId item) {
        this.item = item;
    }

    List<ExpectedReceipt> read(List<LedgerStep> steps) {
        for (LedgerStep step : steps) {
            read(step.entry().fact(), UnaryOperator.identity());
            step.undone().forEach(entry -> read(entry.fact(), Amount::negate));
        }
        return parts.values().stream()
                .filter(part -> part.stands)
                .sorted(BY_DUE_DATE)
                .map(Part::receipt)
                .toList();
    }

    private void read(LedgerFact fact, UnaryOperator<Amount> signed) {
        if (fact instanceof ReceivablePosted posted) {
            owed(posted.receivable(), signed);
        } else if (fact instanceof PaymentReturned returned && returned.owed() != null) {
            owed(returned.owed().receivable(), signed);
        } else if (fact instanceof PaymentAllocated allocated) {
            allocated.settlement().newItems().forEach(added -> owed(added.receivable(), signed));
            read(allocated, signed);
        } else if (fact instanceof ReceivableWrittenOff writtenOff) {
            otherwise(writtenOff.item(), signed.apply(writtenOff.amount()));
        } else if (fact instanceof DebtRescheduled rescheduled) {
            rescheduled.moved().forEach(moved -> otherwise(moved.item(), signed.apply(moved.amount())));
            rescheduled.debts().forEach(debt -> owed(debt, signed));
        }
    }

    private void owed(Receivable debt, UnaryOperator<Amount> signed) {
        if (debt.item().equals(item) || debt.id().equals(item)) {
            boolean stands = signed.apply(debt.amount()).signum() > 0;
            parts.computeIfAbsent(debt.id(), id -> new Part(debt)).stands = stands;
        }
    }

    private void read(PaymentAllocated allocated, UnaryOperator<Amount> signed) {
        Payment source = allocated.allocation().source();
        for (AllocationLine line : allocated.allocation().lines()) {
            Part part = parts.get(line.item());
            Amount amount = signed.apply(line.amount());
            if (part != null && source.isCredit()) {
                part.otherwise = part.otherwise.add(amount);
            } else if (part != null && source.valueDate().isAfter(part.debt.dueDate())) {
                part.late = part.late.add(amount);
            } else if (part != null) {
                part.onTime = part.onTime.add(amount);
            }
        }
        for (Adjustment adjustment : allocated.settlement().adjustments()) {
            adjustment.closes().ifPresent(closed -> otherwise(closed, signed.apply(adjustment.amount())));
        }
    }

    private void otherwise(ReceivableId id, Amount amount) {
        Part part = parts.get(id);
        if (part != null) {
            part.otherwise = part.otherwise.add(amount);
        }
    }

    private static final class Part {
        private final Receivable debt;
        private boolean stands = true;
        private Amount onTime;
        private Amount late;
        private Amount otherwise;

        Part(Receivable debt) {
            this.debt = debt;
            Amount zero = Amount.zero(debt.amount().getCurrency());
            onTime = zero;
            late = zero;
            otherwise = zero;
        }

        ExpectedReceipt receipt() {
            Amount closed = onTime.add(late).add(otherwise);
            return new ExpectedReceipt(
                    debt, onTime, late, otherwise, debt.amount().subtract(closed));
        }
    }
}
