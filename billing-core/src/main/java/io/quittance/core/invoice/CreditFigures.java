package io.quittance.core.invoice;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.tax.TaxedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is credited of an invoice, with one more note: lines, what of the document's allowances and charges belongs to them, and
 * both without tax. What is in the note is that less what the notes before have, so that every rounding of theirs is made up for,
 * and all of them together come to the invoice.
 */
final class CreditFigures {
    private final CreditedSoFar before;
    private final InvoiceDraft invoice;
    private final Map<Integer, CreditedPart> parts;
    private final List<Amount> lines = new ArrayList<>();
    private final List<Fraction> shares = new ArrayList<>();
    private final List<Amount> allowances = new ArrayList<>();
    private final List<Amount> lineNets = new ArrayList<>();
    private final List<Amount> allowanceNets = new ArrayList<>();
    /** Which allowances and charges the note has a part of. */
    private final List<Integer> touched = new ArrayList<>();

    CreditFigures(CreditedSoFar before, Map<Integer, CreditedPart> parts) {
        this.before = before;
        this.parts = parts;
        invoice = before.draft();
        addLines();
        addAllowances();
        addNets();
    }

    private void addLines() {
        for (int i = 0; i < invoice.lines().size(); i++) {
            CreditedPart part = parts.get(i);
            Amount whole = invoice.lines().get(i).netAmount();
            Amount credited = part == null ? before.amount(i) : before.amount(i).add(part.amount());
            Fraction share = part == null
                    ? before.share(i)
                    : before.share(i).plus(part.line().share());
            lines.add(credited);
            shares.add(whole.signum() == 0 ? share : credited.toFraction().dividedBy(whole.toFraction()));
        }
    }

    /**
     * What of each allowance and charge belongs to what is credited of the lines that it is for. Those that are taxed alike are
     * rounded as a running total: together they are never more than half a minor unit off.
     */
    private void addAllowances() {
        var totals = new HashMap<Set<TaxTreatment>, RunningTotal>();
        for (int j = 0; j < invoice.allowanceCharges().size(); j++) {
            AllowanceCharge whole = invoice.allowanceCharges().get(j);
            Set<TaxTreatment> treatment = treatment(whole.taxes());
            Map<Integer, Fraction> weights = CreditBasis.of(invoice.lines(), treatment);
            Fraction all = Fraction.ZERO;
            Fraction credited = Fraction.ZERO;
            boolean isTouched = false;
            for (Map.Entry<Integer, Fraction> weight : weights.entrySet()) {
                all = all.plus(weight.getValue());
                credited = credited.plus(weight.getValue().times(shares.get(weight.getKey())));
                isTouched |= parts.containsKey(weight.getKey());
            }
            Fraction exact = whole.signed().toFraction().times(credited).dividedBy(all);
            Amount rounded = totals.computeIfAbsent(treatment, key -> new RunningTotal(before.currency()))
                    .next(exact);
            allowances.add(isTouched ? rounded : before.allowance(j));
            if (allowances.get(j).compareTo(before.allowance(j)) != 0) {
                touched.add(j);
            }
        }
    }

    static Set<TaxTreatment> treatment(List<TaxTreatment> taxes) {
        return taxes.stream().map(TaxTreatment::withoutReason).collect(Collectors.toSet());
    }

    private void addNets() {
        if (!invoice.pricesIncludeTax()) {
            lineNets.addAll(lines);
            allowanceNets.addAll(allowances);
            return;
        }
        var items = new ArrayList<CreditNets.Item>();
        for (int i = 0; i < lines.size(); i++) {
            items.add(new CreditNets.Item(
                    treatment(invoice.lines().get(i).taxes()),
                    invoice.lineNetAmounts().get(i),
                    before.net(i),
                    shares.get(i),
                    parts.containsKey(i)));
        }
        for (int j = 0; j < allowances.size(); j++) {
            AllowanceCharge whole = invoice.allowanceCharges().get(j);
            Amount net = invoice.allowanceChargeNetAmounts().get(j);
            boolean isInNote = touched.contains(j);
            items.add(new CreditNets.Item(
                    treatment(whole.taxes()),
                    whole.kind() == AllowanceCharge.Kind.ALLOWANCE ? net.negate() : net,
                    before.allowanceNet(j),
                    isInNote
                            ? allowances
                                    .get(j)
                                    .toFraction()
                                    .dividedBy(whole.signed().toFraction())
                            : Fraction.ZERO,
                    isInNote));
        }
        List<Amount> nets = CreditNets.of(items);
        lineNets.addAll(nets.subList(0, lines.size()));
        allowanceNets.addAll(nets.subList(lines.size(), nets.size()));
    }

