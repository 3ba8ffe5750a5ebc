package io.quittance.benchmarks.w4;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.Money;

/** What a user of Moneta writes: the same loop with amounts. */
final class MoneyLoops {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Money ZERO = Money.of(BigDecimal.ZERO, EUR);
    private static final Comparator<Item> BY_DUE_DATE =
            Comparator.comparing(Item::due).thenComparing(Item::number);

    record Item(int number, int customer, LocalDate due, Money open) {}

    record Payment(int number, int customer, Money amount) {}

    record Line(int payment, int item, Money amount) {}

    private static final class Account {
        private final List<Item> items = new ArrayList<>();
        private int next;
        private Money left = ZERO;
    }

    private MoneyLoops() {}

    static List<Item> items(List<DecimalLoops.Item> decimals) {
        return decimals.stream()
                .map(item -> new Item(item.number(), item.customer(), item.due(), Money.of(item.open(), EUR)))
                .toList();
    }

    static List<Payment> payments(List<DecimalLoops.Payment> decimals) {
        return decimals.stream()
                .map(payment -> new Payment(payment.number(), payment.customer(), Money.of(payment.amount(), EUR)))
                .toList();
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
            Money rest = payment.amount();
            for (Line line : lines(accounts, payment)) {
                checksum.paid(line.payment(), line.item(), cents(line.amount()));
                rest = rest.subtract(line.amount());
            }
            if (rest.isPositive()) {
                checksum.onAccount(payment.number(), cents(rest));
            }
        }
        return checksum.value();
    }

    private static List<Line> lines(Map<Integer, Account> accounts, Payment payment) {
        var lines = new ArrayList<Line>();
        Account account = accounts.getOrDefault(payment.customer(), new Account());
        Money money = payment.amount();
        while (money.isPositive() && account.next < account.items.size()) {
            Item item = account.items.get(account.next);
            Money open = account.left.isPositive() ? account.left : item.open();
            Money paid = open.isLessThan(money) ? open : money;
            lines.add(new Line(payment.number(), item.number(), paid));
            money = money.subtract(paid);
            account.left = open.subtract(paid);
            if (account.left.isZero()) {
                account.next++;
            }
        }
        return lines;
    }

    private static long cents(Money amount) {
        return amount.getNumber()
                .numberValue(BigDecimal.class)
                .movePointRight(2)
                .longValueExact();
    }
}
