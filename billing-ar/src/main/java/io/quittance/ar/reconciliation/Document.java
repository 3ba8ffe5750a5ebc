package io.quittance.ar.reconciliation;

import io.quittance.core.money.Amount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What both sides have under one reference. What agrees is taken out, so that what is left differs. Not safe to share between threads. */
final class Document {
    final String reference;
    /** By the date. */
    final List<LedgerLine> ledger = new ArrayList<>();
    /** After it. */
    final List<LedgerLine> ledgerLater = new ArrayList<>();

    final List<StatedLine> stated = new ArrayList<>();
    final List<StatedLine> statedLater = new ArrayList<>();
    /** In another currency. */
    final List<StatedLine> foreign = new ArrayList<>();

    private final Set<Amount> agreed = new HashSet<>();

    Document(String reference) {
        this.reference = reference;
    }

    /** Takes out what both sides have with one amount, then what one side took back itself. */
    void agree() {
        pair(ledger, stated, StatedLine::amount, (one, other) -> agreed.add(one.amount()));
        cancel(ledger, LedgerLine::amount);
        cancel(stated, StatedLine::amount);
    }

    /** Whether both sides had a line of that amount, before this one. */
    boolean hasAgreed(Amount amount) {
        return agreed.contains(amount);
    }

    /** What one side has by the date and the other after it. */
    void inTransit(BiConsumer<LedgerLine, StatedLine> ofLedger, BiConsumer<LedgerLine, StatedLine> ofStated) {
        pair(ledger, statedLater, StatedLine::amount, ofLedger);
        pair(ledgerLater, stated, StatedLine::amount, ofStated);
    }

    /** What one side has as a debit and the other as a credit. */
    void withOtherSign(BiConsumer<LedgerLine, StatedLine> action) {
        pair(ledger, stated, line -> line.amount().negate(), action);
    }

    /** Takes out of both lists what has one amount, in their order. */
    private static void pair(
            List<LedgerLine> ones,
            List<StatedLine> others,
            Function<StatedLine, Amount> amount,
            BiConsumer<LedgerLine, StatedLine> action) {
        if (ones.isEmpty() || others.isEmpty()) {
            return;
        }
        Map<Amount, Deque<LedgerLine>> byAmount = new HashMap<>();
        ones.forEach(line -> byAmount.computeIfAbsent(line.amount(), any -> new ArrayDeque<>())
                .add(line));
        Map<LedgerLine, Integer> taken = new HashMap<>();
        var left = new ArrayList<StatedLine>();
        for (StatedLine other : others) {
            Deque<LedgerLine> same = byAmount.get(amount.apply(other));
            if (same != null && !same.isEmpty()) {
                LedgerLine one = same.remove();
                taken.merge(one, 1, Integer::sum);
                action.accept(one, other);
            } else {
                left.add(other);
            }
        }
        others.clear();
        others.addAll(left);
        ones.removeIf(line -> take(taken, line));
    }

    private static <T> boolean take(Map<T, Integer> taken, T line) {
        Integer left = taken.get(line);
        if (left == null || left == 0) {
            return false;
        }
        taken.put(line, left - 1);
        return true;
    }

    /** Takes out what adds up to nothing on one side, two by two. */
    private static <T> void cancel(List<T> lines, Function<T, Amount> amount) {
        if (lines.size() < 2) {
            return;
        }
        Map<Amount, Deque<T>> open = new HashMap<>();
        Map<T, Integer> taken = new HashMap<>();
        for (T line : lines) {
            Deque<T> opposite = open.get(amount.apply(line).negate());
            if (opposite != null && !opposite.isEmpty()) {
                taken.merge(opposite.removeLast(), 1, Integer::sum);
                taken.merge(line, 1, Integer::sum);
            } else {
                open.computeIfAbsent(amount.apply(line), any -> new ArrayDeque<>())
                        .add(line);
            }
        }
        lines.removeIf(line -> take(taken, line));
    }
}
