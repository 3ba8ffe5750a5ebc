package io.quittance.kpi.scorecard;

/** The roles of a billing and receivables department for which there is a {@link RoleScorecard}. */
public enum Role {
    /** Bills, answers clients, collects, improves. */
    BILLING_SPECIALIST("000"),
    /** Answers for correct and timely bills. */
    BILLING_OFFICER("001"),
    /** Keeps the receivables: credit, cash application, collection. */
    RECEIVABLES("002"),
    /** Bills by contracts. */
    CONTRACT_BILLING("003");

    private final String number;

    Role(String number) {
        this.number = number;
    }

    /** What the marks of its KPIs begin with: {@code 002} in {@code 002:39}. */
    public String number() {
        return number;
    }
}
