package io.quittance.examples.page;

import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How something is taxed, in a column and in words. */
final class TaxWords {
    private TaxWords() {}

    /** For a column: {@code S 19 %}, and of several authorities {@code US-NY S 4 %, US S 2 %}. */
    static String brief(List<TaxTreatment> taxes, Words words) {
        return taxes.stream().map(tax -> brief(tax, words)).collect(Collectors.joining(", "));
    }

    private static String brief(TaxTreatment tax, Words words) {
        var parts = new ArrayList<String>();
        tax.jurisdiction().ifPresent(parts::add);
        parts.add(tax.category().code());
        tax.rate().ifPresent(rate -> parts.add(words.percent(rate.percent())));
        return String.join(" ", parts);
    }

    /** For the breakdown: {@code S 19 %, standard rate}. */
    static String full(TaxTreatment tax, Words words) {
        String code = tax.category().code();
        String name = words.of("category", code);
        return brief(tax, words) + (name.equals(code) ? "" : " · " + name);
    }
}
