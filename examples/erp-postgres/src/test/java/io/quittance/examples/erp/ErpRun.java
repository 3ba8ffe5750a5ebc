package io.quittance.examples.erp;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A database, the commands run on it, and what stands in its tables afterwards. */
record ErpRun(String name, String url) {

    /** What a command answered. */
    record Answer(int status, String text) {
        /** What is for a person to look at: all but the last line, which counts. */
        List<String> told() {
            List<String> lines = text.lines().toList();
            return lines.subList(0, lines.size() - 1);
        }
    }

    /** Runs a command and expects that it is done, whatever it has for a person to look at. */
    String command(String... words) {
        Answer answer = answer(words);
        if (answer.status() > Erp.LOOK) {
            throw new AssertionError(answer.toString());
        }
        return answer.text();
    }

    Answer answer(String... words) {
        var text = new StringWriter();
        var out = new PrintWriter(text, true);
        return new Answer(Erp.run(out, out, onThis(words)), text.toString());
    }

    /** The command with the address of this database. */
    String[] onThis(String... words) {
        return Stream.concat(Stream.of(words), Stream.of("--jdbc-url", url)).toArray(String[]::new);
    }

    /** The same database, through the driver that counts and kills. */
    ErpRun throughFaults() {
        return new ErpRun(name, FaultDriver.url(url));
    }

    /** Every row of every table, in order. */
    Map<String, List<String>> tables() {
        var tables = new TreeMap<String, List<String>>();
        try (Connection connection = connect()) {
            for (String table : strings(
                    connection,
                    "select table_name from information_schema.tables where table_schema = 'public'"
                            + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")) {
                tables.put(
                        table,
                        strings(
                                connection,
                                "select to_jsonb(t)::text from " + table
                                        + " t order by to_jsonb(t)::text collate \"C\""));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tables;
    }

    /** The first column of a query. */
    List<String> strings(String sql) {
        try (Connection connection = connect()) {
            return strings(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(String.valueOf(rows.getString(1)));
            }
            return all;
        }
    }

    int execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }
}
