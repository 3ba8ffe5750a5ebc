package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.contract;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.event;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.only;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static io.quittance.core.verification.Verified.verification;
import static io.quittance.core.verification.Verified.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Escalation;
import io.quittance.core.pricing.BlockPrice;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.GraduatedBlocks;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.StairStep;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.VolumeBlocks;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.verification.VerificationFinding.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities, prices, versions and tiers that are not as agreed. */
class WrongPriceTest {
    private static final Instant KNOWN = Instant.parse("2026-01-10T00:00:00Z");

    private static ContractTerms callsAt(String price) {
        return contract(Charge.usage("calls", "calls", PerUnit.of(price)))
                .build()
                .terms();
    }

    private static ContractHistory calls() {
        return signed(Charge.usage("calls", "calls", PerUnit.of("0.10")));
    }

    private static VerificationFinding calls(ContractHistory contract, InvoicedLine line) {
        return only(Verification.of(contract, used(event("u-1", "calls", "415")), FEBRUARY_1), List.of(line));
    }

    @Test
    void findsThePriceOfLaterTerms() {
        ContractHistory amended =
                calls().amended(Amendment.terms("A-1", LocalDate.of(2026, 2, 1), KNOWN, callsAt("0.12")));
        VerificationFinding finding = calls(amended, line("calls", "49.80"));
        assertThat(finding.code()).isEqualTo(Code.WRONG_PRICE_VERSION);
        assertThat(finding.difference()).isEqualTo(eur("8.30"));
        assertThat(finding.reason().text()).isEqualTo("EUR 49.80 would be right by the terms A-1");
    }

    /** Cheaper from the 11th on, when all was used: 415 at 0.08 are 33.20, and the old price was invoiced. */
    @Test
    void findsThePriceAsItWasSigned() {
        ContractHistory amended =
                calls().amended(Amendment.terms("A-1", LocalDate.of(2026, 1, 11), KNOWN, callsAt("0.08")));
        VerificationFinding finding = calls(amended, line("calls", "41.50").quantity("415"));
        assertThat(finding.code()).isEqualTo(Code.WRONG_PRICE_VERSION);
        assertThat(finding.difference()).isEqualTo(eur("8.30"));
        assertThat(finding.reason().text()).isEqualTo("EUR 41.50 would be right by the terms signed");
    }

    @Test
    void findsThePriceOfTermsThatWereWithdrawn() {
        ContractHistory withdrawn = calls().amended(
                        Amendment.terms("A-1", LocalDate.of(2026, 1, 1), KNOWN, callsAt("0.12")))
                .amended(Amendment.withdrawal("A-2", "A-1", KNOWN.plusSeconds(1)));
        assertThat(calls(withdrawn, line("calls", "49.80")).code()).isEqualTo(Code.WRONG_PRICE_VERSION);
    }

    /** What was agreed after the instant of the verification cannot be meant. */
    @Test
    void knowsNoTermsOfTheFuture() {
        ContractHistory amended = calls().amended(Amendment.terms(
                "A-1", LocalDate.of(2026, 2, 1), Instant.parse("2026-03-01T00:00:00Z"), callsAt("0.12")));
        Verification verification = Verification.of(
                amended, used(event("u-1", "calls", "415")), AsOf.of("2026-02-01", "2026-02-01T00:00:00Z"));
        assertThat(only(verification, List.of(line("calls", "49.80"))).code()).isEqualTo(Code.UNEXPLAINED);
    }

    @Test
    void centsBesideAWrongVersionAreRounding() {
        ContractHistory amended =
                calls().amended(Amendment.terms("A-1", LocalDate.of(2026, 2, 1), KNOWN, callsAt("0.12")));
        List<VerificationFinding> findings = Verification.of(amended, used(event("u-1", "calls", "415")), FEBRUARY_1)
                .check(List.of(line("calls", "49.81")))
                .findings();
        assertThat(findings)
                .extracting(VerificationFinding::code)
                .containsExactly(Code.WRONG_PRICE_VERSION, Code.ROUNDING_ONLY);
        assertThat(findings).extracting(VerificationFinding::difference).containsExactly(eur("8.30"), eur("0.01"));
    }

    @Test
    void findsAPriceOfOtherDays() {
        Charge rising = Charge.usage("calls", "calls", PerUnit.of("0.08")).repriced("2026-01-10", PerUnit.of("0.10"));
        VerificationFinding finding = calls(signed(rising), line("calls", "33.20"));
        assertThat(finding.code()).isEqualTo(Code.WRONG_PRICE_VERSION);
        assertThat(finding.difference()).isEqualTo(eur("-8.30"));
    }

    /** 3 % more from 1 January on are 42.745, rounded 42.75; the price was not raised. */
    @Test
    void findsAPriceThatWasNotEscalated() {
        Charge escalated = Charge.usage("calls", "calls", PerUnit.of("0.10"))
                .escalated(Escalation.fixed("3", "P1Y", "2026-01-01"));
        VerificationFinding finding = calls(signed(escalated), line("calls", "41.50"));
        assertThat(finding.code()).isEqualTo(Code.WRONG_PRICE_VERSION);
        assertThat(finding.difference()).isEqualTo(eur("-1.25"));
        assertThat(finding.reason().text()).isEqualTo("EUR 41.50 would be right without escalation");
    }

