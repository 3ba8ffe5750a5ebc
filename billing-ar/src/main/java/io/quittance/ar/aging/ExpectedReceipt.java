package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What was expected of an instalment against what was received. Of 100.00 due on 31 March, 60.00 that arrived on 30 March and 30.00 of 5 April are
 * 60.00 by then, 30.00 late and 10.00 open.
 *
 * @param instalment the debt, with what was expected and until when
 * @param onTime money that settled it with a value date up to and with the due date
 * @param late money that settled it with a later value date
 * @param otherwise what closed it without money: credits, discounts, tolerances, write-offs, what was moved to another item
 * @param open what is left
 */
public record ExpectedReceipt(Receivable instalment, Amount onTime, Amount late, Amount otherwise, Amount open)
        implements Serializable {

    /** Checks that the parts are what was expected. */
    public ExpectedReceipt {
        requireNonNull(instalment, "instalment");
        Amount expected = instalment.amount();
        Amount all = part(onTime, expected, "onTime")
                .add(part(late, expected, "late"))
                .add(part(otherwise, expected, "otherwise"))
                .add(part(open, expected, "open"));
        Require.that(all.equals(expected), "aging.receipt", "open", "must make all parts " + expected, all);
    }

    private static Amount part(Amount amount, Amount expected, String argument) {
        Amount exact = MinorUnits.require(amount, expected.getCurrency(), argument);
        Require.that(exact.signum() >= 0, "aging.receipt", argument, "must be 0 or more", exact);
        return exact;
    }

    /**
     * The instalments of an item, or all parts of it, by due date: what was received of each up to a question. What was taken back is not
     * received; a payment counts by its value date, whenever it was allocated.
     *
     * @param item which the instalments name as theirs ({@link Receivable#partOf}), or one debt
     * @throws IllegalArgumentException if the ledger goes on from a snapshot
     */
    public static List<ExpectedReceipt> of(CustomerLedger ledger, ReceivableId item, AsOf asOf) {
        requireNonNull(item, "item");
        return new Receipts(item).read(ledger.steps(asOf));
    }

    /** What was expected: the amount of the instalment. */
    public Amount expected() {
        return instalment.amount();
    }

    /** The last day on which it is paid on time. */
    public LocalDate dueDate() {
        return instalment.dueDate();
    }
}
