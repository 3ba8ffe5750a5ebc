package io.quittance.kpi.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    /** Of 2 March for 13 March, with 3 days of grace. */
    private static PromisedPayment promise(String key, String amount) {
        return PromisedPayment.of(key, "ACME", day("2026-03-02"), eur(amount), day("2026-03-13"), NOW)
                .withGrace(3);
    }

    private static KpiResult of(PromisesKept kpi, AsOf asOf, PromisedPayment... promises) {
        return kpi.compute(EventFigures.of(MARCH, asOf, List.of(promises)));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason());
    }

    /** By hand: paid on the last day of grace, in part, a day too late, and never: 1 of 4 and 500.00 of 1,000.00 kept, 1 of 4 and 200.00 in part. */
    @Test
    void whatIsPaidInPartIsAClassOfItsOwn() {
        PromisedPayment[] promises = {
            promise("P-1", "500.00")
                    .paid(day("2026-03-10"), eur("200.00"), NOW)
                    .paid(day("2026-03-16"), eur("300.00"), NOW),
            promise("P-2", "300.00")
                    .paid(day("2026-03-10"), eur("200.00"), NOW)
                    .paid(day("2026-03-17"), eur("100.00"), NOW),
            promise("P-3", "100.00").paid(day("2026-03-17"), eur("100.00"), NOW),
            promise("P-4", "100.00")
        };
        KpiResult kept = of(PromisesKept.byCount(), END, promises);
        assertThat(kept.value()).contains(Fraction.of(25));
        assertThat(kept.basis().notes()).containsExactly("KEPT_IN_PART");
        assertThat(of(PromisesKept.byAmount(), END, promises).value()).contains(Fraction.of(50));
        assertThat(of(PromisesKept.byAmount(), END, promises).basis().currency())
                .contains("EUR");
        assertThat(of(PromisesKept.byCount().inPart(), END, promises).value()).contains(Fraction.of(25));
        assertThat(of(PromisesKept.byAmount().inPart(), END, promises).value()).contains(Fraction.of(20));
    }

    @Test
    void moneyOfBeforeThePromiseAndMoneyThatCameBackDoNotKeepIt() {
        assertThat(of(PromisesKept.byCount(), END, promise("P-1", "100.00").paid(day("2026-03-01"), eur("100.00"), NOW))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(of(
                                PromisesKept.byCount(),
                                END,
                                promise("P-1", "100.00")
                                        .paid(day("2026-03-02"), eur("150.00"), NOW)
                                        .paid(day("2026-03-10"), eur("-60.00"), NOW))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(of(
                                PromisesKept.byAmount().inPart(),
                                END,
                                promise("P-1", "100.00")
                                        .paid(day("2026-03-02"), eur("150.00"), NOW)
                                        .paid(day("2026-03-10"), eur("-60.00"), NOW))
                        .value())
                .contains(Fraction.of(90));
        assertThat(of(
                                PromisesKept.byAmount().inPart(),
                                END,
                                promise("P-1", "100.00").paid(day("2026-03-10"), eur("-60.00"), NOW))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** Withdrawn while there was time: it is not asked for. Withdrawn after it was broken, or after the question: it is. */
    @Test
    void whatIsWithdrawnInTimeIsLeftOut() {
        PromisedPayment made = promise("P-1", "100.00");
        KpiResult none = of(PromisesKept.byCount(), END, made.withdrawn(day("2026-03-16"), NOW));
        assertThat(code(none)).isEqualTo("NO_PROMISES: no promise was due in the period whose grace is over");
        assertThat(none.basis().exclusions()).containsExactly("WITHDRAWN");
        assertThat(of(PromisesKept.byCount(), END, made.withdrawn(day("2026-03-17"), NOW))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** Due on 30 March with 3 days: on 31 March nobody knows, whether it is paid or not. */
    @Test
    void aPromiseWhoseGraceIsNotOverIsLeftOut() {
        var late = PromisedPayment.of("P-1", "ACME", day("2026-03-02"), eur("100.00"), day("2026-03-30"), NOW)
                .withGrace(3)
                .paid(day("2026-03-30"), eur("100.00"), NOW);
        KpiResult open = of(PromisesKept.byCount(), END, late);
        assertThat(open.value()).isEmpty();
        assertThat(open.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(of(PromisesKept.byCount(), AsOf.endOf("2026-04-02"), late).value())
                .contains(Fraction.of(100));
        assertThat(of(PromisesKept.byCount(), END, late.withGrace(1)).value()).contains(Fraction.of(100));
    }

    /** The grace of 13 March ends with 16 March, which nobody knew on the 5th, whichever date is asked about; days without a zone end at noon of the next day in UTC. */
    @Test
    void gracesThatNobodyHasSeenEndAreNotOver() {
        PromisedPayment made = promise("P-1", "100.00");
        KpiResult early = of(PromisesKept.byCount(), AsOf.of("2026-03-31", "2026-03-05T12:00:00Z"), made);
        assertThat(code(early)).startsWith("NO_PROMISES");
        assertThat(early.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(of(PromisesKept.byCount(), AsOf.of("2026-03-31", "2026-03-17T11:59:59Z"), made)
                        .value())
                .isEmpty();
        assertThat(of(PromisesKept.byCount(), AsOf.of("2026-03-31", "2026-03-17T12:00:00Z"), made)
                        .value())
                .contains(Fraction.ZERO);
    }

    /** To be withdrawn on 1 April, within its grace: on 31 March it still holds, and nobody knows what becomes of it. */
    @Test
    void aPromiseHoldsUntilTheDayOnWhichItIsWithdrawn() {
        var late = PromisedPayment.of("P-1", "ACME", day("2026-03-02"), eur("100.00"), day("2026-03-30"), NOW)
                .withGrace(3)
                .withdrawn(day("2026-04-01"), NOW);
        assertThat(of(PromisesKept.byCount(), END, late).basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(of(PromisesKept.byCount(), AsOf.endOf("2026-04-02"), late)
                        .basis()
                        .exclusions())
                .containsExactly("WITHDRAWN");
    }

    /** A promise of April is not asked for, and one that is kept in full is not kept in part. */
    @Test
    void onlyPromisesDueInThePeriodCount() {
        var april = PromisedPayment.of("P-2", "ACME", day("2026-03-02"), eur("100.00"), day("2026-04-01"), NOW);
        KpiResult kept = of(
                PromisesKept.byCount(),
                AsOf.endOf("2026-04-30"),
                promise("P-1", "100.00").paid(day("2026-03-10"), eur("100.00"), NOW),
                april);
        assertThat(kept.value()).contains(Fraction.of(100));
        assertThat(kept.basis().notes()).isEmpty();
    }

    /** Paid on 10 March; on 20 March, after the grace, the bank takes it back: kept as of the 19th, broken as of the 20th. */
    @Test
    void moneyThatTheBankTakesBackLaterBreaksThePromise() {
        PromisedPayment bounced = promise("P-1", "100.00")
                .paid(day("2026-03-10"), eur("100.00"), NOW)
                .paid(PaidPart.of(day("2026-03-10"), eur("-100.00")).appliedOn(day("2026-03-20")), NOW);
        var before = EventFigures.of(
                ServicePeriod.of("2026-03-01", "2026-03-20"), AsOf.endOf("2026-03-19"), List.of(bounced));
        assertThat(PromisesKept.byCount().compute(before).value()).contains(Fraction.of(100));
        assertThat(of(PromisesKept.byCount(), END, bounced).value()).contains(Fraction.ZERO);
    }

    @Test
    void aPaymentThatBecameKnownLaterDoesNotChangeThePast() {
        PromisedPayment made = promise("P-1", "100.00");
        var log = EventLog.of(
                List.of(made, made.paid(day("2026-03-13"), eur("100.00"), Instant.parse("2026-04-02T08:00:00Z"))));
        assertThat(PromisesKept.byCount()
                        .compute(log.figures(MARCH, AsOf.of("2026-03-31", "2026-04-01T00:00:00Z")))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(PromisesKept.byCount().compute(log.figures(MARCH, END)).value())
                .contains(Fraction.of(100));
    }

    /** Paid on 10 March and applied on 5 April: in time, which nobody knows on 31 March. */
    @Test
    void moneyBelongsToAPromiseFromTheDayOnWhichItIsApplied() {
        PaidPart late = PaidPart.of(day("2026-03-10"), eur("100.00")).appliedOn(day("2026-04-05"));
        PromisedPayment paid = promise("P-1", "100.00").paid(late, NOW);
        assertThat(of(PromisesKept.byCount(), END, paid).value()).contains(Fraction.ZERO);
        assertThat(of(PromisesKept.byCount(), AsOf.endOf("2026-04-05"), paid).value())
                .contains(Fraction.of(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> late.appliedOn(day("2026-03-09")))
                .withMessage("applied must not be before 2026-03-10, but was 2026-03-09");
    }

    @Test
    void amountsOfSeveralCurrenciesHaveNoShare() {
        var dollars =
                PromisedPayment.of("P-2", "ACME", day("2026-03-02"), Amount.of("1.00", "USD"), day("2026-03-13"), NOW);
        assertThat(code(of(PromisesKept.byAmount(), END, promise("P-1", "1.00"), dollars)))
                .isEqualTo("MIXED_CURRENCIES: the promises are in more than one currency");
        assertThat(of(PromisesKept.byCount(), END, promise("P-1", "1.00"), dollars)
                        .value())
                .contains(Fraction.ZERO);
    }

    @Property
    void whatWasPromisedIsPaidInTimeOrNot(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 0, max = 150) Integer> paid) {
        var promises = new ArrayList<PromisedPayment>();
        long inTime = 0;
        for (int amount : paid) {
            PromisedPayment made = promise("P-" + promises.size(), "100.00");
            promises.add(amount == 0 ? made : made.paid(day("2026-03-10"), Amount.of(amount + ".00", "EUR"), NOW));
            inTime += Math.min(amount, 100);
        }
        var figures = EventFigures.of(MARCH, END, promises);
        Fraction full = PromisesKept.byAmount().compute(figures).value().orElseThrow();
        Fraction part =
                PromisesKept.byAmount().inPart().compute(figures).value().orElseThrow();
        assertThat(full.plus(part)).isEqualTo(Fraction.of(inTime, paid.size()));
    }

    @Test
    void refusesWhatCannotBe() {
        PromisedPayment made = promise("P-1", "100.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> promise("P-1", "0.00"))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromisedPayment.of("P", "ACME", day("2026-03-02"), eur("1"), day("2026-03-01"), NOW))
                .withMessage("due must not be before 2026-03-02, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> made.withdrawn(day("2026-03-01"), NOW))
                .withMessage("withdrawn must not be before 2026-03-02, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> made.withGrace(-1))
                .withMessage("graceDays must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> made.paid(day("2026-03-10"), eur("0"), NOW))
                .withMessage("amount must not be 0, but was EUR 0.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> made.paid(day("2026-03-10"), Amount.of("1", "USD"), NOW));
    }

    /** kpi.json, sap-collection-progress: 300 of 1,000 are 30 %. */
    @Test
    void progressIsWhatIsPromisedOfWhatIsToBeCollected() {
        var work = new CollectionWork(List.of(
                CollectionWork.Line.of("A", eur("700.00"), eur("300.00")),
                CollectionWork.Line.of("B", eur("300.00"), eur("0.00"))));
        KpiResult progress = new CollectionProgress().compute(work);
        assertThat(progress.value()).contains(Fraction.of(30));
        assertThat(progress.basis().currency()).contains("EUR");
        assertThat(progress.basis().items()).hasSize(2);
        assertThat(progress.basis().period()).isEmpty();
        var march = ServicePeriod.of("2026-03-01", "2026-04-01");
        assertThat(new CollectionProgress()
                        .compute(work.withPeriod(march))
                        .basis()
                        .period())
                .contains(march);
        assertThat(code(new CollectionProgress().compute(new CollectionWork(List.of()))))
                .isEqualTo("NOTHING_COLLECTABLE: nothing is to be collected");
        assertThat(new CollectionProgress()
                        .compute(new CollectionWork(List.of(CollectionWork.Line.of("A", eur("100"), eur("120")))))
                        .value())
                .contains(Fraction.of(120));
    }

    @Test
    void refusesWorkThatCannotBe() {
        var line = CollectionWork.Line.of("A", eur("1"), eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionWork(List.of(line, line)))
                .withMessage("lines must have each id once, but was A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionWork.Line.of("A", eur("-1"), eur("1")))
                .withMessage("toCollect must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionWork.Line.of("A", eur("1"), eur("-1")))
                .withMessage("promised must not be negative, but was EUR -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() ->
                        new CollectionWork(List.of(CollectionWork.Line.of("A", eur("1"), Amount.of("1", "USD")))));
    }
}
