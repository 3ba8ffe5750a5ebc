package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a contract charges for the usage of one period: one rated charge for each charge of the terms, in their order, also
 * where nothing was used; then what the terms add for all charges together.
 *
 * <p>The stages are those of {@link Conventions#stages()}: conversion, free units, price, discounts, maximum, commitment,
 * minimum, first for each charge by itself and then for all of them; at last what was billed before is taken off, and a
 * prepaid balance pays what it can.
 *
 * <p>A prepaid balance pays by the period, not by the run: with a balance of P and a period that comes to T so far, it has
 * paid min(max(T, 0), P), and each run adds what that changed. So it pays the same in however many runs a period is billed.
 */
public final class Rating implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RatingRequest request;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<RatedCharge> charges;

    private final BilledBefore after;
    private final Amount prepaid;

    private Rating(RatingRequest request, List<RatedCharge> charges, BilledBefore after, Amount prepaid) {
        this.request = request;
        this.charges = charges;
        this.after = after;
        this.prepaid = prepaid;
    }

    /**
     * Rates the usage of a whole period, of which nothing was billed before, exactly, and rounds each charge once, by {@link
     * ContractTerms#lineRounding()}.
     *
     * @param usage events of this customer within {@code period}, on meters that the contract charges; every key once
     * @throws IllegalArgumentException if an event belongs elsewhere or a key occurs twice: usage is never dropped in
     *     silence; or if a charge model fails
     */
    public static Rating of(Contract contract, List<UsageEvent> usage, ServicePeriod period) {
        return of(RatingRequest.of(contract, usage, period));
    }

    /**
     * Rates a request, and bills the difference to what was billed before.
     *
     * @throws IllegalArgumentException as {@link #of(Contract, List, ServicePeriod)}, if the line of a charge that
     *     never decreases would be negative, if a prepaid balance paid more than was billed, if charges, discounts or a
     *     commitment were billed before that the contract does not have, or if what was billed or paid before is finer than
     *     a line
     */
    public static Rating of(RatingRequest request) {
        ContractTerms terms = request.contract().terms();
        UsageIndex usage = UsageIndex.of(request);
        requireAmounts(request.billedBefore(), terms);
        requireAgreed(request.billedBefore(), request);
        requireBilled(request.billedBefore(), terms);
        var lines = new ArrayList<ChargeLine>();
        BilledBefore before = request.billedBefore();
        Map<String, Fraction> used = new TreeMap<>(before.discounts());
        for (List<ChargePiece> pieces : ChargePieces.of(request)) {
            lines.addAll(ChargePipeline.rate(pieces, request, usage, used));
        }
        ContractPipeline pipeline = ContractPipeline.run(request, lines, used);
        requireKnown(before, pipeline.lines());
        requireNoDecrease(before, pipeline.lines(), terms);
        var charges = new ArrayList<RatedCharge>();
        takeOff(before, pipeline.lines());
        for (ChargeLine line : pipeline.lines()) {
            charges.add(RatedCharge.of(line, terms.currency(), terms.lineRounding()));
        }
        return new Rating(request, List.copyOf(charges), after(request, charges, pipeline), prepaid(request, charges));
    }

    private static void requireKnown(BilledBefore before, List<ChargeLine> lines) {
        Set<ChargeId> known = lines.stream().map(ChargeLine::id).collect(Collectors.toSet());
        for (ChargeId charge : before.charges().keySet()) {
            Require.that(
                    known.contains(charge),
                    "billed.charge",
                    "billedBefore",
                    "must be of charges that the contract has",
                    charge);
        }
    }

    /** Nothing can have been used up of what was never agreed. */
    private static void requireAgreed(BilledBefore before, RatingRequest request) {
        if (before.discounts().isEmpty() && before.commitment().equals(TermCommitment.Progress.NONE)) {
            return;
        }
        ContractTerms terms = request.contract().terms();
        Set<String> agreed = request.versions().stream()
                .map(TermsVersion::terms)
                .flatMap(each -> Stream.concat(
                        each.discounts().list().stream(),
                        each.charges().stream().flatMap(charge -> charge.discounts().list().stream())))
                .map(Discount::id)
                .collect(Collectors.toSet());
        for (String discount : before.discounts().keySet()) {
            Require.that(
                    agreed.contains(discount),
                    "billed.discount",
                    "billedBefore",
                    "must be of discounts that the contract has",
                    discount);
        }
        Require.that(
                terms.commitment().isPresent() || before.commitment().equals(TermCommitment.Progress.NONE),
                "billed.commitment",
                "billedBefore",
                "must be of a commitment that the contract has",
                before.commitment());
    }

    private static void requireAmounts(BilledBefore before, ContractTerms terms) {
        before.charges().forEach((charge, billed) -> requireAmount(billed, "billedBefore[" + charge + "]", terms));
        before.prepaid().ifPresent(paid -> requireAmount(paid, "billedBefore.prepaid", terms));
    }

    private static void requireAmount(Amount amount, String argument, ContractTerms terms) {
        String expected = terms.currency().getCurrencyCode();
        String actual = amount.getCurrency().getCurrencyCode();
        if (!actual.equals(expected)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
        RatingRequest.requireBillable(amount, argument, terms);
    }

    /** Nothing can have paid more than there was to pay. */
    private static void requireBilled(BilledBefore before, ContractTerms terms) {
        Amount zero = Amount.zero(terms.currency());
        Amount billed = before.charges().values().stream().reduce(zero, Amount::add);
        before.prepaid()
                .ifPresent(paid -> Require.that(
                        paid.compareTo(billed.max(zero)) <= 0,
                        "billed.prepaid",
                        "billedBefore.prepaid",
                        "must be at most what was billed in the period, " + billed,
                        paid));
    }

    /** What the customer reads counts: the lines after everything, against what was billed of them. */
    private static void requireNoDecrease(BilledBefore before, List<ChargeLine> lines, ContractTerms terms) {
        Map<ChargeId, Fraction> totals = new TreeMap<>();
        lines.forEach(line -> totals.merge(line.id(), line.total(), Fraction::plus));
        totals.forEach((charge, total) -> {
            Amount billed = before.charges().getOrDefault(charge, Amount.zero(terms.currency()));
            boolean mayFall = terms.charge(charge).map(Charge::isDecreasing).orElse(true);
            if (!mayFall && total.compareTo(billed.toFraction()) < 0) {
                throw new InvalidArgumentException(
                        "rating.decrease",
                        "charges[" + charge + "]",
                        "must not fall below what was billed before, " + billed,
                        total);
            }
        });
    }

    /** Takes what was billed of a charge off its lines in their order, none below zero; the last one bears the rest. */
    private static void takeOff(BilledBefore before, List<ChargeLine> lines) {
        Map<ChargeId, Fraction> left = new TreeMap<>();
        before.charges().forEach((charge, billed) -> left.put(charge, billed.toFraction()));
        Map<ChargeId, ChargeLine> last = new TreeMap<>();
        lines.forEach(line -> last.put(line.id(), line));
        for (ChargeLine line : lines) {
            Fraction billed = left.get(line.id());
            if (billed != null) {
                Fraction off = line.equals(last.get(line.id()))
                        ? billed
                        : billed.min(line.total()).max(Fraction.ZERO);
                takeOff(off, line);
                left.put(line.id(), billed.minus(off));
            }
        }
    }

    private static void takeOff(Fraction billed, ChargeLine line) {
        line.addIfAny(
                Step.of(
                        ChargeLine.BILLED,
                        Fraction.ZERO,
                        Expression.of(billed).negated(),
                        "charge.billed",
                        "billed before: {1}"),
                ChargeLine.BILLED);
    }

    private static BilledBefore after(RatingRequest request, List<RatedCharge> charges, ContractPipeline pipeline) {
        BilledBefore before = request.billedBefore();
        if (!request.isClosing()) {
            BilledBefore after = before.charges(charges);
            Amount prepaid = prepaid(request, charges);
            return prepaid.signum() == 0 && before.prepaid().isEmpty() ? after : after.prepaid(prepaid);
        }
        return before.nextPeriod()
                .commitment(pipeline.progress())
                .discounts(used(before, request, charges, pipeline.taken()));
    }

    /** What the balance has paid of the period so far, this run included. */
    private static Amount prepaid(RatingRequest request, List<RatedCharge> charges) {
        Amount zero = Amount.zero(request.contract().terms().currency());
        Amount soFar = charges.stream().map(RatedCharge::total).reduce(zero, Amount::add);
        Amount whole = request.prepaid().add(paidBefore(request));
        return soFar.max(zero).min(whole);
    }

    private static Amount paidBefore(RatingRequest request) {
        return request.billedBefore()
                .prepaid()
                .orElseGet(() -> Amount.zero(request.contract().terms().currency()));
    }

    /** What was used up of the discounts that are amounts, by the end of this period. */
    private static Map<String, Fraction> used(
            BilledBefore before, RatingRequest request, List<RatedCharge> charges, Map<String, Fraction> taken) {
        Map<String, Fraction> used = new TreeMap<>(before.discounts());
        taken.forEach((discount, amount) -> used.merge(discount, amount, Fraction::plus));
        for (RatedCharge charge : charges) {
            request.versions().stream()
                    .filter(version -> version.key().equals(charge.terms()))
                    .flatMap(version -> version.terms().charge(charge.charge()).stream())
                    .flatMap(own -> own.discounts().list().stream())
                    .filter(discount -> discount.kind() == Discount.Kind.AMOUNT)
                    .forEach(discount -> {
                        Fraction now = takenOff(discount, charge);
                        if (now.signum() != 0) {
                            used.merge(discount.id(), now, Fraction::plus);
                        }
                    });
        }
        return used;
    }

    private static Fraction takenOff(Discount discount, RatedCharge charge) {
        String part = ChargePipeline.discountPart(discount.id());
        return charge.breakdown().steps().stream()
                .filter(step -> step.part().equals(part))
                .map(step -> step.amount().negated())
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** What was rated. */
    public RatingRequest request() {
        return request;
    }

    /** What was agreed. */
    public Contract contract() {
        return request.contract();
    }

    /** The days that were rated. */
    public ServicePeriod period() {
        return request.service();
    }

    /** In the order of the terms; the contract's own commitment and minimum come last, where there are any. */
    public List<RatedCharge> charges() {
        return charges;
    }

    /** The charge with that id, if there is one. */
    public Optional<RatedCharge> charge(String id) {
        ChargeId wanted = new ChargeId(id);
        return charges.stream().filter(charge -> charge.charge().equals(wanted)).findFirst();
    }

    /** What this run bills: the sum of the rounded charges. */
    public Amount total() {
        return charges.stream()
                .map(RatedCharge::amount)
                .reduce(Amount.zero(contract().terms().currency()), Amount::add);
    }

    /**
     * What of the total the prepaid balance pays: what it has paid of the period now, less what it had paid before this run.
     * Negative where a run gives back what the balance had paid: of 40.00, a balance of 30.00 pays 30.00; a second run of
     * -15.00 makes 25.00 of them, so 5.00 return to the balance and 10.00, which were paid beside it, to the customer.
     */
    public Amount prepaidApplied() {
        return prepaid.subtract(paidBefore(request));
    }

    /** What is left of the prepaid balance; the balance of the next run, and more than before where it was restored. */
    public Amount prepaidLeft() {
        return request.prepaid().subtract(prepaidApplied());
    }

    /** What is left to pay of the total; negative where it is to be given back. */
    public Amount amountDue() {
        return total().subtract(prepaidApplied());
    }

    /** What the next run has to know: of the same period after an interim run, of the next period after a closing one. */
    public BilledBefore after() {
        return after;
    }

    @Override
    public String toString() {
        return contract() + " " + period() + ": " + total();
    }

    /** Rated again on the way back in, which checks it. */
    private Object readResolve() {
        return of(request);
    }
}
