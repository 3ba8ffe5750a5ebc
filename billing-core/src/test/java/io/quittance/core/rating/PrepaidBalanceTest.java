package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.Dynamic;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a prepaid balance pays of a period that is billed in several runs. */
class PrepaidBalanceTest {
    private static final Contract CONTRACT = Contract.builder("C-1")
            .customer("1")
            .currency("USD")
            .zone("UTC")
            .term("2014-01-01", "2015-01-01")
            .charge(Charge.usage("fees", "fees", Dynamic.asComputed()))
            .paymentTerms(PaymentTerms.net(30))
            .build();

    /** 100 prepaid: 40, then 25 less, then 30 more come to 45; the balance pays 40, takes 25 back and pays 30. */
    @Test
    void isRestoredWhereALaterRunGivesBack() {
        Rating first = run("100", BilledBefore.nothing(), "40");
        assertThat(first.prepaidApplied()).isEqualTo(usd("40"));
        assertThat(first.after().prepaid()).contains(usd("40"));
        Rating second = run("60", first.after(), "40", "-25");
        assertThat(second.total()).isEqualTo(usd("-25"));
        assertThat(second.prepaidApplied()).isEqualTo(usd("-25"));
        assertThat(second.prepaidLeft()).isEqualTo(usd("85"));
        assertThat(second.amountDue()).isEqualTo(usd("0"));
        Rating third = Rating.of(request("85", second.after(), "40", "-25", "30"));
        assertThat(third.prepaidApplied()).isEqualTo(usd("30"));
        assertThat(third.prepaidLeft()).isEqualTo(usd("55"));
        assertThat(third.amountDue()).isEqualTo(usd("0"));
    }

    /** 30 prepaid: of 40 it pays 30; at 25 in all it has paid 25, so 5 return to it, and 10 to whoever paid them. */
    @Test
    void getsBackWhatItPaidAndNoMore() {
        Rating first = run("30", BilledBefore.nothing(), "40");
        assertThat(first.amountDue()).isEqualTo(usd("10"));
        Rating second = run("0", first.after(), "40", "-15");
        assertThat(second.prepaidApplied()).isEqualTo(usd("-5"));
        assertThat(second.amountDue()).isEqualTo(usd("-10"));
    }

    /** At -5 in all the balance has paid nothing; what is below zero is given back, and does not fill it up. */
    @Test
    void isNotFilledUpByWhatIsGivenBackBeyond() {
        Rating first = run("30", BilledBefore.nothing(), "20");
        Rating second = run("10", first.after(), "20", "-25");
        assertThat(second.prepaidLeft()).isEqualTo(usd("30"));
        assertThat(second.amountDue()).isEqualTo(usd("-5"));
        assertThat(second.after().prepaid()).contains(usd("0"));
    }

    @Test
    void aClosingRunLeavesNothingOfThePeriod() {
        Rating interim = run("30", BilledBefore.nothing(), "20");
        Rating closing = Rating.of(request("10", interim.after(), "20", "5"));
        assertThat(closing.prepaidApplied()).isEqualTo(usd("5"));
        assertThat(closing.after()).isEqualTo(BilledBefore.nothing());
        assertThat(run("0", BilledBefore.nothing(), "20").after().prepaid()).isEmpty();
    }

    /** Of whatever runs: the balance pays, and is due, in sum what it is in one. */
    @Property
    void runsApplyTogetherWhatOneRunApplies(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -5_000, max = 5_000) Integer> cents,
            @ForAll @IntRange(max = 10_000) int balance) {
        Amount whole = usd(BigDecimal.valueOf(balance, 2).toString());
        String[] amounts = cents.stream()
                .map(cent -> BigDecimal.valueOf(cent, 2).toString())
                .toArray(String[]::new);
        Rating once = Rating.of(request("0", BilledBefore.nothing(), amounts).prepaid(whole));
        Amount left = whole;
        Amount applied = usd("0");
        Amount due = usd("0");
        BilledBefore billed = BilledBefore.nothing();
        for (int i = 1; i <= amounts.length; i++) {
            RatingRequest request = request(
                            "0", billed, List.of(amounts).subList(0, i).toArray(String[]::new))
                    .prepaid(left);
            Rating run = Rating.of(i < amounts.length ? request.interim() : request);
            applied = applied.add(run.prepaidApplied());
            due = due.add(run.amountDue());
            left = run.prepaidLeft();
            assertThat(left).isBetween(usd("0"), whole);
            billed = run.after();
        }
        assertThat(applied).isEqualTo(once.prepaidApplied());
        assertThat(due).isEqualTo(once.amountDue());
    }

    @Test
    void refusesWhatNoRunLeaves() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BilledBefore.nothing().prepaid(usd("-1")))
                .withMessage("prepaid must not be negative, but was USD -1.00");
        BilledBefore more = BilledBefore.nothing().charge("fees", usd("20")).prepaid(usd("20.01"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("0", more, "20"))
                .withMessage("billedBefore.prepaid must be at most what was billed in the period, USD 20.00, "
                        + "but was USD 20.01");
        BilledBefore euros = BilledBefore.nothing().prepaid(Amount.of("1", "EUR"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> run("0", euros, "20"))
                .withMessage("billedBefore.prepaid must be in USD, but was EUR");
        assertThat(SerialStreams.copy(more)).isEqualTo(more).hasSameHashCodeAs(more);
        assertThat(more).isNotEqualTo(more.prepaid(usd("20"))).asString().contains("prepaid USD 20.01");
    }

    private static Rating run(String balance, BilledBefore before, String... amounts) {
        return Rating.of(request(balance, before, amounts).interim());
    }

    private static RatingRequest request(String balance, BilledBefore before, String... amounts) {
        var events = new ArrayList<UsageEvent>();
        for (String amount : amounts) {
            events.add(UsageEvent.of("e" + events.size(), "1", "fees", amount, "2014-01-02T00:00:00Z"));
        }
        return RatingRequest.of(CONTRACT, events, JANUARY).after(before).prepaid(usd(balance));
    }

    private static Amount usd(String number) {
        return Amount.of(new BigDecimal(number), Monetary.getCurrency("USD"));
    }
}
