package io.quittance.bank.camt;

import static io.quittance.bank.Samples.balance;
import static io.quittance.bank.Samples.camt;
import static io.quittance.bank.Samples.codes;
import static io.quittance.bank.Samples.detail;
import static io.quittance.bank.Samples.entry;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bank.BankBalance;
import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFileSink;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.BankStatement;
import io.quittance.bank.EntryStatus;
import io.quittance.bank.Samples;
import io.quittance.bank.StatementHeader;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The elements of a statement and of an entry. */
class CamtStatementTest {

    private static List<String> findings(BankFile file) {
        return file.findings().stream().map(BankFinding::toString).toList();
    }

    private static BankEntry only(String entry) {
        return camt(statement(entry)).entries().get(0);
    }

    @Test
    void whatStandsBehindTheEntriesIsOfTheStatement() {
        BankFile file = camt(statement(entry("8.00", "B-1", "") + balance("CLBD", "x")));
        assertThat(findings(file)).containsExactly("UNREADABLE_FIELD statement 1, line 5, Bal/Amt");
    }

    @Test
    void theFirstNumberOfAStatementCounts() {
        BankFile file = camt(statement("<LglSeqNb>8</LglSeqNb>"));
        assertThat(file.statements().get(0).header().number()).isEqualTo("7");
    }

    /** That of the account, else of the first balance. */
    @Test
    void theCurrencyOfAStatementIsThatOfItsAccount() {
        String bare = statement("");
        assertThat(camt(bare).statements().get(0).header().currency()).isEqualTo("EUR");
        String without = bare.replace("<Ccy>EUR</Ccy>", "");
        assertThat(camt(without).statements().get(0).header().currency()).isNull();
        assertThat(camt(without.replace("<Acct>", balance("OPBD", "1.00") + "<Acct>"))
                        .statements()
                        .get(0)
                        .header()
                        .currency())
                .isEqualTo("EUR");
    }

    @Test
    void allBalancesStandInTheirOrder() {
        String typeless = balance("", "3.00").replace("<Tp><CdOrPrtry><Cd></Cd></CdOrPrtry></Tp>", "");
        BankFile file = camt(statement(balance("OPBD", "1.00")
                + balance("CLAV", "-2.00")
                + typeless
                + balance("CLBD", "4,00")
                + balance("CLBD", "5.00").replace("CRDT", "CR")));
        LocalDate day = LocalDate.of(2026, 3, 10);
        assertThat(file.statements().get(0).balances())
                .containsExactly(
                        new BankBalance("OPBD", Amount.of("1.00", "EUR"), day),
                        new BankBalance("CLAV", Amount.of("-2.00", "EUR"), day),
                        new BankBalance("", Amount.of("3.00", "EUR"), day));
        assertThat(findings(file))
                .containsExactly(
                        "UNREADABLE_FIELD statement 1, line 5, Bal/Amt",
                        "UNREADABLE_FIELD statement 1, line 5, Bal/CdtDbtInd");
        assertThat(file.statements().get(0).closing()).isNull();
    }

    /** {@code OPBD}, else {@code PRCD}, opens a statement, and {@code CLBD} closes it; the first of a type counts. */
    @ParameterizedTest
    @CsvSource({
        "OPBD, PRCD, 1.00,",
        "PRCD, OPBD, 2.00,",
        "OPBD, OPBD, 1.00,",
        "PRCD, PRCD, 1.00,",
        "PRCD, CLAV, 1.00,",
        "CLAV, CLAV, ,",
        "CLBD, CLBD, , 1.00"
    })
    void theTypeOfABalanceSaysWhetherItOpensOrCloses(
            String first, String second, @Nullable String opening, @Nullable String closing) {
        BankStatement statement = camt(statement(balance(first, "1.00") + balance(second, "2.00")))
                .statements()
                .get(0);
        assertThat(number(statement.opening())).isEqualTo(opening);
        assertThat(number(statement.closing())).isEqualTo(closing);
    }

