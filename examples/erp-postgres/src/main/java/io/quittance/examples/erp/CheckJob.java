package io.quittance.examples.erp;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.statement.BalanceForwardStatement;
import io.quittance.ar.statement.OpenItemStatement;
import io.quittance.core.error.Refusal;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.json.InvoiceJson;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the tables against the laws and tells what is broken. All of it is read in one snapshot, so that it may run beside the other
 * commands.
 */
final class CheckJob {
    private final Connection connection;
    private final List<String> broken = new ArrayList<>();

    private CheckJob(Connection connection) {
        this.connection = connection;
    }

    /** What is broken; empty if all is well. */
    static List<String> run(Database database) {
        return database.inTransaction(connection -> {
            Sql.update(connection, "set transaction isolation level repeatable read, read only");
            var job = new CheckJob(connection);
            job.numbers();
            job.documents();
            job.ledgers();
            job.sums();
            return List.copyOf(job.broken);
        });
    }

    private void numbers() {
        rows(
                "a number is missing or above the counter",
                "select n.series || ': ' || count(i.position) || ' documents, last ' || n.last from document_number n"
                        + " left join invoice i using (series) group by n.series, n.last"
                        + " having count(i.position) <> n.last or coalesce(min(i.position), 1) <> 1"
                        + " or coalesce(max(i.position), 0) <> n.last");
    }

    /** Reading a document computes it again, its hash too. */
    private void documents() {
        String after = "";
        for (List<String> page = page(after); !page.isEmpty(); page = page(after)) {
            for (String number : page) {
                after = number;
                document(number);
            }
        }
    }

    private List<String> page(String after) {
        return Sql.list(
                connection,
                "select number from invoice where number > ? order by number limit 500",
                row -> row.getString(1),
                after);
    }

    private void document(String number) {
        try {
            String hash = Sql.one(
                            connection,
                            "select hash, document from invoice where number = ?",
                            row -> {
                                Invoice invoice = InvoiceJson.read(row.getString(2));
                                return invoice.contentHash().equals(row.getString(1)) ? "" : row.getString(1);
                            },
                            number)
                    .orElseThrow();
            if (!hash.isEmpty()) {
                broken.add(number + ": the hash is not that of the document");
            }
        } catch (RuntimeException e) {
            refused(number, e);
        }
    }

    /** What the rules refuse to read or to replay is broken. */
    private void refused(Object what, RuntimeException e) {
        if (!(e instanceof Refusal)) {
            throw e;
        }
        broken.add(what + ": " + e.getMessage());
    }

    private void ledgers() {
        String after = "";
        for (Map<String, String> page = accounts(after); !page.isEmpty(); page = accounts(after)) {
            for (Map.Entry<String, String> account : page.entrySet()) {
                after = account.getKey();
                CustomerId customer = CustomerId.of(account.getKey());
                try {
                    ledger(customer, account.getValue());
                } catch (RuntimeException e) {
                    refused(customer, e);
                }
            }
        }
    }

    private Map<String, String> accounts(String after) {
        var page = new TreeMap<String, String>();
        Sql.list(
                connection,
                "select customer, currency from account where customer > ? order by customer limit 500",
                row -> page.put(row.getString(1), row.getString(2)),
                after);
        return page;
    }

    private void ledger(CustomerId customer, String currency) {
        CustomerLedger ledger = Account.replayed(connection, customer, currency);
        int version = Sql.one(
                        connection,
                        "select version from account where customer = ?",
                        row -> row.getInt(1),
                        customer.value())
                .orElseThrow();
        require(ledger.version() == version, customer + ": version " + version + ", entries " + ledger.version());
        var items = new TreeMap<String, Amount>();
        for (OpenItem item : ledger.openItems()) {
            items.put(item.id().value(), item.open());
        }
        compare(customer, items, "select document, open from open_item where customer = ?", currency);
        var money = new TreeMap<String, Amount>();
        ledger.unappliedPayments().forEach(one -> money.put(one.payment().id().value(), one.left()));
        compare(customer, money, "select id, rest from on_account where customer = ? and rest > 0", currency);
        statements(ledger);
    }

