package io.quittance.examples.erp;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.ContractJson;
import io.quittance.json.ContractTermsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Customers, contracts and usage that are made up, the same in each run. Loading them twice changes nothing. */
record Demo(int customers, int events, YearMonth month) {
    private static final List<String> TERMS = List.of("starter", "business", "metered");

    /** Customers with their contracts; each third has two, and those of each fourth end with the month. */
    void contracts(Database database) {
        List<ContractTerms> terms = TERMS.stream().map(Demo::terms).toList();
        database.inTransaction(connection -> {
            var people = new ArrayList<Object[]>();
            var accounts = new ArrayList<Object[]>();
            var contracts = new ArrayList<Object[]>();
            for (int i = 1; i <= customers; i++) {
                people.add(new Object[] {customer(i), String.format(Locale.ROOT, "Beispiel %05d GmbH", i), account(i)});
                accounts.add(new Object[] {customer(i), "EUR"});
                contracts.add(contract(i, "A", terms.get(i % terms.size())));
                if (i % 3 == 0) {
                    contracts.add(contract(i, "B", terms.get(1)));
                }
            }
            List<Object[]> banks = List.<Object[]>of(new Object[] {"DE-1", DemoBank.ACCOUNT});
            insert(connection, "insert into bank_account (id, number) values (?, ?)", banks);
            insert(connection, "insert into customer (id, name, account) values (?, ?, ?)", people);
            insert(connection, "insert into account (customer, currency) values (?, ?)", accounts);
            insert(connection, "insert into contract (id, customer, document) values (?, ?, ?)", contracts);
            return contracts.size();
        });
    }

    /** Usage of the month for every contract, and of the next month, too. */
    void usage(Database database) {
        usage(database, "e", month, events);
        usage(database, "e", month.plusMonths(1), events);
    }

    /** Usage of the month that is reported later: more of it for most contracts, and taken back for each fourth customer. */
    void late(Database database) {
        usage(database, "late", month, 1);
    }

    private void usage(Database database, String kind, YearMonth of, int count) {
        database.inTransaction(connection -> {
            var rows = new ArrayList<Object[]>();
            for (int i = 1; i <= customers; i++) {
                for (String which : i % 3 == 0 ? List.of("A", "B") : List.of("A")) {
                    if (!isEnded(i, of)) {
                        rows.addAll(events(i, which, kind, of, count));
                    }
                }
                if (rows.size() > 10_000 || i == customers) {
                    insert(
                            connection,
                            "insert into usage_event (id, contract, meter, quantity, at) values (?, ?, ?, ?, ?)",
                            rows);
                    rows.clear();
                }
            }
            return customers;
        });
    }

    private static List<Object[]> events(int i, String which, String kind, YearMonth of, int count) {
        var rows = new ArrayList<Object[]>();
        Instant start = of.atDay(1).atTime(8, 0).toInstant(ZoneOffset.UTC);
        long step = of.lengthOfMonth() * 86_400L / (count + 1);
        for (int n = 1; n <= count; n++) {
            String contract = contractId(i, which);
            long quantity = kind.equals("late") && i % 4 == 0 ? -1 : 1 + (i * 7L + n * 13L + of.getMonthValue()) % 50;
            rows.add(new Object[] {
                String.join("-", kind, of.toString(), contract, String.valueOf(n)),
                contract,
                n % 4 == 0 ? "storage" : "calls",
                BigDecimal.valueOf(quantity),
                start.plusSeconds(step * (n - 1))
            });
        }
        return rows;
    }

    private boolean isEnded(int i, YearMonth of) {
        return i % 4 == 0 && of.isAfter(month);
    }

    private Object[] contract(int i, String which, ContractTerms terms) {
        YearMonth end = i % 4 == 0 ? month.plusMonths(1) : month.plusYears(1);
        Contract contract = Contract.of(
                ContractId.of(contractId(i, which)),
                CustomerId.of(customer(i)),
                new ServicePeriod(month.atDay(1), end.atDay(1)),
                terms);
        // with its history, though there is none yet: an amendment is an edit of the document
        var signed = ContractHistory.of(contract, month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        return new Object[] {
            contractId(i, which), customer(i), ContractJson.standard().write(signed)
        };
    }

    static String customer(int i) {
        return String.format(Locale.ROOT, "C-%05d", i);
    }

    private static String contractId(int i, String which) {
        return String.format(Locale.ROOT, "K-%05d-%s", i, which);
    }

    /** No bank has a code that begins with 9. */
    private static String account(int i) {
        return String.format(Locale.ROOT, "DE00999999990%09d", i);
    }

    private static void insert(Connection connection, String sql, List<Object[]> rows) {
        Sql.batch(connection, sql + " on conflict do nothing", rows);
    }

    private static ContractTerms terms(String name) {
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/" + name + ".json"), name)) {
            return ContractTermsJson.standard().read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
