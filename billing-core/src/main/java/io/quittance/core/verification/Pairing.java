package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which lines of a comparison have no partner on the other side. Partners have the same id, else the same days and sign; of
 * several that could be, those whose amounts are nearest. Where 41.70 is expected, 41.71 is its partner and
 * 7.00 has none, in whatever order the two are given.
 *
 * @param expected lines that were to be invoiced and have no partner
 * @param invoiced lines that were invoiced and have no partner
 */
public record Pairing(List<BillLine> expected, List<InvoicedLine> invoiced) implements Serializable {

    /** Copies the lists. */
    public Pairing {
        expected = List.copyOf(expected);
        invoiced = List.copyOf(invoiced);
    }

    /**
     * Pairs lines, each with at most one other.
     *
     * @param invoiced {@linkplain LineOrder in order}: of two that are equally near, the first is the partner
     */
    static Pairing of(List<BillLine> expected, List<InvoicedLine> invoiced) {
        var wanted = new ArrayList<>(expected);
        var found = new ArrayList<>(invoiced);
        pair(wanted, found, Pairing::haveSameId);
        pair(
                wanted,
                found,
                (line, other) -> line.days().equals(other.days())
                        && line.amount().signum() == other.amount().signum());
        return new Pairing(wanted, found);
    }

    /** Lines of credit notes that have an amount and are no expected line: what is given back beside the terms. */
    static List<InvoicedLine> beside(List<BillLine> expected, List<InvoicedLine> invoiced) {
        var credits = new ArrayList<InvoicedLine>();
        var others = new ArrayList<InvoicedLine>();
        for (InvoicedLine line : invoiced) {
            (line.isCredit() && line.amount().signum() != 0 ? credits : others).add(line);
        }
        var wanted = new ArrayList<>(expected);
        pair(wanted, others, Pairing::areSame);
        pair(wanted, credits, Pairing::areSame);
        return credits;
    }

    private static boolean haveSameId(BillLine line, InvoicedLine other) {
        return other.id().filter(line.id()::equals).isPresent();
    }

    private static boolean areSame(BillLine line, InvoicedLine other) {
        return line.days().equals(other.days()) && line.amount().isEqualTo(other.amount());
    }

    private record Pair(BillLine expected, InvoicedLine invoiced, Amount apart) {}

    private static void pair(
            List<BillLine> wanted, List<InvoicedLine> found, BiPredicate<BillLine, InvoicedLine> partners) {
        wanted.stream()
                .flatMap(line -> found.stream()
                        .filter(other -> partners.test(line, other))
                        .map(other -> new Pair(
                                line,
                                other,
                                line.amount().subtract(other.amount()).abs())))
                .sorted(Comparator.comparing(Pair::apart)) // stable
                .toList()
                .forEach(pair -> pair(wanted, found, pair));
    }

    private static void pair(List<BillLine> wanted, List<InvoicedLine> found, Pair pair) {
        int line = index(wanted, pair.expected());
        int other = index(found, pair.invoiced());
        if (line >= 0 && other >= 0) {
            wanted.remove(line);
            found.remove(other);
        }
    }

    /** The same object: lines that are equal may be there several times. */
    private static int index(List<?> lines, Object line) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) == line) {
                return i;
            }
        }
        return -1;
    }
}
