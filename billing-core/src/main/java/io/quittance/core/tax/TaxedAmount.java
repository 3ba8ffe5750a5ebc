package io.quittance.core.tax;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * An amount and how it is taxed.
 *
 * @param amount of a line, an allowance (negative) or a charge, rounded; with or without the tax, as whoever asks says
 * @param taxes one for each authority that taxes it, each another; empty where none does
 */
public record TaxedAmount(Amount amount, List<TaxTreatment> taxes) implements Serializable {

    /** Copies the taxes and checks that each is another. */
    public TaxedAmount {
        requireNonNull(amount, "amount");
        taxes = TaxTreatment.distinct(taxes);
    }

    /** An amount of any implementation, taxed by one authority. */
    public static TaxedAmount of(MonetaryAmount amount, TaxTreatment tax) {
        return new TaxedAmount(Amount.from(amount), List.of(tax));
    }
}
