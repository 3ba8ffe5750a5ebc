package io.quittance.core.contract;

import java.util.function.Consumer;

/** Looks for one sort of mistake in a contract. A new one is a class, its line in {@link ContractReview} and its test. */
@FunctionalInterface
interface ReviewRule {
    /** Tells what it finds; refuses no contract that could be made. */
    void review(ReviewedContract contract, Consumer<ReviewFinding> findings);
}
