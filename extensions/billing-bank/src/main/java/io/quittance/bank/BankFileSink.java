package io.quittance.bank;

/** Takes what a {@link BankFileReader} reads, in the order of the file. What it throws ends the reading. */
public interface BankFileSink {

    /** A statement begins; its entries follow. */
    default void begins(StatementHeader header) {}

    /** The next entry of the statement that began last. */
    void entry(BankEntry entry);

    /** Something that a person should know of; before the entry or the end of the statement that it is about. */
    default void finding(BankFinding finding) {}

    /** The statement that began last has ended, and whether it is proved is known. */
    default void ends(BankStatement statement) {}
}
