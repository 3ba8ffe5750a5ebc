package io.quittance.core.verification;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What rules ask of the terms of a comparison. */
final class Terms {
    private Terms() {}

    /** How lines are rounded: by the terms that hold last. */
    static Rounding rounding(Comparison comparison) {
        List<ContractTerms> terms = comparison.terms();
        return terms.isEmpty()
                ? comparison.contract().signed().terms().lineRounding()
                : terms.get(terms.size() - 1).lineRounding();
    }

    /** The charge as the terms of the days have it, each once, in their order; none for a line of the terms themselves. */
    static List<Charge> charges(Comparison comparison) {
        return comparison.charge().stream()
                .flatMap(id -> comparison.terms().stream().flatMap(terms -> terms.charge(id).stream()))
                .distinct()
                .toList();
    }

    /**
     * The terms with other prices of a charge. As they are where the charge cannot have such a price: in other terms its id may be that
     * of another kind of charge, or what is measured may be counted in another way.
     */
    static ContractTerms repriced(ContractTerms terms, ChargeId charge, UnaryOperator<ChargeModel> change) {
        try {
            return terms.withCharges(each -> each.id().equals(charge) ? each.repriced(change) : each);
        } catch (InvalidArgumentException e) {
            return terms;
        }
    }

    /** All terms that were known, those of amendments that were withdrawn included, by their keys. */
    static Map<String, ContractTerms> known(Comparison comparison) {
        var known = new LinkedHashMap<String, ContractTerms>();
        known.put(TermsVersion.SIGNED, comparison.contract().signed().terms());
        comparison.contract().amendments().stream()
                .filter(amendment ->
                        !amendment.recordedAt().isAfter(comparison.asOf().knownAt()))
                .forEach(amendment -> amendment.terms().ifPresent(terms -> known.put(amendment.key(), terms)));
        return known;
    }
}
