package io.quittance.benchmarks.w5;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user writes: objects with decimals and dates, added up in a map. */
final class DecimalLoops {
    private static final LocalDate DAY = LocalDate.ofEpochDay(Items.DAY);

    /** @param paidOn null if it is not paid */
    record Item(
            int customer,
            LocalDate invoiced,
            LocalDate due,
            @Nullable LocalDate paidOn,
            BigDecimal amount) {
        boolean isOpen() {
            return paidOn == null || paidOn.isAfter(DAY);
        }

        int bucket() {
            long late = ChronoUnit.DAYS.between(due, DAY);
            return late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4;
        }
    }

    private record Key(int customer, int bucket) {}

    private DecimalLoops() {}

    /** Days are shared, which is kind to these loops. */
    static List<Item> items(Items in) {
        var days = new HashMap<Integer, LocalDate>();
        var items = new ArrayList<Item>(in.items());
        for (int item = 0; item < in.items(); item++) {
            items.add(new Item(
                    in.customer(item),
                    days.computeIfAbsent(in.invoiceDay(item), LocalDate::ofEpochDay),
                    days.computeIfAbsent(in.dueDate(item), LocalDate::ofEpochDay),
                    in.paidOn(item) == Items.NEVER
                            ? null
                            : days.computeIfAbsent(in.paidOn(item), LocalDate::ofEpochDay),
                    BigDecimal.valueOf(in.cents(item), 2)));
        }
        return items;
    }

    static long loop(List<Item> items, int customers) {
        var accounts = new HashMap<Integer, BigDecimal[]>();
        for (Item item : items) {
            if (item.isOpen()) {
                BigDecimal[] sums = accounts.computeIfAbsent(item.customer(), any -> none());
                int bucket = item.bucket();
                sums[bucket] = sums[bucket].add(item.amount());
            }
        }
        return checksum(customers, (customer, bucket) -> accounts.getOrDefault(customer, none())[bucket]);
    }

    static long streams(Stream<Item> items, int customers) {
        Map<Key, BigDecimal> sums = items.filter(Item::isOpen)
                .collect(Collectors.toMap(
                        item -> new Key(item.customer(), item.bucket()), Item::amount, BigDecimal::add));
        return checksum(customers, (customer, bucket) -> sums.getOrDefault(new Key(customer, bucket), BigDecimal.ZERO));
    }

    private static BigDecimal[] none() {
        var sums = new BigDecimal[Items.BUCKETS];
        Arrays.fill(sums, BigDecimal.ZERO);
        return sums;
    }

    private interface Sums {
        BigDecimal of(int customer, int bucket);
    }

    private static long checksum(int customers, Sums sums) {
        var checksum = new Checksum();
        for (int customer = 0; customer < customers; customer++) {
            for (int bucket = 0; bucket < Items.BUCKETS; bucket++) {
                checksum.add(sums.of(customer, bucket).movePointRight(2).longValueExact());
            }
        }
        return checksum.value();
    }
}
