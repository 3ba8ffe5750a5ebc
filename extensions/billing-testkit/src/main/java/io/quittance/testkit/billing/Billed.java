package io.quittance.testkit.billing;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.BillingFinding;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The runs of a life, one after the other, each after what those before it billed. */
final class Billed {
    private final BillingLife life;
    private final List<Step> steps = new ArrayList<>();

    /** A run, and what was billed before it and after it. */
    record Step(AsOf asOf, ReportedSource usage, BilledPeriods before, BillRun run, BilledPeriods after) {}

    private Billed(BillingLife life) {
        this.life = life;
    }

    static Billed by(BillingEngine engine, BillingLife life) {
        var billed = new Billed(life);
        life.runs().forEach(asOf -> billed.bill(engine, life.contract(), asOf));
        return billed;
    }

    private Step bill(BillingEngine engine, ContractHistory contract, AsOf asOf) {
        var usage = new ReportedSource(life.usage(), knownBefore(), asOf.knownAt());
        BilledPeriods before = after();
        BillRun run = engine.bill(contract, usage, before, asOf);
        var step = new Step(asOf, usage, before, run, before.after(run));
        steps.add(step);
        return step;
    }

    /** One more run, with a contract that has changed. */
    Billed then(BillingEngine engine, ContractHistory contract, AsOf asOf) {
        bill(engine, contract, asOf);
        return this;
    }

    private Instant knownBefore() {
        return steps.isEmpty() ? Instant.MIN : last().asOf().knownAt();
    }

    List<Step> steps() {
        return steps;
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    BilledPeriods after() {
        return steps.isEmpty() ? BilledPeriods.none() : last().after();
    }

    List<BillLine> lines() {
        return steps.stream().flatMap(step -> step.run().lines().stream()).toList();
    }

    /** The kinds of findings that there were. */
    Set<BillingFinding.Code> findings() {
        Set<BillingFinding.Code> codes = EnumSet.noneOf(BillingFinding.Code.class);
        steps.forEach(step -> step.run().findings().forEach(finding -> codes.add(finding.code())));
        return codes;
    }

    Map<String, Amount> sums() {
        return sums(life.contract(), lines());
    }

    /** What lines add up to, by charge and period; without what comes to nothing. */
    static Map<String, Amount> sums(ContractHistory contract, List<BillLine> lines) {
        Map<String, Amount> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(place(contract, line), line.amount(), Amount::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    /**
     * What lines add up to, by charge, period and treatment. What is counted over the whole term is taxed by the days up to which
     * a run bills it, and counts by charge alone.
     */
    static Map<String, Amount> taxed(ContractHistory contract, List<BillLine> lines) {
        Map<String, Amount> sums = new TreeMap<>();
        for (BillLine line : lines) {
            String place = place(contract, line);
            List<String> taxes = line.taxes().stream()
                    .map(tax -> tax.withoutReason().toString())
                    .sorted()
                    .toList();
            sums.merge(isOverTerm(contract, line) ? place : place + " " + taxes, line.amount(), Amount::add);
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    /** The charge and the period of a line; what is counted over the whole term is one, however long that is. */
    static String place(ContractHistory contract, BillLine line) {
        return line.charge() + " "
                + (isOverTerm(contract, line) ? "over the term" : line.period().toString());
    }

    private static boolean isOverTerm(ContractHistory contract, BillLine line) {
        return contract.terms(line.terms())
                .flatMap(terms -> terms.charge(line.charge()))
                .map(Charge::kind)
                .filter(kind -> kind.isOverTerm())
                .isPresent();
    }
}
