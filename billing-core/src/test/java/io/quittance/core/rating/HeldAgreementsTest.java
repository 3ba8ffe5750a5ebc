package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.usage.UsageEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A period that is over, of which not all could be rated. */
class HeldAgreementsTest {
    private static final Contract CONTRACT = Contract.builder("C-1")
            .customer("ACME")
            .term(JANUARY)
            .currency("EUR")
            .zone("Europe/Berlin")
            .charge(Charge.usage("calls", "calls", PerUnit.of("1")).minimum("70.00"))
            .commitment(TermCommitment.of("90.00"))
            .minimum(SpendMinimum.of("100.00"))
            .paymentTerms(PaymentTerms.net(30))
            .build();

    private static final RatingRequest REQUEST = RatingRequest.of(
            CONTRACT, List.of(UsageEvent.of("e-1", "ACME", "calls", "10", "2014-01-10T10:00:00Z")), JANUARY);

    /** 10.00 are lifted to 70.00 by the charge, to 90.00 by the commitment and to 100.00 by the terms. */
    @Test
    void whatIsAgreedForAllChargesWaits() {
        assertThat(Rating.of(REQUEST).total()).hasToString("EUR 100.00");
        assertThat(Rating.of(REQUEST.holdingAgreements()).total()).hasToString("EUR 70.00");
        assertThat(Rating.of(REQUEST.interim()).total()).hasToString("EUR 10.00");
    }

    @Test
    void isReadBackAsItWas() throws Exception {
        Rating copy = SerialStreams.copy(Rating.of(REQUEST.holdingAgreements()));
        assertThat(copy.total()).hasToString("EUR 70.00");
    }
}
