package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategiesTest {

    @Test
    void theOldestDueItemIsPaidFirst() {
        Allocation allocation = Allocation.of(
                payment("P1", "2026-03-10", "150.00"),
                List.of(item("young", "2026-03-02", "80.00"), item("old", "2026-03-01", "100.00")),
                new OldestDueFirst());
        assertThat(paid(allocation)).containsExactly(Map.entry("old", eur("100")), Map.entry("young", eur("50")));
        assertThat(allocation.unapplied()).isEqualTo(eur("0"));
    }

    /** ar.md 4.3: due date, then document date, then id, as in no anchor that was found unstable. */
    @Test
    void equalDueDatesGoByDocumentDateThenId() {
        Allocation allocation = Allocation.of(
                payment("P1", "2026-03-10", "25.00"),
                List.of(item("b", "2026-03-01", "10"), item("c", "2026-03-01", "10"), item("a", "2026-03-01", "10")),
                new OldestDueFirst());
        assertThat(paid(allocation))
                .containsExactly(Map.entry("a", eur("10")), Map.entry("b", eur("10")), Map.entry("c", eur("5")));
    }

    /** AR-OI-003; Oracle, Determining the Past Due Amount: 180 of credits against 100, 50, 350 and 175. */
    @Test
    void offsetsCreditsAsOraclePublishedIt() {
        List<OpenItem> items = List.of(
                item("INV1", "1993-11-01", "100"),
                item("INV2", "1993-11-17", "50"),
                item("INV3", "1993-11-19", "350"),
                item("INV4", "1993-11-24", "175"));
        assertThat(openAfter(items, "50", "20", "10", "100"))
                .containsExactly(Map.entry("INV3", eur("320")), Map.entry("INV4", eur("175")));
    }

    /** AR-OI-004; ERPNext, test_accounts_receivable.py: 40 against instalments of 60, 100 and 40. */
    @Test
    void paysInstalmentsAsErpNextTestsIt() {
        List<OpenItem> items = List.of(
                item("T3", "2023-04-01", "40"), item("T1", "2023-01-31", "60"), item("T2", "2023-03-02", "100"));
        assertThat(openAfter(items, "40"))
                .containsExactly(Map.entry("T1", eur("20")), Map.entry("T2", eur("100")), Map.entry("T3", eur("40")));
    }

    @Test
    void whatIsLeftAfterAllItemsStaysOnAccount() {
        Allocation allocation = Allocation.of(
                payment("P1", "2026-03-10", "150.00"), List.of(item("I1", "2026-03-01", "100")), new OldestDueFirst());
        assertThat(allocation.unapplied()).isEqualTo(eur("50"));
    }

    @Test
    void everyLineSaysWhatEndedIt() {
        Payment payment = payment("P1", "2026-03-10", "150.00");
        List<OpenItem> items = List.of(item("old", "2026-03-01", "100.00"), item("young", "2026-03-02", "80.00"));
        assertThat(texts(Allocation.of(payment, items, new OldestDueFirst())))
                .containsExactly(
                        "number 1 by oldest-due-first, due 2026-03-01: EUR 100.00 of EUR 100.00 open and EUR 150.00 left;"
                                + " ended by the item",
                        "number 2 by oldest-due-first, due 2026-03-02: EUR 50.00 of EUR 80.00 open and EUR 50.00 left;"
                                + " ended by the money");
        Payment named = payment.naming(Remittance.of(id("young"), eur("30"))).naming(id("old"));
        assertThat(texts(Allocation.of(named, items, new AsRemitted())))
                .containsExactly(
                        "number 1 by as-remitted, due 2026-03-02: EUR 30.00 of EUR 80.00 open and EUR 150.00 left;"
                                + " ended by the remittance of EUR 30.00",
                        "number 2 by as-remitted, due 2026-03-01: EUR 100.00 of EUR 100.00 open and EUR 120.00 left;"
                                + " ended by the item");
    }

    @Test
    void whatThePayerNamesIsPaidInThePayersOrder() {
        Payment payment =
                payment("P1", "2026-03-10", "150.00").naming(id("young")).naming(Remittance.of(id("old"), eur("60")));
        List<OpenItem> items = List.of(
                item("old", "2026-03-01", "100"), item("young", "2026-03-02", "80"), item("other", "2026-01-01", "10"));
        Allocation allocation = Allocation.of(payment, items, new AsRemitted());
        assertThat(paid(allocation)).containsExactly(Map.entry("young", eur("80")), Map.entry("old", eur("60")));
        assertThat(allocation.unapplied()).isEqualTo(eur("10"));
    }

    @Test
    void moneyForWhatIsUnknownPaidOrNamedAgainIsLeftAlone() {
        Payment payment = payment("P1", "2026-03-10", "150.00")
                .naming(id("unknown"))
                .naming(Remittance.of(id("I1"), eur("60")))
                .naming(id("I1"));
        Allocation allocation = Allocation.of(payment, List.of(item("I1", "2026-03-01", "100")), new AsRemitted());
        assertThat(paid(allocation)).containsExactly(Map.entry("I1", eur("60")));
    }

    @Test
    void aRemittancePaysAtMostWhatIsOpenAndWhatIsThere() {
        Payment payment = payment("P1", "2026-03-10", "50.00")
                .naming(Remittance.of(id("I1"), eur("45")))
                .naming(Remittance.of(id("I2"), eur("45")));
        List<OpenItem> items = List.of(
                OpenItem.of(receivable("I1", "2026-03-01", "100"), eur("20"), eur("20")),
                item("I2", "2026-03-01", "100"));
        assertThat(paid(Allocation.of(payment, items, new AsRemitted())))
                .containsExactly(Map.entry("I1", eur("20")), Map.entry("I2", eur("30")));
    }

    @Test
    void aPayerWhoNamesNothingPaysNothing() {
        Allocation allocation = Allocation.of(
                payment("P1", "2026-03-10", "50.00"), List.of(item("I1", "2026-03-01", "100")), new AsRemitted());
        assertThat(allocation.lines()).isEmpty();
        assertThat(allocation.unapplied()).isEqualTo(eur("50"));
    }

    /** ar.md 4.5: largest open first; equal amounts go by due date, then document date, then id (4.3). */
    @Test
    void anOrderOfOnesOwnGoesBeforeTheUsualOne() {
        var largestFirst =
                InOrder.of("largest-first", Comparator.comparing(OpenItem::open).reversed());
        Allocation allocation = Allocation.of(
                payment("P1", "2026-03-10", "250.00"),
                List.of(
                        item("late", "2026-03-09", "100"),
                        item("small", "2026-03-01", "80"),
                        item("early", "2026-03-02", "100")),
                largestFirst);
        assertThat(paid(allocation))
                .containsExactly(
                        Map.entry("early", eur("100")), Map.entry("late", eur("100")), Map.entry("small", eur("50")));
        assertThat(texts(allocation))
                .first()
                .isEqualTo(
                        "number 1 by largest-first, due 2026-03-02: EUR 100.00 of EUR 100.00 open and EUR 250.00 left;"
                                + " ended by the item");
        assertThat(largestFirst).hasToString("largest-first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Largest", "largest first", "größte"})
    void anOrderNeedsANameThatCanStandInAKey(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InOrder.of(name, OpenItem.BY_DUE_DATE))
                .withMessage("name must be made of at most 100 lower-case letters, digits, dots and hyphens, but was "
                        + name);
    }

    @Test
    void valuesEqualNothingOfAnotherKind() {
        OpenItem open = item("I1", "2026-03-01", "10");
        Payment money = payment("P1", "2026-03-10", "10");
        SettledItem settled = SettledItem.of(open, eur("4"));
        for (Object value : List.of(
                AllocationRequest.of(money, List.of(open)),
                Allocation.of(money, List.of(open), new OldestDueFirst()),
                AllocationLine.of(id("I1"), eur("10"), Explanation.of("one", "one")),
                new ExactMatch(),
                ByPriority.ofTypes(ReceivableType.FEE),
                Waterfall.byItem(new Tier(Standing.DUE, List.of(ReceivableType.PRINCIPAL))),
                settled,
                new SettledPayment(money, List.of(settled), eur("6")))) {
            assertThat(value).isNotEqualTo(value.toString());
        }
        assertThat(settled)
                .isEqualTo(SettledItem.of(open, eur("4")))
                .isNotEqualTo(SettledItem.of(open, eur("5")))
                .isNotEqualTo(SettledItem.of(item("I2", "2026-03-01", "10"), eur("4")));
    }

    @Test
    void strategiesAreValuesThatCanBeStored() throws Exception {
        assertThat(new OldestDueFirst())
                .isEqualTo(copy(new OldestDueFirst()))
                .hasSameHashCodeAs(new OldestDueFirst())
                .hasToString("oldest due first")
                .isNotEqualTo(new AsRemitted());
        assertThat(new AsRemitted())
                .isEqualTo(copy(new AsRemitted()))
                .hasSameHashCodeAs(new AsRemitted())
                .hasToString("as remitted")
                .isNotEqualTo(new OldestDueFirst());
        var oldestFirst = InOrder.of("oldest-first", (Comparator<OpenItem> & Serializable)
                (one, other) -> one.documentDate().compareTo(other.documentDate()));
        List<OpenItem> items = List.of(item("young", "2026-03-02", "80"), item("old", "2026-03-01", "100"));
        AllocationRequest request = AllocationRequest.of(payment("P1", "2026-03-10", "150"), items);
        assertThat(copy(oldestFirst).propose(request)).isEqualTo(oldestFirst.propose(request));
        assertThat(copy(oldestFirst)).hasToString("oldest-first");
    }

    /** Amounts of any implementation: Moneta's 40 euros are ours. */
    @Test
    void linesRequestsAndItemsTakeTheAmountsOfOthers() {
        var forty = Money.of(new BigDecimal("40"), "EUR");
        var why = Explanation.of("test", "forty");
        assertThat(OpenItem.of(receivable("I1", "2026-03-01", "100"), forty).open())
                .isEqualTo(eur("40"));
        assertThat(AllocationLine.of(id("I1"), forty, why)).isEqualTo(AllocationLine.of(id("I1"), eur("40"), why));
        assertThat(AllocationRequest.of(payment("P1", "2026-03-10", "50"), forty, List.of())
                        .available())
                .isEqualTo(eur("40"));
    }

    private static Map<String, Amount> paid(Allocation allocation) {
        var paid = new LinkedHashMap<String, Amount>();
        allocation.lines().forEach(line -> paid.put(line.item().value(), line.amount()));
        return paid;
    }

    private static List<String> texts(Allocation allocation) {
        return allocation.lines().stream()
                .map(line -> line.explanation().text())
                .toList();
    }

    /** What is open, oldest first, after these amounts were paid one after the other. */
    private static Map<String, Amount> openAfter(List<OpenItem> items, String... amounts) {
        List<OpenItem> open = items;
        for (String amount : amounts) {
            Allocation allocation = Allocation.of(payment("P", "2023-01-01", amount), open, new OldestDueFirst());
            Map<String, Amount> paid = paid(allocation);
            var next = new ArrayList<OpenItem>();
            for (OpenItem item : open) {
                Amount left = item.open().subtract(paid.getOrDefault(item.id().value(), eur("0")));
                if (left.signum() > 0) {
                    next.add(OpenItem.of(item.receivable(), left));
                }
            }
            open = next;
        }
        var result = new LinkedHashMap<String, Amount>();
        open.stream()
                .sorted(OpenItem.BY_DUE_DATE)
                .forEach(item -> result.put(item.id().value(), item.open()));
        return result;
    }
}
