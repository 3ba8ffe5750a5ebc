package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.event;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.id.ContractId;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule by itself, as in a list of a host's own: it names no more than it knows, whatever the others would have said before. */
class OneRuleTest {
    private static final UsageSource USED = used(event("u-1", "calls", "415"));

    private static String said(VerificationRule rule, Charge charge, InvoicedLine... lines) {
        return said(rule, charge, USED, lines);
    }

    private static String said(VerificationRule rule, Charge charge, UsageSource used, InvoicedLine... lines) {
        return Verified.said(Verification.of(signed(charge), used, FEBRUARY_1)
                .by(List.of(rule))
                .check(List.of(lines)));
    }

    private static Charge calls(ChargeModel model) {
        return Charge.usage("calls", "calls", model);
    }

    private static Charge risingTo(String later) {
        return calls(PerUnit.of("0.10")).repriced("2026-02-01", PerUnit.of(later));
    }

    /** At 0.00, which holds from February on, nothing would be due. */
    @Test
    void whatIsNotInvoicedHasNoPrice() {
        assertThat(said(new WrongVersionRule(), risingTo("0"))).isEqualTo("UNEXPLAINED:-41.5");
        ChargeModel tiers = VolumeTiers.upTo("1000", "0.10").then("0");
        assertThat(said(new WrongTierRule(), calls(tiers))).isEqualTo("UNEXPLAINED:-41.5");
        assertThat(said(new WrongTierRule(), calls(tiers), line("calls", JANUARY, "1.00"), line("calls", "-1.00")))
                .isEqualTo("WRONG_TIER:-41.5");
        assertThat(said(new WrongQuantityRule(), calls(PerUnit.of("0.10")))).isEqualTo("UNEXPLAINED:-41.5");
    }

    /** 415 at 0.10005 are 41.52, a cent more than was invoiced: but a cent is no price. */
    @Test
    void aCentIsNeitherAPriceNorATierNorAQuantity() {
        InvoicedLine line = line("calls", "41.51");
        assertThat(said(new WrongVersionRule(), risingTo("0.10005"), line)).isEqualTo("UNEXPLAINED:0.01");
        ChargeModel tiers = VolumeTiers.upTo("1000", "0.10").then("0.10005");
        assertThat(said(new WrongTierRule(), calls(tiers), line)).isEqualTo("UNEXPLAINED:0.01");
        assertThat(said(new WrongQuantityRule(), calls(PerUnit.of("0.10")), line.quantity("415.2")))
                .isEqualTo("UNEXPLAINED:0.01");
        assertThat(said(new WrongPriceRule(), calls(PerUnit.of("0.10")), line.quantity("415")))
                .isEqualTo("UNEXPLAINED:0.01");
    }

    /** 415 at 0.100025 are 41.51: with the next cent, 41.52 would be explained, but what is a cent off is rounding. */
    @Test
    void aPriceThatMakesACentExplainsNothing() {
        assertThat(said(new WrongVersionRule(), risingTo("0.100025"), line("calls", "41.52")))
                .isEqualTo("UNEXPLAINED:0.02");
        assertThat(said(new WrongVersionRule(), risingTo("0.10005"), line("calls", "41.52")))
                .isEqualTo("WRONG_PRICE_VERSION:0.02");
    }

    @Test
    void ofNothingThereIsNoPriceForEach() {
        assertThat(said(
                        new WrongPriceRule(),
                        calls(PerUnit.of("0.10")),
                        UsageSource.none(),
                        line("calls", "5.00").quantity("0")))
                .isEqualTo("UNEXPLAINED:5");
    }

    @Test
    void aLineOfNoChargeIsNeverDue() {
        InvoicedLine gift = InvoicedLine.ofText(ContractId.of("C-1"), "Gift wrap", JANUARY, eur("5.00"));
        assertThat(said(new NotDueRule(), calls(PerUnit.of("0.10")), UsageSource.none(), gift))
                .isEqualTo("UNEXPLAINED:5");
        assertThat(said(new NotDueRule(), calls(PerUnit.of("0.10")), UsageSource.none(), line("calls", "5.00")))
                .isEqualTo("NOT_DELIVERED:5");
    }

    /** None of 415 was invoiced, but the fee of the tier, which is due also for none. */
    @Test
    void noneMayBeAWrongQuantity() {
        ChargeModel tiers =
                VolumeTiers.upTo("1000", TierPrice.of("0.10").withFlatFee("20")).then("0.05");
        assertThat(said(
                        new WrongQuantityRule(),
                        calls(tiers),
                        line("calls", "20.00").quantity("0")))
                .isEqualTo("WRONG_QUANTITY:-41.5");
    }

    /** 100 were invoiced and 500 given back: no terms have a price for that. */
    @Test
    void lessThanNoneHasNoPriceByTheTerms() {
        ChargeModel tiers = VolumeTiers.upTo("1000", "0.10").then("0.05");
        assertThat(said(
                        new WrongQuantityRule(),
                        calls(tiers),
                        line("calls", "10.00").quantity("100"),
                        line("calls", ServicePeriod.of("2026-01-01", "2026-01-11"), "-10.00")
                                .quantity("-500")))
                .isEqualTo("UNEXPLAINED:-41.5");
    }
}
