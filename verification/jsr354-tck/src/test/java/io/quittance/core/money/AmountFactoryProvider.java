package io.quittance.core.money;

import javax.money.MonetaryAmountFactory;
import javax.money.MonetaryContext;
import javax.money.spi.MonetaryAmountFactoryProviderSpi;

/**
 * Registers {@link Amount} as an amount type for the TCK, which tests the registered types only. Stands in Amount's own
 * package to reach its factory; the library itself registers nothing, so that a host's default type stays as it is.
 */
public final class AmountFactoryProvider implements MonetaryAmountFactoryProviderSpi<Amount> {
    @Override
    public QueryInclusionPolicy getQueryInclusionPolicy() {
        return QueryInclusionPolicy.DIRECT_REFERENCE_ONLY;
    }

    @Override
    public Class<Amount> getAmountType() {
        return Amount.class;
    }

    @Override
    public MonetaryAmountFactory<Amount> createMonetaryAmountFactory() {
        return new AmountFactory();
    }

    @Override
    public MonetaryContext getDefaultMonetaryContext() {
        return Amount.CONTEXT;
    }

    @Override
    public MonetaryContext getMaximalMonetaryContext() {
        return Amount.CONTEXT;
    }
}
