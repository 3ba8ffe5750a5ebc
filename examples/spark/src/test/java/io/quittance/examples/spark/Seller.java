package io.quittance.examples.spark;

import io.quittance.core.invoice.TaxTable;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.tax.TaxTreatment;
import java.time.LocalDate;

/** Who sells in the tests, and how: nobody has its VAT id. */
final class Seller {
    private static final Party PARTY =
            Party.named("Beispielnetz GmbH").at(PostalAddress.in("DE")).withVatId("DE123456789");

    private Seller() {}

    static Documents documents(PriceLists prices) {
        return new Documents(
                new Month(W1.OCTOBER, prices.zone()),
                prices,
                PARTY,
                TaxTable.of(TaxTreatment.standard("19")),
                LocalDate.parse("2026-11-01"),
                "S-2026-");
    }
}
