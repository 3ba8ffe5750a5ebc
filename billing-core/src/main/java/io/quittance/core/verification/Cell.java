package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lines of one charge that are compared together. A line counts with its whole period, if that is known, so that what was cut within it,
 * or given back and charged anew, stays together; {@link CellsOfCharge} tells which lines these are.
 *
 * @param charge empty for a line of no charge
 * @param days from the first to the last of all of them
 * @param own the periods that no other cell of the charge has, in no order; a line may span more
 * @param expected by their periods
 * @param invoiced those with an amount, {@linkplain LineOrder in order}
 * @param nothing those of 0.00, which say nothing
 */
record Cell(
        Optional<ChargeId> charge,
        ServicePeriod days,
        List<ServicePeriod> own,
        List<BillLine> expected,
        List<InvoicedLine> invoiced,
        List<InvoicedLine> nothing) {

    /**
     * Puts lines together.
     *
     * @param invoiced {@linkplain LineOrder in order}
     * @param charges tells the charge of a line that was invoiced
     * @return by charge, those that are expected first, then by days; lines of no charge last, by their texts
     */
    static List<Cell> of(
            List<BillLine> expected, List<InvoicedLine> invoiced, Function<InvoicedLine, Optional<ChargeId>> charges) {
        Map<ChargeId, List<BillLine>> due = new LinkedHashMap<>();
        Map<ChargeId, List<InvoicedLine>> byCharge = new LinkedHashMap<>();
        Map<String, List<InvoicedLine>> byText = new LinkedHashMap<>();
        for (BillLine line : expected) {
            due.computeIfAbsent(line.charge(), id -> new ArrayList<>()).add(line);
            byCharge.computeIfAbsent(line.charge(), id -> new ArrayList<>());
        }
        for (InvoicedLine line : invoiced) {
            charges.apply(line)
                    .map(charge -> byCharge.computeIfAbsent(charge, id -> new ArrayList<>()))
                    .orElseGet(() -> byText.computeIfAbsent(line.text(), text -> new ArrayList<>()))
                    .add(line);
        }
        var cells = new ArrayList<Cell>();
        byCharge.forEach(
                (charge, lines) -> cells.addAll(CellsOfCharge.of(charge, due.getOrDefault(charge, List.of()), lines)));
        byText.values().forEach(lines -> cells.addAll(CellsOfCharge.ofText(lines)));
        return cells;
    }

    /** The periods of lines on both sides. */
    static List<ServicePeriod> periods(List<BillLine> expected, List<InvoicedLine> invoiced) {
        return Stream.concat(
                        expected.stream().map(BillLine::period),
                        invoiced.stream().map(InvoicedLine::period))
                .distinct()
                .toList();
    }

    /** From the first to the last day of all periods, of which there is at least one. */
    static ServicePeriod spanned(Collection<ServicePeriod> periods) {
        LocalDate start = periods.stream()
                .map(ServicePeriod::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate end = periods.stream()
                .map(ServicePeriod::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new ServicePeriod(start, end);
    }

    /** Whether one of the periods has some of these days. */
    static boolean meet(Collection<ServicePeriod> periods, ServicePeriod days) {
        return periods.stream()
                .anyMatch(period ->
                        period.start().isBefore(days.end()) && days.start().isBefore(period.end()));
    }

    /** Whether some of these days are its own, and not of another cell between its days. */
    boolean has(ServicePeriod some) {
        return meet(own, some);
    }

    /** The same without some lines that were invoiced. */
    Cell without(List<InvoicedLine> some) {
        var left = new ArrayList<>(invoiced);
        some.forEach(left::remove);
        List<ServicePeriod> periods = periods(expected, left);
        return new Cell(charge, periods.isEmpty() ? days : spanned(periods), own, expected, List.copyOf(left), nothing);
    }

    /** Whether it says anything: a charge that came to nothing and was not invoiced is no comparison. */
    boolean isEmpty() {
        return !hasAmounts() && nothing.isEmpty();
    }

    /** Whether there is something to compare. */
    boolean hasAmounts() {
        return !invoiced.isEmpty()
                || expected.stream().anyMatch(line -> line.amount().signum() != 0);
    }
}
