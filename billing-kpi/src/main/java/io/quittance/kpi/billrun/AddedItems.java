package io.quittance.kpi.billrun;

import io.quittance.core.billing.BillLine;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items of charges that are counted over the whole term: one for what each run adds. What a run takes back is taken off the latest ones, and what it charges in its place is of those again, so that
 * amending the terms of a milestone that was billed leaves it the item that it was.
 */
final class AddedItems {
    private final Map<String, List<Added>> byCharge = new HashMap<>();
    private final Map<String, List<Part>> byLine = new HashMap<>();

    /**
     * What a line has of an item.
     *
     * @param item its key
     * @param line the one that tells its days
     * @param amount of the line; negative where it is taken back
     */
    record Part(String item, BillLine line, Amount amount) {}

    /** What a line added, what is left of it, and what the run that is read took off it. */
    private static final class Added {
        private final String item;
        private final BillLine line;
        private Amount left;
        private Amount taken;

        Added(String item, BillLine line, Amount left) {
            this.item = item;
            this.line = line;
            this.left = left;
            taken = Amount.zero(left.getCurrency());
        }

        Part part(Amount amount) {
            left = left.add(amount);
            taken = taken.subtract(amount);
            return new Part(item, line, amount);
        }
    }

    /** Runs are read in the order of their days. */
    void read(LocalDate ran, List<BillLine> lines) {
        Map<String, List<BillLine>> found = new LinkedHashMap<>();
        lines.forEach(line ->
                found.computeIfAbsent(charge(line), any -> new ArrayList<>()).add(line));
        found.forEach((charge, some) -> {
            List<Added> known = byCharge.computeIfAbsent(charge, any -> new ArrayList<>());
            known.forEach(each -> each.taken = Amount.zero(each.left.getCurrency()));
            String item = charge + " " + ran;
            some.stream().filter(line -> line.amount().signum() < 0).forEach(line -> takeBack(item, line, known));
            some.stream().filter(line -> line.amount().signum() >= 0).forEach(line -> add(item, line, known));
        });
    }

    private static String charge(BillLine line) {
        return line.contract() + " " + line.charge();
    }

    private void takeBack(String item, BillLine line, List<Added> known) {
        var parts = new ArrayList<Part>();
        Amount rest = line.amount();
        for (int i = known.size() - 1; i >= 0 && rest.signum() < 0; i--) {
            Amount part = rest.max(known.get(i).left.negate());
            if (part.signum() != 0) {
                parts.add(known.get(i).part(part));
                rest = rest.subtract(part);
            }
        }
        if (rest.signum() != 0) {
            parts.add(new Part(item, line, rest)); // of a run that is not known
        }
        byLine.put(line.id(), parts);
    }

    private void add(String item, BillLine line, List<Added> known) {
        var parts = new ArrayList<Part>();
        Amount rest = line.amount();
        for (Added each : known) {
            Amount part = rest.min(each.taken);
            if (part.signum() > 0) {
                parts.add(each.part(part));
                rest = rest.subtract(part);
            }
        }
        if (rest.signum() > 0 || parts.isEmpty()) {
            known.add(new Added(item, line, rest));
            parts.add(new Part(item, line, rest));
        }
        byLine.put(line.id(), parts);
    }

    /** The parts of an amount that a document bills of a line: those of the line if it is all of it, or all of it given back; else the last item has it. */
    List<Part> of(BillLine line, Amount amount) {
        String unknown = charge(line) + " " + line.days().end();
        List<Part> parts = byLine.getOrDefault(line.id(), List.of(new Part(unknown, line, line.amount())));
        if (amount.isEqualTo(line.amount())) {
            return parts;
        }
        if (amount.isEqualTo(line.amount().negate())) {
            return parts.stream()
                    .map(part ->
                            new Part(part.item(), part.line(), part.amount().negate()))
                    .toList();
        }
        Part last = parts.get(parts.size() - 1);
        return List.of(new Part(last.item(), last.line(), amount));
    }
}
