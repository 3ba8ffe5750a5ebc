package io.quittance.testkit.billing;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.Phase;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.usage.UsageEvent;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.PropertyDefaults;

/** One contract as a user writes it: a fee in advance with a trial, calls in arrears, a discount and a minimum. */
@PropertyDefaults(tries = 50)
class RisingContractTest implements ContractBillingContract.Rising {
    private static final Contract CONTRACT = Contract.builder("C-1")
            .customer("ACME")
            .term("2024-01-31", "2024-07-15")
            .currency("EUR")
            .zone("Europe/Berlin")
            .charge(Charge.recurring("platform", FlatFee.of("310.00"))
                    .billed(BillingCycle.monthly().fromStart().inAdvance())
                    .phases(Phase.trial("P14D")))
            .charge(Charge.usage(
                    "api", "calls", GraduatedTiers.upTo("1000", "0").then("0.10")))
            .discount(Discount.percent("partner", "10"))
            .minimum(SpendMinimum.of("50.00"))
            .paymentTerms(PaymentTerms.net(30))
            .build();

    @Override
    public ContractHistory contract() {
        return ContractHistory.of(CONTRACT, Instant.parse("2024-01-10T00:00:00Z"));
    }

    @Override
    public List<UsageEvent> usage() {
        return List.of(
                calls("e-1", "1200", "2024-02-10T10:00:00Z"),
                calls("e-2", "50", "2024-02-29T22:59:59Z"),
                calls("e-3", "1500", "2024-02-29T23:00:00Z"),
                calls("e-4", "999", "2024-07-14T21:59:59Z"),
                calls("e-5", "7", "2024-08-01T10:00:00Z"));
    }

    private static UsageEvent calls(String key, String quantity, String time) {
        return UsageEvent.of(key, "ACME", "calls", quantity, time);
    }
}
