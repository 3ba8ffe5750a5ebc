package io.quittance.testkit.allocation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.ByPriority;
import io.quittance.ar.allocation.ClearAccount;
import io.quittance.ar.allocation.EvenSpread;
import io.quittance.ar.allocation.ExactMatch;
import io.quittance.ar.allocation.LargestFirst;
import io.quittance.ar.allocation.NewestFirst;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.allocation.OldestInvoiceFirst;
import io.quittance.ar.allocation.ProRata;
import io.quittance.ar.allocation.SmallestFirst;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** ar.md 7, law 22: what the explanation of a line names gives its amount again, with its rank and what capped it. */
class ReplayedReasonsTest {
    private static final String REMITTANCE = "the remittance of ";
    private static final String SHARE = "the share of ";

    @Property
    void aPouredLineIsWhatItsCapSays(@ForAll("requests") AllocationRequest request) {
        for (AllocationStrategy strategy : List.of(
                new OldestDueFirst(),
                new OldestInvoiceFirst(),
                new NewestFirst(),
                new SmallestFirst(),
                new LargestFirst(),
                ByPriority.of(new ByPriority.Group("undisputed", item -> !item.isDisputed())),
                new ExactMatch(),
                new ClearAccount(),
                new AsRemitted())) {
            Map<ReceivableId, OpenItem> items = byId(request);
            Amount left = request.available();
            int number = 0;
            for (AllocationLine line : strategy.propose(request)) {
                OpenItem item = requireNonNull(items.get(line.item()));
                List<String> said = line.explanation().arguments();
                assertThat(said)
                        .startsWith("" + ++number)
                        .element(2)
                        .isEqualTo(item.dueDate().toString());
                assertThat(said.subList(3, 6))
                        .containsExactly(line.amount().toString(), item.open().toString(), left.toString());
                assertThat(line.amount().toString()).isEqualTo(capped(said.get(6), item, left));
                left = left.subtract(line.amount());
            }
        }
    }

    @Property
    void aShareIsWhatItsPartsSay(@ForAll("requests") AllocationRequest request) {
        checkShares(request, new ProRata(), item -> MinorUnits.written(item.open()));
        checkShares(request, new EvenSpread(), item -> BigDecimal.ONE);
    }

    /** The share is that of the item: what its components before took of it is not left for this one. */
    @Property
    void aLineOfAWaterfallIsWhatItsCapSays(@ForAll("requests") AllocationRequest request) {
        for (Waterfall.Advance advance : Waterfall.Advance.values()) {
            AllocationStrategy strategy =
                    Waterfall.byItem(Waterfalls.DUE, Waterfalls.IN_ADVANCE).inAdvance(advance);
            Map<ReceivableId, OpenItem> items = byId(request);
            var inAdvance = new HashMap<ReceivableId, Amount>();
            Amount left = request.available();
            int number = 0;
            for (AllocationLine line : strategy.propose(request)) {
                OpenItem item = requireNonNull(items.get(line.item()));
                ReceivableId whole = item.receivable().item();
                List<String> said = line.explanation().arguments();
                assertThat(said.subList(0, 8))
                        .containsExactly(
                                "" + ++number,
                                "waterfall",
                                item.type().toString(),
                                whole.toString(),
                                item.dueDate().toString(),
                                line.amount().toString(),
                                item.open().toString(),
                                left.toString());
                boolean isInAdvance = item.dueDate().isAfter(request.date());
                assertThat(line.explanation().within()).containsExactly(isInAdvance ? "in advance" : "due");
                String stop = said.get(8);
                if (stop.startsWith(SHARE)) {
                    Amount zero = Amount.zero(left.getCurrency());
                    Amount together = inAdvance.getOrDefault(whole, zero).add(line.amount());
                    assertThat(stop).isEqualTo(SHARE + together);
                    assertThat(isInAdvance && advance == Waterfall.Advance.EVEN).isTrue();
                } else {
                    assertThat(line.amount().toString()).isEqualTo(capped(stop, item, left));
                }
                if (isInAdvance) {
                    inAdvance.merge(whole, line.amount(), Amount::add);
                }
                left = left.subtract(line.amount());
            }
        }
    }

    private static void checkShares(
            AllocationRequest request, AllocationStrategy strategy, Function<OpenItem, BigDecimal> weight) {
        Map<ReceivableId, OpenItem> items = byId(request);
        Amount zero = Amount.zero(request.available().getCurrency());
        Amount total = request.items().stream().map(OpenItem::open).reduce(zero, Amount::add);
        BigDecimal parts = request.items().stream().map(weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        int number = 0;
        for (AllocationLine line : strategy.propose(request)) {
            OpenItem item = requireNonNull(items.get(line.item()));
            List<String> said = line.explanation().arguments();
            assertThat(said)
                    .startsWith("" + ++number)
                    .element(2)
                    .isEqualTo(item.dueDate().toString());
            assertThat(said.subList(3, 8))
                    .containsExactly(
                            line.amount().toString(),
                            item.open().toString(),
                            weight.apply(item).toPlainString(),
                            parts.toPlainString(),
                            request.available().min(total).toString());
            assertThat(said.get(8)).isIn("the item", "the share", "what others cannot take");
            assertThat(line.amount().equals(item.open())).isEqualTo(said.get(8).equals("the item"));
            if (said.get(8).equals("the share")) {
                BigDecimal cent = BigDecimal.ONE.movePointLeft(
                        Rounding.toMinorUnit(zero.getCurrency()).scale());
                BigDecimal exact = request.available().toBigDecimal().multiply(weight.apply(item));
                BigDecimal off = line.amount().toBigDecimal().multiply(parts).subtract(exact);
                assertThat(off.abs())
                        .isLessThan(cent.multiply(parts)
                                .multiply(BigDecimal.valueOf(request.items().size())));
            }
        }
    }

    private static String capped(String stop, OpenItem item, Amount left) {
        if (stop.startsWith(REMITTANCE)) {
            return stop.substring(REMITTANCE.length());
        }
        assertThat(stop).isIn("the item", "the money");
        return (stop.equals("the item") ? item.open() : left).toString();
    }

    private static Map<ReceivableId, OpenItem> byId(AllocationRequest request) {
        return request.items().stream().collect(Collectors.toMap(OpenItem::id, item -> item));
    }

    @Provide
    Arbitrary<AllocationRequest> requests() {
        return AllocationArbitraries.requests();
    }
}
