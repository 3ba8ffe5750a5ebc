package io.quittance.benchmarks.w5;

import io.quittance.ar.aging.AgedColumns;
import io.quittance.ar.aging.AgedItems;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.aging.BulkAging;
import io.quittance.ar.aging.ColumnAging;
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
import org.jspecify.annotations.Nullable;

/** The public API that ships. */
final class BulkDoor {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final LocalDate DAY = LocalDate.ofEpochDay(Items.DAY);
    private static final AgingBuckets BUCKETS = AgingBuckets.days(30, 60, 90);
    private static final ColumnAging COLUMNS = ColumnAging.of(BUCKETS);
    private static final BulkAging OBJECTS = BulkAging.of(AgingRule.of(BUCKETS), DAY);

    /**
     * An item as a host keeps it.
     *
     * @param paidOn null if it is not paid
     */
    record HostItem(OpenItem item, @Nullable LocalDate paidOn) {
        boolean isOpen() {
            return paidOn == null || paidOn.isAfter(DAY);
        }
    }

    record Objects(List<HostItem> items, CustomerId[] customers) {}

    /** The items of one of two threads. */
    record Half(int[] customers, int[] dueDates, int[] paidOn, long[] cents) {}

    private BulkDoor() {}

    /** Days are those of the decimals, shared by all items. */
    static Objects objects(Items in, List<DecimalLoops.Item> decimals) {
        var customers = new CustomerId[in.customers];
        Arrays.setAll(customers, customer -> new CustomerId("C-" + customer));
        var items = new ArrayList<HostItem>(in.items());
        for (DecimalLoops.Item item : decimals) {
            items.add(new HostItem(
                    OpenItem.of(Receivable.of(
                            new ReceivableId("INV-" + items.size()),
                            customers[item.customer()],
                            item.due(),
                            item.due(),
                            Amount.of(item.amount(), EUR))),
                    item.paidOn()));
        }
        return new Objects(items, customers);
    }

    static long objects(Objects in) {
        AgedItems aged =
                OBJECTS.age(EUR, in.items().stream().filter(HostItem::isOpen).map(HostItem::item));
        var checksum = new Checksum();
        for (CustomerId customer : in.customers()) {
            for (int bucket = 0; bucket < Items.BUCKETS; bucket++) {
                checksum.add(aged.sum(customer, bucket).toUnscaledLong(2));
            }
        }
        return checksum.value();
    }

    static long reading(Objects in) {
        long sum = 0;
        for (HostItem host : in.items()) {
            if (host.isOpen()) {
                sum += host.item().open().toUnscaledLong(2)
                        + host.item().dueDate().toEpochDay();
            }
        }
        return sum;
    }

    static long columns(Items in) {
        AgedColumns aged = COLUMNS.age(in.customers, in.itemCustomers, in.dueDates, in.paidOn, in.cents, Items.DAY);
        var checksum = new Checksum();
        for (int customer = 0; customer < in.customers; customer++) {
            for (int bucket = 0; bucket < Items.BUCKETS; bucket++) {
                checksum.add(aged.sum(customer, bucket));
            }
        }
        return checksum.value();
    }

    static Half[] halves(Items in) {
        int half = in.items() / 2;
        return new Half[] {half(in, 0, half), half(in, half, in.items())};
    }

    private static Half half(Items in, int from, int to) {
        return new Half(
                Arrays.copyOfRange(in.itemCustomers, from, to),
                Arrays.copyOfRange(in.dueDates, from, to),
                Arrays.copyOfRange(in.paidOn, from, to),
                Arrays.copyOfRange(in.cents, from, to));
    }

    static long columnsByOne(Items in, Half[] halves) {
        return checksum(in, age(in, halves[0]), age(in, halves[1]));
    }

    static long columnsByTwo(Items in, Half[] halves, Pair pair) {
        var aged = new AgedColumns[2];
        pair.run(() -> aged[0] = age(in, halves[0]), () -> aged[1] = age(in, halves[1]));
        return checksum(in, aged[0], aged[1]);
    }

    private static AgedColumns age(Items in, Half half) {
        return COLUMNS.age(in.customers, half.customers(), half.dueDates(), half.paidOn(), half.cents(), Items.DAY);
    }

    private static long checksum(Items in, AgedColumns first, AgedColumns second) {
        var checksum = new Checksum();
        for (int customer = 0; customer < in.customers; customer++) {
            for (int bucket = 0; bucket < Items.BUCKETS; bucket++) {
                checksum.add(first.sum(customer, bucket) + second.sum(customer, bucket));
            }
        }
        return checksum.value();
    }
}
