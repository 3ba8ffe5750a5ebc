package io.quittance.conformance;

import io.quittance.core.money.Amount;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_settle_and_cancel}: a debt paid at another rate, and the payment undone. */
final class FxSettleAndCancelAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Amount foreign = Booked.foreign(input, "amount_fc");
        var ledger = new BookedLedger(foreign, Booked.rate(input, "book_rate").convert(foreign));
        ledger.pay(foreign, Booked.rate(input, "pay_rate").convert(foreign));
        Map<String, Object> answer = answer(ledger);
        ledger.cancel();
        answer.put("after_cancel", answer(ledger));
        return answer;
    }

    private static Map<String, Object> answer(BookedLedger ledger) {
        var answer = new HashMap<>(ledger.open("open_fc", "open_base"));
        answer.put("gain_loss", ledger.gain());
        return answer;
    }
}
