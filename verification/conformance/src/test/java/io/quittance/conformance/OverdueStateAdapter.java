package io.quittance.conformance;

import io.quittance.ar.dunning.OverdueCondition;
import io.quittance.ar.dunning.OverdueFigures;
import io.quittance.ar.dunning.OverdueState;
import io.quittance.ar.dunning.OverdueStates;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code overdue_state}: the first state whose age the one unpaid invoice has; a case tells its date, and no amount. */
final class OverdueStateAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        LocalDate invoiced = Input.date(input, "earliest_unpaid_invoice_date");
        Receivable invoice = Receivable.of(
                ReceivableId.of("I"), CustomerId.of("C"), invoiced, invoiced, Amount.ofMinor(1, Input.CURRENCY));
        var states = new OverdueStates(input.get("states")
                .valueStream()
                .map(state -> new OverdueState(
                        state.get("name").asString(), OverdueCondition.NONE.days(Input.integer(state, "days"))))
                .toList());
        OverdueFigures figures =
                OverdueFigures.of(List.of(OpenItem.of(invoice)), Input.CURRENCY, Input.date(input, "as_of"));
        return Map.of("state", states.of(figures).map(OverdueState::name).orElse("CLEAR"));
    }
}
