package io.quittance.examples.erp;

import static java.util.Comparator.naturalOrder;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.Issuer;
import io.quittance.core.schedule.AsOf;
import io.quittance.json.BillingHistoryJson;
import io.quittance.json.ContractJson;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bills what is due on a day, each contract in a transaction of its own. */
record BillJob(LocalDate day, Instant now) {
    private static final Billing ENGINE = Billing.engine().taxes(Company.TAXES);

    /** A contract as it is stored, and where its last run stopped. */
    private record Stored(ContractHistory contract, BillingMark mark) {
        /** A run knows each amendment that a run before it knew, whatever its own {@code now}. */
        AsOf asOf(LocalDate day, Instant now) {
            Stream<Instant> known =
                    contract.amendments().stream().limit(mark.amendments()).map(Amendment::recordedAt);
            return AsOf.of(
                    day,
                    Stream.concat(Stream.of(now), known).max(naturalOrder()).orElseThrow());
        }
    }

    /** Bills all contracts, those of one customer one after the other. */
    Tally run(Database database, int workers) {
        database.inTransaction(connection -> Company.series(day).stream()
                .mapToInt(series -> Numbers.open(connection, series))
                .sum());
        return new Workers(database, workers).run("select customer from account where customer > ?", this::bill);
    }

    private void bill(Database.Session session, CustomerId customer, Tally tally) {
        List<ContractId> contracts = session.inTransaction(connection -> Sql.list(
                connection,
                "select id from contract where customer = ? order by id",
                row -> ContractId.of(row.getString(1)),
                customer.value()));
        for (ContractId contract : contracts) {
            try {
                BillRun run = session.inTransaction(connection -> bill(connection, contract));
                tally.add("contracts", 1);
                tally.add("documents", run.documents().size());
                run.findings().forEach(finding -> tally.attention(contract + ": " + finding));
            } catch (RuntimeException e) {
                tally.refused(contract, e);
            }
        }
    }

    // README bill begins
    /** The transaction: locks the contract, then the account of its customer, then the counters of numbers. */
    private BillRun bill(Connection connection, ContractId id) {
        Stored stored = lock(connection, id);
        var usage = Usage.of(connection, id);
        var history = new History(connection, id, stored.mark());
        BillRun run = ENGINE.bill(stored.contract(), usage, history, stored.asOf(day, now));
        usage.mark(day, run.findings());
        store(connection, run, stored.mark());
        if (!run.documents().isEmpty()) {
            Account account =
                    Account.lock(connection, stored.contract().signed().customer(), now);
            for (InvoiceDraft draft : inOrderOfSeries(run)) {
                post(account, issue(connection, draft, id));
            }
            account.save();
        }
        return run;
    }
    // README bill ends

    /** All transactions lock the counters in one order, so that no two wait for each other. */
    private List<InvoiceDraft> inOrderOfSeries(BillRun run) {
        return run.documents().stream()
                .sorted(Comparator.comparing(
                        draft -> Company.series(draft.type(), day).name()))
                .toList();
    }

    /** Not {@code for update}, which would keep usage of the contract from being stored meanwhile. */
    private static Stored lock(Connection connection, ContractId id) {
        return Sql.one(
                        connection,
                        "select document, mark from contract where id = ? for no key update",
                        row -> new Stored(
                                ContractJson.standard().readHistory(row.getString(1)), mark(row.getString(2))),
                        id.value())
                .orElseThrow(() -> new IllegalStateException("no contract " + id));
    }

    private static BillingMark mark(@Nullable String json) {
        return json == null ? BillingMark.NONE : BillingHistoryJson.readMark(json);
    }

    /** What the next run has to know. */
    private void store(Connection connection, BillRun run, BillingMark before) {
        String contract = run.contract().value();
        Sql.batch(
                connection,
                "insert into billed_period (contract, cycle, number, document) values (?, ?, ?, ?)"
                        + " on conflict (contract, cycle, number) do update set document = excluded.document",
                run.periods().stream().map(period -> row(period, contract)).toList());
        Sql.batch(
                connection,
                "insert into billed_line (id, contract, billed_on, amount) values (?, ?, ?, ?)",
                run.lines().stream().map(line -> row(line, contract)).toList());
        if (!run.mark().equals(before)) {
            Sql.update(
                    connection,
                    "update contract set mark = ? where id = ?",
                    BillingHistoryJson.write(run.mark()),
                    contract);
        }
    }

    private static Object[] row(BilledPeriod period, String contract) {
        return new Object[] {contract, period.cycle(), period.number(), BillingHistoryJson.write(period)};
    }

    private Object[] row(BillLine line, String contract) {
        return new Object[] {line.id(), contract, day, line.amount().toBigDecimal()};
    }

    /** The document knows its customer by id only, so that its hash outlives the name: who prints it joins {@code customer}. */
    private Invoice issue(Connection connection, InvoiceDraft draft, ContractId contract) {
        var numbered = Issuer.of(Company.series(draft.type(), day), new Numbers(connection, contract));
        InvoiceDraft complete = draft.toBuilder()
                .references(DocumentReferences.none().toContract(contract.value()))
                .build();
        return numbered.issue(complete, day, Origin.automatic());
    }

    private void post(Account account, Invoice invoice) {
        String key = "issued " + invoice.number();
        if (invoice.type().isCredit()) {
            Credit.ifDue(invoice).ifPresent(credit -> account.post(key, new CreditPosted(credit)));
        } else {
            Receivable.ifDue(invoice).ifPresent(debt -> account.post(key, new ReceivablePosted(debt)));
        }
    }
}
