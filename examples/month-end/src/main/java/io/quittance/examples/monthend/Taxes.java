package io.quittance.examples.monthend;

import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;

import io.quittance.core.billing.Billing;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** How the company's services are taxed: at home at the German rate of the day, abroad by reverse charge. */
final class Taxes implements TaxDetermination, Serializable {
    private static final long serialVersionUID = 1L;

    /** The standard rate, since 1998; the data are of 2014. */
    private static final TaxTable AT_HOME = TaxTable.of(standard("16"))
            .from("2007-01-01", standard("19"))
            .from("2020-07-01", standard("16"))
            .from("2021-01-01", standard("19"));

    /** Directive 2006/112/EC, articles 44 and 196. */
    private static final TaxTable ABROAD =
            TaxTable.of(reverseCharge().because("Reverse charge: the customer owes the tax"));

    private static final String DOCUMENTS_IN = "USD";
    private static final CurrencyUnit TAX_IN = Monetary.getCurrency("EUR");
    private static final BigDecimal RATE = new BigDecimal("0.74");

    Taxes() {}

    /** The engine that bills the telephone customers. */
    static Billing engine() {
        return Billing.engine().taxes(new Taxes());
    }

    /**
     * The currency in which German tax must be stated beside dollars (Directive 2006/112/EC, article 230), at a rate that the
     * example makes up; none for documents in another currency, of which it knows no rate.
     */
    static Optional<TaxCurrency> currency(CurrencyUnit documents, LocalDate day) {
        return documents.getCurrencyCode().equals(DOCUMENTS_IN)
                ? Optional.of(TaxCurrency.of(TAX_IN, RATE, day, "made up"))
                : Optional.empty();
    }

    @Override
    public List<TaxTreatment> taxes(TaxableSupply supply) {
        return (Buyer.isAbroad(supply.customer()) ? ABROAD : AT_HOME).taxes(supply);
    }
}
