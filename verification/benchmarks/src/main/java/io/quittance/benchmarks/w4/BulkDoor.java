package io.quittance.benchmarks.w4;

import io.quittance.ar.allocation.BulkAllocation;
import io.quittance.ar.allocation.ColumnAllocation;
import io.quittance.ar.allocation.SettledColumns;
import io.quittance.ar.allocation.SettledItem;
import io.quittance.ar.allocation.SettledPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.benchmarks.Pair;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** The public API that ships. */
final class BulkDoor {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final LocalDate VALUE_DATE = LocalDate.of(2026, 10, 31);
    private static final int DIGITS = 8;

    /** Items in order, and payments; ids are numbers. */
    record Objects(BulkAllocation open, List<Payment> payments) {}

    /** The customers of one of two threads, with the numbers that their items and payments have among all. */
    record Part(ColumnAllocation open, int[] items, int[] payments, int[] payers, long[] amounts) {}

    private BulkDoor() {}

    static Objects objects(List<DecimalLoops.Item> items, List<DecimalLoops.Payment> payments, int customers) {
        var ids = new CustomerId[customers];
        Arrays.setAll(ids, customer -> new CustomerId(number(customer)));
        var open = new ArrayList<OpenItem>(items.size());
        for (DecimalLoops.Item item : items) {
            open.add(OpenItem.of(Receivable.of(
                    new ReceivableId(number(item.number())),
                    ids[item.customer()],
                    item.due(),
                    item.due(),
                    Amount.of(item.open(), EUR))));
        }
        var paid = new ArrayList<Payment>(payments.size());
        for (DecimalLoops.Payment payment : payments) {
            paid.add(Payment.of(
                    new PaymentId(number(payment.number())),
                    ids[payment.customer()],
                    VALUE_DATE,
                    Amount.of(payment.amount(), EUR)));
        }
        return new Objects(BulkAllocation.of(EUR, open), paid);
    }

    /** With zeros in front, so that ids are in the order of the numbers. */
    private static String number(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    static long objects(Objects objects) {
        var checksum = new Checksum();
        objects.open().settle(objects.payments(), settled -> add(settled, checksum));
        return checksum.value();
    }

    private static void add(SettledPayment settled, Checksum checksum) {
        int payment = Integer.parseInt(settled.payment().id().value());
        for (SettledItem line : settled.items()) {
            int item = Integer.parseInt(line.id().value());
            checksum.paid(payment, item, line.paid().toUnscaledLong(2));
        }
        if (settled.unapplied().signum() > 0) {
            checksum.onAccount(payment, settled.unapplied().toUnscaledLong(2));
        }
    }

    static ColumnAllocation open(Accounts in) {
        return ColumnAllocation.of(in.customers, in.itemCustomers, in.dueDates, in.open);
    }

    static long columns(Accounts in, ColumnAllocation open) {
        SettledColumns settled = open.settle(in.payers, in.amounts);
        var checksum = new Checksum();
        for (int payment = 0; payment < settled.payments(); payment++) {
            for (int line = settled.firstLine(payment); line < settled.endOfLines(payment); line++) {
                if (settled.item(line) == SettledColumns.ON_ACCOUNT) {
                    checksum.onAccount(payment, settled.amount(line));
                } else {
                    checksum.paid(payment, settled.item(line), settled.amount(line));
                }
            }
        }
        return checksum.value();
    }

    static long fromUnsorted(Accounts in) {
        return columns(in, open(in));
    }

    static Part[] parts(Accounts in) {
        int half = in.customers / 2;
        return new Part[] {part(in, 0, half), part(in, half, in.customers)};
    }

    private static Part part(Accounts in, int from, int to) {
        int[] items = rows(in.itemCustomers, from, to);
        int[] payments = rows(in.payers, from, to);
        return new Part(
                ColumnAllocation.of(
                        to - from,
                        Arrays.stream(items)
                                .map(item -> in.itemCustomers[item] - from)
                                .toArray(),
                        Arrays.stream(items).map(item -> in.dueDates[item]).toArray(),
                        Arrays.stream(items).mapToLong(item -> in.open[item]).toArray()),
                items,
                payments,
                Arrays.stream(payments)
                        .map(payment -> in.payers[payment] - from)
                        .toArray(),
                Arrays.stream(payments)
                        .mapToLong(payment -> in.amounts[payment])
                        .toArray());
    }

    private static int[] rows(int[] customers, int from, int to) {
        var rows = new int[customers.length];
        int count = 0;
        for (int row = 0; row < customers.length; row++) {
            if (customers[row] >= from && customers[row] < to) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    static long columnsByTwo(Part[] parts, Pair pair) {
        var sums = new long[2];
        pair.run(() -> sums[0] = columns(parts[0]), () -> sums[1] = columns(parts[1]));
        return sums[0] + sums[1];
    }

    static long columnsByOne(Part[] parts) {
        return columns(parts[0]) + columns(parts[1]);
    }

    private static long columns(Part part) {
        SettledColumns settled = part.open().settle(part.payers(), part.amounts());
        var checksum = new Checksum();
        for (int row = 0; row < settled.payments(); row++) {
            int payment = part.payments()[row];
            for (int line = settled.firstLine(row); line < settled.endOfLines(row); line++) {
                if (settled.item(line) == SettledColumns.ON_ACCOUNT) {
                    checksum.onAccount(payment, settled.amount(line));
                } else {
                    checksum.paid(payment, part.items()[settled.item(line)], settled.amount(line));
                }
            }
        }
        return checksum.value();
    }
}
