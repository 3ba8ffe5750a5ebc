package io.quittance.core.tax;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * The tax of the amounts of a document: a subtotal for each group that is taxed alike, and what each amount bears of it. The
 * parts of the amounts add up to the subtotals, and those to the total, to the last minor unit.
 *
 * <p>60.00 and 40.00 at 19 %, and 50.00 at 7 %, are taxed by 19.00 and 3.50; of the 19.00 the first bears 11.40.
 *
 * @param subtotals in the order in which the amounts name them
 * @param taxes what each amount bears, in their order
 * @param total of all subtotals (BT-110)
 */
public record TaxBreakdown(List<TaxSubtotal> subtotals, List<Amount> taxes, Amount total) implements Serializable {

    /** Copies the lists. */
    public TaxBreakdown {
        subtotals = List.copyOf(subtotals);
        taxes = List.copyOf(taxes);
        requireNonNull(total, "total");
    }

    /**
     * The tax on amounts that are without it: rate times amount, for all amounts of one treatment together (EN 16931, BT-116 and
     * BT-117).
     *
     * @param amounts in one currency, in whole minor units
     * @throws CurrencyMismatchException if one is in another
     * @throws IllegalArgumentException if one is finer, or the policy does not answer as it must
     */
    public static TaxBreakdown on(List<TaxedAmount> amounts, CurrencyUnit currency, TaxPolicy policy) {
        return TaxGroups.of(checked(amounts, currency), false).breakdown(currency, policy);
    }

    /**
     * The tax within amounts that include it: amount less amount / (1 + rate), for all amounts that are taxed by the same
     * authorities at the same rates together. The amounts stay as they are; what is left of a group without its taxes is their
     * base. Of 119.00 at 19 %, 19.00 is tax; of 121.00 at 19 % and 2 % of two authorities, 19.00 and 2.00.
     *
     * @param amounts as for {@link #on}
     */
    public static TaxBreakdown within(List<TaxedAmount> amounts, CurrencyUnit currency, TaxPolicy policy) {
        return TaxGroups.of(checked(amounts, currency), true).breakdown(currency, policy);
    }

    /**
     * The tax on amounts that are without it, as somebody else has determined it: another system, or the invoice that a credit note
     * gives back. What each amount bears is made to add up to it: 6.34 at 19 % given on 11.11 and 22.22 are 2.11 and 4.23.
     *
     * @param amounts as for {@link #on}
     * @param subtotals one for each treatment that an amount has, and for no other, in any order; {@code taxable} is the sum of its
     *     amounts
     * @throws CurrencyMismatchException if an amount or a tax is in another currency
     * @throws IllegalArgumentException if one is finer than the minor unit, or a subtotal is missing, too many, or of another base
     */
    public static TaxBreakdown given(List<TaxedAmount> amounts, List<TaxSubtotal> subtotals, CurrencyUnit currency) {
        return new GivenTaxes(checked(amounts, currency), List.copyOf(subtotals), currency).breakdown();
    }

    private static List<TaxedAmount> checked(List<TaxedAmount> amounts, CurrencyUnit currency) {
        List<TaxedAmount> all = List.copyOf(amounts);
        for (int i = 0; i < all.size(); i++) {
            MinorUnits.require(all.get(i).amount(), currency, "amounts[" + i + "]");
        }
        return all;
    }

    /** What a policy answered, checked. */
    static List<List<Amount>> rounded(List<List<Fraction>> exact, CurrencyUnit currency, TaxPolicy policy) {
        List<List<Amount>> answer = policy.round(exact, currency);
        Require.that(
                answer.size() == exact.size(),
                "tax.policy",
                "policy",
                "must answer each of " + exact.size() + " groups",
                answer.size());
        var groups = new ArrayList<List<Amount>>();
        for (int i = 0; i < answer.size(); i++) {
            List<Amount> group = List.copyOf(answer.get(i));
            Require.that(
                    group.size() == exact.get(i).size(),
                    "tax.policy",
                    "policy",
                    "must answer each of " + exact.get(i).size() + " amounts",
                    group.size());
            for (Amount tax : group) {
                Require.that(
                        tax.getCurrency().getCurrencyCode().equals(currency.getCurrencyCode()),
                        "tax.policy",
                        "policy",
                        "must answer in " + currency.getCurrencyCode(),
                        tax);
                MinorUnits.require(tax, "policy");
            }
            groups.add(group);
        }
        return groups;
    }
}
