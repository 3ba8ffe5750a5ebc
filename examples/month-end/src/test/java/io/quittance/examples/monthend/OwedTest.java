package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class OwedTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");

    /** 16.78 invoiced, 0.99 given back. */
    @Test
    void aCreditNoteIsTakenOff() {
        List<Invoice> documents =
                List.of(document(InvoiceType.INVOICE, "16.78"), document(InvoiceType.CREDIT_NOTE, "0.99"));
        assertThat(Owed.byAll(documents, USD)).isEqualTo(Amount.of("15.79", "USD"));
        assertThat(Owed.byAll(List.of(), USD)).isEqualTo(Amount.zero(USD));
    }

    private static Invoice document(InvoiceType type, String amount) {
        return InvoiceDraft.builder(CustomerId.of("1"), USD)
                .type(type)
                .paymentTerms(PaymentTerms.net(0))
                .line(InvoiceLine.priced(
                        "eve", BigDecimal.ONE, "C62", Amount.of(amount, "USD"), Rounding.toMinorUnit(USD)))
                .build()
                .issue("R-" + type, "2014-02-10");
    }
}
