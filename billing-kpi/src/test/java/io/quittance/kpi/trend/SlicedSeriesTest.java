package io.quittance.kpi.trend;

import static io.quittance.kpi.trend.Given.days;
import static io.quittance.kpi.trend.Given.item;
import static io.quittance.kpi.trend.Given.month;
import static io.quittance.kpi.trend.Given.none;
import static io.quittance.kpi.trend.Given.quotient;
import static io.quittance.kpi.trend.Given.series;
import static io.quittance.kpi.trend.Given.share;
import static io.quittance.kpi.trend.Given.six;
import static io.quittance.kpi.trend.Given.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.kpi.trend.SlicedSeries.Ranked;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlicedSeriesTest {
    private static final ServicePeriod JANUARY = month(1);
    private static final ServicePeriod FEBRUARY = month(2);

    /** Overdue was 10 of 100 and is 30 of 150; A has 10 of 50 and 30 of 50, B nothing of 50 and of 100. */
    private static SlicedSeries overdue() {
        return SlicedSeries.of(
                Dimension.CUSTOMER,
                series(share(1, 10, 100), share(2, 30, 150)),
                Map.of(
                        "B", series(share(1, 0, 50), share(2, 0, 100)),
                        "A", series(share(1, 10, 50), share(2, 30, 50)),
                        "C", series(share(1, 0, 0))));
    }

    /** C has 12 of −100, which is −12 % and the lowest, and means nothing: it is not the best. */
    @Test
    void whatHasNoMeaningHasNoPlace() {
        SlicedSeries three = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(share(1, 42, 20)),
                Map.of(
                        "A", series(share(1, 10, 50)),
                        "B", series(share(1, 20, 70)),
                        "C", series(share(1, 12, -100))));
        assertThat(three.ranking(JANUARY))
                .extracting(Ranked::place, Ranked::key)
                .containsExactly(tuple(1, "A"), tuple(2, "B"));
        assertThat(three.distribution(JANUARY).count()).isEqualTo(2);
        assertThat(three.at(JANUARY)).containsOnlyKeys("A", "B", "C");
    }

    @Test
    void ranksByTheDirectionOfTheKpi() {
        SlicedSeries rates = SlicedSeries.of(
                Dimension.COLLECTOR,
                series(Given.rate(1, 200, 400)),
                Map.of(
                        "anna", series(Given.rate(1, 80, 100)),
                        "bert", series(Given.rate(1, 40, 50)),
                        "carl", series(Given.rate(1, 30, 200)),
                        "dora", series(Given.rate(1, 0, 0))));
        assertThat(rates.ranking(JANUARY))
                .extracting(Ranked::place, Ranked::key)
                .containsExactly(tuple(1, "anna"), tuple(1, "bert"), tuple(3, "carl"));
        assertThat(overdue().ranking(FEBRUARY)).extracting(Ranked::key).containsExactly("B", "A");
        assertThat(rates.at(JANUARY)).containsKey("dora");
        assertThat(rates).hasToString("collection-rate.gross by collector, 4 keys");
    }

    /** IBM receivables sample, reference.json, by_country: weighted days to pay, rounded there. 818 is the slowest. */
    @Test
    void ranksAndSpreadsCountriesOfRealData() {
        var kpi = KpiDefinition.of("days", "Days", KpiUnit.DAYS, Direction.LOWER, "weighted days to pay");
        var days = Map.of(
                "391", "23.211653", "406", "27.671771", "770", "28.691055", "818", "29.209367", "897", "25.811676");
        var parts = new TreeMap<String, KpiSeries>();
        days.forEach((country, value) -> parts.put(country, series(of(kpi, value))));
        SlicedSeries byCountry = SlicedSeries.of(new Dimension("country"), series(of(kpi, "26.700568")), parts);
        assertThat(byCountry.ranking(JANUARY))
                .extracting(Ranked::key)
                .containsExactly("391", "897", "406", "770", "818");
        assertThat(byCountry.distribution(JANUARY).median().map(Given::six)).contains("27.671771");
        assertThat(byCountry
                        .distribution(JANUARY)
                        .percentile(new BigDecimal("80"), PercentileMethod.NEAREST_RANK)
                        .map(Given::six))
                .contains("28.691055");
    }

    private static KpiResult of(KpiDefinition kpi, String value) {
        return KpiBasis.of(kpi).period(JANUARY).measured(Given.exact(value));
    }

    @Test
    void explainsTheWholeByItsKeys() {
        Contributions by = overdue().contributions(JANUARY, FEBRUARY);
        assertThat(by.lines())
                .extracting(Contribution::key, Contribution::amount)
                .containsExactly(tuple("A", Fraction.of(35, 3)), tuple("B", Fraction.of(-5, 3)));
        assertThat(by.rest()).contains(Fraction.ZERO);
        assertThat(overdue().changes(JANUARY, FEBRUARY)).containsOnlyKeys("A", "B");
    }

    /**
     * DSO was 100 / 100 × 31 = 31 and is 90 / 60 × 28 = 42. A owes 60 of sales of 50 and now 90 of sales of 60; B owed 40 of sales of 50, and owes and buys nothing. A: (28 × 90 − 31 × 60) / 60 − (31 × 60 − 31 × 50) /
     * 100 = 11 − 3.1; B: 0 − (31 × 40 − 31 × 50) / 100 = 3.1.
     */
    @Test
    void explainsDaysSalesOutstandingOfMonthsOfDifferentLength() {
        SlicedSeries dso = SlicedSeries.of(
                Dimension.CUSTOMER,
                DaysSalesOutstanding.simple(),
                Map.of(JANUARY, owes(JANUARY, "100", "100"), FEBRUARY, owes(FEBRUARY, "90", "60")),
                Map.of(
                        "A", Map.of(JANUARY, owes(JANUARY, "60", "50"), FEBRUARY, owes(FEBRUARY, "90", "60")),
                        "B", Map.of(JANUARY, owes(JANUARY, "40", "50"), FEBRUARY, owes(FEBRUARY, "0", "0"))));
        Contributions by = dso.contributions(JANUARY, FEBRUARY);
        assertThat(by.lines())
                .extracting(Contribution::key, line -> six(line.amount()))
                .containsExactly(tuple("A", "7.900000"), tuple("B", "3.100000"));
        assertThat(by.rest()).contains(Fraction.ZERO);
        assertThat(by.line("B").orElseThrow().kind()).isEqualTo(Contribution.Kind.GONE);
    }

    private static CollectionFigures owes(ServicePeriod period, String closing, String sold) {
        return CollectionFigures.builder()
                .period(period)
                .closingReceivables(Amount.of(closing, "EUR"))
                .sales(SalesPeriod.of(period, Amount.of(sold, "EUR")))
                .build();
    }

    /** 8 reminders in a week and 12 in two: 8 and 6 a week. Both customers have the same weeks. */
    @Test
    void cutsTheNumeratorAloneWhereTheDenominatorIsCommon() {
        var kpi = KpiDefinition.of("week", "Reminders", KpiUnit.COUNT, Direction.INFORMATIONAL, "reminders / weeks");
        SlicedSeries reminders = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(quotient(kpi, 1, 8, 1, 1), quotient(kpi, 2, 12, 2, 1)),
                Map.of(
                        "A", series(quotient(kpi, 1, 3, 1, 1), quotient(kpi, 2, 10, 2, 1)),
                        "B", series(quotient(kpi, 1, 5, 1, 1), quotient(kpi, 2, 2, 2, 1))));
        Contributions by = reminders.contributions(JANUARY, FEBRUARY);
        assertThat(by.line("A").orElseThrow().amount()).isEqualTo(Fraction.of(2));
        assertThat(by.line("B").orElseThrow().amount()).isEqualTo(Fraction.of(-4));
        assertThat(by.rest()).contains(Fraction.ZERO);
    }

    /** C gets none in January and 4 in February, in the weeks of all: it is new, and the weeks are not its. One customer alone has all of both. */
    @Test
    void whatHasNoPartInACommonDenominatorIsNew() {
        var kpi = KpiDefinition.of("week", "Reminders", KpiUnit.COUNT, Direction.INFORMATIONAL, "reminders / weeks");
        Map<String, KpiSeries> two = Map.of(
                "A", series(quotient(kpi, 1, 8, 4, 1), quotient(kpi, 2, 8, 4, 1)),
                "C", series(quotient(kpi, 1, 0, 4, 1), quotient(kpi, 2, 4, 4, 1)));
        SlicedSeries reminders =
                SlicedSeries.of(Dimension.CUSTOMER, series(quotient(kpi, 1, 8, 4, 1), quotient(kpi, 2, 12, 4, 1)), two);
        assertThat(reminders.contributions(JANUARY, FEBRUARY).lines())
                .containsExactly(
                        new Contribution("C", Totals.NONE, new Totals(Fraction.of(4), Fraction.ZERO), Fraction.ONE),
                        new Contribution(
                                "A",
                                new Totals(Fraction.of(8), Fraction.ZERO),
                                new Totals(Fraction.of(8), Fraction.ZERO),
                                Fraction.ZERO));
        SlicedSeries one = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(quotient(kpi, 1, 8, 4, 1), quotient(kpi, 2, 8, 4, 1)),
                Map.of("A", series(quotient(kpi, 1, 8, 4, 1), quotient(kpi, 2, 8, 4, 1))));
        assertThat(one.contributions(JANUARY, FEBRUARY).line("A").orElseThrow().base())
                .isEqualTo(new Totals(Fraction.of(8), Fraction.of(4)));
    }

    @Test
    void whatDiffersIsNotEqual() {
        SlicedSeries overdue = overdue();
        assertThat(overdue)
                .isNotEqualTo(SlicedSeries.of(Dimension.SEGMENT, overdue.whole(), overdue.parts()))
                .isNotEqualTo(SlicedSeries.of(Dimension.CUSTOMER, overdue.whole(), Map.of()))
                .isNotEqualTo(SlicedSeries.of(Dimension.CUSTOMER, series(share(1, 1, 2)), overdue.parts()));
        assertThat(overdue.whole()).isNotEqualTo(series(share(1, 1, 2)));
        Contributions by = overdue.contributions(JANUARY, FEBRUARY);
        assertThat(by)
                .isNotEqualTo(Contributions.ofItems(by.change()))
                .isNotEqualTo(Contributions.of(Dimension.CUSTOMER, by.change(), Map.of(), Map.of()))
                .isNotEqualTo(Contributions.without(Dimension.CUSTOMER, by.change(), "NOT_ADDITIVE"));
    }

    @Test
    void doesNotExplainWhatIsNotMadeOfTotals() {
        SlicedSeries medians = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(days(1, "10"), days(2, "12")),
                Map.of("A", series(days(1, "10"), days(2, "12"))));
        assertThat(medians.contributions(JANUARY, FEBRUARY).note()).contains("NOT_ADDITIVE");
        SlicedSeries otherFactor = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(share(1, 10, 100), share(2, 30, 150)),
                Map.of("A", series(quotient(Given.SHARE, 1, 10, 100, 1), share(2, 30, 150))));
        assertThat(otherFactor.contributions(JANUARY, FEBRUARY).note()).contains("NOT_ADDITIVE");
        SlicedSeries undefined =
                SlicedSeries.of(Dimension.CUSTOMER, series(share(1, 0, 0), none(Given.SHARE, 2)), Map.of());
        assertThat(undefined.contributions(JANUARY, FEBRUARY).note()).contains("UNDEFINED");
    }

    /** A customer whose figures are missing is in the rest, and not 0: of 20 points A has 5. */
    @Test
    void putsWhatIsNotKnownIntoTheRest() {
        SlicedSeries owed = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(sum(Given.OWED, 1, 100), sum(Given.OWED, 2, 120)),
                Map.of(
                        "A", series(sum(Given.OWED, 1, 40), sum(Given.OWED, 2, 45)),
                        "B", series(none(Given.OWED, 1), none(Given.OWED, 2))));
        Contributions by = owed.contributions(JANUARY, FEBRUARY);
        assertThat(by.lines()).extracting(Contribution::key).containsExactly("A");
        assertThat(by.rest()).contains(Fraction.of(15));
    }

    @Test
    void findsWhatIsBeyondALimitAndWhy() {
        SlicedSeries owed = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(sum(Given.OWED, 1, 100), sum(Given.OWED, 2, 150)),
                Map.of(
                        "A",
                        series(
                                sum(Given.OWED, 1, 40, item("R-1", 40, 0)),
                                sum(Given.OWED, 2, 90, item("R-1", 40, 0), item("R-2", 50, 0))),
                        "B",
                        series(sum(Given.OWED, 1, 60), sum(Given.OWED, 2, 60))));
        List<ChangeFinding> findings =
                owed.findings(JANUARY, FEBRUARY, ChangeLimit.percent("20").forTheWorse());
        assertThat(findings).hasSize(2);
        ChangeFinding ofCustomer = findings.get(0); // 125 %, before the 50 % of the whole
        assertThat(ofCustomer.scope()).containsExactly(new Slice(Dimension.CUSTOMER, "A"));
        assertThat(ofCustomer.by(Dimension.ITEM).orElseThrow().moved())
                .extracting(Contribution::key, line -> six(line.amount()))
                .containsExactly(tuple("R-2", "50.000000"));
        ChangeFinding ofWhole = findings.get(1);
        assertThat(ofWhole.scope()).isEmpty();
        assertThat(ofWhole.by(Dimension.CUSTOMER).orElseThrow().line("A").map(Contribution::amount))
                .contains(Fraction.of(50));
        assertThat(ofWhole.by(Dimension.ITEM)).isEmpty();
    }

    private static IssuedInvoice invoice(String key, String customer, String day, String amount, String currency) {
        return IssuedInvoice.of(key, customer, 1, Amount.of(amount, currency), Instant.parse("2026-04-30T12:00:00Z"))
                .with(Stage.ISSUED, LocalDate.parse(day));
    }

    private static EventFigures<IssuedInvoice> figures(int month, List<IssuedInvoice> invoices) {
        return EventFigures.of(month(month), AsOf.endOf("2026-03-31"), invoices);
    }

    /** By hand: ACME 100 in January and 30 in February, Bolt 50 and nothing, and an invoice of 20 that Anna did not make. */
    @Test
    void cutsEventsByTheirKeys() {
        List<IssuedInvoice> invoices = List.of(
                invoice("R-1", "ACME", "2026-01-05", "100", "EUR").preparedBy("anna"),
                invoice("R-2", "Bolt", "2026-01-06", "50", "EUR").preparedBy("anna"),
                invoice("R-3", "ACME", "2026-02-06", "30", "EUR").preparedBy("anna"),
                invoice("R-4", "ACME", "2026-02-07", "20", "EUR"));
        var months = List.of(figures(2, invoices), figures(1, invoices));
        SlicedSeries byCustomer =
                SlicedSeries.ofEvents(Dimension.CUSTOMER, BillingVolume.gross(), months, IssuedInvoice::customer);
        assertThat(byCustomer.whole().results()).extracting(Given::six).containsExactly("150.000000", "50.000000");
        assertThat(byCustomer.part("ACME").orElseThrow().results())
                .extracting(Given::six)
                .containsExactly("100.000000", "50.000000");
        assertThat(byCustomer.part("Bolt").orElseThrow().results())
                .extracting(Given::code)
                .containsExactly("", "NO_INVOICES: nothing was billed in the period");
        Contributions by = byCustomer.contributions(JANUARY, FEBRUARY);
        assertThat(by.lines())
                .extracting(Contribution::key, Contribution::kind, line -> six(line.amount()))
                .containsExactly(
                        tuple("ACME", Contribution.Kind.CHANGED, "-50.000000"),
                        tuple("Bolt", Contribution.Kind.GONE, "-50.000000"));
        assertThat(by.rest()).contains(Fraction.ZERO);
        SlicedSeries byPreparer =
                SlicedSeries.ofEvents(Dimension.PREPARER, BillingVolume.gross(), months, IssuedInvoice::preparer);
        assertThat(byPreparer.part("anna").orElseThrow().results())
                .extracting(Given::six)
                .containsExactly("150.000000", "30.000000");
        assertThat(byPreparer.contributions(JANUARY, FEBRUARY).rest()).contains(Fraction.of(20));
    }

    /** By hand: ACME 100 in January and 30 in February, Bolt 50 in January alone, where it has a result; or in both, where what has the figures of any period is cut. */
    @Test
    void cutsFiguresThatCanBeCut() {
        List<IssuedInvoice> invoices = List.of(
                invoice("R-1", "ACME", "2026-01-05", "100", "EUR"),
                invoice("R-2", "Bolt", "2026-01-06", "50", "EUR"),
                invoice("R-3", "ACME", "2026-02-06", "30", "EUR"));
        var months = List.of(figures(2, invoices.subList(2, 3)), figures(1, invoices.subList(0, 2)));
        SlicedSeries some = SlicedSeries.of(
                Dimension.CUSTOMER, BillingVolume.gross(), months, month -> month.by(IssuedInvoice::customer));
        assertThat(some.whole().results()).extracting(Given::six).containsExactly("150.000000", "30.000000");
        assertThat(some.part("ACME").orElseThrow().results())
                .extracting(Given::six)
                .containsExactly("100.000000", "30.000000");
        assertThat(some.part("Bolt").orElseThrow().results())
                .extracting(Given::six)
                .containsExactly("50.000000");
        var logs = Map.of(
                "ACME",
                EventLog.of(List.of(invoices.get(0), invoices.get(2))),
                "Bolt",
                EventLog.of(invoices.subList(1, 2)));
        SlicedSeries both = SlicedSeries.of(
                Dimension.CUSTOMER,
                BillingVolume.gross(),
                List.of(FEBRUARY, JANUARY),
                EventLog.of(invoices),
                logs,
                (log, month) -> log.figures(month, AsOf.endOf("2026-04-30")));
        assertThat(both)
                .isEqualTo(SlicedSeries.ofEvents(
                        Dimension.CUSTOMER,
                        BillingVolume.gross(),
                        List.of(figures(1, invoices), figures(2, invoices)),
                        IssuedInvoice::customer));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlicedSeries.of(
                        Dimension.CUSTOMER,
                        BillingVolume.gross(),
                        List.of(FEBRUARY),
                        EventLog.of(invoices),
                        logs,
                        (log, month) -> figures(1, invoices)))
                .withMessage(
                        "figures must be of the period [2026-02-01, 2026-03-01), but was [2026-01-01, 2026-02-01)");
    }

    @Test
    void keepsCurrenciesApart() {
        List<IssuedInvoice> invoices = List.of(
                invoice("R-1", "ACME", "2026-01-05", "100", "EUR"), invoice("R-2", "ACME", "2026-01-05", "90", "USD"));
        SlicedSeries byCurrency = SlicedSeries.ofEvents(
                Dimension.CURRENCY,
                BillingVolume.gross(),
                List.of(figures(1, invoices)),
                invoice -> invoice.amount().getCurrency().getCurrencyCode());
        assertThat(byCurrency.part("USD").flatMap(KpiSeries::currency)).contains("USD");
        assertThat(byCurrency.whole().results())
                .extracting(Given::code)
                .containsExactly("MIXED_CURRENCIES: the invoices are in more than one currency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byCurrency.ranking(JANUARY))
                .withMessage("dimension must not be currency where amounts are compared, but was billing.volume.gross");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byCurrency.distribution(JANUARY))
                .withMessage("dimension must not be currency where amounts are compared, but was billing.volume.gross");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> SlicedSeries.of(
                        Dimension.CURRENCY,
                        series(sum(Given.OWED, 1, 1)),
                        Map.of("USD", series(sum(Given.OWED, 1, 1)))));
        KpiSeries euros = series(share(1, 10, 100), share(2, 30, 150));
        assertThat(SlicedSeries.of(Dimension.CURRENCY, euros, Map.of("EUR", euros))
                        .contributions(JANUARY, FEBRUARY)
                        .note())
                .contains("NOT_ADDITIVE");
    }

    @Test
    void refusesPartsOfAnotherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlicedSeries.of(
                        Dimension.CUSTOMER, series(share(1, 1, 2)), Map.of("A", series(Given.rate(1, 1, 2)))))
                .withMessage("parts must be of one KPI, overdue.amount, but was collection-rate.gross");
        KpiResult dollars =
                KpiBasis.of(Given.OWED).period(JANUARY).currency("USD").measured(Fraction.ONE);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> SlicedSeries.of(
                        Dimension.CUSTOMER, series(sum(Given.OWED, 1, 1)), Map.of("A", series(dollars))));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> SlicedSeries.of(
                        Dimension.CUSTOMER,
                        series(KpiBasis.of(Given.OWED).period(JANUARY).missing("owed")),
                        Map.of("A", series(dollars), "B", series(sum(Given.OWED, 1, 1)))))
                .satisfies(mismatch -> assertThat(mismatch.expected()).isEqualTo("USD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overdue().contributions(JANUARY, month(3)))
                .withMessage("now must be a period of the series, but was [2026-03-01, 2026-04-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ranked(0, "A", share(1, 1, 2)))
                .withMessage("place must be 1 or more, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ranked(1, "A", share(1, 0, 0)))
                .withMessageStartingWith("result must have a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slice(Dimension.CUSTOMER, ""))
                .withMessageStartingWith("key must have 1 to 200 characters");
    }

    /** However many customers there are, what they contribute to the change of the volume is the change; in whatever order invoices and months come. */
    @Property(tries = 60)
    void contributionsOfKeysAddUpInAnyOrder(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 10_000) Long> amounts,
            @ForAll @IntRange(min = 1, max = 4) int customers,
            @ForAll long seed) {
        var invoices = new ArrayList<IssuedInvoice>();
        for (int i = 0; i < amounts.size(); i++) {
            invoices.add(invoice(
                    "R-" + i,
                    "C-" + (i % customers),
                    i % 3 == 0 ? "2026-01-10" : "2026-02-10",
                    "" + amounts.get(i),
                    "EUR"));
        }
        SlicedSeries ordered = byCustomer(List.of(figures(1, invoices), figures(2, invoices)));
        Collections.shuffle(invoices, new Random(seed));
        SlicedSeries shuffled = byCustomer(List.of(figures(2, invoices), figures(1, invoices)));
        assertThat(shuffled).isEqualTo(ordered).hasSameHashCodeAs(ordered);
        Contributions by = ordered.contributions(JANUARY, FEBRUARY);
        if (by.note().isEmpty()) {
            assertThat(by.lines().stream().map(Contribution::amount).reduce(Fraction.ZERO, Fraction::plus))
                    .isEqualTo(by.change().absolute().value().orElseThrow());
            assertThat(by.rest()).contains(Fraction.ZERO);
        } else {
            assertThat(by.rest()).isEmpty();
        }
    }

    private static SlicedSeries byCustomer(List<EventFigures<IssuedInvoice>> months) {
        return SlicedSeries.ofEvents(Dimension.CUSTOMER, BillingVolume.gross(), months, IssuedInvoice::customer);
    }

    /** Amounts of customers are in one currency, and days by currency are days. */
    @Test
    void whatIsOfOneUnitHasADistribution() {
        SlicedSeries amounts = SlicedSeries.of(
                Dimension.CUSTOMER, series(sum(Given.OWED, 1, 100)), Map.of("A", series(sum(Given.OWED, 1, 100))));
        assertThat(amounts.distribution(JANUARY).count()).isEqualTo(1);
        SlicedSeries byCurrency =
                SlicedSeries.of(Dimension.CURRENCY, series(days(1, "10")), Map.of("EUR", series(days(1, "10"))));
        assertThat(byCurrency.distribution(JANUARY).count()).isEqualTo(1);
    }

    @Test
    void aPartThatCountsAnotherWayNowIsNotExplained() {
        SlicedSeries otherFactor = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(share(1, 10, 100), share(2, 30, 150)),
                Map.of("A", series(share(1, 10, 100), quotient(Given.SHARE, 2, 30, 150, 1))));
        assertThat(otherFactor.contributions(JANUARY, FEBRUARY).note()).contains("NOT_ADDITIVE");
        SlicedSeries undefined =
                SlicedSeries.of(Dimension.CURRENCY, series(share(1, 0, 0), none(Given.SHARE, 2)), Map.of());
        assertThat(undefined.contributions(JANUARY, FEBRUARY).note()).contains("UNDEFINED");
    }

    /**
     * 10 in two weeks are 5, and 12 in three are 4. Who got them is known of one of the two only, so that the weeks are not cut off: of 4, 8 and 0 in three weeks, (4 − 5 × 3) / 3 = −11 / 3, −7 / 3 and −5; the other
     * way round −(4 − 4 × 3) / 3 = 8 / 3, 4 / 3 and 4.
     */
    @Test
    void aCommonDenominatorIsOneOfBoth() {
        var kpi = KpiDefinition.of("week", "Reminders", KpiUnit.COUNT, Direction.INFORMATIONAL, "reminders / weeks");
        SlicedSeries known = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(quotient(kpi, 1, 10, 2, 1), quotient(kpi, 2, 12, 3, 1), quotient(kpi, 3, 10, 2, 1)),
                Map.of(
                        "A", series(quotient(kpi, 2, 4, 3, 1)),
                        "B", series(quotient(kpi, 2, 8, 3, 1)),
                        "C", series(quotient(kpi, 2, 0, 3, 1))));
        Contributions nowOnly = known.contributions(JANUARY, FEBRUARY);
        assertThat(nowOnly.line("A").orElseThrow().amount()).isEqualTo(Fraction.of(-11, 3));
        assertThat(nowOnly.line("C").orElseThrow().amount()).isEqualTo(Fraction.of(-5));
        Contributions thenOnly = known.contributions(FEBRUARY, month(3));
        assertThat(thenOnly.line("A").orElseThrow().amount()).isEqualTo(Fraction.of(8, 3));
        assertThat(thenOnly.line("C").orElseThrow().amount()).isEqualTo(Fraction.of(4));
    }

    /** Common in January, and not in February, or the other way round: A (10 − 8) / 2 − (3 − 8) / 1 = 6, and (10 − 4 × 2) / 2 − (3 − 4) / 2 = 1.5. */
    @Test
    void aDenominatorIsCommonInBothOrNot() {
        var kpi = KpiDefinition.of("week", "Reminders", KpiUnit.COUNT, Direction.INFORMATIONAL, "reminders / weeks");
        SlicedSeries before = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(quotient(kpi, 1, 8, 1, 1), quotient(kpi, 2, 12, 2, 1)),
                Map.of(
                        "A", series(quotient(kpi, 1, 3, 1, 1), quotient(kpi, 2, 10, 1, 1)),
                        "B", series(quotient(kpi, 1, 5, 1, 1), quotient(kpi, 2, 2, 1, 1))));
        assertThat(before.contributions(JANUARY, FEBRUARY)
                        .line("A")
                        .orElseThrow()
                        .amount())
                .isEqualTo(Fraction.of(6));
        SlicedSeries after = SlicedSeries.of(
                Dimension.CUSTOMER,
                series(quotient(kpi, 1, 8, 2, 1), quotient(kpi, 2, 12, 2, 1)),
                Map.of(
                        "A", series(quotient(kpi, 1, 3, 1, 1), quotient(kpi, 2, 10, 2, 1)),
                        "B", series(quotient(kpi, 1, 5, 1, 1), quotient(kpi, 2, 2, 2, 1))));
        assertThat(after.contributions(JANUARY, FEBRUARY)
                        .line("A")
                        .orElseThrow()
                        .amount())
                .isEqualTo(Fraction.of(3, 2));
    }

    /** Items of one of the two results explain a change, and those that are the keys do it once. */
    @Test
    void itemsOfEitherResultExplainAChange() {
        KpiResult were = sum(Given.OWED, 1, 100, item("R-1", 100, 0));
        KpiResult are = sum(Given.OWED, 2, 150, item("R-2", 150, 0));
        for (KpiSeries whole : List.of(series(were, sum(Given.OWED, 2, 150)), series(sum(Given.OWED, 1, 100), are))) {
            assertThat(SlicedSeries.of(Dimension.CUSTOMER, whole, Map.of())
                            .findings(JANUARY, FEBRUARY, ChangeLimit.percent("20")))
                    .singleElement()
                    .satisfies(finding -> assertThat(
                                    finding.by(Dimension.ITEM).orElseThrow().lines())
                            .hasSize(1));
        }
        assertThat(SlicedSeries.of(Dimension.ITEM, series(were, are), Map.of())
                        .findings(JANUARY, FEBRUARY, ChangeLimit.percent("20")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.explanations()).hasSize(1));
        assertThat(overdue()).isNotEqualTo("overdue.amount");
    }
}
