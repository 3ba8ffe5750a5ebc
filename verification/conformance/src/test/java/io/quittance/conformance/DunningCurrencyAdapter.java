package io.quittance.conformance;

import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.DunningAccount;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningRun;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import tools.jackson.databind.JsonNode;

/** {@code dunning_currency}: what a notice claims in the currency of its level. */
final class DunningCurrencyAdapter implements Adapter {
    private static final CustomerId CUSTOMER = CustomerId.of("C");
    private static final LocalDate DAY = LocalDate.parse("2013-02-01");

    @Override
    public Object answer(JsonNode input) {
        CurrencyUnit francs = Currencies.of("CHF", "currency");
        DunningPolicy policy = DunningPolicy.of(
                francs, DunningScope.ITEM, List.of(DunningLevel.of("level", 0, 1, ContactKind.LETTER)));
        OpenItem item =
                OpenItem.of(Receivable.of(ReceivableId.of("I"), CUSTOMER, DAY, DAY, Input.amount(input, "open")));
        var account = new AccountView(CUSTOMER, List.of(item), Amount.zero(Input.CURRENCY));
        DunningDecision decision = DunningRun.on(DAY)
                .at(StoredRate.of(Input.CURRENCY, francs, Input.decimal(input, "rate")))
                .decide(DunningAccount.of(account, CollectionHistory.empty(CUSTOMER)), policy);
        return Map.of("open_in_dunning_currency", decision.notices().get(0).claimed());
    }
}
