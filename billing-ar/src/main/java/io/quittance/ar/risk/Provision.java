package io.quittance.ar.risk;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * What is expected to be lost, by bucket.
 *
 * @param rows one or more, of one currency, from the youngest bucket to the oldest
 */
public record Provision(List<ProvisionRow> rows) implements Serializable {
    /** Copies the rows and checks that they are of one currency. */
    public Provision {
        rows = Require.notEmpty(List.copyOf(rows), "rows");
        String currency = rows.get(0).balance().getCurrency().getCurrencyCode();
        for (int i = 1; i < rows.size(); i++) {
            String given = rows.get(i).balance().getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("rows[" + i + "]", currency, given);
            }
        }
    }

    /** The sum of the rounded rows. */
    public Amount total() {
        return rows.stream().map(ProvisionRow::amount).reduce(Amount::add).orElseThrow();
    }

    /** What is to be booked where so much is provided for already. */
    public AllowanceAdjustment adjust(MonetaryAmount existing) {
        return AllowanceAdjustment.of(total(), existing);
    }
}
