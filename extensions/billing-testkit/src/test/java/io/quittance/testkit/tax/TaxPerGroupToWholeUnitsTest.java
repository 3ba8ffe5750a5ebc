package io.quittance.testkit.tax;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPolicy;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;

/** To whole units of any currency, half to even. */
class TaxPerGroupToWholeUnitsTest implements TaxPolicyContract.PerGroup, TaxPolicyContract.Mirrored {
    private static final Rounding WHOLE = Rounding.of(0, RoundingMode.HALF_EVEN);

    @Override
    public TaxPolicy policy() {
        return new TaxPerGroup(WHOLE);
    }

    @Override
    public Rounding rounding(CurrencyUnit currency) {
        return WHOLE;
    }

    @Override
    public Fraction unit(CurrencyUnit currency) {
        return Fraction.ONE;
    }
}
