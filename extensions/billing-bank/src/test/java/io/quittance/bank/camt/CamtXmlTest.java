package io.quittance.bank.camt;

import static io.quittance.bank.Samples.camt;
import static io.quittance.bank.Samples.detail;
import static io.quittance.bank.Samples.entry;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bank.BankFile;
import io.quittance.bank.StatementHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which elements of a document are read, and what their text is. */
class CamtXmlTest {

    private static String text(String written) {
        BankFile file = camt(
                statement(entry("8.00", "B-1", detail("", "", "<RmtInf><Ustrd>" + written + "</Ustrd></RmtInf>"))));
        return given(file.entries().get(0).details().get(0).text()).reveal();
    }

    /** However its text is put together. */
    @ParameterizedTest
    @CsvSource({
        "invoice 10002, invoice 10002",
        "<![CDATA[invoice <10002>]]>, invoice <10002>",
        "invoice<![CDATA[ ]]>10002, invoice 10002",
        "R&amp;D &#49;0002, R&D 10002",
        "invoice&#32;10002, invoice 10002",
        "'  invoice <!-- of March -->10002 ', invoice 10002"
    })
    void aTextIsAllThatIsWritten(String written, String read) {
        assertThat(text(written)).isEqualTo(read);
    }

    /** However far the elements are put apart. */
    @Test
    void whiteSpaceBetweenElementsIsNoText() {
        String apart = " ".repeat(20_000);
        assertThat(camt(statement(entry("8.00", "B-1", "").replace("><", ">" + apart + "<")))
                        .findings())
                .isEmpty();
    }

    /** What a bank adds for itself may have elements of those names, too. */
    @Test
    void onlyTheStatementsOfTheDocumentAreRead() {
        String document = statement(entry("8.00", "B-1", ""));
        String within = "<AddtlInf><Stmt><Id>none</Id></Stmt></AddtlInf></GrpHdr>";
        assertThat(camt(document.replace("</GrpHdr>", within))).isEqualTo(camt(document));
    }

    @Test
    void aDetailWithinADetailIsNoneOfTheEntry() {
        String within = "<SplmtryData><TxDtls><Amt Ccy=\"EUR\">1.00</Amt></TxDtls></SplmtryData>";
        BankFile file = camt(statement(entry("8.00", "B-1", detail("T-1", "8.00", within))));
        assertThat(file.entries().get(0).details()).hasSize(1);
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void documentsOfTwoKindsMayStandInOneEnvelope() {
        String first = statement(entry("8.00", "B-1", ""));
        String second = first.replace("BkToCstmrStmt", "BkToCstmrAcctRpt").replace("Stmt>", "Rpt>");
        assertThat(camt("<Envelope>" + first + second + "</Envelope>").statements())
                .extracting(each -> each.header().kind())
                .containsExactly(StatementHeader.Kind.STATEMENT, StatementHeader.Kind.REPORT);
    }

    @Test
    void aDocumentNeedNotHaveANamespace() {
        String document = statement(entry("8.00", "B-1", ""));
        assertThat(camt(document.replaceFirst(" xmlns=\"[^\"]*\"", ""))).isEqualTo(camt(document));
    }

    @Test
    void allReadersAreEqual() {
        assertThat(new CamtReader())
                .isEqualTo(new CamtReader())
                .isNotEqualTo("reader of camt")
                .hasToString("reader of camt");
    }
}
