package io.quittance.ar.risk;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/** Adds up, for each day and debt, what is given up and what is paid. What an entry undoes is taken back on its day. */
final class WriteOffCounting {
    private final Amount zero;
    private final NavigableMap<LocalDate, SortedMap<ReceivableId, Day>> days = new TreeMap<>();

    WriteOffCounting(CurrencyUnit currency) {
        zero = Amount.zero(currency);
    }

    /** What a day changes of what is given up of a debt, and of what money paid of it. */
    private record Day(Amount givenUp, Amount paid) {
        Day plus(Day more) {
            return new Day(givenUp.add(more.givenUp), paid.add(more.paid));
        }
    }

    void read(LedgerStep step) {
        LocalDate date = step.entry().effectiveDate();
        read(step.entry(), date, 1);
        step.undone().forEach(entry -> read(entry, date, -1));
    }

    private void read(LedgerEntry entry, LocalDate date, int sign) {
        if (entry.fact() instanceof ReceivableWrittenOff fact) {
            add(date, fact.item(), new Day(signed(fact.amount(), sign), zero));
        } else if (entry.fact() instanceof PaymentAllocated fact) {
            if (!fact.allocation().source().isCredit()) {
                for (AllocationLine line : fact.allocation().lines()) {
                    add(date, line.item(), new Day(zero, signed(line.amount(), sign)));
                }
            }
            for (Adjustment adjustment : fact.settlement().adjustments()) {
                if (adjustment.kind() == Adjustment.Kind.WRITE_OFF) {
                    adjustment
                            .closes()
                            .ifPresent(item -> add(date, item, new Day(signed(adjustment.amount(), sign), zero)));
                }
            }
        }
    }

    private static Amount signed(Amount amount, int sign) {
        return sign > 0 ? amount : amount.negate();
    }

    private void add(LocalDate date, ReceivableId item, Day change) {
        days.computeIfAbsent(date, any -> new TreeMap<>()).merge(item, change, Day::plus);
    }

    Amount before(LocalDate first) {
        return days.headMap(first, false).values().stream()
                .flatMap(items -> items.values().stream())
                .map(Day::givenUp)
                .reduce(zero, Amount::add);
    }

    List<WriteOffMovement> from(LocalDate first) {
        var movements = new ArrayList<WriteOffMovement>();
        days.tailMap(first, true)
                .forEach((date, items) -> items.forEach((item, day) -> {
                    if (day.givenUp.signum() != 0) {
                        Amount writtenOff = day.givenUp.max(zero);
                        Amount reversed = day.givenUp.negate().max(zero);
                        movements.add(new WriteOffMovement(
                                item,
                                date,
                                writtenOff,
                                reversed,
                                day.paid.max(zero).min(reversed)));
                    }
                }));
        return movements;
    }
}
