package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which lines of a comparison have no partner on the other side. Partners have the same id, else the same days and amount, else the
 * same days and sign.
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

    /** Pairs lines, each with at most one other. */
    static Pairing of(List<BillLine> expected, List<InvoicedLine> invoiced) {
        var wanted = new ArrayList<>(expected);
        var found = new ArrayList<>(invoiced);
        pair(
                wanted,
                found,
                (line, other) -> other.id().filter(line.id()::equals).isPresent());
        pair(
                wanted,
                found,
                (line, other) ->
                        line.days().equals(other.days()) && line.amount().isEqualTo(other.amount()));
        pair(
                wanted,
                found,
                (line, other) -> line.days().equals(other.days())
                        && line.amount().signum() == other.amount().signum());
        return new Pairing(wanted, found);
    }

    private static void pair(
            List<BillLine> wanted, List<InvoicedLine> found, BiPredicate<BillLine, InvoicedLine> partners) {
        wanted.removeIf(line -> {
            for (int i = 0; i < found.size(); i++) {
                if (partners.test(line, found.get(i))) {
                    found.remove(i);
                    return true;
                }
            }
            return false;
        });
    }
}
