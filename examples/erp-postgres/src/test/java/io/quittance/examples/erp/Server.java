package io.quittance.examples.erp;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for all tests of this JVM, started from the Maven artifact; a database for each that asks. */
final class Server {
    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Server() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", System.getProperty("erp.fsync", "off"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty database. */
    static ErpRun empty() {
        return copyOf("template0");
    }

    /** A copy of a database, to which nobody may be connected. */
    static ErpRun copyOf(ErpRun original) {
        return copyOf(original.name());
    }

    private static ErpRun copyOf(String template) {
        String name = "erp" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + template);
        return new ErpRun(name, "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + name);
    }

    static void drop(ErpRun database) {
        execute("drop database " + database.name() + " with (force)");
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(POSTGRES.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
