package io.quittance.kpi.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.OpeningHours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InquiriesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessHours OFFICE = BusinessHours.weekdays(BERLIN, OpeningHours.of("09:00", "17:00"));
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END_OF_MARCH = AsOf.endOf("2026-03-31");
    private static final InquiriesAnsweredInTime DAY = InquiriesAnsweredInTime.within(new BigDecimal("24"), OFFICE);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Inquiry received(String key, String at) {
        return Inquiry.received(key, at(at), "mail");
    }

    private static EventFigures<Inquiry> figures(Inquiry... inquiries) {
        return EventFigures.of(MARCH, END_OF_MARCH, List.of(inquiries));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code());
    }

    /** By hand: 2 hours over a weekend, 5.5 within a day, 12.5 over three days (the conformance cases bh-*), and 24 over five. */
    @Test
    void countsTheBusinessHoursUntilTheFirstAnswer() {
        var answered = figures(
                received("I-1", "2026-03-06T16:30").answered(at("2026-03-09T10:30")),
                received("I-2", "2026-03-10T10:00").answered(at("2026-03-10T15:30")),
                received("I-3", "2026-03-10T15:15").answered(at("2026-03-12T11:45")),
                received("I-4", "2026-03-05T10:00").answered(at("2026-03-10T10:00")),
                received("I-5", "2026-03-30T10:00"),
                received("I-6", "2026-04-01T00:00").answered(at("2026-04-01T10:00")),
                received("I-7", "2026-02-28T23:59").answered(at("2026-03-02T10:00")));
        KpiResult mean = InquiryResponseTime.mean(OFFICE).compute(answered);
        assertThat(mean.value()).contains(Fraction.of(11));
        assertThat(mean.basis().numerator()).contains(Fraction.of(44));
        assertThat(mean.basis().denominator()).contains(Fraction.of(4));
        assertThat(mean.basis().count()).contains(4L);
        assertThat(mean.basis().period()).contains(MARCH);
        assertThat(mean.basis().exclusions()).containsExactly("STILL_OPEN");
        assertThat(mean.basis().items()).extracting(KpiItem::id).containsExactly("I-1", "I-2", "I-3", "I-4");
        assertThat(InquiryResponseTime.median(OFFICE).compute(answered).value()).contains(Fraction.of(9));
        assertThat(InquiryResponseTime.p90(OFFICE).compute(answered).value()).contains(Fraction.of(24));
        assertThat(InquiryResponseTime.max(OFFICE).compute(answered).value()).contains(Fraction.of(24));
    }

    /** conformance/kpi.json: edge-bh-24h-sla-met and -missed. */
    @Test
    void theLimitItselfIsKept() {
        Inquiry met = received("I-1", "2026-03-05T10:00").answered(at("2026-03-10T10:00"));
        Inquiry missed = received("I-2", "2026-03-05T10:00").answered(at("2026-03-10T10:01"));
        KpiResult half = DAY.compute(figures(met, missed));
        assertThat(half.value()).contains(Fraction.of(50));
        assertThat(half.basis().numerator()).contains(Fraction.ONE);
        assertThat(half.basis().denominator()).contains(Fraction.of(2));
        assertThat(half.basis().exclusions()).isEmpty();
        assertThat(half.basis().definition().name()).isEqualTo("Inquiries answered within 24 business hours");
    }

    /** Until the end of 31 March, what came in on Thursday 26th at 17:00 has waited 3 × 8 = 24 hours and may just be in time; a minute earlier it is past the limit. */
    @Test
    void whatIsUnansweredPastTheLimitHasMissedIt() {
        Inquiry late = received("I-1", "2026-03-26T16:59");
        Inquiry pending = received("I-2", "2026-03-26T17:00");
        KpiResult missed = DAY.compute(figures(late, pending));
        assertThat(missed.value()).contains(Fraction.ZERO);
        assertThat(missed.basis().count()).contains(1L);
        assertThat(missed.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(code(DAY.compute(figures(pending)))).isEqualTo("NO_INQUIRIES");
    }

    /** Of two of the last day, one is answered within an hour and the other may still be: neither says anything yet. */
    @Test
    void whatIsAnsweredBeforeTheLimitHasPassedDoesNotCountYet() {
        Inquiry answered = received("I-1", "2026-03-31T10:00").answered(at("2026-03-31T11:00"));
        Inquiry open = received("I-2", "2026-03-31T10:00");
        KpiResult rate = DAY.compute(figures(answered, open));
        assertThat(code(rate)).isEqualTo("NO_INQUIRIES");
        assertThat(rate.basis().exclusions()).containsExactly("WINDOW_OPEN");
        var later = EventFigures.of(MARCH, AsOf.endOf("2026-04-07"), List.of(answered, open));
        assertThat(DAY.compute(later).value()).contains(Fraction.of(50));
    }

    /** Of 9 March, answered on the 11th within the limit of 24 hours: on the 10th nobody could know. */
    @Test
    void aLimitHasNotPassedBeforeItIsKnown() {
        Inquiry asked = received("I-1", "2026-03-09T10:00");
        EventLog<Inquiry> log = EventLog.of(List.of(asked, asked.answered(at("2026-03-11T10:00"))));
        KpiResult early = DAY.compute(log.figures(MARCH, new AsOf(END_OF_MARCH.date(), at("2026-03-10T10:00"))));
        assertThat(code(early)).isEqualTo("NO_INQUIRIES");
        assertThat(early.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(DAY.compute(log.figures(MARCH, END_OF_MARCH)).value()).contains(Fraction.of(100));
    }

    /** A machine replies in the second in which an inquiry comes in, and what is resolved on the phone ten minutes later is answered then. */
    @Test
    void whatIsResolvedIsAnswered() {
        Inquiry asked = received("I-1", "2026-03-10T10:00");
        Inquiry replied = asked.repliedAutomatically(at("2026-03-10T10:00"));
        Inquiry resolved = replied.resolved(at("2026-03-10T10:10"));
        EventLog<Inquiry> log = EventLog.of(List.of(asked, replied, resolved));
        assertThat(log.knownAt(END_OF_MARCH.knownAt())).containsExactly(resolved);
        assertThat(resolved.firstAnswer()).contains(at("2026-03-10T10:10"));
        assertThat(DAY.compute(log.figures(MARCH, END_OF_MARCH)).value()).contains(Fraction.of(100));
        // a state that follows is never recorded before the one that it follows
        assertThat(resolved.answered(at("2026-03-10T10:05")).recordedAt()).isAfter(resolved.recordedAt());
    }

    @Test
    void anAutomaticReplyAnswersNothing() {
        Inquiry one = received("I-1", "2026-03-10T10:00")
                .answered(at("2026-03-10T12:00"))
                .answered(at("2026-03-10T11:00"))
                .repliedAutomatically(at("2026-03-10T10:00"));
        assertThat(one.firstAnswer()).contains(at("2026-03-10T11:00"));
        assertThat(InquiryResponseTime.mean(OFFICE).compute(figures(one)).value())
                .contains(Fraction.ONE);
        assertThat(code(InquiryResponseTime.median(OFFICE)
                        .compute(figures(
                                received("I-1", "2026-03-10T10:00").repliedAutomatically(at("2026-03-10T10:00"))))))
                .isEqualTo("NO_ANSWERS");
    }

    /** By hand: 8, 8 and 32 hours; they count in the period in which they are settled. */
    @Test
    void resolutionCountsWhereItEnds() {
        var figures = figures(
                received("I-1", "2026-02-27T09:00").resolved(at("2026-03-02T09:00")),
                received("I-2", "2026-03-10T09:00").resolved(at("2026-03-10T17:00")),
                received("I-3", "2026-03-09T09:00").resolved(at("2026-03-13T09:00")),
                received("I-4", "2026-03-31T09:00").resolved(at("2026-04-01T00:00")),
                received("I-5", "2026-03-31T09:00"));
        assertThat(InquiryResolutionTime.mean(OFFICE).compute(figures).value()).contains(Fraction.of(16));
        assertThat(InquiryResolutionTime.median(OFFICE).compute(figures).value())
                .contains(Fraction.of(8));
        assertThat(InquiryResolutionTime.p90(OFFICE).compute(figures).value()).contains(Fraction.of(32));
        assertThat(code(InquiryResolutionTime.mean(OFFICE).compute(figures()))).isEqualTo("NO_RESOLUTIONS");
    }

    /** An answer that is recorded or given later does not change what was known before. */
    @Test
    void isWhatItWasAsOfAPastDate() {
        Inquiry asked = received("I-1", "2026-03-02T09:00");
        EventLog<Inquiry> log = EventLog.of(
                List.of(asked, asked.answered(at("2026-03-03T09:00")).asRecorded(at("2026-03-20T09:00"))));
        var before = ServicePeriod.of("2026-03-01", "2026-03-03");
        KpiResult asOfSecond = InquiryResponseTime.mean(OFFICE).compute(log.figures(before, AsOf.endOf("2026-03-02")));
        assertThat(code(asOfSecond)).isEqualTo("NO_ANSWERS");
        var known = new AsOf(END_OF_MARCH.date(), at("2026-03-19T09:00"));
        assertThat(DAY.compute(log.figures(MARCH, known)).value()).contains(Fraction.ZERO);
        assertThat(DAY.compute(log.figures(MARCH, END_OF_MARCH)).value()).contains(Fraction.of(100));
    }

    @Test
    void refusesWhatComesBeforeTheInquiry() {
        Inquiry asked = received("I-1", "2026-03-02T09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.answered(at("2026-03-02T08:59")))
                .withMessage("replies must not be before 2026-03-02T08:00:00Z, but was 2026-03-02T07:59:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.resolved(at("2026-03-02T08:59")))
                .withMessage("resolved must not be before 2026-03-02T08:00:00Z, but was 2026-03-02T07:59:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> received("", "2026-03-02T09:00"))
                .withMessageStartingWith("key must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InquiriesAnsweredInTime.within(BigDecimal.ZERO, OFFICE))
                .withMessage("limit must be more than 0, but was 0");
        assertThat(InquiriesAnsweredInTime.within(new BigDecimal("24.0"), OFFICE))
                .isEqualTo(DAY);
    }

    @Property(tries = 200)
    void theOrderOfEventsChangesNothing(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 40_000) Integer> minutes, @ForAll long seed) {
        var inquiries = new ArrayList<Inquiry>();
        for (int i = 0; i < minutes.size(); i++) {
            Instant in = at("2026-03-01T00:00").plusSeconds(60L * minutes.get(i));
            Inquiry inquiry = Inquiry.received("I-" + i, in, "mail");
            inquiries.add(i % 3 == 0 ? inquiry : inquiry.answered(in.plusSeconds(977L * minutes.get(i))));
        }
        var shuffled = new ArrayList<>(inquiries);
        Collections.shuffle(shuffled, new Random(seed));
        for (Statistic statistic : Statistic.values()) {
            var kpi = new InquiryResponseTime(statistic, OFFICE);
            assertThat(kpi.compute(EventFigures.of(MARCH, END_OF_MARCH, shuffled)))
                    .isEqualTo(kpi.compute(EventFigures.of(MARCH, END_OF_MARCH, inquiries)));
        }
        KpiResult share = DAY.compute(EventFigures.of(MARCH, END_OF_MARCH, shuffled));
        assertThat(share).isEqualTo(DAY.compute(EventFigures.of(MARCH, END_OF_MARCH, inquiries)));
        share.value().ifPresent(percent -> assertThat(percent).isBetween(Fraction.ZERO, Fraction.of(100)));
    }
}
