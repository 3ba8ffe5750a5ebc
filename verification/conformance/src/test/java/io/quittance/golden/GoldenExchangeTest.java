package io.quittance.golden;

import static io.quittance.golden.Dunned.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.exchange.CrossPayment;
import io.quittance.ar.exchange.ExchangeDifference;
import io.quittance.ar.exchange.PartialConversions;
import io.quittance.ar.exchange.Revaluation;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.exchange.ThirdCurrencyReceipt;
import io.quittance.ar.journal.InvoiceAccounts;
import io.quittance.ar.journal.Journal;
import io.quittance.ar.ledger.Ledger;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As {@link GoldenReceivablesTest}, for debts in dollars where the books are in euros: what is realised when they are paid, and what is not yet. */
class GoldenExchangeTest {
    private static final StoredRate CLOSING = StoredRate.of("USD", "EUR", "0.9456");

    @Test
    void exchangesAsWhenTheConventionWasNamed() {
        GoldenFiles.holds("claims/invoice-" + Invoice.CONVENTION + "/exchanged.csv", exchanged());
    }

    @Test
    void differencesAreRightByHand() {
        assertThat(exchanged())
                .contains(
                        // 90.01 x 33.33 / 100.00 = 30.0003, paid by 33.33 x 0.9082 = 30.2703
                        "applied-PF-1,receivables,EUR -30.00,USD -33.33,F-1\n",
                        "applied-PF-1,exchange-gains,EUR -0.27,USD 0.00,F-1\n",
                        // 149.99 x 66.67 / 166.67 = 59.9978 for the 60.01 that are left
                        "applied-PF-2,exchange-losses,EUR 0.01,USD 0.00,F-1\n",
                        // 181.35 / 2 = 90.675, less 149.99 - 60.00
                        "applied-PF-2,receivables,EUR -90.68,USD -100.00,F-2\n",
                        "applied-PF-2,exchange-losses,EUR 0.69,USD 0.00,F-2\n",
                        // 100.00 dollars cost 91.23 euros on account, for the 90.67 that are left
                        "applied-PF-3,exchange-gains,EUR -0.56,USD 0.00,F-2\n",
                        // 138.50 x 20.00 / 150.00 = 18.4667, less 20.00 x 0.9055
                        "applied-N-3,exchange-losses,EUR 0.36,USD 0.00,F-3\n",
                        // 130.00 x 0.9456 = 122.928, less 138.50 - 18.47
                        "revalued,EUR 120.03,EUR 122.93,EUR 2.90\n",
                        // 77.77 x 1.2999 = 101.0932; 120.03 x 101.09 / 130.00 = 93.3372; 101.09 x 0.9456 = 95.5907;
                        // 77.77 x 1.2345 = 96.0071
                        "third,USD 101.09,EUR 93.34,EUR 2.25,EUR 0.42\n",
                        // 0.33 x 0.9456 = 0.3120, 0.34 x 0.9456 = 0.3215, 1.00 x 0.9456 = 0.9456
                        "parts,[EUR 0.31, EUR 0.31, EUR 0.32],EUR 0.95,EUR 0.01\n");
    }

    /** 1.25 / 2 = 0.625, and 0.05 x 0.5 = 0.025. */
    @Test
    void halvesAreRoundedUp() {
        BookedAmount half = BookedAmount.of(usd("2.00"), eur("1.25")).part(usd("1.00"));
        assertThat(half.booked()).isEqualTo(eur("0.63"));
        assertThat(StoredRate.of("USD", "EUR", "0.5").convert(usd("0.05"))).isEqualTo(eur("0.03"));
    }

    private static String exchanged() {
        var rows = new ArrayList<String>();
        journal(Claims.POSTED.dollars(), rows);
        journal(Claims.POSTED.euros(), rows);
        direct(rows);
        return String.join("\n", rows) + "\n";
    }

    private static void journal(Ledger ledger, List<String> rows) {
        Journal.of(ledger.customer(CustomerId.of("FOXTROT")), InvoiceAccounts.of(List.of()), Claims.END)
                .forEach(entry -> entry.lines()
                        .forEach(line -> rows.add(entry.date() + "," + entry.source() + "," + line.account() + ","
                                + line.amount() + "," + line.original() + "," + line.reference())));
    }

    /** What no ledger asks for: the end of a month, the bank's own rate, a third currency, and money that does not suffice. */
    private static void direct(List<String> rows) {
        BookedAmount debt = BookedAmount.of(usd("150.00"), eur("138.50")).without(usd("20.00"));
        Revaluation atTheEnd = debt.revalued(CLOSING);
        rows.add("revalued," + debt.booked() + "," + atTheEnd.worth() + "," + atTheEnd.unrealised());
        ExchangeDifference credited = ExchangeDifference.ofCredited(debt, usd("43.21"), usd("0.87"), eur("39.99"));
        rows.add("credited," + credited.gain() + "," + credited.debtLeft().booked());
        ThirdCurrencyReceipt third = ThirdCurrencyReceipt.of(
                debt,
                Amount.of("77.77", "GBP"),
                StoredRate.of("GBP", "USD", "1.2999"),
                CLOSING,
                StoredRate.of("GBP", "EUR", "1.2345"));
        rows.add("third," + third.settled() + "," + third.booked() + "," + third.standardGain() + ","
                + third.alternateGain());
        PartialConversions parts = CLOSING.convertParts(List.of(usd("0.33"), usd("0.33"), usd("0.34")));
        rows.add("parts," + parts.parts() + "," + parts.whole() + "," + parts.roundingDifference());
        CrossPayment tooLittle = CLOSING.pay(usd("100.00"), eur("50.00"));
        rows.add("short," + tooLittle.paid() + "," + tooLittle.used() + "," + tooLittle.left());
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }
}
