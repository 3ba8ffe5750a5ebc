package io.quittance.testkit.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;

/** Asks a policy, which may throw or answer otherwise than it must, so that a law can look at amounts alone. */
final class AskedPolicy {
    private AskedPolicy() {}

    /**
     * What the law says of the answers for these documents, asked for in this order; that the policy does not answer, with the
     * first for which it does not.
     */
    static List<BrokenLaw> judged(
            TaxPolicy policy,
            CurrencyUnit currency,
            List<List<List<Fraction>>> questions,
            Function<List<List<List<Amount>>>, List<BrokenLaw>> judge) {
        var answers = new ArrayList<List<List<Amount>>>();
        for (List<List<Fraction>> exact : questions) {
            List<List<Amount>> answer;
            Optional<String> wrong;
            try {
                answer = policy.round(exact, currency);
                wrong = wrong(answer, exact, currency);
            } catch (RuntimeException e) {
                return List.of(new BrokenLaw(TaxLaw.ANSWERS, "threw " + e + " for " + exact));
            }
            if (wrong.isPresent()) {
                return List.of(new BrokenLaw(TaxLaw.ANSWERS, wrong.get() + " for " + exact));
            }
            answers.add(answer.stream().map(List::copyOf).toList());
        }
        return judge.apply(answers);
    }

    private static Optional<String> wrong(
            List<List<Amount>> answer, List<List<Fraction>> exact, CurrencyUnit currency) {
        boolean complete = answer != null && answer.size() == exact.size();
        for (int i = 0; complete && i < exact.size(); i++) {
            List<Amount> group = answer.get(i);
            complete = group != null && group.size() == exact.get(i).size();
        }
        if (!complete) {
            return Optional.of("answered " + answer);
        }
        for (List<Amount> group : answer) {
            for (Amount tax : group) {
                MinorUnits.require(tax, currency, "tax");
            }
        }
        return Optional.empty();
    }
}
