package io.quittance.core.verification;

import io.quittance.core.money.Amount;
import java.util.List;

/**
 * What rules said of a comparison.
 *
 * @param comparison as it was before
 * @param unexplained what they left open
 * @param findings what they found, with that
 */
record Explained(ComparedCell comparison, Amount unexplained, List<VerificationFinding> findings) {}
