package io.quittance.testkit.kpi;

import io.quittance.core.money.Amount;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.collection.CollectionFigures;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What a law is tried on is really there: each kind of figures, so many times in 2,000. */
class KpiArbitrariesTest {

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 2_000)
    void generatesEveryEdgeOfCollection(@ForAll("collection") CollectionFigures figures) {
        among("no period", 20, figures.period().isEmpty());
        amount("opening", figures.openingReceivables());
        amount("closing", figures.closingReceivables());
        amount("collected", figures.collected());
        amount("overdue", figures.overdue().map(CollectionFigures.ShareOf::part));
        amount("open", figures.overdue().map(CollectionFigures.ShareOf::whole));
        among(
                "more than nothing owed to customers",
                50,
                figures.closingReceivables()
                        .filter(closing -> closing.signum() < 0)
                        .isPresent());
        among("no sales", 100, figures.sales().isEmpty());
        among("several months of sales", 200, figures.sales().size() > 1);
        among(
                "a month without sales",
                50,
                figures.sales().stream().anyMatch(sold -> sold.creditSales().signum() == 0));
        among(
                "a month of credit notes",
                50,
                figures.sales().stream().anyMatch(sold -> sold.creditSales().signum() < 0));
        among(
                "all disputed",
                50,
                figures.disputed()
                        .filter(share ->
                                share.whole().signum() > 0 && share.part().equals(share.whole()))
                        .isPresent());
        among(
                "no item",
                50,
                figures.overdueItems().filter(share -> share.whole() == 0).isPresent());
        among(
                "nothing settled",
                50,
                figures.daysLate().filter(late -> late.invoices() == 0).isPresent());
        among("yen", 50, figures.currency().equals(Optional.of("JPY")));
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 2_000)
    void generatesEveryEdgeOfBilling(@ForAll("billing") BillingFigures figures) {
        among("not checked", 20, figures.checked().isEmpty());
        among("not sent", 20, figures.sent().isEmpty());
        among(
                "none to check",
                50,
                figures.checked().filter(counted -> counted.whole() == 0).isPresent());
        among(
                "all wrong",
                50,
                figures.checked()
                        .filter(counted -> counted.whole() > 0 && counted.part() == counted.whole())
                        .isPresent());
        among(
                "one of several",
                200,
                figures.sent()
                        .filter(counted -> counted.part() > 0 && counted.part() < counted.whole())
                        .isPresent());
    }

    private static void amount(String name, Optional<Amount> amount) {
        among(name + " is not given", 20, amount.isEmpty());
        among(
                name + " is nothing",
                50,
                amount.filter(each -> each.signum() == 0).isPresent());
        among(name + " is more", 200, amount.filter(each -> each.signum() > 0).isPresent());
    }

    @Provide
    Arbitrary<CollectionFigures> collection() {
        return KpiArbitraries.collectionFigures();
    }

    @Provide
    Arbitrary<BillingFigures> billing() {
        return KpiArbitraries.billingFigures();
    }

    private static void among(String kind, int atLeast, boolean isOne) {
        Statistics.label(kind)
                .collect(isOne)
                .coverage(coverage -> coverage.check(true).count(count -> count >= atLeast));
    }
}
