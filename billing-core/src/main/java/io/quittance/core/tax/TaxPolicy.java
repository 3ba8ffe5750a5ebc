package io.quittance.core.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * Where the tax of a document is rounded. Three rules come with the library: {@link TaxPerGroup}, as EN 16931 wants it, {@link
 * TaxPerLine} and {@link TaxOnTotal}; {@link TaxOnDiscounted} taxes less by one of them. Implementations are immutable and give equal answers to equal questions; {@link
 * TaxBreakdown} checks what they answer.
 */
@FunctionalInterface
public interface TaxPolicy {
    /**
     * Rounds.
     *
     * @param exact the tax of each amount, exactly: for each group of amounts that are taxed alike, those of its amounts in
     *     their order; never empty lists, any signs
     * @return an amount for each of them, in whole minor units; the tax of a group is the sum of its amounts
     */
    List<List<Amount>> round(List<List<Fraction>> exact, CurrencyUnit currency);

    /**
     * Whether the tax of a group is to be its rate of what the document shows without tax, as EN 16931 (BR-CO-17) wants it, also where
     * prices include the tax. 0.03 at 19 % is then 0.03 without tax and 0.01 of tax, with a rounding amount of −0.01 for each group
     * of which no amount without tax has just that tax.
     *
     * @return unless overridden false: the tax within prices is what {@link #round} answers for it, what is without tax is the rest,
     *     and nothing is left to round. 0.03 is then 0.03 and 0.00, and a thousand lines of it, each rounded, 30.00 and 0.00
     */
    default boolean isRateOfBase() {
        return false;
    }
}
