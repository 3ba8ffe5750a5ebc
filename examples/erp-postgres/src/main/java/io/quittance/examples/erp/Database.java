package io.quittance.examples.erp;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the tables are. Any JDBC URL of a PostgreSQL will do. */
final class Database {
    /** Deadlocks and failed serialisations are tried again so often. */
    private static final int ATTEMPTS = 5;

    /** Silent: of a URL that it cannot read the driver would log a part, which may be the password. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final String url;
    private final Properties properties = new Properties();

    Database(String url, String user, String password) {
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("reWriteBatchedInserts", "true");
        // the details of an error are values of rows, among them names and accounts
        properties.setProperty("logServerErrorDetail", "false");
    }

    /** Whether there is a driver for a URL. Asked before anybody connects, since the message that there is none has the whole of it. */
    static boolean isUsable(String url) {
        try {
            DriverManager.getDriver(url);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** What is done in one transaction. It may be done again from the start. */
    interface Work<T> {
        T in(Connection connection);
    }

    /** One connection, for one thread. */
    final class Session implements AutoCloseable {
        private final Connection connection;

        private Session() throws SQLException {
            connection = DriverManager.getConnection(url, properties);
            connection.setAutoCommit(false);
            // whoever waited for a lock must see what its holder committed: READ COMMITTED does, REPEATABLE READ fails
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }

        // README transaction begins
        /** All of the work, or nothing of it. */
        <T> T inTransaction(Work<T> work) {
            for (int attempt = 1; ; attempt++) {
                try {
                    T result = work.in(connection);
                    commit();
                    return result;
                } catch (DatabaseException e) {
                    rollBack();
                    if (!e.isConflict() || attempt == ATTEMPTS) {
                        throw e;
                    }
                } catch (RuntimeException | Error e) {
                    rollBack();
                    throw e;
                }
            }
        }
        // README transaction ends

        private void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }

        /** Where even this fails the connection is gone, and the database rolls back by itself. */
        @SuppressWarnings("EmptyCatch") // what made it necessary is thrown
        private void rollBack() {
            try {
                connection.rollback();
            } catch (SQLException ignored) {
                // see above
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
    }

    /** A connection. */
    Session open() {
        try {
            return new Session();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** One transaction on a connection of its own. */
    <T> T inTransaction(Work<T> work) {
        try (Session session = open()) {
            return session.inTransaction(work);
        }
    }

    String url() {
        return url;
    }

    String user() {
        return properties.getProperty("user");
    }

    String password() {
        return properties.getProperty("password");
    }
}
