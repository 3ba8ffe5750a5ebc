package io.quittance.core.tax;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;

/** The amounts of a document, those together that are taxed alike, with the exact tax of each. */
final class TaxGroups {
    private static final Fraction HUNDRED = Fraction.of(100);

    /** What amounts have in common that are rounded together: the treatment, and within gross amounts what else is within. */
    private record Key(TaxTreatment treatment, Set<TaxTreatment> within) {}

    /** One amount's exact tax by one treatment. */
    private record Part(int index, TaxTreatment treatment, Fraction tax) {}

    private final List<TaxedAmount> amounts;
    private final boolean gross;
    private final Map<Key, List<Part>> groups = new LinkedHashMap<>();

    private TaxGroups(List<TaxedAmount> amounts, boolean gross) {
        this.amounts = amounts;
        this.gross = gross;
    }

    static TaxGroups of(List<TaxedAmount> amounts, boolean gross) {
        var groups = new TaxGroups(amounts, gross);
        for (int i = 0; i < amounts.size(); i++) {
            groups.add(i, amounts.get(i));
        }
        return groups;
    }

    private void add(int index, TaxedAmount taxed) {
        Set<TaxTreatment> together =
                gross ? taxed.taxes().stream().map(TaxTreatment::withoutReason).collect(Collectors.toSet()) : Set.of();
        Fraction net = taxed.amount().toFraction();
        if (gross) {
            Fraction percent = HUNDRED;
            for (TaxTreatment tax : taxed.taxes()) {
                percent = percent.plus(Fraction.of(tax.rateOrZero().percent()));
            }
            net = net.times(HUNDRED).dividedBy(percent);
        }
        for (TaxTreatment tax : taxed.taxes()) {
            groups.computeIfAbsent(new Key(tax.withoutReason(), together), key -> new ArrayList<>())
                    .add(new Part(index, tax, tax.rateOrZero().on(net)));
        }
    }

    TaxBreakdown breakdown(CurrencyUnit currency, TaxPolicy policy) {
        List<List<Fraction>> exact = groups.values().stream()
                .map(group -> group.stream().map(Part::tax).toList())
                .toList();
        List<List<Amount>> rounded = TaxBreakdown.rounded(exact, currency, policy);
        var taxes = new Amount[amounts.size()];
        Arrays.fill(taxes, Amount.zero(currency));
        int at = 0;
        for (List<Part> group : groups.values()) {
            List<Amount> shares = rounded.get(at++);
            for (int i = 0; i < group.size(); i++) {
                int index = group.get(i).index();
                taxes[index] = taxes[index].add(shares.get(i));
            }
        }
        var subtotals = new LinkedHashMap<TaxTreatment, Subtotal>();
        at = 0;
        for (Map.Entry<Key, List<Part>> group : groups.entrySet()) {
            Subtotal subtotal = subtotals.computeIfAbsent(
                    group.getKey().treatment(), treatment -> new Subtotal(treatment, currency));
            subtotal.add(group.getValue(), rounded.get(at++), taxes);
        }
        Amount total = Amount.zero(currency);
        for (Amount tax : taxes) {
            total = total.add(tax);
        }
        return new TaxBreakdown(subtotals.values().stream().map(Subtotal::get).toList(), List.of(taxes), total);
    }

    /** A subtotal while groups are added to it. */
    private final class Subtotal {
        private final TaxTreatment treatment;
        private final Set<String> codes = new LinkedHashSet<>();
        private final Set<String> reasons = new LinkedHashSet<>();
        private Amount taxable;
        private Amount tax;
        private Fraction exact = Fraction.ZERO;

        Subtotal(TaxTreatment treatment, CurrencyUnit currency) {
            this.treatment = treatment;
            taxable = Amount.zero(currency);
            tax = taxable;
        }

        void add(List<Part> group, List<Amount> shares, Amount[] taxes) {
            for (int i = 0; i < group.size(); i++) {
                Part part = group.get(i);
                Amount amount = amounts.get(part.index()).amount();
                taxable = taxable.add(gross ? amount.subtract(taxes[part.index()]) : amount);
                tax = tax.add(shares.get(i));
                exact = exact.plus(part.tax());
                part.treatment().reasonCode().ifPresent(codes::add);
                part.treatment().reason().ifPresent(reasons::add);
            }
        }

        TaxSubtotal get() {
            Amount base = gross ? taxable.add(tax) : taxable;
            var reason = gross
                    ? Explanation.of(
                            "tax.within",
                            "{0} within {1}: {2}, exactly {3}",
                            treatment,
                            base.toFraction(),
                            tax.toFraction(),
                            exact)
                    : Explanation.of(
                            "tax.on",
                            "{0} of {1}: {2}, exactly {3}",
                            treatment,
                            base.toFraction(),
                            tax.toFraction(),
                            exact);
            return new TaxSubtotal(treatment, taxable, tax, List.copyOf(codes), List.copyOf(reasons), List.of(reason));
        }
    }
}
