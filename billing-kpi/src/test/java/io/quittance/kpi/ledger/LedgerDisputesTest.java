package io.quittance.kpi.ledger;

import static io.quittance.kpi.ledger.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.billing.DisputeCase.Outcome;
import io.quittance.kpi.billing.DisputeCount;
import io.quittance.kpi.billing.DisputeCycleTime;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cases of a ledger as events. */
class LedgerDisputesTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Beginning of 10 March in Berlin. */
    private static final Instant OPENED = Instant.parse("2026-03-09T23:00:00Z");

    private static Books books() {
        return new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-31", "100")
                .at("2026-03-10T12:00:00Z")
                .disputed("C", "D", "R", "2026-03-10", "60");
    }

    private static DisputeResolved decided(Resolution resolution, String day) {
        return new DisputeResolved(CustomerId.of("C"), DisputeId.of("D"), resolution, LocalDate.parse(day));
    }

    private static List<DisputeCase> cases(Books books, AsOf asOf) {
        return LedgerReadings.of(books.ledger(), asOf).disputes(MARCH, BERLIN).events();
    }

    private static DisputeCase only(Books books) {
        return cases(books, AsOf.endOf("2026-04-30")).get(0);
    }

    @Test
    void aCaseIsRaisedWhenItsDayBegins() {
        assertThat(cases(books(), AsOf.endOf("2026-04-30")))
                .containsExactly(DisputeCase.opened("C/D", OPENED, usd("60"), "PRICING")
                        .withCustomer("C")
                        .ofInvoice("R")
                        .asRecorded(Instant.parse("2026-03-10T12:00:00Z")));
    }

    /** All of it is accepted on 15 March; 20.00 of it, and the rest is owed; or 20.00, and the rest withdrawn on 18 March. */
    @Test
    void whatIsAcceptedEndsInTheCustomersFavourOrAgreed() {
        DisputeCase all = only(books().post(decided(Resolution.accepted(usd("60")), "2026-03-15")));
        assertThat(all.resolution())
                .isEqualTo(new DisputeCase.Resolution(Instant.parse("2026-03-14T23:00:00Z"), Outcome.CUSTOMERS));
        DisputeCase part = only(books().post(decided(Resolution.accepted(usd("20")), "2026-03-15")));
        assertThat(part.resolution())
                .isEqualTo(new DisputeCase.Resolution(Instant.parse("2026-03-14T23:00:00Z"), Outcome.AGREED));
        Books step = books().post(decided(Resolution.accepted(usd("20")).leavingRest(), "2026-03-15"));
        assertThat(only(step).resolution()).isNull();
        DisputeCase rest = only(step.post(decided(Resolution.withdrawn(), "2026-03-18")));
        assertThat(rest.resolution())
                .isEqualTo(new DisputeCase.Resolution(Instant.parse("2026-03-17T23:00:00Z"), Outcome.AGREED));
    }

    /** Dated back to 10 March, as if nothing had been contested, but decided on 20 March at 09:00 UTC. */
    @Test
    void aRejectionEndsTheCaseWhenItIsRecorded() {
        Books books = books();
        var rejected = books.ledger()
                .customer(CustomerId.of("C"))
                .disputes(AsOf.endOf("2026-03-10"))
                .get(0)
                .rejected();
        books.at("2026-03-20T09:00:00Z").post(rejected);
        assertThat(only(books).resolution())
                .isEqualTo(new DisputeCase.Resolution(Instant.parse("2026-03-20T09:00:00Z"), Outcome.OURS));
        assertThat(cases(books, AsOf.of("2026-03-31", "2026-03-19T00:00:00Z"))
                        .get(0)
                        .resolution())
                .isNull();
        assertThat(DisputeCount.resolvedSuccessfully(BERLIN)
                        .compute(LedgerReadings.of(books.ledger(), AsOf.endOf("2026-03-31"))
                                .disputes(MARCH, BERLIN))
                        .value())
                .contains(Fraction.ONE);
    }

    /** R/1 is an instalment of the invoice R: what is contested of it is contested of R. */
    @Test
    void aCaseOfAnInstalmentContestsItsInvoice() {
        Receivable invoice = Receivable.of(
                ReceivableId.of("R/1"),
                CustomerId.of("C"),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                usd("100"));
        Books books = new Books()
                .post(new ReceivablePosted(invoice.partOf(ReceivableId.of("R"), LocalDate.of(2026, 3, 31))))
                .disputed("C", "D", "R/1", "2026-03-10", "60");
        assertThat(only(books).invoices()).isEqualTo(Map.of("R", usd("60")));
        assertThat(only(books).customer()).isEqualTo("C");
    }

    @Test
    void aCaseThatWasOpenedByMistakeIsNone() {
        assertThat(cases(books().reversed("C", 2, "2026-03-12"), AsOf.endOf("2026-04-30")))
                .isEmpty();
    }

    private static Books staged(Books books, String stage, String day) {
        return books.post(
                new DisputeStaged(CustomerId.of("C"), DisputeId.of("D"), DisputeStage.of(stage), LocalDate.parse(day)));
    }

    private static DisputeCase waiting(Books books) {
        return LedgerReadings.of(books.ledger(), AsOf.endOf("2026-04-30"))
                .disputes(MARCH, BERLIN, Set.of("asked", "asked again"))
                .events()
                .get(0);
    }

    private static Instant march(int day) {
        return LocalDate.of(2026, 3, day).atStartOfDay(BERLIN).toInstant();
    }

    /** Opened on the 10th; the customer is asked on the 11th, answers on the 14th and is asked again on the 15th, until the case ends on the 20th: 10 days, of which 3 and 5 wait. */
    @Test
    void whileTheCustomerIsAskedTheCaseWaits() {
        Books books = books();
        staged(books, "asked", "2026-03-11");
        staged(books, "at-warehouse", "2026-03-14");
        staged(books, "asked again", "2026-03-15");
        assertThat(waiting(books).waits()).containsExactly(new Waiting(march(11), march(14)), Waiting.since(march(15)));
        books.post(decided(Resolution.withdrawn(), "2026-03-20"));
        assertThat(waiting(books).waits())
                .containsExactly(new Waiting(march(11), march(14)), new Waiting(march(15), march(20)));
        var figures = LedgerReadings.of(books.ledger(), AsOf.endOf("2026-03-31"))
                .disputes(MARCH, BERLIN, Set.of("asked", "asked again"));
        var mean = DisputeCycleTime.mean(new CalendarDays(BERLIN));
        assertThat(mean.compute(figures).value()).contains(Fraction.of(10));
        assertThat(mean.withoutWaiting().compute(figures).value()).contains(Fraction.of(2));
        assertThat(only(books).waits()).isEmpty();
    }

    /** Recorded in another order than they took effect, two of one day, two that follow each other, and one after the end. */
    @Test
    void stagesGoOnUntilTheNextOne() {
        Books books = books();
        staged(books, "at-warehouse", "2026-03-14");
        staged(books, "asked", "2026-03-10");
        staged(books, "asked again", "2026-03-12");
        staged(books, "asked", "2026-03-16");
        staged(books, "decided", "2026-03-16");
        staged(books, "asked", "2026-03-20");
        staged(books, "asked", "2026-03-21");
        books.post(decided(Resolution.accepted(usd("60")), "2026-03-20"));
        assertThat(waiting(books).waits())
                .containsExactly(new Waiting(march(10), march(12)), new Waiting(march(12), march(14)));
    }

    /** Of 60.00, accepted on the 15th by mistake: from the 18th on it is contested again, and is one case that was never resolved. */
    @Test
    void aCaseThatWasDecidedByMistakeGoesOn() {
        Books books = books().post(decided(Resolution.accepted(usd("60")), "2026-03-15"));
        books.reversed("C", 3, "2026-03-18");
        assertThat(only(books).resolution()).isNull();
        assertThat(cases(books, AsOf.endOf("2026-03-31"))).hasSize(1);
        assertThat(LedgerReadings.of(books.ledger(), AsOf.endOf("2026-03-17"))
                        .disputes(ServicePeriod.of("2026-03-01", "2026-03-18"), BERLIN)
                        .events()
                        .get(0)
                        .resolution())
                .isEqualTo(new DisputeCase.Resolution(march(15), Outcome.CUSTOMERS));
    }

    /** All is accepted on the day of the opening, at noon; 20.00 of it on the 15th, and the rest, as was recorded later, on the 12th: the last day ends the case. */
    @Test
    void aCaseEndsWithTheBeginningOfItsLastDay() {
        Books all = books().post(decided(Resolution.accepted(usd("60")), "2026-03-10"));
        assertThat(only(all).resolution()).isEqualTo(new DisputeCase.Resolution(OPENED, Outcome.CUSTOMERS));
        Books later = books().post(decided(Resolution.accepted(usd("20")).leavingRest(), "2026-03-15"));
        later.at("2026-03-16T12:00:00Z").post(decided(Resolution.withdrawn(), "2026-03-12"));
        assertThat(only(later).resolution()).isEqualTo(new DisputeCase.Resolution(march(15), Outcome.AGREED));
    }
}
