package io.quittance.verification.tck;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.Collection;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryOperator;
import org.javamoney.tck.JSR354TestConfiguration;

/** Tells the TCK which classes to test: our amount, and the currencies of the provider at run time. */
@SuppressWarnings("rawtypes") // the interface of the TCK
public final class TckConfiguration implements JSR354TestConfiguration {
    @Override
    public Collection<Class> getAmountClasses() {
        return List.of(Amount.class);
    }

    @Override
    public Collection<Class> getCurrencyClasses() {
        return List.of(Monetary.getCurrency("EUR").getClass());
    }

    @Override
    public Collection<MonetaryOperator> getMonetaryOperators4Test() {
        return List.of(MonetaryAmount::negate, Rounding.halfUp(1));
    }
}
