package io.quittance.testkit.tax;

import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPolicy;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitrary;

class TaxPerGroupTest
        implements TaxPolicyContract.PerGroup, TaxPolicyContract.Mirrored, TaxPolicyContract.Serialisable {
    @Override
    public TaxPolicy policy() {
        return new TaxPerGroup(Rounding.halfUp(2));
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
