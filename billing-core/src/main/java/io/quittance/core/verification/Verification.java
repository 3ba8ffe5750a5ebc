package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingFinding;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PriceIndex;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was invoiced against the contract and what was delivered. What should have been invoiced is what a bill run bills that
 * begins with nothing; lines of both sides are put together by charge and days, and {@link VerificationRule}s explain each difference.
 *
 * <p>Give it all that was invoiced for the days: issued documents, credit notes, and the drafts that are about to be issued. Of an
 * invoice that another system made, give its lines.
 *
 * <pre>{@code
 * VerificationReport report = Verification.of(contract, usage, LocalDate.parse("2026-02-01")).check(lines);
 * report.leakage();
 * }</pre>
 *
 * <p>A verification rates the whole contract once, and once more for each price that is tried to explain a difference.
 */
public final class Verification {
    /** What says nothing of a delivery: documents do not wait here, and a contract that is not known has none. */
    private static final Set<BillingFinding.Code> UNCOUNTED =
            Set.of(BillingFinding.Code.BELOW_MINIMUM, BillingFinding.Code.NOT_STARTED);

    private final Billing engine;
    private final ContractHistory contract;
    private final UsageSource delivered;
    private final AsOf asOf;
    private final @Nullable IssueTarget target;
    private final @Nullable ServicePeriod days;
    private final List<VerificationRule> rules;

    private Verification(
            Billing engine,
            ContractHistory contract,
            UsageSource delivered,
            AsOf asOf,
            @Nullable IssueTarget target,
            @Nullable ServicePeriod days,
            List<VerificationRule> rules) {
        this.engine = engine;
        this.contract = requireNonNull(contract, "contract");
        this.delivered = requireNonNull(delivered, "delivered");
        this.asOf = requireNonNull(asOf, "asOf");
        this.target = target;
        this.days = days;
        this.rules = List.copyOf(rules);
        Dates.inCalendar(asOf.date(), "date");
    }

    /**
     * A verification of all that is due by a day.
     *
     * @param delivered all usage of the days that are verified; delivery notes become usage by {@link DeliveryRecord#usage}
     * @param asOf the day up to which it is due, as in a bill run, and the instant up to which amendments count
     */
    public static Verification of(ContractHistory contract, UsageSource delivered, AsOf asOf) {
        return new Verification(Billing.engine(), contract, delivered, asOf, null, null, VerificationRule.standard());
    }

    /** As {@link #of(ContractHistory, UsageSource, AsOf)}, with all amendments that are known. */
    public static Verification of(ContractHistory contract, UsageSource delivered, LocalDate date) {
        return of(contract, delivered, AsOf.endOf(date));
    }

    /** As {@link #of(ContractHistory, UsageSource, LocalDate)}, for a contract that was never amended. */
    public static Verification of(Contract contract, UsageSource delivered, LocalDate date) {
        return of(ContractHistory.of(contract, Instant.EPOCH), delivered, date);
    }

    /** The same with the published values of price indexes. */
    public Verification index(PriceIndex published) {
        return new Verification(engine.index(published), contract, delivered, asOf, target, days, rules);
    }

    /**
     * The same, where invoices are to be issued by a day: what is invoiced later is {@link VerificationFinding.Code#LATE}, what is
     * not invoiced and still in time is {@link VerificationFinding.Code#PENDING}. Without it nothing is late, and all that is due is
     * to be invoiced.
     */
    public Verification issuedBy(IssueTarget newTarget) {
        return new Verification(engine, contract, delivered, asOf, requireNonNull(newTarget, "target"), days, rules);
    }

    /**
     * The same for some days: lines of others are left out on both sides. What was invoiced for a charge on days that overlap them is
     * compared as a whole, so give all lines of such periods.
     */
    public Verification during(ServicePeriod some) {
        return new Verification(engine, contract, delivered, asOf, target, requireNonNull(some, "days"), rules);
    }

    /** The same by other rules, which are asked in their order; begin with {@link VerificationRule#standard()} to add to them. */
    public Verification by(List<VerificationRule> newRules) {
        return new Verification(engine, contract, delivered, asOf, target, days, newRules);
    }

    /**
     * Compares.
     *
     * @param invoiced lines of the contract, in any order: what is found does not depend on it
     * @throws IllegalArgumentException if a line is of another contract or in another currency, or a rule fails
     */
    public VerificationReport check(List<InvoicedLine> invoiced) {
        List<InvoicedLine> lines = checked(invoiced);
        var whatIf = new WhatIf(engine, contract, delivered, asOf);
        BillRun run = whatIf.run();
        Deadlines deadlines = Deadlines.of(contract, asOf, target);
        var result = new Comparisons(contract, rules);
        for (Cell cell : Cell.of(run.lines(), lines, new ChargeOfLine(contract, asOf, run.lines()))) {
            if (isAsked(cell.days())) {
                result.add(new ComparedCell(whatIf, cell, deadlines.of(cell), isRated(cell, run)));
            }
        }
        List<BillingFinding> unbilled = run.findings().stream()
                .filter(finding -> !UNCOUNTED.contains(finding.code()) && isAsked(finding.period()))
                .toList();
        return result.report(unbilled);
    }

    private List<InvoicedLine> checked(List<InvoicedLine> lines) {
        String currency = contract.signed().terms().currency().getCurrencyCode();
        for (int i = 0; i < lines.size(); i++) {
            InvoicedLine line = requireNonNull(lines.get(i), "invoiced[" + i + "]");
            Require.that(
                    line.contract().equals(contract.signed().id()),
                    "verification.contract",
                    "invoiced[" + i + "].contract",
                    "must be " + contract.signed().id(),
                    line.contract());
            String actual = line.amount().getCurrency().getCurrencyCode();
            if (!actual.equals(currency)) {
                throw new CurrencyMismatchException("invoiced[" + i + "].amount", currency, actual);
            }
        }
        return lines.stream().sorted(LineOrder.BY_CONTENT).toList();
    }

    private boolean isAsked(ServicePeriod some) {
        return days == null || days.intersection(some).isPresent();
    }

    /** Whether the charge could be rated; lines of the terms wait for all charges. */
    private static boolean isRated(Cell cell, BillRun run) {
        return run.findings().stream()
                .filter(finding -> finding.code() == BillingFinding.Code.NOT_RATED && cell.has(finding.period()))
                .noneMatch(finding -> cell.charge()
                        .filter(charge -> ContractTerms.isOwnLine(charge)
                                || finding.path().equals("charges[" + charge + "]"))
                        .isPresent());
    }

    /** For example {@code verification of C-1 as of 2026-02-01}. */
    @Override
    public String toString() {
        return "verification of " + contract.signed().id() + " as of " + asOf.date();
    }
}
