package io.quittance.testkit.tax;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * What a policy is asked about: the groups of a document.
 *
 * @param groups those amounts together that are taxed alike; may be empty
 * @param currency of all amounts
 */
public record TaxedDocument(List<TaxedGroup> groups, CurrencyUnit currency) {

    /** Copies the groups. */
    public TaxedDocument {
        groups = List.copyOf(groups);
        requireNonNull(currency, "currency");
    }

    /** The exact tax of each amount, as a policy is asked. */
    public List<List<Fraction>> exact() {
        return groups.stream().map(TaxedGroup::exact).toList();
    }

    /** For example {@code EUR [19% of [EUR 0.10, EUR 0.10]]}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + groups;
    }
}
