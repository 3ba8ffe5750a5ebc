package io.quittance.examples.erp;

import org.flywaydb.core.Flyway;

/** The tables, in {@code db/migration}. */
final class Schema {
    private Schema() {}

    /** Brings a database to the newest version; how many steps that took. */
    static int migrate(Database database) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
