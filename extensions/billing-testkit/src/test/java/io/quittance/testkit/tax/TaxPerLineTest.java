package io.quittance.testkit.tax;

import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxPolicy;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitrary;

class TaxPerLineTest
        implements TaxPolicyContract.PerAmount, TaxPolicyContract.Mirrored, TaxPolicyContract.Serialisable {
    @Override
    public TaxPolicy policy() {
        return new TaxPerLine(Rounding.halfUp(2));
    }

    @Override
    public Rounding rounding(CurrencyUnit currency) {
        return Rounding.halfUp(2);
    }

    @Override
    public Arbitrary<CurrencyUnit> currencies() {
        return TaxArbitraries.currencies("EUR");
    }
}
