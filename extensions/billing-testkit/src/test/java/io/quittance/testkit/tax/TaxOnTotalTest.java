package io.quittance.testkit.tax;

import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxOnTotal;
import io.quittance.core.tax.TaxPolicy;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitrary;

class TaxOnTotalTest implements TaxPolicyContract.OnTotal, TaxPolicyContract.Mirrored, TaxPolicyContract.Serialisable {
    @Override
    public TaxPolicy policy() {
        return new TaxOnTotal(Rounding.halfUp(2));
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
