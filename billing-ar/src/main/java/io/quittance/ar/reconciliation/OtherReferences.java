package io.quittance.ar.reconciliation;

import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds what both sides have under different references: where what one side has alone of an amount is as many lines as the other has alone of
 * it, they are the same, in the order of their dates. One against two is left alone, as nobody can say which of the two it is.
 */
final class OtherReferences {
    private static final Comparator<LedgerLine> LEDGER_ORDER =
            Comparator.comparing(LedgerLine::date).thenComparing(LedgerLine::reference);
    private static final Comparator<StatedLine> STATED_ORDER =
            Comparator.comparing(StatedLine::date).thenComparing(StatedLine::reference);

    private final List<LedgerLine> ledger;
    private final List<StatedLine> stated;

    /** Both are changed. */
    OtherReferences(List<LedgerLine> ledger, List<StatedLine> stated) {
        this.ledger = ledger;
        this.stated = stated;
    }

    void pair(BiConsumer<LedgerLine, StatedLine> action) {
        Map<Amount, List<LedgerLine>> ledgerOf = new LinkedHashMap<>();
        ledger.forEach(line -> ledgerOf.computeIfAbsent(line.amount(), any -> new ArrayList<>())
                .add(line));
        Map<Amount, List<StatedLine>> statedOf = new LinkedHashMap<>();
        stated.forEach(line -> statedOf.computeIfAbsent(line.amount(), any -> new ArrayList<>())
                .add(line));
        Set<Amount> paired = new HashSet<>();
        ledgerOf.forEach((amount, ones) -> {
            List<StatedLine> others = statedOf.getOrDefault(amount, List.of());
            if (ones.size() == others.size()) {
                pair(ones, others, action);
                paired.add(amount);
            }
        });
        ledger.removeIf(line -> paired.contains(line.amount()));
        stated.removeIf(line -> paired.contains(line.amount()));
    }

    private static void pair(
            List<LedgerLine> ones, List<StatedLine> others, BiConsumer<LedgerLine, StatedLine> action) {
        ones.sort(LEDGER_ORDER);
        others.sort(STATED_ORDER);
        for (int i = 0; i < ones.size(); i++) {
            action.accept(ones.get(i), others.get(i));
        }
    }
}
