package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.CREDITED;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What credit notes give back beside the terms, and what is left to be explained without it. A credit note may also correct an error;
 * which of the two is tried in this order:
 *
 * <ol>
 *   <li>Right in sum, to the cent: with all credits, without any, without one of them, with one of them. 49.80 for 41.50 and 8.30 given
 *       back are right.
 *   <li>Right in sum to within rounding: without any, with all, without one, with one.
 *   <li>Without any credit, where rules explain all of what is left: 49.80 at the price of other terms and 5.00 given back are a
 *       difference of 8.30 and a credit of 5.00.
 *   <li>With all credits, where they correct a part of what no rule explains: 350.00 for 310.00 and 30.00 given back are 10.00 too much.
 *       They never make too much into too little.
 *   <li>Without any: 300.00 for 310.00 and 31.00 given back are 10.00 too little and a credit of 31.00.
 * </ol>
 *
 * <p>Where the charge could not be rated, nothing is known of what a credit note corrects, and all lines are left.
 *
 * @param rest the comparison without what is beside the terms, explained
 * @param beside lines of credit notes
 */
record CreditNotes(Explained rest, List<InvoicedLine> beside) {

    /**
     * Tells what is beside the terms.
     *
     * @param rules explain a comparison
     */
    static CreditNotes of(ComparedCell whole, Function<ComparedCell, Explained> rules) {
        List<InvoicedLine> credits = Pairing.beside(whole.expected(), whole.invoiced());
        if (credits.isEmpty() || !whole.isRated()) {
            return new CreditNotes(rules.apply(whole), List.of());
        }
        Optional<List<InvoicedLine>> right = groups(List.of(), credits, credits)
                .filter(beside -> whole.open().subtract(sum(beside, whole)).signum() == 0)
                .findFirst()
                .or(() -> groups(credits, List.of(), credits)
                        .filter(beside -> isRounded(whole, beside))
                        .findFirst());
        return right.map(beside -> new CreditNotes(rules.apply(whole.lacking(beside)), beside))
                .orElseGet(() -> wrong(whole, credits, rules));
    }

    private static Stream<List<InvoicedLine>> groups(
            List<InvoicedLine> first, List<InvoicedLine> second, List<InvoicedLine> credits) {
        var groups = new ArrayList<List<InvoicedLine>>();
        groups.add(first);
        groups.add(second);
        for (int i = credits.size() - 1; i >= 0; i--) { // of two that are the same, the later one is beside the terms
            groups.add(List.of(credits.get(i)));
        }
        for (int i = 0; i < credits.size(); i++) {
            var others = new ArrayList<>(credits);
            others.remove(i);
            groups.add(others);
        }
        return groups.stream();
    }

    private static boolean isRounded(ComparedCell whole, List<InvoicedLine> beside) {
        Amount rest = whole.open().subtract(sum(beside, whole));
        return whole.lacking(beside).isNothing(rest); // fewer lines, less rounding
    }

    private static CreditNotes wrong(
            ComparedCell whole, List<InvoicedLine> credits, Function<ComparedCell, Explained> rules) {
        Explained without = rules.apply(whole.lacking(credits));
        int sign = without.unexplained().signum();
        if (sign != 0) {
            Explained all = rules.apply(whole);
            boolean isLess =
                    all.unexplained().abs().isLessThan(without.unexplained().abs());
            if (isLess && whole.open().signum() == sign && all.unexplained().signum() != -sign) {
                return new CreditNotes(all, List.of());
            }
        }
        return new CreditNotes(without, credits);
    }

    /** A credit that is there once more than what it corrects is a duplicate; others are given back. */
    List<Cause> causes() {
        var causes = new ArrayList<Cause>();
        var given = new ArrayList<InvoicedLine>();
        for (InvoicedLine line : beside) {
            rest.comparison().invoiced().stream()
                    .filter(other -> other.isCredit() && DuplicateRule.isSame(other, line))
                    .findFirst()
                    .ifPresentOrElse(other -> causes.add(DuplicateRule.cause(other, line)), () -> given.add(line));
        }
        Amount sum = sum(given, rest.comparison());
        if (sum.signum() != 0) {
            causes.add(Cause.of(
                            CREDITED,
                            sum,
                            Explanation.of(
                                    "verification.credited", "{0} were given back by a credit note", sum.negate()))
                    .about(given));
        }
        return causes;
    }

    private static Amount sum(List<InvoicedLine> lines, Comparison comparison) {
        return lines.stream()
                .map(InvoicedLine::amount)
                .reduce(Amount.zero(comparison.open().getCurrency()), Amount::add);
    }
}
