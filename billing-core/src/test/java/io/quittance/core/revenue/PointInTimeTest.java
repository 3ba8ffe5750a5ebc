package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.billed;
import static io.quittance.core.revenue.Books.book;
import static io.quittance.core.revenue.Books.eur;
import static io.quittance.core.revenue.PerformanceFact.delivered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointInTimeTest {

    /** IFRS 15 Example 38, Case B (IE200): 1,000 due on 31 January, product transferred on 31 March. */
    @Test
    void isALiabilityUntilTheProductIsTransferred() {
        RevenueBook book = book("1000", PointInTime.on("2019-03-31"), billed("i", "o", "2019-01-31", "1000"));
        assertThat(book.at("2019-01-30").deferred()).isEqualTo(eur("0"));
        assertThat(book.at("2019-01-31").deferred()).isEqualTo(eur("1000"));
        assertThat(book.at("2019-03-30").deferred()).isEqualTo(eur("1000"));
        assertThat(book.at("2019-03-30").earned()).isEqualTo(eur("0"));
        assertThat(book.at("2019-03-31").deferred()).isEqualTo(eur("0"));
        assertThat(book.at("2019-03-31").earned()).isEqualTo(eur("1000"));
    }

    /** IFRS 15 Example 39 (IE201–IE204): A for 400 and B for 600; 1,000 may be billed only when both are delivered. */
    @Test
    void isAnAssetUntilItMayBeBilled() {
        RevenueBook book = RevenueBook.of(
                "C-1",
                List.of(
                        Obligation.of("A", eur("400"), PointInTime.onDelivery()),
                        Obligation.of("B", eur("600"), PointInTime.onDelivery())),
                List.of(
                        delivered("d-a", "A", "2026-02-01"),
                        delivered("d-b", "B", "2026-03-01"),
                        billed("i-a", "A", "2026-03-01", "400"),
                        billed("i-b", "B", "2026-03-01", "600")));
        assertThat(book.at("2026-02-28").unbilled()).isEqualTo(eur("400"));
        assertThat(book.at("2026-02-28").remaining()).isEqualTo(eur("600"));
        assertThat(book.at("2026-03-01").unbilled()).isEqualTo(eur("0"));
        assertThat(book.at("2026-03-01").earned()).isEqualTo(eur("1000"));
    }

    @Test
    void theFirstDeliveryCountsUntilItIsTakenBack() {
        RevenueBook book = book(
                "10",
                PointInTime.onDelivery(),
                delivered("1", "o", "2026-02-01"),
                delivered("2", "o", "2026-02-03"),
                delivered("3", "o", "2026-02-05").takenBack(),
                delivered("4", "o", "2026-02-07"));
        assertThat(reason(book, "2026-01-31")).isEqualTo("not delivered by 2026-01-31");
        assertThat(reason(book, "2026-02-04")).isEqualTo("delivered on 2026-02-01");
        assertThat(reason(book, "2026-02-05")).isEqualTo("not delivered by 2026-02-05");
        assertThat(book.at("2026-02-05").earned()).isEqualTo(eur("0"));
        assertThat(reason(book, "2026-02-07")).isEqualTo("delivered on 2026-02-07");
        assertThat(book.at("2026-02-07").earned()).isEqualTo(eur("10"));
    }

    private static String reason(RevenueBook book, String day) {
        return book.at(day).obligations().get(0).explanations().get(0).text();
    }

    @Test
    void saysWhereItStands() {
        assertThat(PointInTime.onDelivery().clauses()).containsExactly(new Clause("38", "25-30"));
        assertThat(PointInTime.onDelivery()).hasToString("on delivery");
        assertThat(PointInTime.on("2026-03-31")).hasToString("on 2026-03-31");
    }

    @Test
    void refusesFactsThatItWouldIgnore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book("1", PointInTime.on("2026-01-01"), delivered("d", "o", "2026-01-01")))
                .withMessage("facts[d]: kind must not be given where the day is known beforehand, but was DELIVERY");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> book("1", PointInTime.onDelivery(), PerformanceFact.used("u", "o", "2026-01-01", "1")))
                .withMessage("facts[u]: kind must be DELIVERY where the delivery counts, but was UNITS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PointInTime.on(LocalDate.of(10_000, 1, 1)))
                .withMessageStartingWith("day must lie in the years 1 to 9999");
    }
}
