package io.quittance.benchmarks.w2;

import static io.quittance.benchmarks.w2.Subscriptions.END_DAY;
import static io.quittance.benchmarks.w2.Subscriptions.FIRST_DAY;

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
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bill run that ships, with the reasons of every line: contracts and their amendments go in, lines and documents come out.
 * Another price is another plan, so that each part of a month is rounded on its own, as the workload wants.
 */
final class BillRuns {
    private static final Billing ENGINE = Billing.engine();
    private static final UsageSource NO_USAGE = UsageSource.none();
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private BillRuns() {}

    /** A contract for each subscription: other prices and the cancellation are amendments of their first day. */
    static List<ContractHistory> contracts(Subscriptions in) {
        var terms = new HashMap<BigDecimal, ContractTerms>();
        var contracts = new ArrayList<ContractHistory>();
        for (int row = 0; row < in.rows; row++) {
            ContractTerms agreed = terms(terms, in.price(row));
            int i = in.subscription[row];
            if (i == contracts.size()) {
                contracts.add(signed(i, new ServicePeriod(in.start(row), END_DAY), agreed));
            } else {
                LocalDate day = in.start(row);
                contracts.set(i, contracts.get(i).amended(Amendment.terms("change", day, known(day), agreed)));
            }
            if (in.isCancelled(i) && (row + 1 == in.rows || in.subscription[row + 1] != i)) {
                LocalDate day = in.end(row);
                contracts.set(i, contracts.get(i).amended(Amendment.end("cancellation", day, known(day))));
            }
        }
        return contracts;
    }

    /** Contracts at the first price of each subscription, without an end and never amended. */
    static List<ContractHistory> withoutEnd(Subscriptions in) {
        var terms = new HashMap<BigDecimal, ContractTerms>();
        var contracts = new ArrayList<ContractHistory>();
        for (int row = 0; row < in.rows; row++) {
            if (in.subscription[row] == contracts.size()) {
                contracts.add(signed(
                        contracts.size(), new ServicePeriod(in.start(row), FOREVER), terms(terms, in.price(row))));
            }
        }
        return contracts;
    }

    private static Instant known(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ContractHistory signed(int i, ServicePeriod term, ContractTerms terms) {
        var contract = Contract.of(new ContractId("C-" + i), new CustomerId("U-" + i), term, terms);
        return ContractHistory.of(contract, known(FIRST_DAY));
    }

    private static ContractTerms terms(Map<BigDecimal, ContractTerms> known, BigDecimal price) {
        return known.computeIfAbsent(
                price,
                fee -> ContractTerms.builder()
                        .currency("EUR")
                        .zone("UTC")
                        .paymentTerms(PaymentTerms.net(30))
                        .charge(Charge.recurring("plan-" + fee, FlatFee.of(fee))
                                .billed(BillingCycle.monthly().inAdvance()))
                        .build());
    }

    /** The year in one run. */
    static long year(List<ContractHistory> contracts) {
        var checksum = new Checksum();
        for (int i = 0; i < contracts.size(); i++) {
            add(checksum, i, ENGINE.bill(contracts.get(i), NO_USAGE, BilledPeriods.none(), END_DAY.minusDays(1)));
        }
        return checksum.value();
    }

    /** A run on the last day of each month, with all that happened in the month. */
    static long twelveMonths(List<ContractHistory> contracts) {
        var checksum = new Checksum();
        for (int i = 0; i < contracts.size(); i++) {
            BilledPeriods history = BilledPeriods.none();
            for (LocalDate next = FIRST_DAY.plusMonths(1); !next.isAfter(END_DAY); next = next.plusMonths(1)) {
                BillRun run = ENGINE.bill(contracts.get(i), NO_USAGE, history, next.minusDays(1));
                history = history.after(run);
                add(checksum, i, run);
            }
        }
        return checksum.value();
    }

    /**
     * A run on the first day of each month, which knows what was known by then and corrects the month before: the lines that
     * are left after all corrections.
     *
     * @throws IllegalStateException if what the runs billed is not what is left
     */
    static long corrected(List<ContractHistory> contracts) {
        var checksum = new Checksum();
        for (int i = 0; i < contracts.size(); i++) {
            BilledPeriods history = BilledPeriods.none();
            long billed = 0;
            for (LocalDate day = FIRST_DAY; !day.isAfter(END_DAY); day = day.plusMonths(1)) {
                BillRun run = ENGINE.bill(contracts.get(i), NO_USAGE, history, AsOf.of(day, known(day)));
                history = history.after(run);
                billed += cents(run.total());
            }
            billed -= add(checksum, i, history);
            if (billed != 0) {
                throw new IllegalStateException(billed + " cents too much were billed of " + contracts.get(i));
            }
        }
        return checksum.value();
    }

    /** What was billed of the contracts by a day. */
    static List<BilledPeriods> billedBy(LocalDate day, List<ContractHistory> contracts) {
        return contracts.stream()
                .map(contract -> BilledPeriods.none().after(ENGINE.bill(contract, NO_USAGE, BilledPeriods.none(), day)))
                .toList();
    }

    /** A run on a day after earlier ones. */
    static long month(List<ContractHistory> contracts, List<BilledPeriods> before, LocalDate day) {
        var checksum = new Checksum();
        for (int i = 0; i < contracts.size(); i++) {
            BillRun run = ENGINE.bill(contracts.get(i), NO_USAGE, before.get(i), day);
            before.get(i).after(run);
            add(checksum, i, run);
        }
        return checksum.value();
    }

    private static void add(Checksum checksum, int subscription, BillRun run) {
        for (BillLine line : run.lines()) {
            add(checksum, subscription, line.days(), line.amount());
        }
    }

    /** Answers what was billed in all; a line that was taken back stays there without an amount. */
    private static long add(Checksum checksum, int subscription, BilledPeriods history) {
        long billed = 0;
        for (BilledPeriod period : history.periods()) {
            for (BilledLine line : period.lines()) {
                if (line.amount().signum() != 0) {
                    add(checksum, subscription, line.days(), line.amount());
                    billed += cents(line.amount());
                }
            }
        }
        return billed;
    }

    private static void add(Checksum checksum, int subscription, ServicePeriod days, Amount amount) {
        checksum.line(subscription, days.start().toEpochDay(), days.end().toEpochDay(), cents(amount));
    }

    private static long cents(Amount amount) {
        return amount.toUnscaledLong(2);
    }
}
