package io.quittance.core.tax;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Set;

/**
 * Why a tax is charged, or is not: a code of EN 16931 (BT-118, a part of UNCL 5305), or of another country's list, such as
 * {@code SR} for the standard rate in Singapore.
 *
 * @param code 1 to 200 characters, such as {@code S}
 */
public record TaxCategory(String code) implements Comparable<TaxCategory>, Serializable {
    /** A standard or reduced rate. */
    public static final TaxCategory STANDARD = new TaxCategory("S");
    /** A rate of 0 %. */
    public static final TaxCategory ZERO_RATED = new TaxCategory("Z");
    /** Exempt, for a reason that the document states. */
    public static final TaxCategory EXEMPT = new TaxCategory("E");
    /** The buyer owes the tax. */
    public static final TaxCategory REVERSE_CHARGE = new TaxCategory("AE");
    /** Supplied to a business in another state of the European Union. */
    public static final TaxCategory INTRA_COMMUNITY = new TaxCategory("K");
    /** Exported from the European Union. */
    public static final TaxCategory EXPORT = new TaxCategory("G");
    /** Not subject to the tax at all; has no rate. */
    public static final TaxCategory OUTSIDE_SCOPE = new TaxCategory("O");
    /** The general indirect tax of the Canary Islands (IGIC). */
    public static final TaxCategory CANARY_ISLANDS = new TaxCategory("L");
    /** The tax of Ceuta and Melilla (IPSI). */
    public static final TaxCategory CEUTA_MELILLA = new TaxCategory("M");
    /** Italian split payment. */
    public static final TaxCategory SPLIT_PAYMENT = new TaxCategory("B");

    private static final Set<TaxCategory> UNTAXED =
            Set.of(ZERO_RATED, EXEMPT, REVERSE_CHARGE, INTRA_COMMUNITY, EXPORT, OUTSIDE_SCOPE);
    private static final Set<TaxCategory> WITH_REASON =
            Set.of(EXEMPT, REVERSE_CHARGE, INTRA_COMMUNITY, EXPORT, OUTSIDE_SCOPE);
    private static final Set<TaxCategory> WITHOUT_REASON =
            Set.of(STANDARD, ZERO_RATED, CANARY_ISLANDS, CEUTA_MELILLA, SPLIT_PAYMENT);

    /** Checks the code. */
    public TaxCategory {
        Require.id(code, "code");
    }

    /** Whether its rate is 0 %, or it has none, by EN 16931 (BR-Z-05 and its siblings). */
    public boolean isUntaxed() {
        return UNTAXED.contains(this);
    }

    /** Whether a document must say why no tax is charged (BR-E-10 and its siblings). */
    public boolean needsReason() {
        return WITH_REASON.contains(this);
    }

    /** Whether a document must not give a reason (BR-S-10 and its siblings). */
    public boolean refusesReason() {
        return WITHOUT_REASON.contains(this);
    }

    /** Orders by code. */
    @Override
    public int compareTo(TaxCategory other) {
        return code.compareTo(other.code);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