    private static @Nullable String number(@Nullable BankBalance balance) {
        return balance == null ? null : balance.amount().toBigDecimal().toPlainString();
    }

    /** 9.00 are stated, 8.00 came. */
    @Test
    void theTotalOfBothDirectionsIsCompared() {
        BankFile file = camt(statement("<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries><Sum>9.00</Sum></TtlNtries>"
                + "</TxsSummry>" + entry("8.00", "B-1", "")));
        assertThat(findings(file)).containsExactly("TOTALS_DIFFER statement 1, line 5, TxsSummry/TtlNtries: EUR 1.00");
    }

    /** A sum of two currencies differs by no amount, and what is not stated is not compared. */
    @ParameterizedTest
    @CsvSource({
        "<NbOfNtries>2</NbOfNtries><Sum>9.00</Sum>, true",
        "<NbOfNtries>2</NbOfNtries><Sum>10.00</Sum>, false",
        "<NbOfNtries>2</NbOfNtries>, false",
        "<Sum>10.00</Sum>, false",
        "<NbOfNtries>3</NbOfNtries>, true",
        "'', false"
    })
    void aTotalIsComparedAsFarAsItIsStated(String stated, boolean isWrong) {
        BankFile file = camt(statement("<TxsSummry><TtlNtries>" + stated + "</TtlNtries></TxsSummry>"
                + entry("8.00", "B-1", "")
                + entry("2.00", "B-2", "").replace("EUR", "USD")));
        assertThat(findings(file))
                .filteredOn(finding -> finding.startsWith("TOTALS"))
                .isEqualTo(isWrong ? List.of("TOTALS_DIFFER statement 1, line 5, TxsSummry/TtlNtries") : List.of());
    }

    /** What is wrong in a detail is of that detail, and what is wrong in its entry is of the entry. */
    @Test
    void aFindingNamesTheDetailOrTheEntry() {
        String details = detail("T-1", "5.00", "") + detail("T-2", "x", "");
        BankFile file = camt(statement(entry("8.00", "B-1", details).replace("2026-03-11", "tomorrow")));
        assertThat(findings(file))
                .containsExactly(
                        "UNREADABLE_FIELD statement 1, entry 1, detail 2, line 5, TxDtls/Amt",
                        "UNREADABLE_FIELD statement 1, entry 1, line 5, ValDt",
                        "DETAILS_NOT_COMPARABLE statement 1, entry 1, line 5, details");
    }

    @Test
    void anEntryNeedNotHaveInformation() {
        String entry = entry("8.00", "B-1", "");
        assertThat(only(entry).information()).isNull();
        String told = entry.replace("</Ntry>", "<AddtlNtryInf>transfer</AddtlNtryInf></Ntry>");
        assertThat(given(only(told).information()).reveal()).isEqualTo("transfer");
    }

    /** None in a statement is booked; what a report does not say is not known. */
    @Test
    void anEntryNeedNotHaveAStatus() {
        String document = statement(entry("8.00", "B-1", "").replace("<Sts><Cd>BOOK</Cd></Sts>", ""));
        BankFile booked = camt(document);
        assertThat(booked.entries().get(0).status()).isEqualTo(EntryStatus.BOOKED);
        assertThat(booked.findings()).isEmpty();
        BankFile report =
                camt(document.replace("BkToCstmrStmt", "BkToCstmrAcctRpt").replace("Stmt>", "Rpt>"));
        assertThat(report.entries().get(0).status()).isEqualTo(EntryStatus.OTHER);
        assertThat(codes(report)).containsExactly(Code.NOT_BOOKED);
    }

