package io.quittance.bank.camt;

import static io.quittance.bank.Samples.camt;
import static io.quittance.bank.Samples.codes;
import static io.quittance.bank.Samples.detail;
import static io.quittance.bank.Samples.entry;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.payment.Payer;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.EntryDetail;
import io.quittance.core.money.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The elements of {@code TxDtls}. */
class CamtDetailsTest {

    /** Of a credit of 8.00. */
    private static BankFile file(String more) {
        return camt(statement(entry("8.00", "B-1", detail("", "", more))));
    }

    private static EntryDetail only(BankFile file) {
        return file.entries().get(0).details().get(0);
    }

    private static String code(String family, String kind) {
        return "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>" + family + "</Cd><SubFmlyCd>" + kind
                + "</SubFmlyCd></Fmly></Domn></BkTxCd>";
    }

    /** The code of a detail says it where the entry has none; one of another kind says that it is none. */
    @Test
    void aReturnMayBeKnownByTheCodeOfItsDetail() {
        assertThat(camt(statement(entry("-60.00", "B-1", detail("", "", code("IDDT", "UPDD")))))
                        .returns())
                .hasSize(1);
        BankFile ordinary = file(code("RCDT", "ESCT"));
        assertThat(ordinary.returns()).isEmpty();
        assertThat(ordinary.transactions()).hasSize(1);
    }

    /** A reference has at most 150 characters; one that only says that there is none is no fault. */
    @ParameterizedTest
    @CsvSource({"150, true, ", "151, false, 'UNREADABLE_FIELD statement 1, entry 1, detail 1, line 5, Refs/EndToEndId'"
    })
    void aReferenceThatIsTooLongForOneIsReported(int length, boolean isKept, @Nullable String finding) {
        String reference = "x".repeat(length);
        BankFile file = file("<Refs><EndToEndId>" + reference + "</EndToEndId></Refs>");
        assertThat(only(file).references().endToEnd()).isEqualTo(isKept ? reference : null);
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .isEqualTo(finding == null ? List.of() : List.of(finding));
        BankFile none = file("<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>");
        assertThat(only(none).references().endToEnd()).isNull();
        assertThat(none.findings()).isEmpty();
    }

    @Test
    void anEntryWithDetailsMayLackItsAmount() {
        String entry = entry("8.00", "B-1", detail("T-1", "7.00", ""));
        BankFile file = camt(statement(entry.replace("<Amt Ccy=\"EUR\">8.00</Amt>", "")));
        assertThat(codes(file)).containsExactly(Code.UNREADABLE_FIELD, Code.ENTRY_NOT_READ);
    }

    /** One without a currency is not known to be in that of the entry. */
    @Test
    void anAmountWithoutCurrencyIsPassedOver() {
        BankFile file = file("<Amt>60.00</Amt><AmtDtls><TxAmt><Amt Ccy=\"EUR\">8.00</Amt></TxAmt></AmtDtls>");
        assertThat(only(file).amount()).isEqualTo(Amount.of("8.00", "EUR"));
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void whereNoAmountIsInTheCurrencyOfTheEntryTheFirstIsTaken() {
        BankFile file = file("<Amt Ccy=\"USD\">60.00</Amt>"
                + "<AmtDtls><CntrValAmt><Amt Ccy=\"CHF\">50.00</Amt></CntrValAmt></AmtDtls>");
        assertThat(only(file).amount()).isEqualTo(Amount.of("60.00", "USD"));
        assertThat(codes(file)).containsExactly(Code.DETAILS_NOT_COMPARABLE);
    }

    @Test
    void theUltimatePartyCountsWhereTheOtherHasNoName() {
        String account = "<DbtrAcct><Id><IBAN>DE27100777770209299700</IBAN></Id></DbtrAcct>";
        String ultimate = "<UltmtDbtr><Pty><Nm>Acme Ltd</Nm></Pty></UltmtDbtr>";
        assertThat(only(file("<RltdPties>" + account + ultimate + "</RltdPties>"))
                        .counterparty())
                .isEqualTo(Payer.named("Acme Ltd").withAccount("DE27100777770209299700"));
        BankFile nameless = file("<RltdPties>" + account + "</RltdPties>");
        assertThat(only(nameless).counterparty()).isEqualTo(Payer.ofAccount("DE27100777770209299700"));
        assertThat(nameless.findings()).isEmpty();
    }

    @Test
    void structuredRemittanceNeedNotHaveNumbers() {
        EntryDetail detail = only(file("<RmtInf><Strd><CdtrRefInf/><RfrdDocInf><Tp/></RfrdDocInf>"
                + "<AddtlRmtInf>for March</AddtlRmtInf></Strd></RmtInf>"));
        assertThat(detail.creditorReferences()).isEmpty();
        assertThat(given(detail.text()).reveal()).isEqualTo("for March");
    }

    @Test
    void whatTheBankSaysOfADetailCountsWhereThePayerSaysNothing() {
        String information = "<AddtlTxInf>transfer</AddtlTxInf>";
        assertThat(given(only(file(information)).text()).reveal()).isEqualTo("transfer");
        assertThat(given(only(file("<RmtInf><Ustrd>invoice</Ustrd></RmtInf>" + information))
                                .text())
                        .reveal())
                .isEqualTo("invoice");
        assertThat(only(file("")).text()).isNull();
    }

    @Test
    void aNameHasAtMostTwoHundredCharacters() {
        String name = "x".repeat(200);
        BankFile file = file("<RltdPties><Dbtr><Nm>" + name + "</Nm></Dbtr></RltdPties>");
        assertThat(only(file).counterparty()).isEqualTo(Payer.named(name));
        assertThat(file.findings()).isEmpty();
    }
}
