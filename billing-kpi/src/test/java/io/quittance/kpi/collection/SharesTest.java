package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The KPIs that are shares or averages: worked numbers of ibm-ar/reference.json, and what they say without data. */
class SharesTest {

    /** 2012-02-29: 925.72 of 6,015.31 and 15 of 97 are overdue. */
    @Test
    void overdueIsWhatIsPastDueOfWhatIsOpen() {
        var figures = CollectionFigures.builder()
                .overdue(usd("925.72"), usd("6015.31"))
                .overdueItems(15, 97)
                .build();
        assertThat(text(OverdueShare.byAmount().compute(figures))).isEqualTo("15.389398");
        assertThat(text(OverdueShare.byCount().compute(figures))).isEqualTo("15.463918");
    }

    @Test
    void overdueIsUndefinedWhereNothingIsOpen() {
        var figures = CollectionFigures.builder()
                .overdue(usd("0"), usd("0"))
                .overdueItems(0, 0)
                .build();
        assertUndefined(
                OverdueShare.byAmount().compute(figures), "NO_OPEN_ITEMS", "nothing is open at the end of the period");
        assertUndefined(
                OverdueShare.byCount().compute(figures), "NO_OPEN_ITEMS", "nothing is open at the end of the period");
    }

    /** 2013-12: 4,463.02 collected, 4,788.88 opening, 436.04 sold; 6,618.28 fell due. */
    @Test
    void collectionRateIsWhatWasCollectedOfWhatCouldBe() {
        var figures = CollectionFigures.builder()
                .openingReceivables(usd("4788.88"))
                .sales(SalesPeriod.of(31, usd("436.04")))
                .collected(usd("4463.02"))
                .dueCohort(usd("100"), usd("75"), usd("90"))
                .build();
        assertThat(text(CollectionRate.ofPeriod().compute(figures))).isEqualTo("85.417959");
        assertThat(text(CollectionRate.ofDueCohortByDueDate().compute(figures))).isEqualTo("75.000000");
        assertThat(text(CollectionRate.ofDueCohortByPeriodEnd().compute(figures)))
                .isEqualTo("90.000000");
    }

    @Test
    void collectionRateIsUndefinedWhereNothingCouldBeCollected() {
        var figures = CollectionFigures.builder()
                .openingReceivables(usd("0"))
                .sales(SalesPeriod.of(31, usd("0")))
                .collected(usd("0"))
                .dueCohort(usd("0"), usd("0"), usd("0"))
                .build();
        for (var rate : List.of(
                CollectionRate.ofPeriod(),
                CollectionRate.ofDueCohortByDueDate(),
                CollectionRate.ofDueCohortByPeriodEnd())) {
            assertUndefined(rate.compute(figures), "NOTHING_COLLECTABLE", "there was nothing to collect in the period");
        }
    }

    /** All 2,466 invoices: 561 disputed, 36,746.12 of 147,703.18. */
    @Test
    void disputeRateIsWhatWasDisputedOfWhatWasInvoiced() {
        var figures = CollectionFigures.builder()
                .disputed(usd("36746.12"), usd("147703.18"))
                .disputedInvoices(561, 2466)
                .build();
        assertThat(text(DisputeRate.byCount().compute(figures))).isEqualTo("22.749392");
        assertThat(text(DisputeRate.byAmount().compute(figures))).isEqualTo("24.878354");
        var nothing = CollectionFigures.builder().disputedInvoices(0, 0).build();
        assertUndefined(DisputeRate.byCount().compute(nothing), "NO_INVOICES", "nothing was invoiced in the period");
    }

    /** payment_behaviour.average_days_late_all: 3.442417 over 2,466 invoices are 8,489 days. */
    @Test
    void daysLateAreAveragedOverAllThatWasSettled() {
        var figures = CollectionFigures.builder().daysLate(8489, 2466).build();
        KpiResult result = new AverageDaysLate().compute(figures);
        assertThat(text(result)).isEqualTo("3.442417");
        assertThat(result.basis().count()).contains(2466L);
        assertUndefined(
                new AverageDaysLate()
                        .compute(CollectionFigures.builder().daysLate(0, 0).build()),
                "NO_PAID_INVOICES",
                "no invoice was paid");
    }

    /** Sums and invoices are two ways into one KPI, so that targets and reductions take results of both. */
    @Test
    void daysLateOfSumsAndOfInvoicesAreOneKpi() {
        assertThat(new AverageDaysLate().definition())
                .isEqualTo(DaysBeyondTerms.clamped().definition());
        assertThat(DaysBeyondTerms.clamped().id()).isEqualTo("days-late.average");
    }

