package io.quittance.kpi.billing;

import static io.quittance.kpi.billing.DisputeCase.Outcome.CUSTOMERS;
import static io.quittance.kpi.billing.DisputeCase.Outcome.OURS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What of the invoices of a period is contested, from cases and invoices. */
class DisputedShareTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-04-30");
    private static final DisputedShare BY_COUNT = DisputedShare.byCount(UTC);
    private static final DisputedShare BY_AMOUNT = DisputedShare.byAmount(UTC);

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    private static IssuedInvoice invoice(String key, String customer, String day, String amount) {
        return IssuedInvoice.of(key, customer, 1, eur(amount), at(day)).with(Stage.ISSUED, LocalDate.parse(day));
    }

    private static DisputeCase raised(String key, String day, String amount) {
        return DisputeCase.opened(key, at(day), eur(amount), "PRICING");
    }

    private static DisputedInvoices figures(List<IssuedInvoice> invoices, List<DisputeCase> cases) {
        return new DisputedInvoices(EventFigures.of(MARCH, END, invoices), EventFigures.of(MARCH, END, cases));
    }

    /** Four of March over 100.00 each, for two customers, and one of February. */
    private static List<IssuedInvoice> invoices() {
        return List.of(
                invoice("R-0", "Acme", "2026-02-27", "100"),
                invoice("R-1", "Acme", "2026-03-01", "100"),
                invoice("R-2", "Acme", "2026-03-10", "100"),
                invoice("R-3", "Bolt", "2026-03-20", "100"),
                invoice("R-4", "Bolt", "2026-03-31", "100"));
    }

    /** 30.00 of R-1, opened again after they were rejected; 80.00 of R-2 twice; and 50.00 of R-0. */
    private static List<DisputeCase> cases() {
        DisputeCase first = raised("D-1", "2026-03-05", "30").ofInvoice("R-1").resolved(at("2026-03-08"), OURS);
        return List.of(
                first,
                first.reopened("D-1/2", at("2026-03-20")),
                raised("D-2", "2026-03-12", "80").ofInvoice("R-2"),
                raised("D-3", "2026-04-02", "80").ofInvoice("R-2").resolved(at("2026-04-03"), CUSTOMERS),
                raised("D-0", "2026-03-02", "50").ofInvoice("R-0"));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason());
    }

    /** kpi.md, dispute.rate, by hand: of four; 30.00 and at most 100.00 of 400.00. */
    @Test
    void anInvoiceIsContestedOnceAndByAtMostItsAmount() {
        KpiResult count = BY_COUNT.compute(figures(invoices(), cases()));
        assertThat(count.value()).contains(Fraction.of(50));
        assertThat(count.basis().count()).contains(4L);
        assertThat(count.basis().exclusions()).isEmpty();
        KpiResult amount = BY_AMOUNT.compute(figures(invoices(), cases()));
        assertThat(amount.value()).contains(Fraction.of(65, 2));
        assertThat(amount.basis().currency()).contains("EUR");
        assertThat(amount.basis().period()).contains(MARCH);
        assertThat(amount.basis().items())
                .containsExactly(
                        new KpiItem("R-1", Fraction.of(30), Fraction.of(100)),
                        new KpiItem("R-2", Fraction.of(100), Fraction.of(100)),
                        new KpiItem("R-3", Fraction.ZERO, Fraction.of(100)),
                        new KpiItem("R-4", Fraction.ZERO, Fraction.of(100)));
    }

    /** 60.00 of R-1, opened again over 40.00 and then as it was opened again, and 20.00 for another reason: 60.00 and 20.00. */
    @Test
    void aCaseThatIsOpenedAgainCountsOnceAsTheLargest() {
        DisputeCase first = raised("D-1", "2026-03-05", "60").ofInvoice("R-1").resolved(at("2026-03-08"), OURS);
        DisputeCase second = raised("D-1/2", "2026-03-09", "40").ofInvoice("R-1");
        DisputeCase less = new DisputeCase(
                "D-1/2",
                at("2026-03-09"),
                null,
                at("2026-03-09"),
                eur("40"),
                "PRICING",
                second.invoices(),
                "D-1",
                List.of(),
                null);
        DisputeCase third = less.resolved(at("2026-03-10"), OURS).reopened("D-1/3", at("2026-03-11"));
        assertThat(third.reopens()).isEqualTo("D-1");
        DisputeCase other = raised("D-9", "2026-03-12", "20").ofInvoice("R-1");
        KpiResult amount = BY_AMOUNT.compute(figures(invoices(), List.of(first, less, third, other)));
        assertThat(amount.basis().numerator()).contains(Fraction.of(80));
    }

    /** D-1/3 opens D-1 again, of which D-1/2 is the second time: named otherwise, 60.00 would count twice. */
    @Test
    void refusesACaseThatNamesOneThatWasOpenedAgain() {
        DisputeCase first = raised("D-1", "2026-03-05", "60").ofInvoice("R-1").resolved(at("2026-03-08"), OURS);
        DisputeCase second = first.reopened("D-1/2", at("2026-03-09"));
        DisputeCase third = new DisputeCase(
                "D-1/3",
                at("2026-03-11"),
                null,
                at("2026-03-11"),
                eur("60"),
                "PRICING",
                first.invoices(),
                "D-1/2",
                List.of(),
                null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(invoices(), List.of(third, second, first)))
                .withMessage("cases must name the case as it was first opened, D-1, but was D-1/2");
        assertThat(BY_AMOUNT
                        .compute(figures(invoices(), List.of(third)))
                        .basis()
                        .numerator())
                .contains(Fraction.of(60));
    }

    /** As of 31 March, D-3 of 2 April is not raised yet: 30.00 and 80.00 of 400.00. */
    @Test
    void whatIsRaisedLaterDoesNotCount() {
        AsOf march31 = new AsOf(LocalDate.parse("2026-03-31"), END.knownAt());
        KpiResult amount = BY_AMOUNT.compute(new DisputedInvoices(
                EventFigures.of(MARCH, march31, invoices()), EventFigures.of(MARCH, march31, cases())));
        assertThat(amount.basis().numerator()).contains(Fraction.of(110));
    }

    /** One case of 150.00 over two invoices, of two customers. */
    @Test
    void aCaseMayContestSeveralInvoices() {
        DisputeCase both = raised("D-1", "2026-03-21", "150").ofInvoices(Map.of("R-2", eur("90"), "R-3", eur("60")));
        DisputedInvoices figures = figures(invoices(), List.of(both));
        assertThat(BY_COUNT.compute(figures).value()).contains(Fraction.of(50));
        assertThat(BY_AMOUNT.compute(figures).basis().numerator()).contains(Fraction.of(150));
        SortedMap<String, DisputedInvoices> parts = figures.by(IssuedInvoice::customer);
        assertThat(parts).containsOnlyKeys("Acme", "Bolt");
        KpiResult bolt = BY_AMOUNT.compute(parts.getOrDefault("Bolt", figures));
        assertThat(bolt.value()).contains(Fraction.of(30));
        assertThat(bolt.basis().exclusions()).isEmpty();
    }

    /** A case that names no invoice, or one that nobody knows, is said to be left out where it can be of an invoice of the period. */
    @Test
    void aCaseWithoutAnInvoiceIsLeftOut() {
        for (DisputeCase unlinked : List.of(
                raised("D-1", "2026-03-01", "10"),
                raised("D-1", "2026-04-30", "10"),
                raised("D-1", "2026-03-05", "10").ofInvoice("R-9"),
                raised("D-1", "2026-03-05", "10").ofInvoices(Map.of("R-0", eur("4"), "R-9", eur("6"))))) {
            KpiResult count = BY_COUNT.compute(figures(invoices(), List.of(unlinked)));
            assertThat(count.basis().exclusions()).containsExactly("UNLINKED_CASES");
            assertThat(count.value()).contains(Fraction.ZERO);
        }
        KpiResult before = BY_COUNT.compute(figures(invoices(), List.of(raised("D-1", "2026-02-28", "10"))));
        assertThat(before.basis().exclusions()).isEmpty();
        IssuedInvoice planned = IssuedInvoice.of("R-5", "Acme", 1, eur("5"), at("2026-03-01"));
        KpiResult notIssued = BY_COUNT.compute(figures(
                List.of(planned), List.of(raised("D-1", "2026-03-05", "5").ofInvoice("R-5"))));
        assertThat(notIssued.basis().exclusions()).containsExactly("UNLINKED_CASES");
        assertThat(code(notIssued)).isEqualTo("NO_INVOICES: nothing was invoiced in the period");
    }

    @Test
    void amountsAreInOneCurrency() {
        List<IssuedInvoice> two = List.of(
                invoice("R-1", "Acme", "2026-03-01", "100"),
                IssuedInvoice.of("R-2", "Acme", 1, Amount.of("100", "USD"), at("2026-03-01"))
                        .with(Stage.ISSUED, LocalDate.parse("2026-03-01")));
        assertThat(code(BY_AMOUNT.compute(figures(two, List.of()))))
                .isEqualTo("MIXED_CURRENCIES: the invoices are in more than one currency");
        assertThat(BY_COUNT.compute(figures(two, List.of())).value()).contains(Fraction.ZERO);
        List<DisputeCase> euros = List.of(raised("D-1", "2026-03-05", "10").ofInvoice("R-2"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> figures(two, euros))
                .satisfies(mismatch -> {
                    assertThat(mismatch.expected()).isEqualTo("USD");
                    assertThat(mismatch.actual()).isEqualTo("EUR");
                });
    }

    @Test
    void refusesCasesOfAnotherPeriodOrQuestion() {
        ServicePeriod april = ServicePeriod.of("2026-04-01", "2026-05-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisputedInvoices(
                        EventFigures.of(MARCH, END, invoices()), EventFigures.of(april, END, cases())))
                .withMessage("cases must be of [2026-03-01, 2026-04-01), but was [2026-04-01, 2026-05-01)");
        AsOf earlier = AsOf.endOf("2026-04-29");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisputedInvoices(
                        EventFigures.of(MARCH, END, invoices()), EventFigures.of(MARCH, earlier, cases())))
                .withMessage("cases must be as of " + END + ", but was " + earlier);
    }

    @Test
    void aCaseNamesItsInvoicesAndItsCustomer() {
        DisputeCase one = raised("D-1", "2026-03-05", "50")
                .withCustomer("Acme")
                .ofInvoices(Map.of("R-1", eur("30"), "R-2", eur("20")));
        assertThat(one.customer()).isEqualTo("Acme");
        DisputeCase again = one.waited(at("2026-03-05"), at("2026-03-06"))
                .resolved(at("2026-03-08"), OURS)
                .reopened("D-1/2", at("2026-03-09"));
        assertThat(again)
                .isEqualTo(new DisputeCase(
                        "D-1/2",
                        at("2026-03-09"),
                        "Acme",
                        at("2026-03-09"),
                        eur("50"),
                        "PRICING",
                        one.invoices(),
                        "D-1",
                        List.of(),
                        null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.ofInvoices(Map.of("R-1", eur("30"), "R-2", eur("30"))))
                .withMessage("invoices must come to EUR 50.00 together, but was EUR 60.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.ofInvoices(Map.of("R-1", eur("60"), "R-2", eur("-10"))))
                .withMessage("invoices must have more than 0 of each, but was EUR -10.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> one.ofInvoices(Map.of("R-1", Amount.of("50", "USD"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.ofInvoice(" "))
                .withMessageStartingWith("invoices must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.withCustomer(""))
                .withMessageStartingWith("customer must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.reopened("D-1/2", at("2026-03-09")))
                .withMessage("at must not be before the end of D-1, but was 2026-03-09T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.resolved(at("2026-03-10"), OURS).reopened("D-1/2", at("2026-03-09")))
                .withMessage("at must not be before the end of D-1, but was 2026-03-09T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.resolved(at("2026-03-10"), OURS).reopened("D-1", at("2026-03-11")))
                .withMessage("reopens must be of another case, but was D-1");
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesWhatIsNotThere() {
        DisputeCase one = raised("D-1", "2026-03-05", "50");
        Map<String, Amount> noAmount = new HashMap<>();
        noAmount.put("R-1", null);
        Map<String, Amount> noInvoice = new HashMap<>();
        noInvoice.put(null, eur("50"));
        for (Map<String, Amount> contested : Arrays.asList(null, noAmount, noInvoice)) {
            assertThatNullPointerException()
                    .isThrownBy(() -> one.ofInvoices(contested))
                    .withMessage("contested");
        }
    }

    /** Whatever is contested, the parts of customers are the whole, and the whole is as a count by hand has it. */
    @Property(tries = 200)
    void partsAddUpToTheWhole(
            @ForAll @Size(max = 15) List<@IntRange(min = 1, max = 150) Integer> contested,
            @ForAll @IntRange(min = 1, max = 4) int customers,
            @ForAll long seed) {
        var invoices = new ArrayList<IssuedInvoice>();
        for (int i = 0; i < 6; i++) {
            invoices.add(invoice("R-" + i, "C-" + i % customers, "2026-03-0" + (i + 1), "100"));
        }
        var cases = new ArrayList<DisputeCase>();
        var sums = new TreeMap<Integer, Integer>();
        for (int i = 0; i < contested.size(); i++) {
            int amount = contested.get(i);
            cases.add(raised("D-" + i, "2026-03-10", "" + 3 * amount)
                    .ofInvoices(Map.of("R-" + i % 6, eur("" + amount), "R-" + (i + 1) % 6, eur("" + 2 * amount))));
            sums.merge(i % 6, amount, Integer::sum);
            sums.merge((i + 1) % 6, 2 * amount, Integer::sum);
        }
        DisputedInvoices whole = figures(invoices, cases);
        int expected =
                sums.values().stream().mapToInt(sum -> Math.min(sum, 100)).sum();
        assertThat(BY_AMOUNT.compute(whole).basis().numerator()).contains(Fraction.of(expected));
        assertThat(BY_COUNT.compute(whole).basis().numerator()).contains(Fraction.of(sums.size()));
        SortedMap<String, DisputedInvoices> parts = whole.by(IssuedInvoice::customer);
        for (DisputedShare kpi : List.of(BY_COUNT, BY_AMOUNT)) {
            assertThat(sum(parts, kpi, part -> part.numerator().orElseThrow()))
                    .isEqualTo(kpi.compute(whole).basis().numerator().orElseThrow());
            assertThat(sum(parts, kpi, part -> part.denominator().orElseThrow()))
                    .isEqualTo(kpi.compute(whole).basis().denominator().orElseThrow());
        }
        Collections.shuffle(invoices, new Random(seed));
        Collections.shuffle(cases, new Random(seed));
        assertThat(BY_AMOUNT.compute(figures(invoices, cases))).isEqualTo(BY_AMOUNT.compute(whole));
    }

    private static Fraction sum(
            SortedMap<String, DisputedInvoices> parts, DisputedShare kpi, Function<KpiBasis, Fraction> what) {
        return parts.values().stream()
                .map(part -> what.apply(kpi.compute(part).basis()))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** 30.00 of R-1 and 20.00 of R-2, both of Acme, are one case of Acme. */
    @Test
    void aCaseOfTwoInvoicesOfAPartIsOne() {
        DisputeCase two = raised("D-9", "2026-03-12", "50").ofInvoices(Map.of("R-1", eur("30"), "R-2", eur("20")));
        DisputedInvoices acme = requireNonNull(
                figures(invoices(), List.of(two)).by(IssuedInvoice::customer).get("Acme"));
        assertThat(acme.cases().events()).containsExactly(two);
    }
}
