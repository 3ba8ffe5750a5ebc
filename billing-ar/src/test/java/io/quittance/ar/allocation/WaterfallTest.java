package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static io.quittance.ar.receivable.ReceivableType.FEE;
import static io.quittance.ar.receivable.ReceivableType.INTEREST;
import static io.quittance.ar.receivable.ReceivableType.PENALTY;
import static io.quittance.ar.receivable.ReceivableType.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.ar.allocation.Waterfall.Advance;
import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Rounding;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** ar.md 4.4, by hand. The payments of {@link Plan} are of 10 March 2026. */
class WaterfallTest {
    private static final List<ReceivableType> PENALTY_FIRST = List.of(PENALTY, FEE, PRINCIPAL, INTEREST);
    private static final Tier PAST_DUE = new Tier(Standing.PAST_DUE, PENALTY_FIRST);
    private static final Tier DUE = new Tier(Standing.DUE, PENALTY_FIRST);
    private static final Tier IN_ADVANCE = new Tier(Standing.IN_ADVANCE, PENALTY_FIRST);
    private static final Waterfall BY_ITEM = Waterfall.byItem(PAST_DUE, DUE, IN_ADVANCE);
    private static final Waterfall BY_COMPONENT = Waterfall.byComponent(PAST_DUE, DUE, IN_ADVANCE);

    /** One item past due, one due, two to come. */
    private static final OpenItem[] ITEMS = {
        item("LATE", "2026-03-01", "50"),
        item("TODAY", "2026-03-10", "40"),
        item("NEXT", "2026-03-20", "100"),
        item("LAST", "2026-04-20", "100")
    };

    private static OpenItem part(
            String id, ReceivableType type, String due, String amount, String item, String itemDue) {
        return OpenItem.of(receivable(id, due, amount).withType(type).partOf(id(item), LocalDate.parse(itemDue)));
    }

    /** Instalments 3 and 4 with a penalty each, and a penalty 5 alone (the items of AR-WF-021). */
    private static OpenItem[] instalments(String three, String four, String five) {
        return new OpenItem[] {
            part("3-P", PENALTY, three, "20", "3", three),
            part("3", PRINCIPAL, three, "250", "3", three),
            part("4-P", PENALTY, four, "20", "4", four),
            part("4", PRINCIPAL, four, "250", "4", four),
            part("5-P", PENALTY, five, "20", "5", five)
        };
    }

    /** 20 and 15 of the first item, or of the penalties of both. */
    @Test
    void paysItemsOrComponentsOneAfterTheOther() {
        OpenItem[] late = instalments("2026-03-01", "2026-03-02", "2026-03-03");
        assertThat(Plan.of(BY_ITEM, "35", late)).containsExactly("EUR 20.00 to 3-P", "EUR 15.00 to 3");
        assertThat(Plan.of(BY_COMPONENT, "35", late)).containsExactly("EUR 20.00 to 3-P", "EUR 15.00 to 4-P");
        assertThat(Plan.of(BY_ITEM, "300", late))
                .containsExactly("EUR 20.00 to 3-P", "EUR 250.00 to 3", "EUR 20.00 to 4-P", "EUR 10.00 to 4");
        assertThat(Plan.of(BY_COMPONENT, "300", late))
                .containsExactly("EUR 20.00 to 3-P", "EUR 20.00 to 4-P", "EUR 20.00 to 5-P", "EUR 240.00 to 3");
    }

    /** 150 less 50 and 40 are 60 for what is to come: the next, the last, or 30 each. */
    @ParameterizedTest
    @CsvSource({"NEXT, EUR 60.00 to NEXT", "LAST, EUR 60.00 to LAST", "EVEN, EUR 30.00 to NEXT|EUR 30.00 to LAST"})
    void paysInAdvanceByItsRuleAndWhatIsDueBefore(Advance advance, String expected) {
        assertThat(Plan.of(BY_ITEM.inAdvance(advance), "150", ITEMS))
                .startsWith("EUR 50.00 to LATE", "EUR 40.00 to TODAY")
                .endsWith(expected.split("\\|", -1))
                .hasSize(2 + expected.split("\\|", -1).length);
    }

