package io.quittance.core.contract;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The published values of price indices. {@link PublishedIndex} holds them in memory; a host may read them from wherever it
 * keeps them. Equal questions must have equal answers: a value that is revised later belongs under another name.
 */
@FunctionalInterface
public interface PriceIndex {
    /**
     * The value of a month, more than 0; empty where it is not published yet, or the index is not known.
     *
     * @param index its name, such as {@code CPI-U}
     */
    Optional<BigDecimal> value(String index, YearMonth month);
}
