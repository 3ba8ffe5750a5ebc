package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;

/** A cell that lines are still put into. */
final class CellDraft {
    private final Set<ServicePeriod> own = new LinkedHashSet<>();
    private final Set<ServicePeriod> reach = new LinkedHashSet<>();
    private final List<BillLine> expected = new ArrayList<>();
    private final List<InvoicedLine> invoiced = new ArrayList<>();
    private final List<InvoicedLine> credits = new ArrayList<>();
    private final List<InvoicedLine> nothing = new ArrayList<>();
    private Amount open;
    private Amount given;

    CellDraft(CurrencyUnit currency) {
        open = Amount.zero(currency);
        given = open;
    }

    void expect(BillLine line) {
        expected.add(line);
        own.add(line.period());
        reach.add(line.period());
        open = open.subtract(line.amount());
    }

    /** Adds a line that only this cell has days of. */
    void add(InvoicedLine line) {
        own.add(line.period());
        span(line);
    }

    /** Adds a line that has days of other cells too. */
    void span(InvoicedLine line) {
        invoiced.add(line);
        reach.add(line.period());
        open = open.add(line.amount());
    }

    void credit(InvoicedLine line) {
        credits.add(line);
        given = given.add(line.amount());
    }

    /** Adds a line of 0.00; where there is nothing else, others of these days follow. */
    void addNothing(InvoicedLine line) {
        nothing.add(line);
        if (!isCompared()) {
            reach.add(line.period());
        }
    }

    void addAll(CellDraft other) {
        own.addAll(other.own);
        reach.addAll(other.reach);
        expected.addAll(other.expected);
        invoiced.addAll(other.invoiced);
        credits.addAll(other.credits);
        nothing.addAll(other.nothing);
        open = open.add(other.open);
        given = given.add(other.given);
    }

    /** Whether a line of it has some of these days. */
    boolean meets(ServicePeriod days) {
        return Cell.meet(reach, days);
    }

    /** Whether a line is there that this one is again. */
    boolean hasAlready(InvoicedLine again) {
        return invoiced.stream().anyMatch(line -> DuplicateRule.hasSameId(line, again));
    }

    boolean isCompared() {
        return !expected.isEmpty() || !invoiced.isEmpty();
    }

    /** Invoiced less expected, without what credit notes give back. */
    Amount open() {
        return open;
    }

    /** The same less what credit notes correct of it, which is no more than all of it. */
    Amount uncorrected() {
        Amount rest = open.add(given);
        return rest.signum() == 0 || rest.signum() == open.signum() ? rest : open;
    }

    Cell cell(Optional<ChargeId> charge) {
        List<InvoicedLine> amounts = Stream.of(invoiced, credits)
                .flatMap(Collection::stream)
                .sorted(LineOrder.BY_CONTENT)
                .toList();
        List<BillLine> due = expected.stream()
                .sorted(Comparator.comparing(BillLine::period)) // stable
                .toList();
        List<ServicePeriod> days = Cell.periods(due, amounts.isEmpty() && due.isEmpty() ? nothing : amounts);
        return new Cell(charge, Cell.spanned(days), own.isEmpty() ? days : List.copyOf(own), due, amounts, nothing);
    }
}
