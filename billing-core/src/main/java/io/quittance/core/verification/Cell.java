package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lines of one charge that can only be compared together, since their days overlap. A line counts with its whole period, if that is known, so
 * that what was cut within it, or given back and charged anew, stays together.
 *
 * @param charge empty for a line of no charge, which is alone
 * @param days from the first to the last of all of them
 */
record Cell(Optional<ChargeId> charge, ServicePeriod days, List<BillLine> expected, List<InvoicedLine> invoiced) {
    /** One side of a line: the days that it holds together. */
    private record Piece(ServicePeriod days, Optional<BillLine> expected, Optional<InvoicedLine> invoiced) {}

    /**
     * Puts lines together.
     *
     * @param charges tells the charge of a line that was invoiced
     * @return by charge, those that are expected first, then by days; lines of no charge last
     */
    static List<Cell> of(
            List<BillLine> expected, List<InvoicedLine> invoiced, Function<InvoicedLine, Optional<ChargeId>> charges) {
        Map<ChargeId, List<Piece>> byCharge = new LinkedHashMap<>();
        var alone = new ArrayList<Cell>();
        for (BillLine line : expected) {
            byCharge.computeIfAbsent(line.charge(), id -> new ArrayList<>())
                    .add(new Piece(line.period(), Optional.of(line), Optional.empty()));
        }
        for (InvoicedLine line : invoiced) {
            ChargeId charge = charges.apply(line).orElse(null);
            if (charge == null) {
                alone.add(new Cell(Optional.empty(), line.days(), List.of(), List.of(line)));
            } else {
                byCharge.computeIfAbsent(charge, id -> new ArrayList<>())
                        .add(new Piece(line.period(), Optional.empty(), Optional.of(line)));
            }
        }
        var cells = new ArrayList<Cell>();
        byCharge.forEach((charge, pieces) -> cells.addAll(together(charge, pieces)));
        cells.addAll(alone);
        return cells;
    }

    private static List<Cell> together(ChargeId charge, List<Piece> pieces) {
        var sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparing(Piece::days));
        var cells = new ArrayList<Cell>();
        var group = new ArrayList<Piece>();
        LocalDate end = LocalDate.MIN;
        for (Piece piece : sorted) {
            if (!group.isEmpty() && !piece.days().start().isBefore(end)) {
                cells.add(cell(charge, group, end));
                group.clear();
            }
            group.add(piece);
            end = piece.days().end().isAfter(end) ? piece.days().end() : end;
        }
        cells.add(cell(charge, group, end));
        return cells;
    }

    private static Cell cell(ChargeId charge, List<Piece> group, LocalDate end) {
        return new Cell(
                Optional.of(charge),
                new ServicePeriod(group.get(0).days().start(), end),
                group.stream().flatMap(piece -> piece.expected().stream()).toList(),
                group.stream()
                        .flatMap(piece -> piece.invoiced().stream())
                        .sorted(LineOrder.BY_CONTENT)
                        .toList());
    }

    /** Whether it says anything: a charge that came to nothing and was not invoiced is no comparison. */
    boolean isEmpty() {
        return invoiced.isEmpty()
                && expected.stream().allMatch(line -> line.amount().signum() == 0);
    }
}
