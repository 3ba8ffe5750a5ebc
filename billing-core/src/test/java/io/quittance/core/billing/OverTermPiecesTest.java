package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which pieces an amount of June and July is due, after what was billed of it; all is taxed by 16 % now. */
class OverTermPiecesTest {
    private static final ServicePeriod TERM = ServicePeriod.of("2020-06-01", "2020-08-01");
    private static final ServicePeriod JUNE = ServicePeriod.of("2020-06-01", "2020-07-01");
    private static final ServicePeriod JULY = ServicePeriod.of("2020-07-01", "2020-08-01");

    @Test
    void whatWasNeverBilledIsOnePiece() {
        assertThat(due("70")).containsExactly("[2020-06-01, 2020-08-01): EUR 70.00 [S 16%]");
        assertThat(due("0")).containsExactly("[2020-06-01, 2020-08-01): EUR 0.00 [S 16%]");
    }

    @Test
    void whatIsAddedIsOfTheDaysThatAreLeft() {
        assertThat(due("70", billed(JUNE, "30")))
                .containsExactly(
                        "[2020-06-01, 2020-07-01): EUR 30.00 [S 16%]", "[2020-07-01, 2020-08-01): EUR 40.00 [S 16%]");
        assertThat(due("30", billed(JUNE, "30")))
                .as("July added nothing")
                .containsExactly("[2020-06-01, 2020-07-01): EUR 30.00 [S 16%]");
    }

    @Test
    void whatIsAddedToDaysThatWereBilledIsOfTheLatest() {
        assertThat(due("75", billed(JULY, "40"), billed(JUNE, "30")))
                .containsExactly(
                        "[2020-06-01, 2020-07-01): EUR 30.00 [S 16%]", "[2020-07-01, 2020-08-01): EUR 45.00 [S 16%]");
    }

    /** Of 70.00 first July's 40.00 go, then June's; where less than nothing is due, the latest piece has that. */
    @Test
    void whatIsTakenBackIsOfTheLatest() {
        assertThat(due("25", billed(JUNE, "30"), billed(JULY, "40")))
                .containsExactly(
                        "[2020-06-01, 2020-07-01): EUR 25.00 [S 16%]", "[2020-07-01, 2020-08-01): EUR 0.00 [S 16%]");
        assertThat(due("0", billed(JUNE, "30"), billed(JULY, "40")))
                .containsExactly(
                        "[2020-06-01, 2020-07-01): EUR 0.00 [S 16%]", "[2020-07-01, 2020-08-01): EUR 0.00 [S 16%]");
        assertThat(due("-7", billed(JUNE, "30"), billed(JULY, "40")))
                .containsExactly(
                        "[2020-06-01, 2020-07-01): EUR 0.00 [S 16%]", "[2020-07-01, 2020-08-01): EUR -7.00 [S 16%]");
        assertThat(due("5", billed(JUNE, "-10"), billed(JULY, "40")))
                .as("of less than nothing there is nothing to take back")
                .containsExactly(
                        "[2020-06-01, 2020-07-01): EUR -10.00 [S 16%]", "[2020-07-01, 2020-08-01): EUR 15.00 [S 16%]");
    }

    /** It was taxed by 19 %, and stays so. A line that never was of anything is no piece. */
    @Test
    void whatWasTakenBackAltogetherStaysAsItWas() {
        assertThat(due("0", billed(JUNE, "0").revision(1)))
                .containsExactly("[2020-06-01, 2020-07-01): EUR 0.00 [S 19%]");
        assertThat(due("0", billed(JUNE, "0"))).containsExactly("[2020-06-01, 2020-08-01): EUR 0.00 [S 16%]");
        assertThat(due("0", billed(JUNE, "0"), billed(JULY, "0").revision(1)))
                .containsExactly("[2020-07-01, 2020-08-01): EUR 0.00 [S 19%]");
        assertThat(due("70", billed(JUNE, "0").revision(1)))
                .as("what is due again is due for all days")
                .containsExactly("[2020-06-01, 2020-08-01): EUR 70.00 [S 16%]");
    }

    @Test
    void whatWasBilledOfOtherDaysIsNoPiece() {
        assertThat(due("30", billed(JUNE, "30"), billed(ServicePeriod.of("2020-07-01", "2020-08-02"), "40")))
                .as("beyond the last day")
                .containsExactly("[2020-06-01, 2020-07-01): EUR 30.00 [S 16%]");
        assertThat(due("70", billed(ServicePeriod.of("2020-06-16", "2020-07-16"), "40"), billed(JUNE, "30")))
                .as("days of the first line again")
                .containsExactly(
                        "[2020-06-01, 2020-07-01): EUR 30.00 [S 16%]", "[2020-07-01, 2020-08-01): EUR 40.00 [S 16%]");
    }

    private static List<String> due(String amount, BilledLine... billed) {
        var content = new Content(null, Fraction.ONE, Discounts.none(), Conventions.standard());
        return OverTermPieces.of(rated(amount), content, List.of(billed), days -> List.of(standard("16"))).stream()
                .map(line -> line.days() + ": " + line.amount() + " " + line.taxes())
                .toList();
    }

    private static BilledLine billed(ServicePeriod days, String amount) {
        return BilledLine.of(ChargeId.of("rollout"), "signed", days, Amount.of(amount, "EUR"))
                .taxed(List.of(standard("19")));
    }

    private static RatedCharge rated(String amount) {
        Contract contract = Contract.of(
                ContractId.of("C-1"),
                CustomerId.of("ACME"),
                TERM,
                terms(Charge.recurring("rollout", input -> ChargeBreakdown.of(step(amount)))));
        return Rating.of(contract, List.of(), TERM).charges().get(0);
    }

    private static Step step(String amount) {
        return Step.of("fee", Fraction.ZERO, Expression.of(new BigDecimal(amount)), "test.fee", "{0} = {1}");
    }
}
