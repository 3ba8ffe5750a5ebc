package io.quittance.bank.camt;

import static io.quittance.bank.Samples.balance;
import static io.quittance.bank.Samples.camt;
import static io.quittance.bank.Samples.codes;
import static io.quittance.bank.Samples.detail;
import static io.quittance.bank.Samples.entry;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.ar.ledger.PaymentReturned.Reason;
import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.payment.Payer;
import io.quittance.bank.BalanceProof;
import io.quittance.bank.BalanceProof.Outcome;
import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.BankStatement;
import io.quittance.bank.Direction;
import io.quittance.bank.EntryStatus;
import io.quittance.bank.ReturnedTransaction;
import io.quittance.bank.Samples;
import io.quittance.bank.StatementHeader;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamtReaderTest {
    private static final String PARTIES = "<RltdPties><Dbtr><Pty><Nm>Acme Ltd</Nm></Pty></Dbtr><DbtrAcct><Id>"
            + "<IBAN>DE27100777770209299700</IBAN></Id></DbtrAcct><Cdtr><Pty><Nm>Quittance Ltd</Nm></Pty></Cdtr>"
            + "<CdtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></CdtrAcct></RltdPties>";

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static List<String> shown(List<BankTransaction> transactions) {
        return transactions.stream().map(BankTransaction::toString).toList();
    }

    /** 18.15 and 8.85 are 27.00. */
    @Test
    void aStatementIsProvedByItsBalances() {
        BankFile file = camt(statement(
                balance("OPBD", "18.15") + balance("CLBD", "27.00") + entry("8.85", "B-1", detail("", "", ""))));
        BankStatement read = file.statements().get(0);
        assertThat(read.proof().outcome()).isEqualTo(Outcome.PROVED);
        assertThat(read.booked()).isEqualTo(eur("8.85"));
        assertThat(read.header().id()).isEqualTo("S-1");
        assertThat(read.header().number()).isEqualTo("7");
        assertThat(read.header().currency()).isEqualTo("EUR");
        assertThat(given(read.header().account()).reveal()).isEqualTo("DE02120300000000202051");
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void aDifferenceIsReportedAndEndsNothing() {
        BankFile file = camt(statement(balance("OPBD", "-18.15")
                + balance("CLBD", "-9.29")
                + entry("8.85", "B-1", "")
                + entry("1.00", "B-2", "").replace("BOOK", "PDNG")));
        assertThat(file.statements().get(0).proof()).isEqualTo(new BalanceProof(Outcome.DIFFERENT, eur("0.01")));
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly(
                        "NOT_BOOKED statement 1, entry 2, line 5, status",
                        "BALANCE_DIFFERS statement 1, line 5, closing balance: EUR 0.01");
        assertThat(shown(file.transactions())).containsExactly("transaction B-1: EUR 8.85 on 2026-03-11");
    }

    @Test
    void theMoneyIsThatOfThePayerWithWhatWasWritten() {
        BankFile file = camt(statement(entry(
                "80.00",
                "B-1",
                detail(
                        "",
                        "80.00",
                        PARTIES + "<RmtInf><Ustrd>invoice</Ustrd><Ustrd>10002</Ustrd><Strd>"
                                + "<RfrdDocInf><Nb>R-7</Nb></RfrdDocInf><CdtrRefInf><Ref>none of ours</Ref></CdtrRefInf></Strd><Strd>"
                                + "<CdtrRefInf><Ref>RF18 5390 0754 7034</Ref></CdtrRefInf></Strd></RmtInf>"))));
        BankTransaction transaction = file.transactions().get(0);
        assertThat(transaction.id().value()).isEqualTo("B-1");
        assertThat(transaction.amount()).isEqualTo(eur("80.00"));
        assertThat(transaction.valueDate()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(transaction.payer()).contains(Payer.named("Acme Ltd").withAccount("DE27100777770209299700"));
        assertThat(transaction.reference())
                .contains(StructuredReference.parse(StructuredReference.Scheme.CREDITOR, "RF18539007547034"));
        assertThat(transaction.text()).contains("invoice 10002 R-7 none of ours");
        assertThat(file.entries().toString()).doesNotContain("Acme", "10002", "DE27");
    }

    @Test
    void theOtherSideOfADebitIsWhoGotIt() {
        BankFile file = camt(statement(entry("-80.00", "B-1", detail("", "", PARTIES))));
        assertThat(given(file.entries().get(0).details().get(0).counterparty()).name())
                .contains("Quittance Ltd");
        assertThat(file.entries().get(0).signed()).isEqualTo(eur("-80.00"));
        assertThat(file.transactions()).isEmpty();
        assertThat(file.returns()).isEmpty();
    }

    /** 100.00 that came and 20.00 that went back are an entry of 80.00. */
    @Test
    void aBatchIsItsDetails() {
        BankFile file = camt(statement(entry(
                "80.00",
                "B-7",
                detail("T-1", "60.00", PARTIES)
                        + detail("", "40.00", "")
                        + detail(
                                "T-3",
                                "20.00",
                                "<CdtDbtInd>DBIT</CdtDbtInd>" + PARTIES
                                        + "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>"))));
        assertThat(shown(file.transactions()))
                .containsExactly(
                        "transaction T-1: EUR 60.00 on 2026-03-11", "transaction B-7/2: EUR 40.00 on 2026-03-11");
        ReturnedTransaction returned = file.returns().get(0);
        assertThat(file.returns()).hasSize(1);
        assertThat(returned.id().value()).isEqualTo("T-3");
        assertThat(returned.amount()).isEqualTo(eur("20.00"));
        assertThat(returned.direction()).isEqualTo(Direction.DEBIT);
        assertThat(returned.reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(given(returned.payer()).name()).contains("Acme Ltd");
        assertThat(codes(file)).containsExactly(Code.NO_REFERENCE);
        assertThat(file.findings().get(0).position()).hasToString("statement 1, entry 1, detail 2, line 5");
    }

    /** 60.00 and 40.01 are no 100.00: nobody is credited with a cent that did not come. */
    @Test
    void detailsThatDoNotAddUpAreNotTaken() {
        BankFile file =
                camt(statement(entry("100.00", "B-7", detail("T-1", "60.00", PARTIES) + detail("T-2", "40.01", ""))));
        assertThat(shown(file.transactions())).containsExactly("transaction B-7: EUR 100.00 on 2026-03-11");
        assertThat(file.transactions().get(0).payer()).isEmpty();
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("DETAILS_DIFFER statement 1, entry 1, line 5, details: EUR -0.01");
        assertThat(file.entries().get(0).details()).hasSize(2);
    }

    @Test
    void aDetailWithoutAmountInABatchIsNotComparable() {
        BankFile file = camt(statement(entry("100.00", "B-7", detail("T-1", "60.00", "") + detail("T-2", "", ""))));
        assertThat(codes(file)).containsExactly(Code.DETAILS_NOT_COMPARABLE);
        assertThat(shown(file.transactions())).containsExactly("transaction B-7: EUR 100.00 on 2026-03-11");
    }

    /** 100.00 were instructed, 92.00 came. */
    @Test
    void aSingleDetailHasTheMoneyOfTheEntry() {
        BankFile file = camt(statement(entry("92.00", "B-7", detail("", "100.00", PARTIES))));
        assertThat(file.transactions().get(0).amount()).isEqualTo(eur("92.00"));
        assertThat(file.transactions().get(0).payer()).isPresent();
        assertThat(codes(file)).containsExactly(Code.DETAILS_DIFFER);
    }

    @Test
    void theAmountInTheCurrencyOfTheAccountCounts() {
        BankFile file = camt(statement(entry(
                "92.00",
                "B-7",
                detail(
                                "T-1",
                                "",
                                "<Amt Ccy=\"USD\">60.00</Amt><AmtDtls><CntrValAmt><Amt Ccy=\"EUR\">52.00</Amt></CntrValAmt></AmtDtls>")
                        + detail("T-2", "", "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">40.00</Amt></TxAmt></AmtDtls>"))));
        assertThat(shown(file.transactions()))
                .containsExactly(
                        "transaction T-1: EUR 52.00 on 2026-03-11", "transaction T-2: EUR 40.00 on 2026-03-11");
        assertThat(file.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<NbOfTxs>3</NbOfTxs>, BATCH_WITHOUT_DETAILS",
        "<NbOfTxs>1</NbOfTxs>,",
        "<MsgId>M</MsgId>, BATCH_WITHOUT_DETAILS"
    })
    void aBatchOfWhichNothingIsSaidIsReported(String batch, Code code) {
        BankFile file = camt(statement(entry("80.00", "B-7", "<Btch>" + batch + "</Btch>")));
        assertThat(codes(file)).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(shown(file.transactions())).containsExactly("transaction B-7: EUR 80.00 on 2026-03-11");
    }

    @Test
    void aReversalIsNoPayment() {
        String reversal = "<RvslInd>true</RvslInd><Sts>";
        BankFile file =
                camt(statement(entry("-60.00", "B-1", detail("", "", PARTIES)).replace("<Sts>", reversal)
                        + entry("30.00", "B-2", "").replace("<Sts>", reversal)));
        assertThat(file.transactions()).isEmpty();
        assertThat(file.returns())
                .extracting(returned -> returned.id() + " " + returned.direction() + " " + returned.amount())
                .containsExactly("B-1 DEBIT EUR 60.00", "B-2 CREDIT EUR 30.00");
        assertThat(given(file.returns().get(0).payer()).name()).contains("Acme Ltd");
        assertThat(file.returns().get(0).reason()).isEqualTo(Reason.OTHER);
    }

    @Test
    void aReturnIsKnownByItsTransactionCode() {
        BankFile file = camt(
                statement(
                        entry("-60.00", "B-1", detail("", "", PARTIES))
                                .replace(
                                        "<BkTxCd/>",
                                        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd>")));
        assertThat(file.returns()).hasSize(1);
        assertThat(file.entries().get(0).code()).isEqualTo("PMNT/IDDT/UPDD");
    }

    @ParameterizedTest
    @CsvSource({"-60.00, IDDT/UPDD", "60.00, RCDT/RRTN"})
    void anEntryWithoutDetailsIsAReturnByItsCode(String amount, String code) {
        String[] parts = code.split("/", -1);
        BankFile file = camt(statement(entry(amount, "B-1", "")
                .replace(
                        "<BkTxCd/>",
                        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>" + parts[0] + "</Cd><SubFmlyCd>" + parts[1]
                                + "</SubFmlyCd></Fmly></Domn></BkTxCd>")));
        assertThat(file.transactions()).isEmpty();
        assertThat(file.returns()).extracting(ReturnedTransaction::amount).containsExactly(eur("60.00"));
    }

    /** 60.00 and 40.01 that came and 20.00 that went back are no 80.00: it is money that came, and no return of 80.00. */
    @Test
    void aReturnAmongDetailsThatDoNotAddUpIsNotThatOfTheWhole() {
        String back = "<CdtDbtInd>DBIT</CdtDbtInd><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>";
        BankFile file = camt(statement(entry(
                "80.00",
                "B-7",
                detail("T-1", "60.00", "") + detail("T-2", "40.01", "") + detail("T-3", "20.00", back))));
        assertThat(shown(file.transactions())).containsExactly("transaction B-7: EUR 80.00 on 2026-03-11");
        assertThat(file.returns()).isEmpty();
        assertThat(codes(file)).containsExactly(Code.DETAILS_DIFFER);
        BankFile all =
                camt(statement(entry("-80.00", "B-8", detail("T-1", "60.00", back) + detail("T-2", "20.01", back))));
        assertThat(all.returns())
                .extracting(returned -> returned.id() + " " + returned.direction() + " " + returned.amount())
                .containsExactly("B-8 DEBIT EUR 80.00");
    }

    @Test
    void theFirstVersionIsReadToo() {
        BankFile file = Samples.sample("camt-genkgo/camt052.v1.xml");
        BankEntry entry = file.entries().get(0);
        assertThat(entry.id().value()).isEqualTo("AAAASESS-FP-ACCR-01");
        assertThat(entry.signed()).isEqualTo(Amount.of("-200000", "SEK"));
        assertThat(entry.bookingDate()).isEqualTo("2007-10-18");
        assertThat(given(entry.information()).reveal()).isEqualTo("Credit");
        assertThat(file.statements().get(0).header().kind()).isEqualTo(StatementHeader.Kind.REPORT);
        assertThat(given(file.statements().get(0).header().account()).reveal()).isEqualTo("CH2801234000123456789");
        assertThat(codes(file)).containsExactly(Code.BATCH_WITHOUT_DETAILS);
    }

    @Test
    void theUetrServesWhereTheBankGivesNoReference() {
        BankFile file = Samples.sample("camt-genkgo/camt054.v8-with-UETR.xml");
        assertThat(file.entries().get(0).id().value()).isEqualTo("255ae394-9965-4438-ac86-f406feada396");
        assertThat(file.findings()).isEmpty();
    }

    /** Five decimals are kept: 8.85551 cannot be posted, and is reported. */
    @Test
    void whatIsFinerThanACentIsKept() {
        BankFile file = camt(statement(entry("8.85551", "B-1", "") + entry("8.850", "B-2", "")));
        assertThat(file.entries().get(0).amount()).isEqualTo(eur("8.85551"));
        assertThat(codes(file)).containsExactly(Code.FINER_THAN_MINOR_UNIT);
        assertThat(shown(file.transactions())).containsExactly("transaction B-2: EUR 8.85 on 2026-03-11");
    }

    @ParameterizedTest
    @CsvSource({"ZZZ, UNKNOWN_CURRENCY, XXX", "eur, UNKNOWN_CURRENCY, XXX", "USD, OTHER_CURRENCY, USD"})
    void anotherCurrencyIsReported(String currency, Code code, String kept) {
        BankFile file = camt(statement(balance("OPBD", "1.00")
                + balance("CLBD", "9.00")
                + entry("8.00", "B-1", "").replace("Ccy=\"EUR\"", "Ccy=\"" + currency + "\"")));
        assertThat(codes(file)).containsExactly(code, Code.BALANCE_NOT_COMPARABLE);
        assertThat(file.entries().get(0).amount()).isEqualTo(Amount.of("8.00", kept));
        assertThat(file.transactions()).hasSize(kept.equals("USD") ? 1 : 0);
        assertThat(file.statements().get(0).proof().outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "8.00</Amt>, 8.x</Amt>, Amt",
        "8.00</Amt>, </Amt>, Amt",
        "8.00</Amt>, -8.00</Amt>, Amt",
        "8.00</Amt>, 1E5</Amt>, Amt",
        "8.00</Amt>, 0.0000000000000000001</Amt>, Amt",
        "CRDT, CREDIT, CdtDbtInd"
    })
    void anEntryThatCannotBeReadIsReportedAndSpoilsTheProof(String right, String wrong, String field) {
        BankFile file = camt(statement(balance("OPBD", "1.00")
                + balance("CLBD", "9.00")
                + entry("8.00", "B-1", "").replace(right, wrong)
                + entry("5.00", "B-2", "")));
        assertThat(codes(file))
                .containsExactly(Code.UNREADABLE_FIELD, Code.ENTRY_NOT_READ, Code.BALANCE_NOT_COMPARABLE);
        assertThat(file.findings().get(0).field()).isEqualTo(field);
        assertThat(file.statements().get(0).unread()).isOne();
        assertThat(file.statements().get(0).booked()).isNull();
        assertThat(shown(file.transactions())).containsExactly("transaction B-2: EUR 5.00 on 2026-03-11");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, DAY_BEYOND_MONTH, 2026-02-28",
        "2026-04-31, DAY_BEYOND_MONTH, 2026-04-30",
        "2026-04-32, UNREADABLE_FIELD,",
        "2026-13-01, UNREADABLE_FIELD,",
        "tomorrow, UNREADABLE_FIELD,",
        "0000-01-01, UNREADABLE_FIELD,",
        "2026-03-11+02:00,, 2026-03-11",
        "2026-03-11T23:30:00-05:00,, 2026-03-11"
    })
    void aDateIsReadAsItIsWritten(String written, Code code, LocalDate read) {
        BankFile file = camt(statement(entry("8.00", "B-1", "").replace("2026-03-11", written)));
        assertThat(file.entries().get(0).valueDate()).isEqualTo(read);
        assertThat(codes(file)).isEqualTo(code == null ? List.of() : List.of(code));
        LocalDate day = read == null ? LocalDate.of(2026, 3, 10) : read; // the booking date serves
        assertThat(file.transactions().get(0).valueDate()).isEqualTo(day);
    }

    @Test
    void aCreditWithoutAnyDateIsReported() {
        BankFile file = camt(statement(entry("8.00", "B-1", "")
                .replace("<BookgDt><Dt>2026-03-10</Dt></BookgDt><ValDt><Dt>2026-03-11</Dt></ValDt>", "")));
        assertThat(codes(file)).containsExactly(Code.NO_DATE);
        assertThat(file.transactions()).isEmpty();
    }

    /** A statement has each booking once: the same reference again is other money. */
    @Test
    void aReferenceThatComesAgainIsNumbered() {
        BankFile file =
                camt(statement(entry("8.00", "B-1", "") + entry("-8.00", "B-1", "") + entry("8.00", "B-1", "")));
        assertThat(file.entries()).extracting(entry -> entry.id().value()).containsExactly("B-1", "B-1", "B-1#2");
        assertThat(codes(file)).containsExactly(Code.REPEATED_REFERENCE);
    }

    /** A report has 8.00 as announced and then as booked; the statement has it as booked only, and it is one payment. */
    @ParameterizedTest
    @CsvSource({"PDNG", "INFO", "FUTR"})
    void whatIsAnnouncedAndThenBookedIsOnePayment(String announced) {
        String booked =
                entry("8.00", "B-1", "") + entry("8.00", "B-2", detail("T-1", "5.00", "") + detail("", "3.00", ""));
        BankFile report = camt(statement(booked.replace("BOOK", announced) + booked));
        assertThat(report.transactions()).isEqualTo(camt(statement(booked)).transactions());
        assertThat(report.transactions())
                .extracting(transaction -> transaction.id().value())
                .containsExactly("B-1", "T-1", "B-2/2");
        assertThat(codes(report)).doesNotContain(Code.REPEATED_REFERENCE);
    }

    /** The bank says that it has no reference: what the payers wrote tells two payments apart, in whichever order they are listed. */
    @ParameterizedTest
    @CsvSource({"''", "NOTPROVIDED"})
    void withoutReferenceTheIdIsThatOfTheDetailsToo(String reference) {
        String one = entry("8.00", reference, detail("", "8.00", "<RmtInf><Ustrd>one</Ustrd></RmtInf>"));
        String two = entry("8.00", reference, detail("", "8.00", "<RmtInf><Ustrd>two</Ustrd></RmtInf>"));
        assertThat(camt(statement(one + two)).transactions())
                .containsExactlyInAnyOrderElementsOf(camt(statement(two + one)).transactions());
    }

    @Test
    void withoutReferenceTheIdIsThatOfWhatIsSaid() {
        String entries = entry("8.00", "", "") + entry("8.00", "", "") + entry("9.00", "NONREF", "");
        BankFile file = camt(statement(entries));
        List<String> ids =
                file.entries().stream().map(entry -> entry.id().value()).toList();
        assertThat(ids.get(0)).matches("derived:[0-9a-f]{40}/1");
        assertThat(ids.get(1)).isEqualTo(ids.get(0).replace("/1", "/2"));
        assertThat(ids.get(2)).endsWith("/1").isNotEqualTo(ids.get(0));
        assertThat(codes(file)).containsOnly(Code.NO_REFERENCE).hasSize(3);
        assertThat(camt(statement("\n" + entries)).entries())
                .extracting(entry -> entry.id().value())
                .isEqualTo(ids);
        assertThat(camt(statement(entries).replace("S-1", "S-2")).entries())
                .extracting(entry -> entry.id().value())
                .doesNotContainAnyElementsOf(ids);
    }

    /** Worked out by hand with SHA-256; it must not change from one version to the next, lest money is taken twice. */
    @Test
    void aDerivedIdStaysTheSame() {
        BankFile file = camt(statement(entry("8.00", "", "\n " + detail("", " 8.00 ", ""))));
        assertThat(file.entries().get(0).id().value()).isEqualTo("derived:890856c66be8f5b29f6766d965d5d614ff81fbf9/1");
    }

    @Test
    void aPrefixGoesBeforeEveryId() {
        BankFile file = camt(statement(entry("8.00", "B-1", "")
                + entry("8.00", "B-2", detail("T-1", "5.00", "") + detail("T-2", "3.00", ""))));
        assertThat(file.entries().stream().flatMap(entry -> entry.transactions("DE-1/").stream()))
                .extracting(transaction -> transaction.id().value())
                .containsExactly("DE-1/B-1", "DE-1/T-1", "DE-1/T-2");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aPrefixMustBeThere() {
        BankEntry entry = camt(statement(entry("8.00", "B-1", ""))).entries().get(0);
        assertThatNullPointerException()
                .isThrownBy(() -> entry.transactions(null))
                .withMessage("prefix");
    }

    @Test
    void theFilesOwnTotalsAreCompared() {
        String totals =
                "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries><TtlCdtNtries><NbOfNtries>1</NbOfNtries>"
                        + "<Sum>8.00</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>3.50</Sum></TtlDbtNtries></TxsSummry>";
        BankFile right = camt(statement(totals + entry("8.00", "B-1", "") + entry("-3.50", "B-2", "")));
        assertThat(right.findings()).isEmpty();
        BankFile wrong = camt(statement(totals + entry("8.00", "B-1", "") + entry("-3.00", "B-2", "")));
        assertThat(wrong.findings())
                .extracting(BankFinding::toString)
                .containsExactly("TOTALS_DIFFER statement 1, line 5, TxsSummry/TtlDbtNtries: EUR 0.50");
        BankFile fewer = camt(statement(totals + entry("8.00", "B-1", "")));
        assertThat(codes(fewer)).containsExactly(Code.TOTALS_DIFFER, Code.TOTALS_DIFFER);
    }

    @ParameterizedTest
    @CsvSource({"PDNG, PENDING", "INFO, INFORMATION", "FUTR, FUTURE", "ODD, OTHER"})
    void whatIsNotBookedIsKeptAndGivesNoMoney(String written, EntryStatus status) {
        BankFile file = camt(statement(entry("8.00", "B-1", "").replace("BOOK", written)));
        assertThat(file.entries().get(0).status()).isEqualTo(status);
        assertThat(file.transactions()).isEmpty();
        assertThat(codes(file)).containsExactly(Code.NOT_BOOKED);
        assertThat(file.statements().get(0).booked()).isNull();
    }

    @Test
    void aNameThatIsTooLongForOneIsReported() {
        String name = "x".repeat(201);
        BankFile file = camt(statement(entry("8.00", "B-1", detail("", "", PARTIES.replace("Acme Ltd", name)))));
        assertThat(file.transactions().get(0).payer()).contains(Payer.ofAccount("DE27100777770209299700"));
        assertThat(codes(file)).containsExactly(Code.UNREADABLE_FIELD);
        assertThat(given(file.findings().get(0).written()).reveal()).isEqualTo(name);
        assertThat(file.findings().toString()).doesNotContain("xxx");
    }

    @Test
    void whatAPayerWroteBeyondTenThousandCharactersIsLeftOut() {
        String words = "<RmtInf>" + ("<Ustrd>" + "y".repeat(6_000) + "</Ustrd>").repeat(2) + "</RmtInf>";
        BankFile file = camt(statement(entry("8.00", "B-1", detail("", "", words))));
        assertThat(file.transactions().get(0).text())
                .hasValueSatisfying(text -> assertThat(text).hasSize(10_000));
        assertThat(codes(file)).containsExactly(Code.TEXT_SHORTENED);
    }
}
