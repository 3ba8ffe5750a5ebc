package io.quittance.core.invoice;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.tax.TaxTreatment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The port to whoever knows how a supply is taxed: a table such as {@link TaxTable}, or the host's tax service. It is asked for
 * each line that is due, and is a function: equal answers to equal questions, as long as what it knows does not change. It is
 * best serialisable.
 *
 * <p>{@code supply -> List.of(TaxTreatment.standard("19"))} taxes all at 19 %.
 */
@FunctionalInterface
public interface TaxDetermination {

    /**
     * How a line is taxed. What decides by a day takes {@link TaxableSupply#endOfPart()}.
     *
     * @return one treatment, or one for each authority that taxes it; never empty: what nobody taxes is {@link
     *     TaxTreatment#outsideScope()}
     * @throws IllegalArgumentException of this library, such as {@code InvalidArgumentException}, if it cannot be told: a bill
     *     run then leaves the charge unbilled and says why
     */
    List<TaxTreatment> taxes(TaxableSupply supply);

    /**
     * The first day whose supplies may be taxed otherwise than earlier bill runs knew, such as that from which a customer turns
     * out to owe the tax: a run rates the periods again that have days from it on. What is taxed as before bills nothing, so
     * that it may be told in each run; it costs the time of rating. None, unless overridden.
     */
    default Optional<LocalDate> changedFrom(ContractId contract, CustomerId customer) {
        return Optional.empty();
    }
}