    @Test
    void namesTheFigureThatIsMissing() {
        var nothing = CollectionFigures.builder().build();
        assertUndefined(OverdueShare.byAmount().compute(nothing), "MISSING_INPUT", "overdue is not given");
        assertUndefined(new AverageDaysLate().compute(nothing), "MISSING_INPUT", "daysLate is not given");
        assertUndefined(CollectionRate.ofPeriod().compute(nothing), "MISSING_INPUT", "collected is not given");
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().overdueItems(5, 4))
                .withMessage("pastDue must be between 0 and 4, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().daysLate(-1, 4))
                .withMessage("days must not be negative, but was -1");
    }

    @Property
    void liesBetweenNothingAndAll(
            @ForAll @LongRange(min = 0, max = 1_000_000) long part,
            @ForAll @LongRange(min = 0, max = 1_000_000) long rest) {
        var figures =
                CollectionFigures.builder().overdueItems(part, part + rest + 1).build();
        assertThat(OverdueShare.byCount().compute(figures).value().orElseThrow())
                .isBetween(Fraction.ZERO, Fraction.of(100));
    }

    /** A KPI of a user's own: one class, or here one expression. */
    @Test
    void aUserAddsAKpiByOneClass() {
        Kpi<CollectionFigures> own = new Kpi<>() {
            @Override
            public KpiDefinition definition() {
                return KpiDefinition.of("acme.late", "Late", KpiUnit.DAYS, Direction.LOWER, "as the average days late");
            }

            @Override
            public KpiResult compute(CollectionFigures figures) {
                return new AverageDaysLate().compute(figures);
            }
        };
        assertThat(own.compute(CollectionFigures.builder().daysLate(6, 3).build())
                        .value())
                .contains(Fraction.of(2));
    }

    private static void assertUndefined(KpiResult result, String code, String reason) {
        assertThat(result.value()).isEmpty();
        assertThat(result.<String>match(measured -> "", undefined -> undefined.code()))
                .isEqualTo(code);
        assertThat(result.<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo(reason);
    }

    private static String text(KpiResult result) {
        return result.rounded(Rounding.halfUp(6)).map(BigDecimal::toPlainString).orElse("");
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    /** What no part of a whole can be. */
    @Test
    void refusesPartsOfMoreThanTheirWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder()
                        .dueCohort(usd("100"), usd("90"), usd("150"))
                        .build())
                .withMessage("paidByPeriodEnd must be between 0 and due, USD 100.00, but was USD 150.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder()
                        .dueCohort(usd("100"), usd("90"), usd("20"))
                        .build())
                .withMessage("paidByDueDate must be between 0 and paidByPeriodEnd, USD 20.00, but was USD 90.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder()
                        .unappliedReceipts(usd("500"), usd("100"))
                        .build())
                .withMessage("unapplied must be between 0 and received, USD 100.00, but was USD 500.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder()
                        .disputed(usd("120"), usd("100"))
                        .build())
                .withMessage("inDispute must be between 0 and invoiced, USD 100.00, but was USD 120.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder()
                        .overdue(usd("10"), usd("100"))
                        .overNinetyDays(usd("60"))
                        .build())
                .withMessage("overNinetyDays must be between 0 and pastDue, USD 10.00, but was USD 60.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionFigures.ShareOf<>(5L, 3L))
                .withMessage("part must be between 0 and 3, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionFigures.ShareOf<>(-5L, -3L))
                .withMessage("whole must not be negative, but was -3");
    }

    /** Sales of a list that can be changed, and bad debts below 0, as nobody can build them. */
    @Test
    void aSerialFormIsCheckedAgain() throws Exception {
        var figures = CollectionFigures.builder()
                .badDebts(usd("5"))
                .sales(SalesPeriod.of(31, usd("600")))
                .build();
        assertThat(copy(figures)).isEqualTo(figures);
        set(figures, "sales", new ArrayList<>(figures.sales()));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> copy(figures).sales().clear());
        set(figures, "amounts", new EnumMap<>(Map.of(MoneyFigure.BAD_DEBTS, usd("-5"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(figures))
                .withMessage("badDebts must not be negative, but was USD -5.00");
    }

    private static void set(CollectionFigures figures, String name, Object value) throws ReflectiveOperationException {
        Field field = CollectionFigures.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(figures, value);
    }

    private static CollectionFigures copy(CollectionFigures figures) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(figures);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (CollectionFigures) in.readObject();
        }
    }
}
