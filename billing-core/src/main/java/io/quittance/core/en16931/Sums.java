package io.quittance.core.en16931;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Sums over a document; a number that is absent counts as 0. */
final class Sums {
    private static final int DEFAULT_PLACES = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Sums() {}

    static BigDecimal number(BusinessGroup group, String term) {
        return group.number(term).orElse(BigDecimal.ZERO);
    }

    static BigDecimal of(List<BusinessGroup> groups, String term) {
        return groups.stream().map(group -> number(group, term)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A total of the document. */
    static BigDecimal total(BusinessGroup document, String term) {
        return document.group("BG-22").map(totals -> number(totals, term)).orElse(BigDecimal.ZERO);
    }

    /** Percent of a base, rounded half up to the currency's minor unit. */
    static BigDecimal percent(BigDecimal base, BigDecimal percent, BusinessGroup document) {
        return round(base.multiply(percent), HUNDRED, document);
    }

    /** A quotient, rounded half up to the currency's minor unit, multiplied before it is divided. */
    static BigDecimal round(BigDecimal dividend, BigDecimal divisor, BusinessGroup document) {
        return dividend.divide(divisor, places(document), RoundingMode.HALF_UP);
    }

    /** The decimal places of the document's currency; two where it is not known. */
    private static int places(BusinessGroup document) {
        try {
            return document.text("BT-5")
                    .map(code -> Currencies.of(code, "BT-5").getDefaultFractionDigits())
                    .filter(places -> places >= 0)
                    .orElse(DEFAULT_PLACES);
        } catch (InvalidArgumentException e) {
            return DEFAULT_PLACES; // that the code is wrong is for another rule to say
        }
    }
}
