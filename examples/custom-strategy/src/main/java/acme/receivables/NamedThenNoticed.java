package acme.receivables;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

// README strategy begins
/**
 * Pays what the customer names, in his order, then what is under collection notice, then all else, both by due date; nothing that is
 * in dispute. It stops at the first item that it does not pay in full, of which it leaves the least rest or more: to collect a few
 * cents costs more than they are. The amounts that a customer gives with names are of no matter.
 *
 * <p>99.50 against 100.00 and a younger 50.00 pays 99.00, where 1.00 is the least rest, and leaves 0.50 on account.
 *
 * @param noticeAfterDays an item is under notice that is more days past due on the day of the payment
 * @param noticeFrom and of which as much is open, in the currency of the payment
 * @param leastRest what is left open of an item at least, if not nothing, in the currency of the payment
 */
public record NamedThenNoticed(int noticeAfterDays, BigDecimal noticeFrom, BigDecimal leastRest)
        implements AllocationStrategy, Serializable {

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        var lines = new ArrayList<AllocationLine>();
        Amount left = request.available();
        for (OpenItem item : inOrder(request)) {
            Amount paid = paid(item, left);
            if (paid.signum() > 0) {
                lines.add(line(lines.size() + 1, item, paid));
            }
            if (paid.isLessThan(item.open())) {
                break;
            }
            left = left.subtract(paid);
        }
        return lines;
    }

    /** All of the item, or as much as leaves the least rest of it or more; of an item that is smaller than that, nothing. */
    private Amount paid(OpenItem item, Amount left) {
        if (left.isGreaterThanOrEqualTo(item.open())) {
            return item.open();
        }
        Amount none = Amount.zero(left.getCurrency());
        Amount most = item.open().subtract(Amount.of(leastRest, left.getCurrency()));
        return left.min(most).max(none);
    }

    // README order begins
    /** What is not in dispute, each item once: as named, then under notice, then the others; by due date as the request has them. */
    LinkedHashSet<OpenItem> inOrder(AllocationRequest request) {
        List<OpenItem> payable =
                request.items().stream().filter(item -> !item.isDisputed()).toList();
        var order = new LinkedHashSet<OpenItem>();
        for (Remittance named : request.remittances()) {
            payable.stream().filter(item -> item.id().equals(named.item())).forEach(order::add);
        }
        payable.stream().filter(item -> isUnderNotice(item, request.date())).forEach(order::add);
        order.addAll(payable);
        return order;
    }

    /** Whether a notice has been sent by that day. */
    boolean isUnderNotice(OpenItem item, LocalDate day) {
        Amount from = Amount.of(noticeFrom, item.open().getCurrency());
        return item.daysPastDue(day) > noticeAfterDays && item.open().isGreaterThanOrEqualTo(from);
    }

    /** Why: the place of the item, what is paid, and of how much. */
    static AllocationLine line(int number, OpenItem item, Amount paid) {
        var why = Explanation.of(
                "acme.named-then-noticed",
                "number {0}, due {1}: {2} of {3}",
                number,
                item.dueDate(),
                paid,
                item.open());
        return AllocationLine.of(item.id(), paid, why);
    }
    // README order ends
}
// README strategy ends
