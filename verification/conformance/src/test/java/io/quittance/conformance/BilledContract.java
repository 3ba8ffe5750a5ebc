package io.quittance.conformance;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledLine;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** What the adapters share that put a case through {@link Billing}: a contract of one period, its amendment, and its runs. */
final class BilledContract {
    /** When an amendment is recorded. */
    static final Instant AMENDED = Instant.EPOCH.plusSeconds(1);

    private ContractHistory contract;
    private BilledPeriods history = BilledPeriods.none();

    /** A contract that holds for the period. */
    BilledContract(ServicePeriod period, ContractTerms terms) {
        var signed = Contract.of(new ContractId("case"), new CustomerId("customer"), period, terms);
        contract = ContractHistory.of(signed, Instant.EPOCH);
    }

    /** A fee for the whole period, billed on its first day. */
    static Charge fee(String id, BigDecimal amount, ServicePeriod period) {
        return Charge.recurring(id, FlatFee.of(amount)).billed(cycle(period).inAdvance());
    }

    private static BillingCycle cycle(ServicePeriod period) {
        return BillingCycle.every(Period.ofDays((int) period.days())).from(period.start());
    }

    /** Terms of the period with these charges, and with one of nothing, since terms have a charge at least. */
    static ContractTerms terms(List<Charge> charges, ServicePeriod period, Conventions conventions, Rounding rounding) {
        ContractTerms.Builder builder = ContractTerms.builder()
                .currency(Input.CURRENCY)
                .zone("UTC")
                .paymentTerms(PaymentTerms.net(30))
                .billed(cycle(period))
                .lineRounding(rounding)
                .conventions(conventions)
                .charge(Charge.usage("nothing", "nothing", PerUnit.of("0")));
        charges.forEach(builder::charge);
        return builder.build();
    }

    void amend(Amendment amendment) {
        contract = contract.amended(amendment);
    }

    /** Bills what is due on a day. */
    BillRun run(LocalDate day) {
        BillRun run = Billing.engine().bill(contract, UsageSource.none(), history, day);
        history = history.after(run);
        return run;
    }

    /** So much of every line was given back beside the runs. */
    void credit(Amount amount) {
        for (BilledPeriod period : history.periods()) {
            List<BilledLine> lines =
                    period.lines().stream().map(line -> line.credited(amount)).toList();
            history = history.with(BilledPeriod.of(
                    period.cycle(),
                    period.number(),
                    period.period(),
                    period.isClosed(),
                    lines,
                    period.before(),
                    period.after()));
        }
    }

    /** The days for which something is billed after all runs, in order. */
    List<ServicePeriod> billedDays() {
        return history.periods().stream()
                .flatMap(period -> period.lines().stream())
                .filter(line -> line.amount().signum() != 0)
                .map(BilledLine::days)
                .sorted()
                .toList();
    }

    /** The amounts of a run's lines of a kind, without those of nothing. */
    static List<Amount> amounts(BillRun run, BillLine.Kind kind) {
        return run.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(BillLine::amount)
                .filter(amount -> amount.signum() != 0)
                .toList();
    }
}
