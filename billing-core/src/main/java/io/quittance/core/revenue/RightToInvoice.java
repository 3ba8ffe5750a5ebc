package io.quittance.core.revenue;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.List;

/**
 * Earned as it may be invoiced: pay per use, hours at a rate, where each unit has a price that corresponds to what the customer gets
 * (IFRS 15.B16, ASC 606-10-55-18). No whole is promised: the obligation begins with a promise of 0.00, each use adds its price on its
 * day by {@link PromiseChange#price}, and all that is promised so far is earned; nothing is remaining (121(b), 50-14(b)). 300 calls
 * at 0.05 on 15 January are 15.00 earned, and unbilled until they are billed.
 */
public record RightToInvoice() implements RecognitionRule, Serializable {
    private static final List<Clause> CLAUSES = List.of(new Clause("B16", "55-18"));

    @Override
    public Progress progress(Performance performance) {
        return new Progress(Fraction.ONE, Explanation.of("revenue.invoiceable", "all that may be invoiced is earned"));
    }

    @Override
    public List<Clause> clauses() {
        return CLAUSES;
    }

    /** Refuses every fact: what is used changes what is promised, by its price. */
    @Override
    public void check(PerformanceFact fact) {
        throw new InvalidArgumentException(
                "recognition.fact", "kind", "must not be given where each use is a change of price", fact.kind());
    }

    @Override
    public String toString() {
        return "as it may be invoiced";
    }
}
