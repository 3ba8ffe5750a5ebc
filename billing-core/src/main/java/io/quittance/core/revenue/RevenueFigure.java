package io.quittance.core.revenue;

/** The figures of a contract or an obligation at the end of a day, each with the clause that asks for it. */
public enum RevenueFigure {
    /** The transaction price, without tax (IFRS 15.47, ASC 606-10-32-2). */
    PROMISED("47", "32-2"),
    /** What was invoiced less what was credited, without tax; taken as an unconditional right (IFRS 15.108, ASC 606-10-45-4). */
    BILLED("108", "45-4"),
    /** The revenue recognised so far (IFRS 15.46, ASC 606-10-32-1). */
    EARNED("46", "32-1"),
    /** Billed and not yet earned: the contract liability (IFRS 15.106, ASC 606-10-45-2). */
    DEFERRED("106", "45-2"),
    /** Earned and not yet billed: the contract asset, or a receivable not invoiced yet (IFRS 15.107, ASC 606-10-45-3). */
    UNBILLED("107", "45-3"),
    /** Promised and not yet earned: the remaining performance obligations (IFRS 15.120, ASC 606-10-50-13). */
    REMAINING("120", "50-13");

    private final String ifrs15;
    private final String asc606;

    RevenueFigure(String ifrs15, String asc606) {
        this.ifrs15 = ifrs15;
        this.asc606 = asc606;
    }

    /** Where the standards ask for the figure. */
    public Clause clause() {
        return new Clause(ifrs15, asc606);
    }
}
