package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.InvoicingRequirements.Grouping;
import org.junit.jupiter.api.Test;

class InvoiceGroupsRuleTest {
    private static Contract.Builder grouped(Grouping grouping, Charge... charges) {
        return contract(charges).invoicing(InvoicingRequirements.none().groupedBy(grouping));
    }

    @Test
    void findsGroupsAndOrdersThatNoChargeHas() {
        Contract.Builder groups = grouped(Grouping.CHARGE_GROUP, PLATFORM, API);
        assertThat(found(groups)).containsExactly("GAP invoicing.grouping no-groups");
        assertThat(reason(groups)).hasToString("invoices are by CHARGE_GROUP, and no charge has one");
        assertThat(found(grouped(Grouping.ORDER_REFERENCE, PLATFORM)))
                .containsExactly("GAP invoicing.grouping no-groups");
    }

    @Test
    void notesAGroupThatDividesNothing() {
        Contract.Builder unused = contract(PLATFORM.inGroup("base"), API);
        assertThat(found(unused)).containsExactly("NOTE charges[0].group group-unused");
        assertThat(reason(unused)).hasToString("invoices are by CONTRACT, not by groups");
    }

    @Test
    void leavesAloneInvoicesByWhatChargesHave() {
        assertThat(found(contract(PLATFORM, API))).isEmpty();
        assertThat(found(grouped(Grouping.CHARGE_GROUP, PLATFORM.inGroup("base"), API)))
                .isEmpty();
        assertThat(found(grouped(Grouping.ORDER_REFERENCE, PLATFORM.ancillary("PO-1", "list"), API)))
                .isEmpty();
    }
}
