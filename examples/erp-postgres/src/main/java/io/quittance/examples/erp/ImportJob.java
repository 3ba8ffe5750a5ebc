package io.quittance.examples.erp;

import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.matching.Confidence;
import io.quittance.ar.matching.KnownPayer;
import io.quittance.ar.matching.Match;
import io.quittance.ar.matching.OpenBook;
import io.quittance.ar.matching.PaymentMatcher;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentMethod;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFileSink;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankStatement;
import io.quittance.bank.ReturnedTransaction;
import io.quittance.bank.StatementHeader;
import io.quittance.bank.camt.CamtReader;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.jspecify.annotations.Nullable;

/**
 * Takes the money of a bank file in, each transaction of the bank in one of the database. Names, accounts and words of payers stay in the
 * file: they find the customer, and are not stored. Money that nobody could be found for, or that was refused, is for a person to look at,
 * and is tried again when the file is imported again; so is money that went back.
 */
final class ImportJob implements BankFileSink {
    private static final String POSTED = "POSTED";
    private static final String POSTED_BEFORE = "posted before";

    private final Database.Session session;
    private final Instant now;
    private final Tally tally = new Tally();
    private final PaymentMatcher matcher = PaymentMatcher.standard().applyingFrom(Confidence.MEDIUM);
    private final OpenBook book;
    private StatementKey statement = new StatementKey("", "", "");

    private ImportJob(Database.Session session, Instant now, OpenBook book) {
        this.session = session;
        this.now = now;
        this.book = book;
    }

    static Tally run(Database database, InputStream file, Instant now) throws IOException {
        try (Database.Session session = database.open()) {
            var job = new ImportJob(session, now, session.inTransaction(ImportJob::book));
            try {
                new CamtReader().read(file, job);
            } catch (RuntimeException e) {
                // what was taken in before stands; the mended file is imported again
                job.tally.refused("file", e);
            }
            return job.tally;
        }
    }

    @Override
    public void begins(StatementHeader header) {
        statement = session.inTransaction(connection -> StatementKey.of(connection, header));
        session.inTransaction(connection -> Sql.update(
                connection,
                "insert into bank_statement (account, kind, id) values (?, ?, ?) on conflict do nothing",
                statement.account(),
                statement.kind(),
                statement.id()));
    }

    @Override
    public void entry(BankEntry entry) {
        Amount rest = entry.signed();
        for (BankTransaction transaction : entry.transactions(statement.prefix())) {
            rest = rest.subtract(transaction.amount());
            try {
                String outcome = session.inTransaction(connection -> post(connection, transaction));
                tally.add(outcome, 1);
                if (!outcome.equals(POSTED) && !outcome.equals(POSTED_BEFORE)) {
                    tally.attention(transaction.id() + ": " + outcome);
                }
            } catch (RuntimeException e) {
                tally.refused(transaction.id(), e);
            }
        }
        for (ReturnedTransaction back : entry.returns()) {
            Amount amount = back.direction().signed(back.amount());
            rest = rest.subtract(amount);
            tally.attention(statement.prefix() + back.id() + ": " + amount + " returned, " + back.reason());
        }
        if (rest.signum() != 0) {
            tally.attention(statement.prefix() + entry.id() + ": " + rest + " is no money that came");
        }
    }

    @Override
    public void finding(BankFinding finding) {
        tally.attention(finding.code() + " " + finding.position());
    }

    @Override
    public void ends(BankStatement ended) {
        session.inTransaction(connection -> Sql.update(
                connection,
                "update bank_statement set entries = ?, proof = ? where account = ? and kind = ? and id = ?",
                ended.entries(),
                ended.proof().outcome().name(),
                statement.account(),
                statement.kind(),
                statement.id()));
    }

    // README import begins
    /** The transaction: the row of the bank's reference is locked, and money that was posted before is not posted again. */
    private String post(Connection connection, BankTransaction transaction) {
        if (isPosted(connection, transaction)) {
            return POSTED_BEFORE;
        }
        Match match = matcher.match(transaction, book);
        if (match.payment().isEmpty()) {
            record(connection, transaction, match.outcome().name(), null);
            return match.outcome().name();
        }
        Payment payment = withoutPayer(match.payment().get());
        Account account = Account.lock(connection, payment.customer(), now);
        account.post("received " + payment.id(), new PaymentReceived(payment));
        account.save();
        record(connection, transaction, POSTED, payment.customer());
        return POSTED;
    }

    private static Payment withoutPayer(Payment payment) {
        return Payment.of(payment.id(), payment.customer(), payment.valueDate(), payment.amount())
                .by(PaymentMethod.CREDIT_TRANSFER)
                .naming(payment.remittances());
    }
    // README import ends

    /** Whoever imports the same entry at the same time waits here until this transaction has ended. */
    private boolean isPosted(Connection connection, BankTransaction transaction) {
        Sql.update(
                connection,
                "insert into bank_entry (id, account, kind, statement, value_date, amount, currency, outcome)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'NEW') on conflict (id) do nothing",
                transaction.id().value(),
                statement.account(),
                statement.kind(),
                statement.id(),
                transaction.valueDate(),
                transaction.amount().toBigDecimal(),
                transaction.amount().getCurrency().getCurrencyCode());
        var stored = Sql.one(
                        connection,
                        "select outcome, value_date, amount, currency from bank_entry where id = ? for update",
                        row -> new StoredEntry(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                Amount.of(row.getBigDecimal(3), Monetary.getCurrency(row.getString(4)))),
                        transaction.id().value())
                .orElseThrow();
        if (!stored.amount().equals(transaction.amount()) || !stored.valueDate().equals(transaction.valueDate())) {
            throw new InvalidArgumentException(
                    "bank.reference", "reference", "must not be that of other money before", transaction.id());
        }
        return stored.outcome().equals(POSTED);
    }

    private record StoredEntry(String outcome, LocalDate valueDate, Amount amount) {}

    private static void record(
            Connection connection, BankTransaction transaction, String outcome, @Nullable CustomerId customer) {
        Sql.update(
                connection,
                "update bank_entry set outcome = ?, customer = ? where id = ?",
                outcome,
                customer == null ? null : customer.value(),
                transaction.id().value());
    }

    /**
     * What is open and who is known: read once for a file. It only proposes; what is open counts when money is allocated. A customer
     * without receivables is nobody to whom money could be posted.
     */
    private static OpenBook book(Connection connection) {
        List<OpenItem> items = Sql.list(
                connection,
                "select o.document, o.customer, o.dated, o.due_date, o.amount, o.open, a.currency"
                        + " from open_item o join account a using (customer) order by o.document",
                row -> OpenItem.of(
                        Receivable.of(
                                ReceivableId.of(row.getString(1)),
                                CustomerId.of(row.getString(2)),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                Amount.of(row.getBigDecimal(5), Monetary.getCurrency(row.getString(7)))),
                        Amount.of(row.getBigDecimal(6), Monetary.getCurrency(row.getString(7)))));
        List<KnownPayer> payers = Sql.list(
                connection,
                "select c.id, c.account from customer c join account a on a.customer = c.id where c.account is not null order by c.id",
                row -> new KnownPayer(CustomerId.of(row.getString(1)), Payer.ofAccount(row.getString(2))));
        return OpenBook.of(items, payers);
    }
}
