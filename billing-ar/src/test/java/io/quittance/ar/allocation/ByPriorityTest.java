package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.ByPriority.Group;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import java.io.Serializable;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class ByPriorityTest {
    private static final OpenItem[] ITEMS = {
        item("INV1", "2015-08-15", "100"),
        item("INV2", "2015-09-01", "250"),
        item("INV3", "2015-10-15", "500"),
        item("NOTE", "2015-10-15", "7")
    };

    /** AR-OI-001; Dynamics 365, automatic settlement: interest first, then by due date. */
    @Test
    void paysTheFirstGroupFirstAndTheRestByDueDate() {
        assertThat(Plan.of(ByPriority.of(group("interest", "NOTE")), "700", ITEMS))
                .containsExactly("EUR 7.00 to NOTE", "EUR 100.00 to INV1", "EUR 250.00 to INV2", "EUR 343.00 to INV3");
    }

    @Test
    void countsAnItemInItsFirstGroupAndNamesIt() {
        var strategy = ByPriority.of(
                group("fees", "INV2"), new Group("october", ByPriorityTest::isDueInOctober), group("never", "INV2"));
        assertThat(Plan.reasons(strategy, "757.01", ITEMS))
                .containsExactly(
                        "fees: number 1 by priority, due 2015-09-01: EUR 250.00 of EUR 250.00 open and EUR 757.01 left;"
                                + " ended by the item",
                        "october: number 2 by priority, due 2015-10-15: EUR 500.00 of EUR 500.00 open and EUR 507.01"
                                + " left; ended by the item",
                        "october: number 3 by priority, due 2015-10-15: EUR 7.00 of EUR 7.00 open and EUR 7.01 left;"
                                + " ended by the item",
                        "all else: number 4 by priority, due 2015-08-15: EUR 0.01 of EUR 100.00 open and EUR 0.01 left;"
                                + " ended by the money");
        assertThat(strategy).hasToString("by priority: fees, then october, then never");
    }

    @Test
    void paysTheSmallestRankFirst() {
        var strategy = ByPriority.of(item -> switch (item.id().value()) {
            case "NOTE" -> -1;
            case "INV3" -> 1;
            default -> 2;
        });
        assertThat(Plan.of(strategy, "700", ITEMS))
                .containsExactly("EUR 7.00 to NOTE", "EUR 500.00 to INV3", "EUR 100.00 to INV1", "EUR 93.00 to INV2");
        assertThat(Plan.reasons(strategy, "1", ITEMS))
                .containsExactly("rank -1: number 1 by priority, due 2015-10-15: EUR 1.00 of EUR 7.00 open and EUR 1.00"
                        + " left; ended by the money");
        assertThat(strategy).hasToString("by priority");
    }

    /** Of 130, the penalty of 25 and the interest of 7 leave 98 for the principal of 100. */
    @Test
    void paysByTypeOfDebt() {
        OpenItem[] debts = {
            item("LOAN", "2015-08-15", "100"),
            typed(item("INTEREST", "2015-09-15", "7"), ReceivableType.INTEREST),
            typed(item("PENALTY", "2015-10-15", "25"), ReceivableType.PENALTY)
        };
        var strategy = ByPriority.ofTypes(ReceivableType.PENALTY, ReceivableType.INTEREST);
        assertThat(Plan.of(strategy, "130", debts))
                .containsExactly("EUR 25.00 to PENALTY", "EUR 7.00 to INTEREST", "EUR 98.00 to LOAN");
        assertThat(Plan.reasons(strategy, "26", debts))
                .containsExactly(
                        "penalty: number 1 by priority, due 2015-10-15: EUR 25.00 of EUR 25.00 open and EUR 26.00 left;"
                                + " ended by the item",
                        "interest: number 2 by priority, due 2015-09-15: EUR 1.00 of EUR 7.00 open and EUR 1.00 left;"
                                + " ended by the money");
        assertThat(Plan.reasons(strategy, "33", debts)).element(2).asString().startsWith("all else: number 3");
        assertThat(strategy).hasToString("by priority: penalty, then interest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByPriority.ofTypes(ReceivableType.FEE, ReceivableType.FEE))
                .withMessage("types[1] must not repeat, but was fee");
        assertThatIllegalArgumentException().isThrownBy(ByPriority::ofTypes).withMessageStartingWith("types ");
    }

    @Test
    void refusesGroupsThatCannotBeTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByPriority.of(group("fees", "a"), group("fees", "b")))
                .withMessage("groups[1].name must not repeat, but was fees");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group("all else", "a"))
                .withMessage("name must not be that of what is in no group, but was all else");
        assertThatIllegalArgumentException().isThrownBy(() -> group("", "a")).withMessageStartingWith("name ");
        assertThatIllegalArgumentException().isThrownBy(ByPriority::of).withMessageStartingWith("groups ");
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        Predicate<OpenItem> members = (Predicate<OpenItem> & Serializable) ByPriorityTest::isDueInOctober;
        Group october = new Group("october", members);
        assertThat(ByPriority.of(october))
                .isEqualTo(ByPriority.of(october))
                .hasSameHashCodeAs(ByPriority.of(october))
                .isNotEqualTo(ByPriority.of(new Group("10", members)));
        assertThat(ByPriority.ofTypes(ReceivableType.FEE, ReceivableType.PENALTY))
                .isEqualTo(copy(ByPriority.ofTypes(ReceivableType.FEE, ReceivableType.PENALTY)))
                .isNotEqualTo(ByPriority.ofTypes(ReceivableType.PENALTY, ReceivableType.FEE));
        var ranked = ByPriority.of(
                (ToIntFunction<OpenItem> & Serializable) item -> -item.dueDate().getMonthValue());
        assertThat(ranked).isNotEqualTo(ByPriority.of(october));
        for (ByPriority one : new ByPriority[] {ranked, ByPriority.of(october)}) {
            assertThat(Plan.of(copy(one), "700", ITEMS)).isEqualTo(Plan.of(one, "700", ITEMS));
        }
    }

    private static OpenItem typed(OpenItem item, ReceivableType type) {
        return OpenItem.of(item.receivable().withType(type));
    }

    private static Group group(String name, String id) {
        return new Group(name, item -> item.id().equals(id(id)));
    }

    private static boolean isDueInOctober(OpenItem item) {
        return item.dueDate().getMonthValue() == 10;
    }
}
