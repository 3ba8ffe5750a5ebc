package io.quittance.testkit.schedule;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What a law is tried on is really there: each kind of days and prices, so many times in 2,000. */
class ProrationArbitrariesTest {

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 2_000)
    void generatesEveryEdge(@ForAll("served") Served served, @ForAll("prices") Price price) {
        ServicePeriod period = served.period();
        ServicePeriod service = served.service();
        for (int days : new int[] {28, 29, 30, 31, 365, 366}) {
            among("a period of " + days + " days", 5, period.days() == days);
        }
        among("a single day of a longer period", 20, service.days() == 1 && period.days() > 1);
        among("all of it", 100, service.equals(period));
        among("from the first day on", 100, service.start().equals(period.start()) && !service.equals(period));
        among("to the last day", 100, service.end().equals(period.end()) && !service.equals(period));
        among(
                "in between",
                100,
                !service.start().equals(period.start()) && !service.end().equals(period.end()));
        among("from the last day of a month", 50, isLastOfMonth(period.start()));
        among(
                "to the last day of a shorter month",
                5,
                period.start().getDayOfMonth() > 28
                        && period.end().getMonthValue() == 2
                        && isLastOfMonth(period.end()));
        among("a price of nothing", 20, price.amount().signum() == 0);
        among("a negative price", 100, price.amount().signum() < 0);
        among(
                "one minor unit",
                20,
                price.amount().equals(Amount.ofMinor(1, price.amount().getCurrency())));
        for (String currency : new String[] {"EUR", "JPY", "KWD"}) {
            among(currency, 100, price.amount().getCurrency().getCurrencyCode().equals(currency));
        }
    }

    private static boolean isLastOfMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }

    @Provide
    Arbitrary<Served> served() {
        return ProrationArbitraries.served(ProrationArbitraries.periods());
    }

    @Provide
    Arbitrary<Price> prices() {
        return ProrationArbitraries.prices();
    }

    private static void among(String kind, int atLeast, boolean isOne) {
        Statistics.label(kind)
                .collect(isOne)
                .coverage(coverage -> coverage.check(true).count(count -> count >= atLeast));
    }
}