    /** The rule for what is to come says nothing about two items that are late. */
    @ParameterizedTest
    @EnumSource(Advance.class)
    void neverPaysWhatIsDueByTheRuleForAdvances(Advance advance) {
        OpenItem[] late = Plan.items("10", "10", "10");
        assertThat(Plan.of(BY_ITEM.inAdvance(advance), "15", late))
                .containsExactly("EUR 10.00 to R-1", "EUR 5.00 to R-2");
        assertThat(Plan.of(BY_COMPONENT.inAdvance(advance), "15", late))
                .containsExactly("EUR 10.00 to R-1", "EUR 5.00 to R-2");
    }

    @Test
    void paysClassesInTheirOrder() {
        assertThat(Plan.of(Waterfall.byItem(IN_ADVANCE, DUE, PAST_DUE), "245", ITEMS))
                .containsExactly("EUR 100.00 to NEXT", "EUR 100.00 to LAST", "EUR 40.00 to TODAY", "EUR 5.00 to LATE");
    }

    /** What no tier is for stays open, and the money on account; what is past due belongs to what is due if it must. */
    @Test
    void leavesAloneWhatNoTierNames() {
        assertThat(Plan.of(Waterfall.byItem(PAST_DUE), "500", ITEMS)).containsExactly("EUR 50.00 to LATE");
        assertThat(Plan.of(Waterfall.byItem(DUE), "500", ITEMS))
                .containsExactly("EUR 50.00 to LATE", "EUR 40.00 to TODAY");
        OpenItem[] instalments = instalments("2026-03-20", "2026-04-20", "2026-04-21");
        assertThat(Plan.of(
                        Waterfall.byItem(DUE, new Tier(Standing.IN_ADVANCE, List.of(PRINCIPAL))), "600", instalments))
                .containsExactly("EUR 250.00 to 3", "EUR 250.00 to 4");
    }

    /** AR-OS-001 and AR-OS-004: a penalty that falls due before its instalment is in advance until then, after the principal. */
    @ParameterizedTest
    @CsvSource({"2023-01-10, EUR 500.00 to 1", "2023-01-20, EUR 50.00 to 1-P|EUR 450.00 to 1"})
    void takesTheClassOfEachComponentFromItsOwnDate(String date, String expected) {
        OpenItem[] loan = {
            part("1", PRINCIPAL, "2023-02-01", "1000", "1", "2023-02-01"),
            part("1-P", PENALTY, "2023-01-20", "50", "1", "2023-02-01"),
            part("2", PRINCIPAL, "2023-03-01", "1000", "2", "2023-03-01")
        };
        var waterfall = Waterfall.byItem(
                new Tier(Standing.DUE, List.of(PENALTY, FEE, INTEREST, PRINCIPAL)),
                new Tier(Standing.IN_ADVANCE, List.of(PRINCIPAL, PENALTY, FEE, INTEREST)));
        assertThat(Plan.lines(Allocation.of(payment("P1", date, "500"), List.of(loan), waterfall)))
                .containsExactly(expected.split("\\|", -1));
        assertThat(Plan.lines(Allocation.of(payment("P1", "2023-01-10", "1060"), List.of(loan), waterfall)))
                .containsExactly("EUR 1000.00 to 1", "EUR 50.00 to 1-P", "EUR 10.00 to 2");
    }

    /** AR-WF-031 and 032: 30 over three items are 10 of the penalty of each, whatever the axis. */
    @Test
    void sharesEvenlyOverItemsOrTheirComponents() {
        OpenItem[] instalments = instalments("2026-03-20", "2026-04-20", "2026-04-21");
        for (Waterfall waterfall : List.of(BY_ITEM, BY_COMPONENT)) {
            assertThat(Plan.of(waterfall.inAdvance(Advance.EVEN), "30", instalments))
                    .containsExactly("EUR 10.00 to 3-P", "EUR 10.00 to 4-P", "EUR 10.00 to 5-P");
        }
        // items: 34 each, of which 5 takes 20 and leaves 14; components: three penalties, then 42 over two principals
        assertThat(Plan.of(BY_ITEM.inAdvance(Advance.EVEN), "102", instalments))
                .containsExactly(
                        "EUR 20.00 to 3-P", "EUR 21.00 to 3", "EUR 20.00 to 4-P", "EUR 21.00 to 4", "EUR 20.00 to 5-P");
        assertThat(Plan.of(BY_COMPONENT.inAdvance(Advance.EVEN), "102.01", instalments))
                .containsExactly(
                        "EUR 20.00 to 3-P", "EUR 20.00 to 4-P", "EUR 20.00 to 5-P", "EUR 21.01 to 3", "EUR 21.00 to 4");
    }