    /** What the note has of a line without tax. */
    Amount lineNet(int index) {
        return lineNets.get(index).subtract(before.net(index));
    }

    /** Which allowances and charges of the document the note has a part of, in order. */
    List<Integer> allowances() {
        return touched;
    }

    /** What the note has of an allowance, below zero, or a charge. */
    Amount allowance(int index) {
        return allowances.get(index).subtract(before.allowance(index));
    }

    Amount allowanceNet(int index) {
        return allowanceNets.get(index).subtract(before.allowanceNet(index));
    }

    /** All that is credited, with this note, without tax: the lines that count, then allowances and charges. */
    List<TaxedAmount> all() {
        var all = new ArrayList<TaxedAmount>();
        for (int i = 0; i < lineNets.size(); i++) {
            if (invoice.lines().get(i).status() == InvoiceLine.Status.DETAIL) {
                all.add(new TaxedAmount(lineNets.get(i), invoice.lines().get(i).taxes()));
            }
        }
        for (int j = 0; j < allowanceNets.size(); j++) {
            all.add(new TaxedAmount(
                    allowanceNets.get(j), invoice.allowanceCharges().get(j).taxes()));
        }
        return all;
    }

    /** What is in the note, without tax: its lines, then its allowances and charges. */
    List<TaxedAmount> ofNote() {
        var amounts = new ArrayList<TaxedAmount>();
        for (int index : parts.keySet()) {
            amounts.add(
                    new TaxedAmount(lineNet(index), invoice.lines().get(index).taxes()));
        }
        for (int index : touched) {
            amounts.add(new TaxedAmount(
                    allowanceNet(index), invoice.allowanceCharges().get(index).taxes()));
        }
        return amounts;
    }

    /**
     * What of all that is credited, with this note, is tax within its prices, by treatment; of what several authorities tax, each has
     * its part by its rate.
     */
    Map<TaxTreatment, Amount> within() {
        var differences = new LinkedHashMap<Set<TaxTreatment>, Amount>();
        for (int i = 0; i < lines.size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            if (line.status() == InvoiceLine.Status.DETAIL) {
                differences.merge(treatment(line.taxes()), lines.get(i).subtract(lineNets.get(i)), Amount::add);
            }
        }
        for (int j = 0; j < allowances.size(); j++) {
            Amount difference = allowances.get(j).subtract(allowanceNets.get(j));
            differences.merge(treatment(invoice.allowanceCharges().get(j).taxes()), difference, Amount::add);
        }
        var within = new HashMap<TaxTreatment, Amount>();
        differences.forEach((treatments, difference) -> addByRate(treatments, difference, within));
        return within;
    }

    private void addByRate(Set<TaxTreatment> treatments, Amount difference, Map<TaxTreatment, Amount> within) {
        List<TaxTreatment> rated = treatments.stream()
                .filter(treatment -> treatment.rateOrZero().percent().signum() > 0)
                .sorted(Comparator.comparing(TaxTreatment::toString))
                .toList();
        if (rated.isEmpty()) {
            return; // nothing of these prices is tax
        }
        List<BigDecimal> rates = rated.stream()
                .map(treatment -> treatment.rateOrZero().percent())
                .toList();
        int scale = Rounding.toMinorUnit(before.currency()).scale();
        List<Amount> parts = Apportionment.largestRemainder(scale).split(difference, rates);
        for (int i = 0; i < parts.size(); i++) {
            within.merge(rated.get(i), parts.get(i), Amount::add);
        }
    }

    /** Whether nothing is left to credit of all that is taxed so. */
    boolean isComplete(TaxTreatment treatment) {
        for (int i = 0; i < lines.size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            if (treatment(line.taxes()).contains(treatment)
                    && line.status() == InvoiceLine.Status.DETAIL
                    && lines.get(i).compareTo(line.netAmount()) != 0) {
                return false;
            }
        }
        for (int j = 0; j < allowances.size(); j++) {
            AllowanceCharge whole = invoice.allowanceCharges().get(j);
            if (treatment(whole.taxes()).contains(treatment)
                    && allowances.get(j).compareTo(whole.signed()) != 0) {
                return false;
            }
        }
        return true;
    }
}
