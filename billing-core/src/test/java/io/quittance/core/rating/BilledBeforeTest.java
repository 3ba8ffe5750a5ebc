package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Dynamic;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What earlier runs left for the next one: what is refused of it, and what a charge that never decreases is held against. */
class BilledBeforeTest {
    private static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("1"));

    /** 100.00 less 20 % of the contract are 80.00; 90.00 less 20 % are 72.00, and the line would be -8.00. */
    @Test
    void aChargeThatNeverDecreasesIsHeldAgainstWhatWasBilledAfterDiscounts() {
        Contract contract =
                contract(terms -> terms.charge(CALLS.neverDecreasing()).discount(Discount.percent("fifth", "20")));
        Rating interim = Rating.of(request(contract, "calls", "100").interim());
        assertThat(interim.total()).isEqualTo(usd("80"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(request(contract, "calls", "90").after(interim.after())))
                .withMessage("charges[calls] must not fall below what was billed before, USD 80.00, but was 72");
        assertThat(Rating.of(request(contract, "calls", "100").after(interim.after()))
                        .total())
                .isEqualTo(usd("0"));
    }

    /** 20 and 80 are 100 at most; 70 and 80 leave 30 for the second, whose line would be -50. */
    @Test
    void soItIsWhereAMaximumForAllChargesLeavesLessForOne() {
        Contract contract = contract(
                terms -> terms.charge(Charge.usage("u", "u", PerUnit.of("1")).neverDecreasing())
                        .charge(Charge.usage("v", "v", PerUnit.of("1")).neverDecreasing())
                        .maximum(SpendMaximum.of("100")));
        Rating interim = Rating.of(request(contract, "u", "20", "v", "80").interim());
        assertThat(interim.total()).isEqualTo(usd("100"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Rating.of(request(contract, "u", "70", "v", "80").after(interim.after())))
                .withMessage("charges[v] must not fall below what was billed before, USD 80.00, but was 30");
    }

    /** Nothing billed and nothing billed yet are the same: -5 would be a negative line in the first run too. */
    @Test
    void theFirstRunIsHeldAgainstNothing() {
        Contract contract = contract(terms -> terms.charge(
                Charge.usage("calls", "calls", Dynamic.asComputed()).neverDecreasing()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(request(contract, "calls", "-5")))
                .withMessage("charges[calls] must not fall below what was billed before, USD 0.00, but was -5");
    }

    /** A contract whose discounts and commitment are others gets what another contract used up. */
    @Test
    void refusesWhatTheContractDoesNotHave() {
        Contract contract = contract(terms ->
                terms.charge(CALLS.discount(Discount.amount("own", "5"))).discount(Discount.amount("shared", "5")));
        BilledBefore known =
                BilledBefore.nothing().discount("own", Fraction.ONE).discount("shared", Fraction.of(2));
        assertThat(Rating.of(request(contract, "calls", "100").after(known)).total())
                .isEqualTo(usd("93"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Rating.of(request(contract, "calls", "100").after(known.discount("other", Fraction.ONE))))
                .withMessage("billedBefore must be of discounts that the contract has, but was other");
        var progress = new TermCommitment.Progress(Fraction.of(5), Fraction.of(7), Fraction.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(request(contract, "calls", "100").after(known.commitment(progress))))
                .withMessage("billedBefore must be of a commitment that the contract has, but was "
                        + "Progress[charged=5, billed=7, carried=1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TermCommitment.Progress(Fraction.of(-5), Fraction.of(-7), Fraction.of(-1)))
                .withMessage("carried must not be negative, but was -1");
    }

    /** Also where nothing was used of discounts: what was spent of a commitment is that of another contract. */
    @Test
    void refusesACommitmentThatTheContractDoesNotHave() {
        var progress = new TermCommitment.Progress(Fraction.of(5), Fraction.of(7), Fraction.ONE);
        Contract contract = contract(terms -> terms.charge(CALLS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.of(request(contract, "calls", "100")
                        .after(BilledBefore.nothing().commitment(progress))))
                .withMessage("billedBefore must be of a commitment that the contract has, but was "
                        + "Progress[charged=5, billed=7, carried=1]");
    }

    @Test
    void refusesThatLessThanNothingWasUsed() {
        assertThat(BilledBefore.nothing().discount("voucher", Fraction.ZERO).discounts())
                .containsEntry("voucher", Fraction.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BilledBefore.nothing().discount("voucher", Fraction.of(-1)))
                .withMessage("used must not be negative, but was -1");
    }

    @Test
    void differsByEachThingThatIsLeft() {
        BilledBefore nothing = BilledBefore.nothing();
        List<BilledBefore> values = List.of(
                nothing,
                nothing.charge("calls", usd("5")),
                nothing.discount("voucher", Fraction.of(3)),
                nothing.prepaid(usd("5")),
                nothing.commitment(new TermCommitment.Progress(Fraction.of(5), Fraction.of(7), Fraction.ONE)));
        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).isNotEqualTo(values.get(i).toString());
            for (int j = 0; j < values.size(); j++) {
                assertThat(values.get(i).equals(values.get(j)))
                        .as("%s equals %s", values.get(i), values.get(j))
                        .isEqualTo(i == j);
            }
        }
    }

    @Test
    void readsAsWhatWasBilledPaidAndUsed() {
        BilledBefore billed = BilledBefore.nothing().charge("calls", usd("20")).discount("voucher", Fraction.of(3));
        assertThat(billed).hasToString("billed {calls=USD 20.00}, discounts used {voucher=3}");
        assertThat(billed.prepaid(usd("5")))
                .hasToString("billed {calls=USD 20.00}, prepaid USD 5.00, discounts used {voucher=3}");
    }

    /** Meters and what was used on them, in turn. */
    private static RatingRequest request(Contract contract, String... used) {
        var events = new ArrayList<UsageEvent>();
        for (int i = 0; i < used.length; i += 2) {
            events.add(UsageEvent.of("u" + i, "1", used[i], used[i + 1], "2014-01-02T00:00:00Z"));
        }
        return RatingRequest.of(contract, List.copyOf(events), JANUARY);
    }

    private static Contract contract(UnaryOperator<Contract.Builder> terms) {
        return terms.apply(Contract.builder("C-1")
                        .customer("1")
                        .currency("USD")
                        .zone("UTC")
                        .term("2014-01-01", "2015-01-01")
                        .paymentTerms(PaymentTerms.net(30)))
                .build();
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }
}
