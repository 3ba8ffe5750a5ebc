package io.quittance.examples.erp;

import io.quittance.bank.StatementHeader;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.Masked;
import java.sql.Connection;

/**
 * By what a statement of the bank is known. Banks number their statements alike, and what a bank reports of a day may have the id of its
 * statement; so the id alone is not enough, and neither are the bank's references.
 *
 * @param account the short name of an account of the company
 * @param kind as it is in the file
 * @param id as the bank has it
 */
record StatementKey(String account, String kind, String id) {

    static StatementKey of(Connection connection, StatementHeader header) {
        String id = header.id();
        if (id == null) {
            throw refusal(header, "id", "must be given");
        }
        Masked<String> number = header.account();
        String account = Sql.one(
                        connection,
                        "select id from bank_account where number = ?",
                        row -> row.getString(1),
                        number == null ? null : number.reveal())
                .orElseThrow(() -> refusal(header, "account", "must be one of the company's, in bank_account"));
        return new StatementKey(account, header.kind().name(), id);
    }

    /** The number of an account is not shown. */
    private static InvalidArgumentException refusal(StatementHeader header, String argument, String rule) {
        return new InvalidArgumentException("bank.statement", argument + " of " + header.position(), rule, null);
    }

    /** What goes before references of the bank, which are unique for the account only. */
    String prefix() {
        return account + "/";
    }
}
