package io.quittance.testkit.tax;

import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What a law is tried on is really there: each kind of documents and supplies, so many times in 2,000. */
class TaxArbitrariesTest {
    private static final Fraction HALF_A_CENT = Fraction.of(1, 200);

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 2_000)
    void generatesEveryEdgeOfDocuments(@ForAll("documents") TaxedDocument document) {
        List<Amount> amounts = document.groups().stream()
                .flatMap(group -> group.amounts().stream())
                .toList();
        List<Fraction> exact = document.exact().stream().flatMap(List::stream).toList();
        among("no group", 50, document.groups().isEmpty());
        among("several groups", 200, document.groups().size() > 1);
        among(
                "several amounts",
                200,
                document.groups().stream().anyMatch(group -> group.amounts().size() > 1));
        among("amounts of nothing", 50, amounts.stream().anyMatch(amount -> amount.signum() == 0));
        among(
                "both signs",
                200,
                amounts.stream().anyMatch(amount -> amount.signum() < 0)
                        && amounts.stream().anyMatch(amount -> amount.signum() > 0));
        among(
                "rates of nothing",
                50,
                document.groups().stream()
                        .anyMatch(group -> group.rate().percent().signum() == 0));
        among("tax within", 200, document.groups().stream().anyMatch(TaxedGroup::withTax));
        among("half a cent", 50, exact.stream().anyMatch(tax -> isHalf(tax)));
        among(
                "fractions without an end",
                100,
                exact.stream().anyMatch(tax -> tax.toString().contains("/")));
    }

    private static boolean isHalf(Fraction tax) {
        return !tax.times(Fraction.of(100)).isWhole()
                && tax.plus(HALF_A_CENT).times(Fraction.of(100)).isWhole();
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 2_000)
    void generatesEveryEdgeOfSupplies(@ForAll("supplies") TaxableSupply supply) {
        among("without a seller", 200, supply.soldBy().isEmpty());
        among("without what is agreed", 200, supply.agreedCharge().isEmpty());
        among("a single day", 200, supply.days().days() == 1);
        among(
                "over a turn of the year",
                50,
                supply.days().start().getYear() < supply.days().lastDay().getYear());
        among("to the last day of a year", 50, supply.days().end().getDayOfYear() == 1);
    }

    @Provide
    Arbitrary<TaxedDocument> documents() {
        return TaxArbitraries.documents(TaxArbitraries.currencies());
    }

    @Provide
    Arbitrary<TaxableSupply> supplies() {
        return TaxArbitraries.supplies(TaxArbitraries.customers("C-1"), TaxArbitraries.charges("calls"));
    }

    private static void among(String kind, int atLeast, boolean isOne) {
        Statistics.label(kind)
                .collect(isOne)
                .coverage(coverage -> coverage.check(true).count(count -> count >= atLeast));
    }
}
