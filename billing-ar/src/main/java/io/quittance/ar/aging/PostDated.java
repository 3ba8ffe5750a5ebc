package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What closes an open item by entries that are known already and take effect later: a payment that is dated ahead, a credit note of next week.
 * It takes nothing off what is open on the day, and is shown beside it. Of 100.00 that are open, of which later entries close 90.00, 10.00
 * remain.
 *
 * @param item as it is open on the day
 * @param later what later entries close of it: 0 or more, at most what is open
 */
public record PostDated(OpenItem item, Amount later) implements Serializable {
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** Checks the parts. */
    public PostDated {
        requireNonNull(item, "item");
        MinorUnits.require(requireNonNull(later, "later"), item.open().getCurrency(), "later");
        Require.that(
                later.signum() >= 0 && later.isLessThanOrEqualTo(item.open()),
                "aging.post-dated",
                "later",
                "must be 0 or more and at most " + item.open() + ", which is open",
                later);
    }

    /** The open items of a customer at the end of a day, by due date, each with what closes it later, as far as was known at an instant. */
    public static List<PostDated> of(CustomerLedger ledger, AsOf asOf) {
        Map<ReceivableId, Amount> rest = new HashMap<>();
        ledger.asOf(AsOf.of(END, asOf.knownAt())).openItems().forEach(item -> rest.put(item.id(), item.open()));
        return ledger.asOf(asOf).openItems().stream()
                .map(item -> new PostDated(item, later(item, rest)))
                .toList();
    }

    /** What is open again later, as a payment comes back, closes nothing. */
    private static Amount later(OpenItem item, Map<ReceivableId, Amount> rest) {
        Amount zero = Amount.zero(item.open().getCurrency());
        return item.open().subtract(rest.getOrDefault(item.id(), zero)).max(zero);
    }

    /** What is left after later entries. */
    public Amount remaining() {
        return item.open().subtract(later);
    }
}
