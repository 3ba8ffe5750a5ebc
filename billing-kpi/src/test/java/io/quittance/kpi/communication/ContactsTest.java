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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContactsTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    private static Instant at(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    private static Contact personal(String key, String customer, String day) {
        return Contact.personal(key, customer, at(day), "mail");
    }

    private static Contact reminder(String key, String day, String channel, int level) {
        return Contact.reminder(key, "C-" + key, at(day), channel, level);
    }

    private static EventFigures<Contact> figures(Contact... contacts) {
        return EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), List.of(contacts));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code());
    }

    /** By hand, within 7 days: C-1 replies on the last one, C-2 a day later; C-3 pays and C-4 promises at once; C-5 never. */
    @Test
    void countsCustomersWhoRespondWithinTheWindow() {
        KpiResult rate = ContactResponseRate.byCustomer(7, UTC)
                .compute(figures(
                        personal("1", "C-1", "2026-03-02").answered(Instant.parse("2026-03-09T23:59:59Z")),
                        personal("2", "C-2", "2026-03-02").answered(Instant.parse("2026-03-10T00:00:00Z")),
                        personal("3", "C-3", "2026-03-02").paid(at("2026-03-03")),
                        personal("4", "C-4", "2026-03-02").promised(at("2026-03-02")),
                        personal("5", "C-5", "2026-03-24"),
                        reminder("6", "2026-03-02", "mail", 1).paid(at("2026-03-03"))));
        assertThat(rate.value()).contains(Fraction.of(60));
        assertThat(rate.basis().count()).contains(5L);
        assertThat(rate.basis().items()).contains(KpiItem.counted("C-1", true), KpiItem.counted("C-2", false));
        assertThat(rate.basis().exclusions()).isEmpty();
    }

    @Test
    void severalMessagesToOneCustomerCountOnce() {
        var figures = figures(
                personal("1", "C-1", "2026-03-02"),
                personal("2", "C-1", "2026-03-09").answered(at("2026-03-10")),
                personal("3", "C-2", "2026-03-02"));
        assertThat(ContactResponseRate.byCustomer(7, UTC).compute(figures).value())
                .contains(Fraction.of(50));
        assertThat(ContactResponseRate.byMessage(7, UTC).compute(figures).value())
                .contains(Fraction.of(100, 3));
    }

    @Test
    void leavesOutWhatSaysNothingOfTheEffect() {
        KpiResult rate = ContactResponseRate.byCustomer(7, UTC)
                .compute(figures(
                        personal("1", "C-1", "2026-03-02").bounced(at("2026-03-03")),
                        personal("2", "C-2", "2026-03-02").paid(at("2026-03-01")),
                        personal("3", "C-3", "2026-03-25").answered(at("2026-03-26"))));
        assertThat(code(rate)).isEqualTo("NO_CONTACTS");
        assertThat(rate.basis().exclusions()).containsExactlyInAnyOrder("BOUNCED", "PAYMENT_UNDER_WAY", "WINDOW_OPEN");
    }

    /** By hand: 62 sent in the 31 days of March are 14 per week; one that bounced and one that a person sent are none. */
    @Test
    void countsRemindersPerWeek() {
        var contacts = new ArrayList<Contact>();
        for (int i = 0; i < 62; i++) {
            contacts.add(reminder("" + i, "2026-03-02", i < 31 ? "mail" : "letter", i % 2 + 1));
        }
        contacts.add(reminder("b", "2026-03-02", "mail", 1).bounced(at("2026-03-03")));
        contacts.add(reminder("a", "2026-04-01", "mail", 1));
        contacts.add(personal("p", "C-1", "2026-03-02"));
        var figures = EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), contacts);
        KpiResult all = RemindersPerWeek.of(UTC).compute(figures);
        assertThat(all.value()).contains(Fraction.of(14));
        assertThat(all.basis().exclusions()).containsExactly("BOUNCED");
        assertThat(RemindersPerWeek.of(UTC).through("mail").compute(figures).value())
                .contains(Fraction.of(7));
        // of the 31 by mail, the 16 with even numbers are of level 1
        assertThat(RemindersPerWeek.of(UTC)
                        .through("mail")
                        .atLevel(1)
                        .compute(figures)
                        .value())
                .contains(Fraction.of(16 * 7L, 31));
        assertThat(RemindersPerWeek.of(UTC).compute(figures()).value()).contains(Fraction.ZERO);
        assertThat(ContactResponseRate.toReminders(7, UTC).compute(figures).value())
                .contains(Fraction.ZERO);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> personal("1", "C-1", "2026-03-02").answered(at("2026-03-01")))
                .withMessage("answers must not be before 2026-03-02T12:00:00Z, but was 2026-03-01T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reminder("1", "2026-03-02", "mail", -1))
                .withMessage("level must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContactResponseRate.byCustomer(-1, UTC))
                .withMessage("windowDays must not be negative, but was -1");
    }

    @Property(tries = 200)
    void theOrderOfEventsChangesNothing(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 31) Integer> days, @ForAll long seed) {
        var contacts = new ArrayList<Contact>();
        for (int i = 0; i < days.size(); i++) {
            Contact sent = personal("" + i, "C-" + i % 3, "2026-03-" + (days.get(i) < 10 ? "0" : "") + days.get(i));
            contacts.add(i % 2 == 0 ? sent : sent.answered(sent.sent().plusSeconds(86_400L * (i % 5) * 3)));
        }
        var shuffled = new ArrayList<>(contacts);
        Collections.shuffle(shuffled, new Random(seed));
        for (var kpi : List.of(ContactResponseRate.byCustomer(7, UTC), ContactResponseRate.byMessage(7, UTC))) {
            KpiResult result = kpi.compute(EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), shuffled));
            assertThat(result).isEqualTo(kpi.compute(EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), contacts)));
            result.value().ifPresent(rate -> assertThat(rate).isBetween(Fraction.ZERO, Fraction.of(100)));
        }
    }

    /** By hand, within 7 days of 2 March: what comes later does not undo the first reply, promise or part payment. */
    @Test
    void theFirstResponseCounts() {
        KpiResult rate = ContactResponseRate.byCustomer(7, UTC)
                .compute(figures(
                        personal("1", "C-1", "2026-03-02")
                                .answered(at("2026-03-03"))
                                .answered(at("2026-03-20")),
                        personal("2", "C-2", "2026-03-02")
                                .paid(at("2026-03-25"))
                                .paid(at("2026-03-05")),
                        personal("3", "C-3", "2026-03-02")
                                .promised(at("2026-03-04"))
                                .promised(at("2026-03-24"))));
        assertThat(rate.value()).contains(Fraction.of(100));
        Contact twice =
                personal("1", "C-1", "2026-03-02").answered(at("2026-03-20")).answered(at("2026-03-03"));
        assertThat(twice.answers()).containsExactly(at("2026-03-03"), at("2026-03-20"));
        assertThat(twice.answered()).isEqualTo(at("2026-03-03"));
        assertThat(twice.promised()).isNull();
        assertThat(twice.response()).contains(at("2026-03-03"));
    }

    /** Money of 1 March, a message of the 2nd: the log knows of the money as soon as of the message. */
    @Test
    void moneyUnderWayIsKnownWithTheMessage() {
        Contact sent = personal("1", "C-1", "2026-03-02");
        Contact paid = sent.paid(at("2026-03-01"));
        EventLog<Contact> log = EventLog.of(List.of(sent, paid));
        KpiResult rate = ContactResponseRate.byCustomer(7, UTC).compute(log.figures(MARCH, AsOf.endOf("2026-03-31")));
        assertThat(code(rate)).isEqualTo("NO_CONTACTS");
        assertThat(rate.basis().exclusions()).containsExactly("PAYMENT_UNDER_WAY");
        assertThat(paid.response()).isEmpty();
        // who had paid a part of it before and pays the rest afterwards responds
        assertThat(paid.paid(at("2026-03-06")).isAfterPayment(at("2026-03-10"))).isFalse();
        assertThat(paid.paid(at("2026-03-06")).response()).contains(at("2026-03-06"));
    }

    /** The window of 7 days from 2 March was not over on the 5th, whatever the date of the question. */
    @Test
    void aWindowIsOpenUntilItsEndIsKnown() {
        Contact sent = personal("1", "C-1", "2026-03-02");
        EventLog<Contact> log = EventLog.of(List.of(sent, sent.answered(at("2026-03-08"))));
        KpiResult early = ContactResponseRate.byCustomer(7, UTC)
                .compute(log.figures(MARCH, AsOf.of("2026-03-31", "2026-03-05T00:00:00Z")));
        assertThat(code(early)).isEqualTo("NO_CONTACTS");
        assertThat(early.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(ContactResponseRate.byCustomer(7, UTC)
                        .compute(log.figures(MARCH, AsOf.of("2026-03-31", "2026-03-10T00:00:00Z")))
                        .value())
                .contains(Fraction.of(100));
    }

    /** Paid on 1 March, written to on the 2nd: what is paid in June, long after the window of 7 days, changes nothing of what was so on 31 March. */
    @Test
    void whatIsPaidAfterTheWindowDoesNotChangeThePast() {
        Contact before = personal("1", "C-1", "2026-03-02").paid(at("2026-03-01"));
        for (Contact contact :
                List.of(before, before.paid(at("2026-06-01")), before.paid(Instant.parse("2026-03-10T00:00:00Z")))) {
            KpiResult rate = ContactResponseRate.byCustomer(7, UTC).compute(figures(contact));
            assertThat(code(rate)).isEqualTo("NO_CONTACTS");
            assertThat(rate.basis().exclusions()).containsExactly("PAYMENT_UNDER_WAY");
        }
        // who had not paid before, and paid in June, did not respond
        Contact late = personal("1", "C-1", "2026-03-02").paid(at("2026-06-01"));
        assertThat(ContactResponseRate.byCustomer(7, UTC).compute(figures(late)).value())
                .contains(Fraction.ZERO);
        // in the last second of the window it is a response
        assertThat(ContactResponseRate.byCustomer(7, UTC)
                        .compute(figures(before.paid(Instant.parse("2026-03-09T23:59:59Z"))))
                        .value())
                .contains(Fraction.of(100));
    }

    /** Written to on 30 March, paid on the 1st and, in April, again: on 31 March the window is open, whatever April brings. */
    @Test
    void aWindowIsOpenWhateverComesInTheRestOfIt() {
        Contact before = personal("1", "C-1", "2026-03-30").paid(at("2026-03-01"));
        for (Contact contact : List.of(before, before.paid(at("2026-04-03")))) {
            assertThat(ContactResponseRate.byCustomer(7, UTC)
                            .compute(figures(contact))
                            .basis()
                            .exclusions())
                    .containsExactly("WINDOW_OPEN");
        }
    }

    /** A window of 0 days is the day of the message; a message of February or April is none of March. */
    @Test
    void aWindowMayBeTheDayItself() {
        KpiResult rate = ContactResponseRate.byMessage(0, UTC)
                .compute(EventFigures.of(
                        MARCH,
                        AsOf.endOf("2026-04-30"),
                        List.of(
                                personal("1", "C-1", "2026-03-31").answered(Instant.parse("2026-03-31T23:59:59Z")),
                                personal("2", "C-1", "2026-03-30").answered(Instant.parse("2026-03-31T00:00:00Z")),
                                personal("3", "C-1", "2026-02-28").answered(at("2026-02-28")),
                                personal("4", "C-1", "2026-04-01").answered(at("2026-04-01")))));
        assertThat(rate.basis().items()).containsExactly(KpiItem.counted("1", true), KpiItem.counted("2", false));
    }

    /** Of three reminded on 2 March, one pays; a personal message that was answered is none of them. */
    @Test
    void remindersHaveAResponseRateOfTheirOwn() {
        var figures = figures(
                reminder("1", "2026-03-02", "mail", 1).paid(at("2026-03-09")),
                reminder("2", "2026-03-02", "mail", 1),
                reminder("3", "2026-03-02", "mail", 1).answered(at("2026-03-10")),
                personal("4", "C-4", "2026-03-02").answered(at("2026-03-03")));
        assertThat(ContactResponseRate.toReminders(7, UTC).compute(figures).value())
                .contains(Fraction.of(100, 3));
        assertThat(ContactResponseRate.byCustomer(7, UTC).compute(figures).value())
                .contains(Fraction.of(100));
    }

    /** What came of it first, which its readers ask for; several at once need no order. */
    @Test
    void aContactSaysWhatCameOfItFirst() {
        Contact sent = personal("1", "C-1", "2026-03-02");
        Contact much = sent.promised(at("2026-03-05"))
                .promised(at("2026-03-04"))
                .paid(at("2026-03-09"))
                .paid(at("2026-03-08"));
        assertThat(much.promised()).isEqualTo(at("2026-03-04"));
        assertThat(much.paid()).isEqualTo(at("2026-03-08"));
        assertThat(sent.paid()).isNull();
        var given = new Contact(
                "1",
                at("2026-03-08"),
                "C-1",
                at("2026-03-02"),
                false,
                0,
                "mail",
                false,
                null,
                at("2026-03-04"),
                at("2026-03-08"));
        assertThat(given.answers()).isEmpty();
        assertThat(given.promises()).containsExactly(at("2026-03-04"));
        assertThat(given.payments()).containsExactly(at("2026-03-08"));
    }

    @Test
    void refusesRemindersThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> personal("1", "C-1", "2026-03-02").promised(at("2026-03-01")))
                .withMessage("promises must not be before 2026-03-02T12:00:00Z, but was 2026-03-01T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemindersPerWeek.of(UTC).atLevel(-1))
                .withMessage("level must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemindersPerWeek.of(UTC).through(""))
                .withMessageStartingWith("channel must have 1 to 200 characters");
        RemindersPerWeek part = RemindersPerWeek.of(UTC).atLevel(0).through("mail");
        assertThat(part.id()).isEqualTo("reminders.per-week[level=0][channel=mail]");
        assertThat(RemindersPerWeek.of(UTC).id()).isEqualTo("reminders.per-week");
    }
}
