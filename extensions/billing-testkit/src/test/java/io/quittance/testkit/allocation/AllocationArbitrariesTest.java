package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What a law is tried on is really there: each kind of request, so many times in 3,000. */
class AllocationArbitrariesTest {
    private static final BigDecimal NEAR_THE_END_OF_A_LONG =
            BigDecimal.valueOf(Long.MAX_VALUE, 3).movePointLeft(1);

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 3_000)
    void generatesEveryEdge(@ForAll("requests") AllocationRequest request) {
        List<OpenItem> items = request.items();
        Amount available = request.available();
        Amount unit = Amount.ofMinor(1, available.getCurrency());
        among("nothing is available", 20, available.signum() == 0);
        among(
                "a part of the payment is available",
                200,
                available.isLessThan(request.payment().amount()));
        among("one minor unit is available", 20, available.equals(unit));
        among(
                "one minor unit is open",
                200,
                items.stream().anyMatch(item -> item.open().equals(unit)));
        among("no item", 20, items.isEmpty());
        among("one item", 50, items.size() == 1);
        among("tens of items", 30, items.size() >= 20);
        among("thousands of items", 2, items.size() >= 1_000);
        among("equal due dates", 500, hasEqual(items, OpenItem::dueDate));
        among(
                "equal due and document dates",
                200,
                hasEqual(items, item -> List.of(item.dueDate(), item.documentDate())));
        among("equal amounts", 100, hasEqual(items, OpenItem::open));
        among("in dispute", 200, items.stream().anyMatch(OpenItem::isDisputed));
        among(
                "paid in part",
                200,
                items.stream()
                        .anyMatch(
                                item -> item.open().isLessThan(item.receivable().amount())));
        among("past due", 200, items.stream().anyMatch(item -> item.daysPastDue(request.date()) > 0));
        among("due on the day", 200, items.stream().anyMatch(item -> item.daysPastDue(request.date()) == 0));
        among("due later", 200, items.stream().anyMatch(item -> item.daysPastDue(request.date()) < 0));
        among(
                "as much as an item",
                200,
                items.stream().anyMatch(item -> item.open().equals(available)));
        among("as much as all items", 100, total(request).equals(available) && !items.isEmpty());
        among("more than all items", 50, total(request).isLessThan(available) && !items.isEmpty());
        among("beyond a long together", 20, total(request).toBigDecimal().compareTo(NEAR_THE_END_OF_A_LONG) > 0);
        among("names nothing", 200, request.remittances().isEmpty());
        among(
                "names what is unknown",
                100,
                request.remittances().stream().anyMatch(named -> !ids(request).contains(named.item())));
        among(
                "names what is open",
                100,
                request.remittances().stream().anyMatch(named -> ids(request).contains(named.item())));
        among("names an item twice", 50, hasEqual(request.remittances(), Remittance::item));
        among("allocated on its day", 2_500, request.date().equals(AllocationArbitraries.PAID));
        among("says how it came", 20, request.payment().method().isPresent());
        among("says who sent it", 20, request.payment().payer().isPresent());
        among("has a reference", 20, request.payment().reference().isPresent());
        among("has a text", 20, request.payment().text().isPresent());
        among(
                "names an amount",
                100,
                request.remittances().stream().anyMatch(named -> named.amount().isPresent()));
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 3_000)
    void generatesCurrenciesOfEveryNumberOfPlaces(@ForAll("requests") AllocationRequest request) {
        String currency = request.payment().amount().getCurrency().getCurrencyCode();
        for (String each : List.of("EUR", "JPY", "KWD")) {
            among(each, 150, currency.equals(each));
        }
    }

    /** A request has one currency; the laws add items of another, and of another customer, to every one that has items. */
    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 200)
    void theLawsAddWhatIsForeign(@ForAll("requests") AllocationRequest request) {
        Set<String> currencies = Copies.foreign(request).stream()
                .map(item -> item.customer() + item.open().getCurrency().getCurrencyCode())
                .collect(Collectors.toSet());
        among("two kinds of foreign items", 100, currencies.size() == 2);
    }

    @Provide
    Arbitrary<AllocationRequest> requests() {
        return AllocationArbitraries.requests();
    }

    private static Amount total(AllocationRequest request) {
        return request.items().stream()
                .map(OpenItem::open)
                .reduce(Amount.zero(request.available().getCurrency()), Amount::add);
    }

    private static Set<Object> ids(AllocationRequest request) {
        return request.items().stream().map(OpenItem::id).collect(Collectors.toSet());
    }

    private static <T> boolean hasEqual(List<T> list, Function<T, Object> by) {
        var known = new HashSet<>();
        return list.stream().map(by).anyMatch(value -> !known.add(value));
    }

    private static void among(String kind, int atLeast, boolean isOne) {
        Statistics.label(kind)
                .collect(isOne)
                .coverage(coverage -> coverage.check(true).count(count -> count >= atLeast));
    }
}