    /**
     * Shares of 33.33 or 33; of 17.50, rounded up, twice; rooms that are full leave more for others; less than half a unit for each
     * goes to the last; and 0.625 each are 1, 1, 2 and 2.50 in all.
     */
    @ParameterizedTest(name = "{0} over {1} in units of {2} places")
    @CsvSource({
        "100, 100 100 100, 2, 33.33 33.33 33.34",
        "100, 100 100 100, 0, 33.00 33.00 34.00",
        "100, 100 100 100, 5, 33.33 33.33 33.34",
        "52.50, 100 100 100, 0, 18.00 18.00 16.50",
        "100, 20 50 60, 2, 20.00 40.00 40.00",
        "0.01, 5 5 5, 2, - - 0.01",
        "0.60, 5 5, 0, - 0.60",
        "5.60, 5 5, 0, 3.00 2.60",
        "2.50, 5 5 5 5, 0, 1.00 - 1.00 0.50",
        "0.03, 5 5 5 5 5, 2, 0.01 - 0.01 - 0.01",
        "500, 20 50 60, 0, 20.00 50.00 60.00"
    })
    void sharesInUnits(String money, String open, int places, String shares) {
        String[] rooms = open.split(" ", -1);
        OpenItem[] items = new OpenItem[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            items[i] = item("R-" + i, "2026-04-0" + (i + 1), rooms[i]);
        }
        String[] expected = shares.split(" ", -1);
        List<String> lines = IntStream.range(0, expected.length)
                .filter(i -> !expected[i].equals("-"))
                .mapToObj(i -> "EUR " + expected[i] + " to R-" + i)
                .toList();
        assertThat(Plan.of(BY_ITEM.inAdvance(Advance.EVEN).sharedBy(Rounding.halfUp(places)), money, items))
                .isEqualTo(lines);
    }

    /** 5.00 over two in whole euros: 2.50 is 2 half even and 3 half up. Rounded up, 0.29 each are 1, 1, 1, 2, 2, 2 and then all. */
    @Test
    void roundsSharesByItsMode() {
        OpenItem[] items = {item("R-1", "2026-04-01", "9"), item("R-2", "2026-04-02", "9")};
        var even = BY_ITEM.inAdvance(Advance.EVEN);
        assertThat(Plan.of(even.sharedBy(Rounding.of(0, RoundingMode.HALF_EVEN)), "5", items))
                .containsExactly("EUR 2.00 to R-1", "EUR 3.00 to R-2");
        assertThat(Plan.of(even.sharedBy(Rounding.halfUp(0)), "5", items))
                .containsExactly("EUR 3.00 to R-1", "EUR 2.00 to R-2");
        assertThat(Plan.of(
                        Waterfall.byItem(DUE, IN_ADVANCE)
                                .inAdvance(Advance.EVEN)
                                .sharedBy(Rounding.of(0, RoundingMode.UP)),
                        "2.90",
                        IntStream.range(10, 20)
                                .mapToObj(i -> item("R-" + i, "2026-04-" + i, "9"))
                                .toArray(OpenItem[]::new)))
                .containsExactly("EUR 1.00 to R-10", "EUR 1.00 to R-13", "EUR 0.90 to R-16");
    }

    /** Two items due on one day go by id, and two penalties of one item by their own dates. */
    @Test
    void breaksTies() {
        OpenItem[] items = {
            part("B", PRINCIPAL, "2026-03-01", "10", "B", "2026-03-01"),
            part("A", PRINCIPAL, "2026-03-01", "10", "A", "2026-03-01"),
            part("A-1", PENALTY, "2026-02-20", "5", "A", "2026-03-01"),
            part("A-2", PENALTY, "2026-02-10", "5", "A", "2026-03-01")
        };
        assertThat(Plan.of(BY_ITEM, "30", items))
                .containsExactly("EUR 5.00 to A-2", "EUR 5.00 to A-1", "EUR 10.00 to A", "EUR 10.00 to B");
    }

