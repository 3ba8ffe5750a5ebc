package io.quittance.core.verification;

import io.quittance.core.billing.BillRun;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.rating.Rating;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;

/**
 * The result of holding what was billed against what the terms say.
 *
 * @param checked how many charges were compared, each side's charges without a partner included
 * @param findings the charges that differ, in the order of the terms, then of the bill
 */
public record Verification(int checked, List<ChargeFinding> findings) implements Serializable {

    /** Copies the findings. */
    public Verification {
        findings = List.copyOf(findings);
    }

    /**
     * Compares charge by charge. A charge that costs nothing and was not billed is no finding.
     *
     * @param rating what the terms say
     * @param billed what was asked for, each charge once, in the contract's currency
     * @throws IllegalArgumentException if a charge is billed twice
     */
    public static Verification of(Rating rating, List<BilledCharge> billed) {
        Map<ChargeId, Amount> expected = new LinkedHashMap<>();
        rating.charges().forEach(charge -> expected.merge(charge.charge(), charge.amount(), Amount::add));
        return of(expected, billed, rating.contract().terms().currency());
    }

    /** As {@link #of(Rating, List)}, for what a run bills of each charge, all its lines together. */
    public static Verification of(BillRun run, List<BilledCharge> billed) {
        Map<ChargeId, Amount> expected = new LinkedHashMap<>();
        run.lines().forEach(line -> expected.merge(line.charge(), line.amount(), Amount::add));
        return of(expected, billed, run.total().getCurrency());
    }

    private static Verification of(Map<ChargeId, Amount> agreed, List<BilledCharge> billed, CurrencyUnit currency) {
        var open = new LinkedHashMap<ChargeId, Amount>();
        for (int i = 0; i < billed.size(); i++) {
            BilledCharge charge = billed.get(i);
            Require.that(
                    open.put(charge.charge(), charge.amount()) == null,
                    "billed.duplicate",
                    "billed[" + i + "].charge",
                    "must be unique",
                    charge.charge());
        }
        Amount zero = Amount.zero(currency);
        var findings = new ArrayList<ChargeFinding>();
        int checked = 0;
        for (Map.Entry<ChargeId, Amount> charge : agreed.entrySet()) {
            Amount amount = open.remove(charge.getKey());
            Amount due = charge.getValue();
            checked++;
            if (amount == null && due.signum() != 0) {
                findings.add(finding(charge.getKey(), due, zero, "verification.not-billed", "{0}: {1} was not billed"));
            } else if (amount != null && !amount.isEqualTo(due)) {
                findings.add(
                        finding(charge.getKey(), due, amount, "verification.amount", "{0}: billed {2} instead of {1}"));
            }
        }
        for (Map.Entry<ChargeId, Amount> rest : open.entrySet()) {
            checked++;
            findings.add(finding(
                    rest.getKey(),
                    zero,
                    rest.getValue(),
                    "verification.not-agreed",
                    "{0}: {2} was billed without terms"));
        }
        return new Verification(checked, findings);
    }

    /** Whether all was billed as agreed. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    private static ChargeFinding finding(ChargeId charge, Amount expected, Amount billed, String key, String pattern) {
        return new ChargeFinding(charge, expected, billed, Explanation.of(key, pattern, charge, expected, billed));
    }
}
