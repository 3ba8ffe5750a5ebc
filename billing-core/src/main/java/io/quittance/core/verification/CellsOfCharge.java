package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;

/**
 * Puts the lines of one charge into cells, which are joined only as far as a line needs it.
 *
 * <ol>
 *   <li>Expected lines whose periods overlap are one cell.
 *   <li>A line that has days of one cell only is of that cell; one that has days of none is a cell of its own.
 *   <li>A line that spans several cells joins those that lack what it asks for: of which too little was invoiced, if it is positive,
 *       or too much, if it is negative. If there are none, it joins those that are right, else all. So what is too much in January
 *       and too little in February is never netted by a line for both. Shorter lines come first.
 *   <li>A line that is there again, with the same id, days and amount, comes last and is of the cell of the first one.
 *   <li>What a credit note gives back beside the terms joins nothing: it is of the only cell that it has days of, or of the only one of
 *       these that it can correct. Where several are wrong, it corrects all of them or one, if that makes them right, else none.
 *   <li>A line of 0.00 joins nothing and explains nothing.
 * </ol>
 */
final class CellsOfCharge {
    private static final Comparator<InvoicedLine> SHORT_FIRST = Comparator.<InvoicedLine>comparingLong(
                    line -> line.period().days())
            .thenComparing(InvoicedLine::amount, Comparator.reverseOrder())
            .thenComparing(LineOrder.BY_CONTENT);

    private final CurrencyUnit currency;
    private final List<CellDraft> drafts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private CellsOfCharge(CurrencyUnit currency) {
        this.currency = currency;
    }

    /** The cells of a charge, by their days. */
    static List<Cell> of(ChargeId charge, List<BillLine> expected, List<InvoicedLine> invoiced) {
        CurrencyUnit currency =
                (expected.isEmpty() ? invoiced.get(0).amount() : expected.get(0).amount()).getCurrency();
        var cells = new CellsOfCharge(currency);
        cells.expect(expected);
        List<InvoicedLine> credits = Pairing.beside(expected, invoiced);
        cells.place(without(invoiced, credits));
        return cells.finish(Optional.of(charge), credits, invoiced);
    }

    /** The cells of lines of no charge that have one text: each is alone, but for what gives it back. */
    static List<Cell> ofText(List<InvoicedLine> invoiced) {
        var cells = new CellsOfCharge(invoiced.get(0).amount().getCurrency());
        List<InvoicedLine> credits = Pairing.beside(List.of(), invoiced);
        without(invoiced, credits).forEach(line -> cells.draft().add(line));
        return cells.finish(Optional.empty(), credits, invoiced);
    }

    /** Those that have an amount and are no credits. */
    private static List<InvoicedLine> without(List<InvoicedLine> lines, List<InvoicedLine> credits) {
        var left = new ArrayList<>(lines);
        credits.forEach(left::remove);
        left.removeIf(line -> line.amount().signum() == 0);
        left.sort(SHORT_FIRST);
        return left;
    }

    private List<Cell> finish(Optional<ChargeId> charge, List<InvoicedLine> credits, List<InvoicedLine> all) {
        credits.stream().sorted(SHORT_FIRST).forEach(this::placeCredit);
        all.stream()
                .filter(line -> line.amount().signum() == 0)
                .forEach(line -> drafts.stream()
                        .filter(draft -> draft.meets(line.period()))
                        .findFirst()
                        .orElseGet(this::draft)
                        .addNothing(line));
        return drafts.stream()
                .map(draft -> draft.cell(charge))
                .sorted(Comparator.comparing(Cell::days))
                .toList();
    }

    private CellDraft draft() {
        var draft = new CellDraft(currency);
        drafts.add(draft);
        return draft;
    }

    /** Those of which a line that was compared so far has days; what is given back has none. */
    private Stream<CellDraft> meeting(InvoicedLine line) {
        return drafts.stream().filter(draft -> draft.meets(line.period()));
    }

    private void expect(List<BillLine> expected) {
        for (BillLine line :
                expected.stream().sorted(Comparator.comparing(BillLine::period)).toList()) {
            drafts.stream()
                    .filter(draft -> draft.meets(line.period()))
                    .findFirst() // a later one has no day of an earlier one, since they come in order
                    .orElseGet(this::draft)
                    .expect(line);
        }
    }

    /** Lines that have days of one expected cell at most come first. */
    private void place(List<InvoicedLine> lines) {
        List<InvoicedLine> spanning =
                lines.stream().filter(line -> meeting(line).count() > 1).toList();
        var single = new ArrayList<>(lines);
        single.removeAll(spanning);
        var again = new ArrayList<InvoicedLine>();
        single.forEach(line -> placeOnce(line, again));
        spanning.forEach(line -> placeOnce(line, again));
        again.forEach(this::placeAgain);
    }

    private void placeOnce(InvoicedLine line, List<InvoicedLine> again) {
        boolean hasNewId = line.id().map(ids::add).orElse(true); // most lines have, and need not be compared with all
        if (!hasNewId && drafts.stream().anyMatch(draft -> draft.hasAlready(line))) {
            again.add(line);
        } else {
            place(line);
        }
    }

    private void placeAgain(InvoicedLine line) {
        drafts.stream().filter(draft -> draft.hasAlready(line)).findFirst().ifPresent(draft -> draft.span(line));
    }

    private void place(InvoicedLine line) {
        List<CellDraft> met = meeting(line).toList();
        if (met.size() > 1) {
            join(needed(met, line.amount().signum())).span(line);
        } else {
            met.stream().findFirst().orElseGet(this::draft).add(line);
        }
    }

    private static List<CellDraft> needed(List<CellDraft> met, int sign) {
        List<CellDraft> lacking =
                met.stream().filter(draft -> draft.open().signum() == -sign).toList();
        List<CellDraft> right =
                met.stream().filter(draft -> draft.open().signum() == 0).toList();
        return !lacking.isEmpty() ? lacking : !right.isEmpty() ? right : met;
    }

    private CellDraft join(List<CellDraft> some) {
        CellDraft first = some.get(0);
        some.stream().skip(1).forEach(first::addAll);
        drafts.removeAll(some.subList(1, some.size()));
        return first;
    }

    private void placeCredit(InvoicedLine line) {
        List<CellDraft> met = meeting(line).toList();
        (met.size() == 1 ? Optional.of(met.get(0)) : corrected(met, line.amount()))
                .orElseGet(this::draft)
                .credit(line);
    }

    private Optional<CellDraft> corrected(List<CellDraft> met, Amount given) {
        List<CellDraft> wrong = met.stream()
                .filter(draft -> draft.uncorrected().signum() == -given.signum())
                .toList();
        Amount all = wrong.stream().map(CellDraft::uncorrected).reduce(Amount.zero(currency), Amount::add);
        if (wrong.size() == 1 || all.add(given).signum() == 0) { // of none it is nothing, and what was given is not
            return Optional.of(join(wrong));
        }
        return wrong.stream()
                .filter(draft -> draft.uncorrected().add(given).signum() == 0)
                .findFirst();
    }
}
