package io.quittance.bank.mt940;

import static io.quittance.bank.Samples.codes;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.mt940;
import static io.quittance.bank.mt940.Mt940ReaderTest.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bank.BalanceProof;
import io.quittance.bank.BankBalance;
import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.BankStatement;
import io.quittance.bank.StatementHeader;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement says beside its entries. */
class Mt940StatementTest {
    private static final String ENTRY = ":61:2603110311C80,00NTRFNONREF//B-1\r\n";

    private static BankBalance balance(String type, String amount, String date) {
        return new BankBalance(type, Amount.of(amount, "EUR"), LocalDate.parse(date));
    }

    @Test
    void allBalancesStandInTheirOrder() {
        BankFile file = mt940(statement(ENTRY)
                .replace("-\r\n", ":64:C260311EUR170,00\r\n:65:D260312EUR5,00\r\n:64:nonsense\r\n-\r\n"));
        BankStatement statement = file.statements().get(0);
        assertThat(statement.balances())
                .containsExactly(
                        balance("60F", "100.00", "2026-03-10"),
                        balance("62F", "180.00", "2026-03-11"),
                        balance("64", "170.00", "2026-03-11"),
                        balance("65", "-5.00", "2026-03-12"));
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("UNREADABLE_FIELD statement 1, line 9, :64:");
    }

    /** What is read with the closing balance is of the statement, and not of the entry before it. */
    @Test
    void anEntryEndsWithTheClosingBalance() {
        BankFile file = mt940(statement(ENTRY + ENTRY.replace("B-1", "B-2")).replace(":62F:C", ":62F:X"));
        assertThat(file.entries())
                .extracting(entry -> entry.position().toString())
                .containsExactly("statement 1, entry 1, line 5", "statement 1, entry 2, line 6");
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("UNREADABLE_FIELD statement 1, line 7, :62F:");
    }

    /** Amounts have at most 38 digits. */
    @Test
    void aBalanceOfMoreDigitsThanAnAmountHasIsNoBalance() {
        BankFile file = mt940(statement(ENTRY).replace("EUR180", "EUR" + "1".repeat(39)));
        assertThat(codes(file)).containsExactly(Code.UNREADABLE_FIELD);
        assertThat(file.statements().get(0).closing()).isNull();
        assertThat(file.statements().get(0).proof().outcome()).isEqualTo(BalanceProof.Outcome.NOT_STATED);
    }

    @Test
    void ofFieldsThatAreThereAgainTheFirstCounts() {
        BankFile file = mt940(statement(":25:another\r\n:28C:8/1\r\n:60M:C260310EUR1,00\r\n" + ENTRY)
                .replace("-\r\n", ":62M:C260311EUR1,00\r\n-\r\n"));
        BankStatement statement = file.statements().get(0);
        assertThat(given(statement.header().account()).reveal()).isEqualTo("12030000/20205100");
        assertThat(statement.header().number()).isEqualTo("7/1");
        assertThat(statement.opening()).isEqualTo(balance("60F", "100.00", "2026-03-10"));
        assertThat(statement.closing()).isEqualTo(balance("62F", "180.00", "2026-03-11"));
        assertThat(statement.balances()).hasSize(2);
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly(
                        "REPEATED_FIELD statement 1, line 5, :25:",
                        "REPEATED_FIELD statement 1, line 6, :28C:",
                        "REPEATED_FIELD statement 1, line 7, :60M:",
                        "REPEATED_FIELD statement 1, line 10, :62M:");
        assertThat(given(file.findings().get(0).written()).reveal()).isEqualTo("another");
    }

