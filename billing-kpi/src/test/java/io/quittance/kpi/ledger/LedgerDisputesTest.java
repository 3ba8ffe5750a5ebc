package io.quittance.kpi.ledger;

import static io.quittance.kpi.ledger.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.billing.DisputeCase.Outcome;
import io.quittance.kpi.billing.DisputeCount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

    @Test
    void aCaseThatWasOpenedByMistakeIsNone() {
        assertThat(cases(books().reversed("C", 2, "2026-03-12"), AsOf.endOf("2026-04-30")))
                .isEmpty();
    }
}
