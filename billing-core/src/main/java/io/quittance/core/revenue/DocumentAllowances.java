package io.quittance.core.revenue;

import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.List;

/** What is off and on top of a document, which its lines bear by their amounts (IFRS 15.81, ASC 606-10-32-36). */
final class DocumentAllowances {
    private DocumentAllowances() {}

    /** All of it without tax, below zero where more is off than on top. */
    static Amount of(InvoiceDraft draft) {
        Amount all = Amount.zero(draft.totals().lines().getCurrency());
        for (int i = 0; i < draft.allowanceCharges().size(); i++) {
            Amount amount = draft.allowanceChargeNetAmounts().get(i);
            boolean off = draft.allowanceCharges().get(i).kind() == AllowanceCharge.Kind.ALLOWANCE;
            all = off ? all.subtract(amount) : all.add(amount);
        }
        return all;
    }

    /** What each of some lines bears of it, at least one; they add up. */
    static List<Amount> borne(Amount all, List<Amount> lines) {
        return Apportionment.largestRemainder(
                        Rounding.toMinorUnit(all.getCurrency()).scale())
                .split(all, weights(lines));
    }

    /** What is charged bears it; where nothing is charged, what is given back; where all is free, each line alike. */
    private static List<BigDecimal> weights(List<Amount> lines) {
        boolean charged = lines.stream().anyMatch(line -> line.signum() > 0);
        boolean free = lines.stream().allMatch(line -> line.signum() == 0);
        return lines.stream()
                .map(Amount::toBigDecimal)
                .map(line -> free ? BigDecimal.ONE : charged ? line.max(BigDecimal.ZERO) : line.abs())
                .toList();
    }
}
