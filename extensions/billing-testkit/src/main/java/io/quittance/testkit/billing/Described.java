package io.quittance.testkit.billing;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.pricing.Discounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Contracts in words, by which the reader of a broken law can write down the example. */
final class Described {
    private Described() {}

    static String amendments(ContractHistory contract) {
        var text = new StringBuilder();
        for (Amendment amendment : contract.amendments()) {
            text.append("\n  ").append(amendment);
            amendment.terms().ifPresent(terms -> text.append(": ").append(terms(terms)));
        }
        return text.toString();
    }

    static String terms(ContractTerms terms) {
        var parts = new ArrayList<String>();
        parts.add(terms.zone() + ", " + terms.cycle());
        terms.charges().forEach(charge -> parts.add(charge(charge)));
        add(parts, "discounts ", terms.discounts());
        terms.maximum().ifPresent(maximum -> parts.add(maximum.toString()));
        terms.commitment().ifPresent(commitment -> parts.add(commitment.toString()));
        terms.minimum().ifPresent(minimum -> parts.add(minimum.toString()));
        parts.add(terms.invoicing().toString());
        return String.join("; ", parts);
    }

    private static String charge(Charge charge) {
        var parts = new ArrayList<String>();
        parts.add(charge.toString());
        List<Supplier<Optional<?>>> agreed = List.of(
                charge::cycle,
                charge::proration,
                charge::date,
                charge::from,
                charge::until,
                charge::escalation,
                charge::freeUnits,
                charge::maximum,
                charge::commitment,
                charge::minimum);
        agreed.forEach(each -> each.get().ifPresent(value -> parts.add(value.toString())));
        if (!charge.laterModels().isEmpty()) {
            parts.add("later " + charge.laterModels());
        }
        if (!charge.phases().list().isEmpty()) {
            parts.add(charge.phases().toString());
        }
        add(parts, "discounts ", charge.discounts());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, Discounts discounts) {
        if (!discounts.list().isEmpty()) {
            parts.add(name + discounts.list());
        }
    }
}