    @Test
    void saysWhy() {
        OpenItem[] instalments = instalments("2026-03-20", "2026-04-20", "2026-04-21");
        OpenItem[] all = {ITEMS[0], instalments[0], instalments[1], instalments[2], instalments[3], instalments[4]};
        assertThat(Plan.reasons(BY_ITEM.inAdvance(Advance.EVEN), "152", all))
                .containsExactly(
                        "past due: number 1 by waterfall, principal of LATE, due 2026-03-01: EUR 50.00 of EUR 50.00 open"
                                + " and EUR 152.00 left; ended by the item",
                        "in advance: number 2 by waterfall, penalty of 3, due 2026-03-20: EUR 20.00 of EUR 20.00 open"
                                + " and EUR 102.00 left; ended by the item",
                        "in advance: number 3 by waterfall, principal of 3, due 2026-03-20: EUR 21.00 of EUR 250.00 open"
                                + " and EUR 82.00 left; ended by the share of EUR 41.00",
                        "in advance: number 4 by waterfall, penalty of 4, due 2026-04-20: EUR 20.00 of EUR 20.00 open"
                                + " and EUR 61.00 left; ended by the item",
                        "in advance: number 5 by waterfall, principal of 4, due 2026-04-20: EUR 21.00 of EUR 250.00 open"
                                + " and EUR 41.00 left; ended by the share of EUR 41.00",
                        "in advance: number 6 by waterfall, penalty of 5, due 2026-04-21: EUR 20.00 of EUR 20.00 open"
                                + " and EUR 20.00 left; ended by the item");
        assertThat(Plan.reasons(BY_ITEM, "70", ITEMS).get(1))
                .isEqualTo("due: number 2 by waterfall, principal of TODAY, due 2026-03-10: EUR 20.00 of EUR 40.00 open"
                        + " and EUR 20.00 left; ended by the money");
    }

    @Test
    void refusesTiersThatContradictEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waterfall.byItem(DUE, IN_ADVANCE, new Tier(Standing.DUE, List.of(FEE))))
                .withMessage("tiers[2].standing must not repeat, but was due");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tier(Standing.DUE, List.of(FEE, PENALTY, FEE)))
                .withMessage("components[2] must not repeat, but was fee");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tier(Standing.DUE, List.of()))
                .withMessageStartingWith("components ");
        assertThatIllegalArgumentException().isThrownBy(Waterfall::byComponent).withMessageStartingWith("tiers ");
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void namesTheNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Tier(null, PENALTY_FIRST))
                .withMessage("standing");
        assertThatNullPointerException()
                .isThrownBy(() -> BY_ITEM.inAdvance(null))
                .withMessage("advance");
        assertThatNullPointerException()
                .isThrownBy(() -> BY_ITEM.sharedBy(null))
                .withMessage("unit");
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        var coarse = BY_ITEM.inAdvance(Advance.EVEN).sharedBy(Rounding.halfUp(0));
        assertThat(coarse)
                .isEqualTo(BY_ITEM.sharedBy(Rounding.halfUp(0)).inAdvance(Advance.EVEN))
                .hasSameHashCodeAs(copy(coarse))
                .isEqualTo(copy(coarse))
                .isNotEqualTo(BY_ITEM.inAdvance(Advance.EVEN))
                .isNotEqualTo(BY_ITEM.sharedBy(Rounding.halfUp(0)))
                .isNotEqualTo(BY_COMPONENT.inAdvance(Advance.EVEN).sharedBy(Rounding.halfUp(0)))
                .isNotEqualTo(
                        Waterfall.byItem(PAST_DUE, DUE).inAdvance(Advance.EVEN).sharedBy(Rounding.halfUp(0)));
        assertThat(Waterfall.byComponent(new Tier(Standing.PAST_DUE, List.of(FEE, PENALTY)), DUE)
                        .inAdvance(Advance.LAST))
                .hasToString(
                        "waterfall by component: past due (fee, penalty), then due (penalty, fee, principal, interest);"
                                + " in advance last first");
        assertThat(Waterfall.byItem(DUE))
                .asString()
                .startsWith("waterfall by item: due (penalty, fee, principal, interest); in advance");
        assertThat(Plan.of(copy(coarse), "100", ITEMS)).isEqualTo(Plan.of(coarse, "100", ITEMS));
    }
}