    /** What was told is what the ledger knew then, though it may know more by now. */
    private void statements(CustomerLedger ledger) {
        Sql.list(
                connection,
                "select month, known_at, closing, to_pay from customer_statement where customer = ? order by month",
                row -> {
                    var end = AsOf.of(YearMonth.parse(row.getString(1)).atEndOfMonth(), Sql.instant(row, 2));
                    BigDecimal owed = BalanceForwardStatement.sinceTheBeginning(ledger, end)
                            .closing()
                            .toBigDecimal();
                    BigDecimal toPay = OpenItemStatement.of(ledger, end).toPay().toBigDecimal();
                    String told = ledger.customer() + ": the statement of " + row.getString(1) + " says ";
                    require(
                            owed.compareTo(row.getBigDecimal(3)) == 0,
                            told + row.getBigDecimal(3) + " are owed, the ledger " + owed);
                    require(
                            toPay.compareTo(row.getBigDecimal(4)) == 0,
                            told + row.getBigDecimal(4) + " are to pay, the ledger " + toPay);
                    return row;
                },
                ledger.customer().value());
    }

    private void compare(CustomerId customer, Map<String, Amount> replayed, String stored, String currency) {
        var rows = new TreeMap<String, Amount>();
        Sql.list(
                connection,
                stored,
                row -> rows.put(row.getString(1), Amount.of(row.getBigDecimal(2).toPlainString(), currency)),
                customer.value());
        require(replayed.equals(rows), customer + ": the ledger has " + replayed + ", the table " + rows);
    }

    private void sums() {
        rows(
                "an issued document that is due is posted once",
                "select i.number from invoice i left join ledger_entry e on e.customer = i.customer and e.key = 'issued ' || i.number"
                        + " where (e.key is null) <> (i.due = 0)");
        rows(
                "what the history says was billed is on the documents",
                "select c.id from contract c left join (select contract, sum(case when type = '381' then -net else net end) net"
                        + " from invoice group by contract) i on i.contract = c.id"
                        + " left join (select contract, sum((line ->> 'amount')::numeric) net from billed_period,"
                        + " jsonb_array_elements(document::jsonb -> 'lines') line group by contract) p on p.contract = c.id"
                        + " where coalesce(i.net, 0) <> coalesce(p.net, 0)");
        rows(
                "the lines that were billed are those of the documents",
                "select c.id from contract c left join (select contract, sum(case when type = '381' then -net else net end) net"
                        + " from invoice group by contract) i on i.contract = c.id"
                        + " left join (select contract, sum(amount) net from billed_line group by contract) b on b.contract = c.id"
                        + " where coalesce(i.net, 0) <> coalesce(b.net, 0)");
        rows(
                "money of the bank that was posted is on account, in the same amount",
                "select b.id from bank_entry b left join on_account m using (id) where (b.outcome = 'POSTED') <> (m.id is not null)"
                        + " or m.id is not null and (m.customer <> b.customer or m.amount <> b.amount)");
        rows(
                "what was owed is what is open and what was paid",
                "select a.customer from account a where"
                        + " (select coalesce(sum(case when type = '381' then -due else due end), 0) from invoice i"
                        + " where i.customer = a.customer)"
                        + " - (select coalesce(sum(amount), 0) from bank_entry b where b.customer = a.customer)"
                        + " <> (select coalesce(sum(open), 0) from open_item o where o.customer = a.customer)"
                        + " - (select coalesce(sum(rest), 0) from on_account m where m.customer = a.customer)");
        rows(
                "a statement adds up",
                "select s.customer || ' ' || s.month from customer_statement s left join statement_line l using (customer, month)"
                        + " group by s.customer, s.month, s.opening, s.closing"
                        + " having s.opening + coalesce(sum(l.amount), 0) <> s.closing");
        rows(
                "a statement opens with what the one before closed with, the first with nothing",
                "select customer || ' ' || month from (select customer, month, opening, lag(closing, 1, 0::numeric)"
                        + " over (partition by customer order by month) as told from customer_statement) s where opening <> told");
    }

    private void rows(String law, String exceptions) {
        Sql.list(connection, exceptions, row -> broken.add(law + ", but " + row.getString(1) + " breaks it"));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
