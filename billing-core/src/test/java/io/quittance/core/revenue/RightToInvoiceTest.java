package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.billed;
import static io.quittance.core.revenue.Books.book;
import static io.quittance.core.revenue.Books.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RightToInvoiceTest {

    /** By hand: 300 calls at 0.05 on the 15th and 100 on the 20th, billed on 1 February. */
    @Test
    void earnsEachUseByItsPrice() {
        RevenueBook book = book(
                "0",
                new RightToInvoice(),
                PromiseChange.price("u-1", "o", "2026-01-15", eur("15")),
                PromiseChange.price("u-2", "o", "2026-01-20", eur("5")),
                billed("i", "o", "2026-02-01", "20"));
        assertThat(book.at("2026-01-14").earned()).isEqualTo(eur("0"));
        assertThat(book.at("2026-01-15").unbilled()).isEqualTo(eur("15"));
        assertThat(book.at("2026-01-31").unbilled()).isEqualTo(eur("20"));
        assertThat(book.at("2026-01-31").remaining()).isEqualTo(eur("0"));
        assertThat(book.at("2026-02-01").unbilled()).isEqualTo(eur("0"));
        ObligationRevenue figures = book.at("2026-02-01").obligations().get(0);
        assertThat(figures.explanations().get(0).text()).isEqualTo("all that may be invoiced is earned");
        assertThat(figures.clauses())
                .containsExactly(new Clause("B16", "55-18"), new Clause("87–88", "32-42 to 32-43"));
        assertThat(new RightToInvoice()).hasToString("as it may be invoiced");
    }

    @Test
    void refusesUnitsWithoutAPrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("0", new RightToInvoice(), PerformanceFact.used("u", "o", "2026-01-01", "1")))
                .withMessage("facts[u]: kind must not be given where each use is a change of price, but was UNITS");
    }
}
