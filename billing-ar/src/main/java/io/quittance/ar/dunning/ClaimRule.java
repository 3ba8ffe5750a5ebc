package io.quittance.ar.dunning;

/** What settles a claim; sources disagree, so a policy says it (ar.md 4.16). */
public enum ClaimRule {
    /** The principal with fee and interest: who pays the principal alone still owes the charges, and is dunned for them. */
    PRINCIPAL_AND_CHARGES,
    /** The principal: charges are claimed beside one, and never by themselves. */
    PRINCIPAL
}
