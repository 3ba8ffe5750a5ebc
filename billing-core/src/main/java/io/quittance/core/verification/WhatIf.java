package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.usage.UsageSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a run that bills everything would bill, if the contract were another. */
final class WhatIf {
    private final Billing engine;
    private final ContractHistory contract;
    private final UsageSource delivered;
    private final AsOf asOf;
    private final Map<ContractTerms, List<BillLine>> byTerms = new HashMap<>();

    WhatIf(Billing engine, ContractHistory contract, UsageSource delivered, AsOf asOf) {
        this.engine = engine;
        this.contract = contract;
        this.delivered = delivered;
        this.asOf = asOf;
    }

    ContractHistory contract() {
        return contract;
    }

    AsOf asOf() {
        return asOf;
    }

    /** As the contract is. */
    BillRun run() {
        return run(contract);
    }

    /** With other terms in the place of each. */
    List<BillLine> lines(UnaryOperator<ContractTerms> change) {
        return run(contract.withTerms(change)).lines();
    }

    /** With these terms from the beginning to the end. */
    List<BillLine> lines(ContractTerms only) {
        return byTerms.computeIfAbsent(only, terms -> lines(each -> terms));
    }

    private BillRun run(ContractHistory history) {
        return engine.bill(history, delivered, BillingHistory.none(), asOf);
    }
}
