package io.quittance.ar.matching;

import io.quittance.ar.receivable.OpenItem;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * One way for money to fit items. Implementations are immutable, give equal answers to equal questions, and read the items in the
 * order in which they are given, by due date.
 */
@FunctionalInterface
public interface AmountFit {

    /**
     * The items that the money fits.
     *
     * @param items of one customer and in the currency of the money, by due date
     * @param money more than zero
     * @return each way in which it fits; with more than one it is not known which is meant. Empty if it fits none
     */
    List<FittingItems> fit(List<OpenItem> items, MonetaryAmount money);
}
