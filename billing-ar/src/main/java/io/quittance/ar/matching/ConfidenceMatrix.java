package io.quittance.ar.matching;

/**
 * What gives which confidence: the table of the payment application rules of Business Central, and above it a structured reference.
 * How sure the payer is, how many documents are named, and in how many ways the amount fits what they or the payer owe.
 */
final class ConfidenceMatrix {
    /** How sure it is who paid. */
    enum Party {
        NONE,
        PARTLY,
        FULLY
    }

    /** In how many ways the amount fits. */
    enum Fit {
        NONE,
        ONE,
        MANY;

        static Fit of(int ways) {
            return ways == 0 ? NONE : ways == 1 ? ONE : MANY;
        }
    }

    private ConfidenceMatrix() {}

    /**
     * The confidence of items that a text names.
     *
     * @param several whether it names several
     */
    static Confidence named(Party party, boolean several, Fit fit) {
        if (fit == Fit.NONE) {
            return Confidence.MEDIUM;
        }
        return switch (party) {
            case FULLY -> Confidence.HIGH;
            case PARTLY -> several || fit == Fit.ONE ? Confidence.HIGH : Confidence.MEDIUM;
            case NONE -> several ? Confidence.HIGH : Confidence.MEDIUM;
        };
    }

    /** The confidence of items that nothing names. */
    static Confidence unnamed(Party party, Fit fit) {
        return switch (party) {
            case FULLY ->
                switch (fit) {
                    case ONE -> Confidence.HIGH;
                    case MANY -> Confidence.MEDIUM;
                    case NONE -> Confidence.LOW;
                };
            case PARTLY -> fit == Fit.ONE ? Confidence.MEDIUM : Confidence.LOW;
            case NONE -> Confidence.LOW;
        };
    }

    /**
     * The confidence of items of which each has a structured reference of its own.
     *
     * @param over whether more was paid than they ask for, beyond the tolerance
     */
    static Confidence referred(boolean over) {
        return over ? Confidence.HIGH : Confidence.CERTAIN;
    }
}