    @ParameterizedTest
    @CsvSource({
        "<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>, PMNT/RCDT/ESCT",
        "<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd></Fmly></Domn>, PMNT/RCDT",
        "<Domn><Cd>PMNT</Cd></Domn>, PMNT",
        "<Domn><Cd>PMNT</Cd></Domn><Prtry><Cd>166</Cd></Prtry>, PMNT",
        "<Domn/><Prtry><Cd>166</Cd></Prtry>, 166",
        "<Prtry><Cd>166</Cd></Prtry>, 166",
        "'',"
    })
    void theCodeHasThePartsThatAreThere(String written, @Nullable String code) {
        assertThat(only(entry("8.00", "B-1", "").replace("<BkTxCd/>", "<BkTxCd>" + written + "</BkTxCd>"))
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "false, false", "0, false"})
    void aReversalIsWrittenInTwoWays(String written, boolean isReversal) {
        String entry = entry("-8.00", "B-1", "").replace("<Sts>", "<RvslInd>" + written + "</RvslInd><Sts>");
        assertThat(only(entry).isReversal()).isEqualTo(isReversal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "9999-12-31"})
    void theFirstAndTheLastDaysAreRead(String day) {
        assertThat(only(entry("8.00", "B-1", "").replace("2026-03-11", day)).valueDate())
                .isEqualTo(day);
    }

    /** The file says three, and has two. */
    @ParameterizedTest
    @CsvSource({"3, true", "1, true", "2, false", "0, false"})
    void theNumberOfDetailsIsCompared(int stated, boolean isWrong) {
        String batch = "<Btch><NbOfTxs>" + stated + "</NbOfTxs></Btch>";
        BankFile file =
                camt(statement(entry("8.00", "B-1", batch + detail("T-1", "5.00", "") + detail("T-2", "3.00", ""))));
        assertThat(findings(file))
                .isEqualTo(
                        isWrong
                                ? List.of("DETAIL_COUNT_DIFFERS statement 1, entry 1, line 5, Btch/NbOfTxs")
                                : List.of());
    }

    /** 5.005 and 2.995 are 8.00, and neither can be posted. */
    @Test
    void aDetailThatIsFinerThanACentIsReported() {
        BankFile file = camt(statement(entry("8.00", "B-1", detail("T-1", "5.005", "") + detail("T-2", "2.995", ""))));
        assertThat(codes(file)).containsExactly(Code.FINER_THAN_MINOR_UNIT, Code.FINER_THAN_MINOR_UNIT);
        assertThat(codes(camt(statement(entry("8.00", "B-1", detail("T-1", "5.00", "") + detail("T-2", "3.00", ""))))))
                .isEmpty();
    }

    /** Once, before its first entry; one without entries, too. */
    @ParameterizedTest
    @CsvSource({"0, begins S-1 ends", "1, begins S-1 entry ends", "2, begins S-1 entry entry ends"})
    void aStatementBeginsBeforeItsEntries(int entries, String expected) throws IOException {
        var heard = new ArrayList<String>();
        new CamtReader().read(Samples.bytes(statement(entry("8.00", "", "").repeat(entries))), new BankFileSink() {
            @Override
            public void begins(StatementHeader header) {
                heard.add("begins " + header.id());
            }

            @Override
            public void entry(BankEntry entry) {
                heard.add("entry");
            }

            @Override
            public void ends(BankStatement statement) {
                heard.add("ends");
            }
        });
        assertThat(String.join(" ", heard)).isEqualTo(expected);
    }

    /** 10,000 characters are whole, one more is not. */
    @ParameterizedTest
    @CsvSource({"4999, false", "5000, true"})
    void wordsHaveAtMostTenThousandCharacters(int second, boolean isShortened) {
        String words = "<AddtlStmtInf>" + "x".repeat(5_000) + "</AddtlStmtInf><AddtlStmtInf>" + "y".repeat(second)
                + "</AddtlStmtInf>";
        BankFile file = camt(statement(words));
        assertThat(given(file.statements().get(0).information()).reveal()).hasSize(10_000);
        assertThat(codes(file)).isEqualTo(isShortened ? List.of(Code.TEXT_SHORTENED) : List.of());
    }
}
