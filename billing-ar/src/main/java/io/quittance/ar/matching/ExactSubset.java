package io.quittance.ar.matching;

import io.quittance.ar.allocation.ExactMatch;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * Money that some of the items add up to, to the cent: 150.00 are 100.00 and 50.00 out of 100.00, 80.00 and 50.00. Where several sets do,
 * two of them are told, which says that none of them is known to be meant. Where that would take too long to know, nothing fits.
 *
 * @param most how many items a set may have, from 2 to {@value ExactMatch#MOST}
 */
public record ExactSubset(int most) implements AmountFit, Serializable {

    /** Checks the number. */
    public ExactSubset {
        Require.that(
                most >= 2 && most <= ExactMatch.MOST,
                "matching.subset",
                "most",
                "must be from 2 to " + ExactMatch.MOST,
                most);
    }

    /** Of at most {@value ExactMatch#USUAL} items. */
    public ExactSubset() {
        this(ExactMatch.USUAL);
    }

    @Override
    public List<FittingItems> fit(List<OpenItem> items, MonetaryAmount money) {
        return ExactMatch.sets(items, money, most).stream()
                .map(set -> new FittingItems(
                        set, Explanation.of("matching.amount.set", "{0} items add up to {1}", set.size(), money)))
                .toList();
    }
}
