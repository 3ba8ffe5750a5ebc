package io.quittance.conformance;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Callers who ask for an amount of one receipt for one item: what fits is allocated, and what does not is refused. */
final class RequestedAmount {
    private static final CustomerId CUSTOMER = CustomerId.of("customer");
    private static final ReceivableId ITEM = ReceivableId.of("item");
    private static final LocalDate DATE = LocalDate.EPOCH;

    private RequestedAmount() {}

    static Payment receipt(Amount amount) {
        return Payment.of(PaymentId.of("receipt"), CUSTOMER, DATE, amount);
    }

    /**
     * So much for an item, neither more nor less; empty where it breaks a law of allocation. An item of which nothing is open
     * is none.
     */
    static Optional<Allocation> allocated(Payment receipt, Amount available, Amount open, Amount requested) {
        List<OpenItem> items =
                open.signum() == 0 ? List.of() : List.of(OpenItem.of(Receivable.of(ITEM, CUSTOMER, DATE, DATE, open)));
        AllocationStrategy exactly =
                request -> List.of(AllocationLine.of(ITEM, requested, Explanation.of("requested", "{0}", requested)));
        try {
            return Optional.of(Allocation.of(AllocationRequest.of(receipt, available, items), exactly));
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is open of an item of which that was open before. */
    static Amount openAfter(Amount open, Optional<Allocation> allocation) {
        return allocation.map(done -> open.subtract(done.applied())).orElse(open);
    }
}
