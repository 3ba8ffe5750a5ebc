package io.quittance.ar.journal;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.core.internal.Require;
import java.util.HashMap;
import java.util.Map;

/** What is left of debts, or of money, by id, and what is booked of it. */
final class OpenAmounts {
    private final Map<String, BookedAmount> left = new HashMap<>();

    /** Nothing yet of a debt or of money in these currencies. */
    void begin(String id, BookedAmount whole) {
        left.put(id, whole.without(whole.amount()));
    }

    BookedAmount get(String id) {
        return Require.present(left.get(id), id);
    }

    /** What a line changes: above zero it adds to what is left. */
    void change(JournalLine line) {
        BookedAmount before = get(line.reference());
        left.put(
                line.reference(),
                new BookedAmount(
                        before.amount().add(line.original()), before.booked().add(line.amount())));
    }
}
