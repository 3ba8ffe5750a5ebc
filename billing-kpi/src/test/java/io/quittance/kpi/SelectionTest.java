package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.billing.DisputeCount;
import io.quittance.kpi.communication.AdHocReportsInTime;
import io.quittance.kpi.communication.ContactResponseRate;
import io.quittance.kpi.communication.InquiriesAnsweredInTime;
import io.quittance.kpi.communication.RemindersPerWeek;
import io.quittance.kpi.communication.ReportAccuracy;
import io.quittance.kpi.communication.ReportingFrequency;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.OpeningHours;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What changes a value is part of the id, so that one KPI is not taken for another. */
class SelectionTest {
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final BusinessHours HOURS = BusinessHours.weekdays(ZONE, OpeningHours.of("09:00", "17:00"));

    @Test
    void idsTellWhatWasAskedFor() {
        assertThat(Stream.of(
                                InquiriesAnsweredInTime.within(new BigDecimal("24.0"), HOURS),
                                AdHocReportsInTime.within(new BigDecimal("0.5"), HOURS),
                                ContactResponseRate.byCustomer(7, ZONE),
                                ContactResponseRate.byMessage(0, ZONE),
                                ContactResponseRate.toReminders(14, ZONE),
                                ReportAccuracy.within(30),
                                DisputeCount.unresolved(ZONE).forReason("PRICING"),
                                RemindersPerWeek.of(ZONE).through("mail").atLevel(2))
                        .map(Kpi::id))
                .containsExactly(
                        "inquiry.response-time.within-24-hours",
                        "reporting.ad-hoc.within-0.5-hours",
                        "contact.response-rate.customers.within-7-days",
                        "contact.response-rate.messages.within-0-days",
                        "reminders.response-rate.within-14-days",
                        "reporting.accuracy.within-30-days",
                        "dispute.count.unresolved[reason=PRICING]",
                        "reminders.per-week[level=2][channel=mail]");
        // the plan is the denominator of the result, not another KPI
        assertThat(ReportingFrequency.ofPlanned(16).definition())
                .isEqualTo(ReportingFrequency.ofPlanned(17).definition());
    }

    @Test
    void aPartIsAnotherKpi() {
        DisputeCount all = DisputeCount.unresolved(ZONE);
        DisputeCount some = all.forReason("PRICING");
        assertThat(some.definition().name()).isEqualTo("Unresolved discrepancies, reason PRICING");
        EventFigures<DisputeCase> figures =
                EventFigures.of(ServicePeriod.of("2026-03-01", "2026-04-01"), AsOf.endOf("2026-03-31"), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduction.Results(all.compute(figures), some.compute(figures)))
                .withMessage("now must be computed as base is, by dispute.count.unresolved,"
                        + " but was dispute.count.unresolved[reason=PRICING]");
        assertThat(Reduction.of(some.definition())
                        .compute(new Reduction.Results(some.compute(figures), some.compute(figures)))
                        .basis()
                        .kpi())
                .isEqualTo("dispute.count.unresolved[reason=PRICING].reduction");
    }

    /** A result of a part of the figures is of another KPI, and else the same, with a value or without. */
    @Test
    void aResultSaysOfWhichPartItIs() {
        KpiDefinition any = DisputeCount.unresolved(ZONE).definition();
        KpiResult given = KpiBasis.of(any)
                .period(ServicePeriod.of("2026-03-01", "2026-04-01"))
                .currency("EUR")
                .items(List.of(new KpiItem("a", Fraction.ONE, Fraction.of(4))))
                .exclusion("OTHER")
                .count(7)
                .convention("0.0")
                .quotient(Fraction.ONE, Fraction.of(-4), Fraction.of(100), "NONE", "none");
        KpiResult expected = KpiBasis.of(any.only("customer", "ACME"))
                .period(ServicePeriod.of("2026-03-01", "2026-04-01"))
                .currency("EUR")
                .items(List.of(new KpiItem("a", Fraction.ONE, Fraction.of(4))))
                .exclusion("OTHER")
                .count(7)
                .convention("0.0")
                .quotient(Fraction.ONE, Fraction.of(-4), Fraction.of(100), "NONE", "none");
        assertThat(given.only("customer", "ACME")).isEqualTo(expected);
        assertThat(given.only("customer", "ACME").basis().kpi()).isEqualTo("dispute.count.unresolved[customer=ACME]");
        assertThat(KpiBasis.of(any).missing("cases").only("segment", "DE"))
                .isEqualTo(KpiBasis.of(any.only("segment", "DE")).missing("cases"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.only("customer", ""))
                .withMessage("customer must have 1 to 200 characters, but was ");
    }

    /** The longest name of a part still makes a name, and a part is never nothing. */
    @Test
    void namesAreLongEnough() {
        String longest = "x".repeat(200);
        assertThat(DisputeCount.unresolved(ZONE).forReason(longest).definition().name())
                .endsWith(longest);
        KpiDefinition any = DisputeCount.unresolved(ZONE).definition();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.only("reason", ""))
                .withMessage("reason must have 1 to 200 characters, but was ");
    }

    /** By hand: 1/2 + 1/3 = 5/6 over 1 + 2 = 3 is 5/18. */
    @Test
    void sumsAndQuotientsOfItems() {
        var items = List.of(
                new KpiItem("b", Fraction.of(1, 3), Fraction.of(2)), new KpiItem("a", Fraction.of(1, 2), Fraction.ONE));
        KpiDefinition any = DisputeCount.unresolved(ZONE).definition();
        KpiResult quotient = KpiBasis.of(any).quotientOf(items);
        assertThat(quotient.value()).contains(Fraction.of(5, 18));
        assertThat(quotient.basis().numerator()).contains(Fraction.of(5, 6));
        assertThat(quotient.basis().denominator()).contains(Fraction.of(3));
        assertThat(quotient.basis().items()).extracting(KpiItem::id).containsExactly("a", "b");
        assertThat(quotient.basis().notes()).isEmpty();
        assertThat(KpiBasis.of(any).sumOf(items).value()).contains(Fraction.of(5, 6));
    }
}
