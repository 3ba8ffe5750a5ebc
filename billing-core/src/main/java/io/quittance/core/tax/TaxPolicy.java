package io.quittance.core.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * Where the tax of a document is rounded. Three rules come with the library: {@link TaxPerGroup}, as EN 16931 wants it, {@link
 * TaxPerLine} and {@link TaxOnTotal}. Implementations are immutable and give equal answers to equal questions; {@link
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
}