    /** Some banks write the currency of all amounts behind the account. */
    @Test
    void theCurrencyMayStandBehindTheAccount() {
        String text = statement(ENTRY).replace("C260310EUR", "C260310").replace("C260311EUR", "C260311");
        BankFile file = mt940(text.replace("20205100", "20205100EUR"));
        assertThat(file.findings()).isEmpty();
        assertThat(file.entries()).extracting(BankEntry::amount).containsExactly(Amount.of("80.00", "EUR"));
        assertThat(file.statements().get(0).header().currency()).isEqualTo("EUR");
        assertThat(file.statements().get(0).proof().outcome()).isEqualTo(BalanceProof.Outcome.PROVED);
    }

    /** Three letters behind an account that nobody knows as a currency are a part of the account, and state none. */
    @Test
    void lettersBehindTheAccountNeedNotBeACurrency() {
        String text = statement(ENTRY).replace("C260310EUR", "C260310").replace("C260311EUR", "C260311");
        BankFile file = mt940(text.replace("20205100", "20205100QQQ"));
        assertThat(codes(file)).containsExactly(Code.UNKNOWN_CURRENCY, Code.UNKNOWN_CURRENCY, Code.UNKNOWN_CURRENCY);
        assertThat(file.findings()).extracting(BankFinding::written).containsOnlyNulls();
    }

    /** The words of a bank before the entries and behind the closing balance; the owner in {@code :NS:} before them is none. */
    @Test
    void wordsBesideTheEntriesAreOfTheStatement() {
        BankFile file = mt940(statement(":86:before\r\n:NS:22Test GmbH\r\n" + ENTRY + ":86:invoice 10002\r\n")
                .replace("-\r\n", ":86:after\r\n:NS:of the day\r\n-\r\n"));
        assertThat(given(file.statements().get(0).information()).reveal()).isEqualTo("before\nafter\nof the day");
        assertThat(given(file.entries().get(0).details().get(0).text()).reveal())
                .isEqualTo("invoice 10002");
    }

    private static BankFile report(String totals) {
        return mt940(":20:R-1\r\n:28C:7/1\r\n:13:UTC 1200\r\n:34F:EURD0,\r\n:34F:USDC0,\r\n" + ENTRY
                + ":61:2603110311D30,00NTRFNONREF//B-2\r\n" + totals + "-\r\n");
    }

    /** The file says two credits, and has one; its sums are right. The limits of debits and credits are in one currency, that of the first. */
    @Test
    void theTotalsOfBothDirectionsAreCompared() {
        BankFile file = report(":90D:1EUR30,00\r\n:90C:2EUR80,00\r\n");
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("TOTALS_DIFFER statement 1, line 9, :90C:");
        assertThat(file.entries())
                .extracting(entry -> entry.position().toString())
                .containsExactly("statement 1, entry 1, line 6", "statement 1, entry 2, line 7");
        assertThat(file.statements().get(0).header().currency()).isEqualTo("EUR");
    }

    @Test
    void aTotalThatCannotBeReadIsReported() {
        BankFile file = report(":90D:nonsense\r\n");
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("UNREADABLE_FIELD statement 1, line 8, :90D:");
        assertThat(given(file.findings().get(0).written()).reveal()).isEqualTo("nonsense");
    }

    /** Only a limit names a currency, and not every one. */
    @ParameterizedTest
    @ValueSource(strings = {":13:UTC 1200", ":34F:0,"})
    void aReportNeedNotNameACurrency(String field) {
        BankFile file = mt940(":20:R-1\r\n" + field + "\r\n-\r\n");
        assertThat(file.statements().get(0).header().currency()).isNull();
        assertThat(file.statements().get(0).header().kind()).isEqualTo(StatementHeader.Kind.REPORT);
    }

    @Test
    void anOpeningBalanceThatCannotBeReadIsAbsent() {
        BankFile file = mt940(statement(ENTRY).replace(":60F:C", ":60F:X"));
        assertThat(file.findings()).first().hasToString("UNREADABLE_FIELD statement 1, line 4, :60F:");
        assertThat(file.statements().get(0).opening()).isNull();
        assertThat(file.statements().get(0).proof().outcome()).isEqualTo(BalanceProof.Outcome.NOT_STATED);
    }
}