    /** 150 GB: 100 at 1.00 and 50 at 0.50 are 125.00. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "150.00, 25.00", // all in the first tier
        "75.00, -50.00" // all in the second, which is what they are by volume
    })
    void findsAWrongTier(String invoiced, String difference) {
        VerificationFinding finding = only(verification(), with(line("data", invoiced)));
        assertThat(finding.code()).isEqualTo(Code.WRONG_TIER);
        assertThat(finding.difference()).isEqualTo(eur(difference));
    }

    private static VerificationFinding data(ChargeModel model, String used, String invoiced) {
        Verification verification = Verification.of(
                signed(Charge.usage("data", "data", model)), used(event("u", "data", used)), FEBRUARY_1);
        return only(verification, List.of(line("data", invoiced)));
    }

    @Test
    void findsGraduatedTiersInTheStepOfVolume() {
        VerificationFinding finding = data(VolumeTiers.upTo("100", "1.00").then("0.50"), "150", "125.00");
        assertThat(finding.code()).isEqualTo(Code.WRONG_TIER);
        assertThat(finding.difference()).isEqualTo(eur("50.00"));
    }

    /** 100 GB are in the first tier and cost 100.00; the next one was entered, with its fee of 20.00. */
    @Test
    void findsABoundInTheNextTier() {
        ChargeModel model =
                GraduatedTiers.upTo("100", "1.00").then(TierPrice.of("0.50").withFlatFee("20"));
        VerificationFinding finding = data(model, "100", "120.00");
        assertThat(finding.code()).isEqualTo(Code.WRONG_TIER);
        assertThat(finding.difference()).isEqualTo(eur("20.00"));
        assertThat(finding.reason().text()).isEqualTo("EUR 120.00 would be right if a bound were in the other tier");
    }

    @Test
    void findsAWrongStair() {
        VerificationFinding finding = data(StairStep.upTo("100", "10").then("40"), "150", "10.00");
        assertThat(finding.code()).isEqualTo(Code.WRONG_TIER);
        assertThat(finding.difference()).isEqualTo(eur("-30.00"));
    }

    /** Blocks of 10: 150 are 10 at 5.00 and 5 at 3.00, 65.00; all at 5.00 are 75.00, and at 3.00 45.00. */
    @Test
    void findsAWrongTierOfBlocks() {
        ChargeModel graduated =
                GraduatedBlocks.blocks("10", BlockPrice.of("10", "5")).then(BlockPrice.of("10", "3"));
        assertThat(data(graduated, "150", "75.00").code()).isEqualTo(Code.WRONG_TIER);
        ChargeModel volume = VolumeBlocks.blocks("10", BlockPrice.of("10", "5")).then(BlockPrice.of("10", "3"));
        VerificationFinding finding = data(volume, "150", "65.00");
        assertThat(finding.code()).isEqualTo(Code.WRONG_TIER);
        assertThat(finding.difference()).isEqualTo(eur("20.00"));
    }

    /** Discounts hold for the other tier too: 150.00 less 10 % are 135.00, 125.00 less 10 % are 112.50. */
    @Test
    void aWrongTierIsDiscountedAsAgreed() {
        Charge charge = Charge.usage(
                        "data", "data", GraduatedTiers.upTo("100", "1.00").then("0.50"))
                .discount(Discount.percent("launch", "10"));
        Verification verification = Verification.of(signed(charge), used(event("u", "data", "150")), FEBRUARY_1);
        VerificationFinding finding = only(verification, List.of(line("data", "135.00")));
        assertThat(finding.code()).isEqualTo(Code.WRONG_TIER);
        assertThat(finding.difference()).isEqualTo(eur("22.50"));
    }

    @Test
    void findsAWrongQuantity() {
        VerificationFinding finding =
                only(verification(), with(line("calls", "40.00").quantity("400")));
        assertThat(finding.code()).isEqualTo(Code.WRONG_QUANTITY);
        assertThat(finding.difference()).isEqualTo(eur("-1.50"));
        assertThat(finding.reason().text()).isEqualTo("400 were invoiced, 415 were delivered");
    }

    /** 120 GB come to 110.00, which no price for each of 150 would. */
    @Test
    void aWrongQuantityIsPricedByItsTiers() {
        VerificationFinding finding =
                only(verification(), with(line("data", "110.00").quantity("120")));
        assertThat(finding.code()).isEqualTo(Code.WRONG_QUANTITY);
        assertThat(finding.difference()).isEqualTo(eur("-15.00"));
    }

    @Test
    void aWrongQuantityOfWhatNobodyUsed() {
        Verification verification = Verification.of(calls(), used(), FEBRUARY_1);
        VerificationFinding finding =
                only(verification, List.of(line("calls", "40.00").quantity("400")));
        assertThat(finding.code()).isEqualTo(Code.WRONG_QUANTITY);
        assertThat(finding.reason().text()).isEqualTo("400 were invoiced, 0 were delivered");
    }

    @Test
    void anAmountThatDoesNotFollowItsQuantityIsUnexplained() {
        assertThat(only(verification(), with(line("calls", "55.00").quantity("400")))
                        .code())
                .isEqualTo(Code.UNEXPLAINED);
    }

    @Test
    void findsAPriceThatNoTermsHave() {
        VerificationFinding finding =
                only(verification(), with(line("calls", "45.65").quantity("415")));
        assertThat(finding.code()).isEqualTo(Code.WRONG_PRICE);
        assertThat(finding.difference()).isEqualTo(eur("4.15"));
        assertThat(finding.reason().text()).isEqualTo("415 were invoiced at 0.11 each instead of 0.1");
        assertThat(only(
                                verification(),
                                with(line("calls", "45.65").quantity("415").unitPrice("0.1100")))
                        .reason()
                        .text())
                .isEqualTo("415 were invoiced at 0.1100 each instead of 0.1");
    }

    @Test
    void aRightAmountIsRightWhateverQuantityItShows() {
        assertThat(verification()
                        .check(with(line("platform", "310.00").quantity("31")))
                        .isClean())
                .isTrue();
    }
}
