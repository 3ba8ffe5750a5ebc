package io.quittance.testkit.tax;

import static io.quittance.core.tax.TaxTreatment.outsideScope;
import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;

import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxTable;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;

/** The German rate of 2020, and a customer who turned out on 1 March 2021 to owe the tax from 2021 on. */
class TaxTableTest
        implements TaxDeterminationContract.Complete,
                TaxDeterminationContract.ByEndOfPart,
                TaxDeterminationContract.Corrected,
                TaxDeterminationContract.Serialisable {
    private static final TaxTable GERMAN = TaxTable.of(standard("19"))
            .from("2020-07-01", standard("16"))
            .from("2021-01-01", standard("19"))
            .charge("terms.minimum", outsideScope());

    @Override
    public TaxDetermination determination() {
        TaxTable owes = TaxTable.of(standard("19"))
                .from("2020-07-01", standard("16"))
                .from("2021-01-01", reverseCharge())
                .correctedFrom(LocalDate.of(2021, 1, 1));
        // what is said of a customer goes before what is said of a charge, on all days
        return GERMAN.customer(CustomerId.of("ACME"), owes.charge("terms.minimum", outsideScope()));
    }

    @Override
    public TaxDetermination earlier() {
        return GERMAN;
    }

    @Override
    public Arbitrary<CustomerId> customers() {
        return TaxArbitraries.customers("C-1", "ACME");
    }
}
