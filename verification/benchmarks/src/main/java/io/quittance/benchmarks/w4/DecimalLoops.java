package io.quittance.benchmarks.w4;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a user writes: items by customer in a map, sorted, and decimals. */
final class DecimalLoops {
    private static final Comparator<Item> BY_DUE_DATE =
            Comparator.comparing(Item::due).thenComparing(Item::number);

    record Item(int number, int customer, LocalDate due, BigDecimal open) {}

    record Payment(int number, int customer, BigDecimal amount) {}

    record Line(int payment, int item, BigDecimal amount) {}

    private static final class Account {
        private final List<Item> items = new ArrayList<>();
        private int next;
        private BigDecimal left = BigDecimal.ZERO;
    }

    private DecimalLoops() {}

    /** Days are shared, which is kind to this loop. */
    static List<Item> items(Accounts in) {
        var days = new HashMap<Integer, LocalDate>();
        var items = new ArrayList<Item>(in.items());
        for (int item = 0; item < in.items(); item++) {
            LocalDate due = days.computeIfAbsent(in.dueDate(item), LocalDate::ofEpochDay);
            items.add(new Item(item, in.customer(item), due, BigDecimal.valueOf(in.open(item), 2)));
        }
        return items;
    }

    static List<Payment> payments(Accounts in) {
        var payments = new ArrayList<Payment>(in.payments());
        for (int payment = 0; payment < in.payments(); payment++) {
            payments.add(new Payment(payment, in.payer(payment), BigDecimal.valueOf(in.amount(payment), 2)));
        }
        return payments;
    }

    static long settle(List<Item> items, List<Payment> payments) {
        var accounts = new HashMap<Integer, Account>();
        for (Item item : items) {
            accounts.computeIfAbsent(item.customer(), any -> new Account())
                    .items
                    .add(item);
        }
        accounts.values().forEach(account -> account.items.sort(BY_DUE_DATE));
        var checksum = new Checksum();
        for (Payment payment : payments) {
            BigDecimal rest = payment.amount();
            for (Line line : lines(accounts, payment)) {
                checksum.paid(line.payment(), line.item(), cents(line.amount()));
                rest = rest.subtract(line.amount());
            }
            if (rest.signum() > 0) {
                checksum.onAccount(payment.number(), cents(rest));
            }
        }
        return checksum.value();
    }

    private static List<Line> lines(Map<Integer, Account> accounts, Payment payment) {
        var lines = new ArrayList<Line>();
        Account account = accounts.getOrDefault(payment.customer(), new Account());
        BigDecimal money = payment.amount();
        while (money.signum() > 0 && account.next < account.items.size()) {
            Item item = account.items.get(account.next);
            BigDecimal open = account.left.signum() > 0 ? account.left : item.open();
            BigDecimal paid = open.min(money);
            lines.add(new Line(payment.number(), item.number(), paid));
            money = money.subtract(paid);
            account.left = open.subtract(paid);
            if (account.left.signum() == 0) {
                account.next++;
            }
        }
        return lines;
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
