package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quittance.core.invoice.InvoiceLine.Status;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineGroupsTest {
    private static InvoiceLine line(int id, int parent, Status status) {
        InvoiceLine line = InvoiceLine.billed("Line", Fraction.ONE, "C62", Amount.ofMinor(id, EUR), List.of())
                .identified("L" + id)
                .withStatus(status);
        return parent < 0 ? line : line.within("L" + parent);
    }

    private static Map<Integer, Amount> sums(List<InvoiceLine> lines) {
        return new LineGroups(lines)
                .sums(lines.stream().map(InvoiceLine::netAmount).toList());
    }

    /** A forest in any order of its lines: what stands within a line is added up by walking outwards from each. */
    @Property
    void addsUpWhatStandsWithinAtAnyDepth(@ForAll @IntRange(min = 1, max = 40) int count, @ForAll long seed) {
        var random = new Random(seed);
        var places = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        var parents = new int[count];
        var lines = new ArrayList<InvoiceLine>(Collections.nCopies(count, line(0, -1, Status.DETAIL)));
        for (int i = 0; i < count; i++) {
            int at = places.get(i);
            parents[at] = i == 0 || random.nextInt(4) == 0 ? -1 : places.get(random.nextInt(i));
            lines.set(at, line(at, parents[at], List.of(Status.values()).get(random.nextInt(3))));
        }
        var expected = new HashMap<Integer, Amount>();
        for (int i = 0; i < count; i++) {
            if (lines.get(i).status() == Status.DETAIL) {
                for (int outer = parents[i]; outer >= 0; outer = parents[outer]) {
                    expected.merge(outer, lines.get(i).netAmount(), Amount::add);
                }
            }
        }
        assertThat(sums(lines)).isEqualTo(expected);
    }

    @Test
    void tellsTheFirstLineThatLeadsBackToItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(List.of(
                        line(0, -1, Status.GROUP),
                        line(1, 0, Status.DETAIL),
                        line(2, 3, Status.DETAIL),
                        line(3, 4, Status.GROUP),
                        line(4, 3, Status.GROUP))))
                .withMessage("lines[2].parent must not lead back to itself, but was L3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(List.of(line(0, 0, Status.GROUP))))
                .withMessage("lines[0].parent must not lead back to itself, but was L0");
    }

    /** 100,000 groups, each within the one before it or after it. */
    @Test
    void isSoonDoneHoweverDeepLinesStand() {
        for (int step : List.of(1, -1)) {
            var lines = new ArrayList<InvoiceLine>();
            for (int i = 0; i < 100_000; i++) {
                int parent = i - step;
                lines.add(line(
                        i,
                        parent < 100_000 ? parent : -1,
                        i == (step > 0 ? 99_999 : 0) ? Status.DETAIL : Status.GROUP));
            }
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> assertThat(sums(lines)).hasSize(99_999));
        }
    }
}
