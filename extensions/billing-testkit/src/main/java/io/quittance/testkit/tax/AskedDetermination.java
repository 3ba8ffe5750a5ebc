package io.quittance.testkit.tax;

import io.quittance.core.error.Refusal;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.testkit.BrokenLaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks a determination, which may refuse, throw or answer otherwise than it must, so that a law can look at answers alone. */
final class AskedDetermination {
    private AskedDetermination() {}

    /**
     * What a determination says of a supply.
     *
     * @param taxes how it is taxed; empty where it refuses
     * @param refusal in words; empty where it does not
     */
    record Answer(List<TaxTreatment> taxes, Optional<String> refusal) {
        @Override
        public String toString() {
            return refusal.map(text -> "refused: " + text).orElse(taxes.toString());
        }
    }

    /**
     * What the law says of the answers for these supplies, asked for in this order; that the determination does not answer, with
     * the first for which it does not.
     */
    static List<BrokenLaw> judged(
            TaxDetermination determination,
            List<TaxableSupply> questions,
            Function<List<Answer>, List<BrokenLaw>> judge) {
        var answers = new ArrayList<Answer>();
        for (TaxableSupply supply : questions) {
            List<TaxTreatment> taxes;
            try {
                taxes = determination.taxes(supply);
            } catch (RuntimeException e) {
                if (e instanceof IllegalArgumentException && e instanceof Refusal) {
                    answers.add(new Answer(List.of(), Optional.of(e.toString())));
                    continue;
                }
                return broken("threw " + e, supply);
            }
            try {
                answers.add(new Answer(supply.taxedBy(asked -> taxes), Optional.empty()));
            } catch (RuntimeException e) {
                return broken("answered " + taxes, supply);
            }
        }
        return judge.apply(answers);
    }

    /** What the law says of the day from which on the determination is corrected; that it does not answer. */
    static List<BrokenLaw> changed(
            TaxDetermination determination,
            TaxableSupply supply,
            Function<Optional<LocalDate>, List<BrokenLaw>> judge) {
        Optional<LocalDate> from;
        try {
            from = determination.changedFrom(supply.contract(), supply.customer());
        } catch (RuntimeException e) {
            return broken("changedFrom threw " + e, supply);
        }
        return from == null ? broken("changedFrom answered null", supply) : judge.apply(from);
    }

    private static List<BrokenLaw> broken(String what, TaxableSupply supply) {
        return List.of(new BrokenLaw(TaxLaw.ANSWERS, what + " for " + described(supply)));
    }

    /** The supply in all that a determination may look at. */
    static String described(TaxableSupply supply) {
        return supply + ", customer " + supply.customer()
                + supply.soldBy().map(seller -> ", seller " + seller).orElse("");
    }
}
