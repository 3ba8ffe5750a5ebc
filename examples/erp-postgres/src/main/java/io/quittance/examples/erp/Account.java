package io.quittance.examples.erp;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.json.LedgerJson;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.Monetary;

/**
 * The receivables of one customer within a transaction: locked, replayed from their entries, posted to, and saved. Until the
 * transaction ends nobody else posts to them.
 */
final class Account {
    private final Connection connection;
    private final CustomerLedger before;
    private final Instant recordedAt;
    private final List<LedgerEntry> added = new ArrayList<>();
    private CustomerLedger ledger;

    private Account(Connection connection, CustomerLedger ledger, Instant recordedAt) {
        this.connection = connection;
        this.before = ledger;
        this.recordedAt = recordedAt;
        this.ledger = ledger;
    }

    // README lock begins
    /** Waits until nobody else posts to the ledger of the customer, then reads it. */
    static Account lock(Connection connection, CustomerId customer, Instant now) {
        String currency = Sql.one(
                        connection,
                        "select currency from account where customer = ? for no key update",
                        row -> row.getString(1),
                        customer.value())
                .orElseThrow(() -> new IllegalStateException("no account for customer " + customer));
        CustomerLedger ledger = replayed(connection, customer, currency);
        return new Account(connection, ledger, recordedAt(connection, ledger, now));
    }

    /**
     * Decided under the lock, since another command may have recorded something later: not before the last entry, and after the last
     * statement, which has all that was recorded until then. It asks once more, since the query that waited sees other tables as they
     * were before.
     */
    private static Instant recordedAt(Connection connection, CustomerLedger ledger, Instant now) {
        var instants = new ArrayList<>(List.of(now));
        ledger.entries().forEach(entry -> instants.add(entry.recordedAt()));
        instants.addAll(Sql.list(
                connection,
                "select known_at + interval '1 microsecond' from customer_statement where customer = ?",
                row -> Sql.instant(row, 1),
                ledger.customer().value()));
        return Collections.max(instants);
    }
    // README lock ends

    /** The ledger of a customer as its entries say, without a lock: to look at. */
    static CustomerLedger replayed(Connection connection, CustomerId customer, String currency) {
        CustomerLedger ledger = CustomerLedger.empty(customer, Monetary.getCurrency(currency));
        for (LedgerEntry entry : Sql.list(
                connection,
                "select document from ledger_entry where customer = ? order by position",
                row -> LedgerJson.read(row.getString(1)),
                customer.value())) {
            ledger = ledger.post(entry).ledger();
        }
        return ledger;
    }

    CustomerLedger ledger() {
        return ledger;
    }

    /** When what this transaction does is recorded: the {@code now} of its command, or later. */
    Instant recordedAt() {
        return recordedAt;
    }

    /** Posts a fact; the ledger refuses what does not fit. */
    void post(String key, LedgerFact fact) {
        LedgerEntry entry = LedgerEntry.of(key, fact, recordedAt);
        var posting = ledger.post(entry);
        if (!posting.isDuplicate()) {
            ledger = posting.ledger();
            added.add(entry);
        }
    }

    /** Writes the new entries and what they change of open items and money on account. */
    void save() {
        if (added.isEmpty()) {
            return;
        }
        int position = before.version();
        var rows = new ArrayList<Object[]>();
        for (LedgerEntry entry : added) {
            position++;
            rows.add(new Object[] {customer(), position, entry.key().value(), LedgerJson.write(entry)});
        }
        Sql.batch(connection, "insert into ledger_entry (customer, position, key, document) values (?, ?, ?, ?)", rows);
        saveOpenItems();
        saveOnAccount();
        // the lock makes this true; the condition would tell if somebody left it out
        int updated = Sql.update(
                connection,
                "update account set version = ? where customer = ? and version = ?",
                ledger.version(),
                customer(),
                before.version());
        if (updated != 1) {
            throw new IllegalStateException("the ledger of " + customer() + " was posted to meanwhile");
        }
    }

    private String customer() {
        return ledger.customer().value();
    }

    private void saveOpenItems() {
        Map<ReceivableId, OpenItem> old = byId(before);
        Map<ReceivableId, OpenItem> now = byId(ledger);
        var changed = new ArrayList<Object[]>();
        now.forEach((id, item) -> {
            if (!item.equals(old.get(id))) {
                changed.add(new Object[] {
                    id.value(),
                    customer(),
                    item.documentDate(),
                    item.dueDate(),
                    item.receivable().amount().toBigDecimal(),
                    item.open().toBigDecimal()
                });
            }
        });
        Sql.batch(
                connection,
                "insert into open_item (document, customer, dated, due_date, amount, open) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (document) do update set open = excluded.open",
                changed);
        Sql.batch(
                connection,
                "delete from open_item where document = ?",
                old.keySet().stream()
                        .filter(id -> !now.containsKey(id))
                        .map(id -> new Object[] {id.value()})
                        .toList());
    }

    private void saveOnAccount() {
        Map<PaymentId, UnappliedPayment> old = byPayment(before);
        Map<PaymentId, UnappliedPayment> now = byPayment(ledger);
        var changed = new ArrayList<Object[]>();
        now.forEach((id, money) -> {
            if (!money.equals(old.get(id))) {
                changed.add(new Object[] {
                    id.value(),
                    customer(),
                    money.payment().amount().toBigDecimal(),
                    money.left().toBigDecimal()
                });
            }
        });
        Sql.batch(
                connection,
                "insert into on_account (id, customer, amount, rest) values (?, ?, ?, ?)"
                        + " on conflict (id) do update set rest = excluded.rest",
                changed);
        Sql.batch(
                connection,
                "update on_account set rest = 0 where id = ?",
                old.keySet().stream()
                        .filter(id -> !now.containsKey(id))
                        .map(id -> new Object[] {id.value()})
                        .toList());
    }

    private static Map<ReceivableId, OpenItem> byId(CustomerLedger ledger) {
        var all = new LinkedHashMap<ReceivableId, OpenItem>();
        ledger.openItems().forEach(item -> all.put(item.id(), item));
        return all;
    }

    private static Map<PaymentId, UnappliedPayment> byPayment(CustomerLedger ledger) {
        var all = new LinkedHashMap<PaymentId, UnappliedPayment>();
        ledger.unappliedPayments().forEach(money -> all.put(money.payment().id(), money));
        return all;
    }
}
