package io.quittance.examples.erp;

import java.sql.SQLException;

/** What the database refused, or that it could not be reached. Its message has no values of rows: see {@link Database}. */
final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether two transactions were in each other's way, so that this one can be tried again. */
    boolean isConflict() {
        String state = state();
        return state.equals("40001") || state.equals("40P01");
    }

    private String state() {
        return getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
    }
}
