package io.quittance.core.invoice;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which lines stand within which others, and what those add up to. Each line is looked at once, however deep it stands. */
final class LineGroups {
    private static final int NONE = -1;

    private final List<InvoiceLine> lines;
    /** The line within which each stands, or {@link #NONE}. */
    private final int[] outer;

    /** @throws InvalidArgumentException if a line is within one that is not there, or within itself */
    LineGroups(List<InvoiceLine> lines) {
        this.lines = lines;
        outer = outer();
        requireEnds();
    }

    private int[] outer() {
        var byId = new HashMap<String, Integer>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> id = lines.get(i).id();
            if (id.isPresent()) {
                byId.put(id.get(), i);
            }
        }
        var parents = new int[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> parent = lines.get(i).parent();
            if (parent.isPresent() && !byId.containsKey(parent.get())) {
                throw refused(i, "must be the id of a line");
            }
            parents[i] = parent.map(byId::get).orElse(NONE);
        }
        return parents;
    }

    /** Walks outwards from each line until it meets one from which it was walked before, which must not be on the same way. */
    private void requireEnds() {
        var walk = new int[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            while (line != NONE && walk[line] == 0) {
                walk[line] = i + 1;
                line = outer[line];
            }
            if (line != NONE && walk[line] == i + 1) {
                throw refused(i, "must not lead back to itself");
            }
        }
    }

    private InvalidArgumentException refused(int line, String rule) {
        return new InvalidArgumentException(
                "line.parent",
                "lines[" + line + "].parent",
                rule,
                lines.get(line).parent().orElseThrow());
    }

    /**
     * What the lines within each add up to, at any depth; only those count that do in the document.
     *
     * @param amounts of all lines, in their order
     * @return by the index of the line that has them within it; none where no line counts
     */
    Map<Integer, Amount> sums(List<Amount> amounts) {
        var sums = new HashMap<Integer, Amount>();
        var waitsFor = new int[lines.size()];
        for (int line : outer) {
            if (line != NONE) {
                waitsFor[line]++;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            // each line once: when it comes up itself, if none is within it, else right after the last of those
            int line = waitsFor[i] == 0 ? i : NONE;
            while (line != NONE) {
                waitsFor[line] = NONE;
                add(line, amounts.get(line), sums);
                line = outer[line] != NONE && --waitsFor[outer[line]] == 0 ? outer[line] : NONE;
            }
        }
        return sums;
    }

    /** Gives a line, with what is within it, to the one around it. */
    private void add(int line, Amount amount, Map<Integer, Amount> sums) {
        if (outer[line] == NONE) {
            return;
        }
        if (lines.get(line).status() == InvoiceLine.Status.DETAIL) {
            sums.merge(outer[line], amount, Amount::add);
        }
        Amount within = sums.get(line);
        if (within != null) {
            sums.merge(outer[line], within, Amount::add);
        }
    }
}
