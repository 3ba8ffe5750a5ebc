package io.quittance.core.invoice;

import io.quittance.core.explain.Explanation;

/** Why an invoice is corrected. */
public enum CorrectionReason {
    /** It was wrong: the price, the quantity, the customer. */
    ERROR,
    /** What was agreed has changed after it was invoiced. */
    CONTRACT_CHANGE,
    /** It was right, and something is given back all the same. */
    GOODWILL,
    /** What was delivered has come back. */
    RETURN,
    /** The customer contests it. */
    DISPUTE;

    /** The reason in words, in each language of the library: {@code RETURN.explanation().text(Locale.GERMAN)}. */
    public Explanation explanation() {
        return switch (this) {
            case ERROR -> Explanation.of("correction.error", "Correction of an error");
            case CONTRACT_CHANGE -> Explanation.of("correction.contract-change", "Change of the contract");
            case GOODWILL -> Explanation.of("correction.goodwill", "Goodwill");
            case RETURN -> Explanation.of("correction.return", "Return");
            case DISPUTE -> Explanation.of("correction.dispute", "Settlement of a dispute");
        };
    }
}
