package io.quittance.bank.mt940;

import static io.quittance.bank.Samples.codes;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.mt940;
import static io.quittance.bank.mt940.Mt940ReaderTest.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.bank.BalanceProof;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where lines, fields and statements begin and end. */
class Mt940LinesTest {
    private static final String ENTRY = ":61:2603110311C80,00NTRFNONREF//B-1\r\n";

    private static String text(BankFile file) {
        return given(file.entries().get(0).details().get(0).text()).reveal();
    }

    /** A line without characters is one, whatever ends it. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesWithoutCharactersCount(String end) {
        BankFile file = mt940(statement("\r\n\r\n" + ENTRY).replace("\r\n", end));
        assertThat(file.entries().get(0).position()).hasToString("statement 1, entry 1, line 7");
    }

    @Test
    void aCharacterZeroEndsNothing() {
        BankFile file = mt940(statement(ENTRY).replace("S-1", "S\u00001"));
        assertThat(file.statements().get(0).header().id()).isEqualTo("S 1");
        assertThat(file.statements().get(0).proof().outcome()).isEqualTo(BalanceProof.Outcome.PROVED);
    }

    /** {@code :20:} and 9,996 characters are 10,000. */
    @Test
    void aLineHasAtMostTenThousandCharacters() {
        assertThat(mt940(":20:" + "x".repeat(9_996)).statements()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mt940(":20:" + "x".repeat(9_997)))
                .withMessage("line 1 must have at most 10000 characters");
    }

    /** 5,000 characters, a break and 4,999 are 10,000. */
    @Test
    void aFieldHasAtMostTenThousandCharacters() {
        String first = ENTRY + ":86:" + "x".repeat(5_000) + "\r\n";
        assertThat(text(mt940(statement(first + "y".repeat(4_999) + "\r\n"))))
                .hasSize(9_999); // a full line has no break
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mt940(statement(first + "y".repeat(5_000) + "\r\n")))
                .withMessage(":86: must have at most 10000 characters, but was line 6");
    }

    /** {@code :20:} and 999 more are 1,000. */
    @Test
    void aStatementHasAtMostAThousandFieldsBetweenItsEntries() {
        assertThat(mt940(":20:S-1\n" + ":86:x\n".repeat(999)).statements()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mt940(":20:S-1\n" + ":86:x\n".repeat(1_000)))
                .withMessage(":86: must be at most 1000 fields from one entry to the next, but was line 1001");
        String some = ENTRY + ":86:x\r\n".repeat(600);
        assertThat(mt940(statement(some + some)).entries()).hasSize(2);
    }

    /** As where files with such a mark are put together to one. */
    @Test
    void aByteOrderMarkWithinTheFileIsNoPartOfTheText() {
        String text = statement(ENTRY);
        assertThat(mt940("\uFEFF" + text + "\uFEFF" + text)).isEqualTo(mt940(text + text));
    }

    /** A bank that does not end a statement with a minus begins the next with the first block of SWIFT. */
    @Test
    void theFirstBlockOfSwiftEndsAStatement() {
        String first = statement(ENTRY).replace("-\r\n", ":86:of the day\r\n");
        BankFile file = mt940(first + "{1:F01BANKDEFFXXXX0000000000}{2:O940BANKDEFFXXXXN}{4:\r\n" + statement(ENTRY));
        assertThat(file.statements()).hasSize(2);
        assertThat(given(file.statements().get(0).information()).reveal()).isEqualTo("of the day");
    }

    @Test
    void whatStandsBehindTheEndIsNoPartOfAStatement() {
        String first = statement(ENTRY).replace("-\r\n", ":86:of the day\r\n-\r\nbetween\r\n");
        BankFile file = mt940(first + statement(ENTRY));
        assertThat(given(file.statements().get(0).information()).reveal()).isEqualTo("of the day");
        assertThat(file.statements().get(1).information()).isNull();
    }

    @Test
    void aStatementEndsWhereTheNextBegins() {
        String open = statement(ENTRY).replace("-\r\n", "");
        BankFile file = mt940(open + open.replace("S-1", "S-2"));
        assertThat(file.statements())
                .extracting(each -> each.header().id() + " " + each.proof().outcome())
                .containsExactly("S-1 PROVED", "S-2 PROVED");
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void aFileWithoutAnyFieldHasNoStatement() {
        BankFile file = mt940("no statement\nat all\n");
        assertThat(file.statements()).isEmpty();
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("NO_STATEMENT statement 0, line 2, file");
    }

    /** The colon of a field may be alone in the line before it, even if it is the first of the file. */
    @Test
    void aColonMayBeAloneBeforeItsField() {
        String text = statement(ENTRY);
        BankFile file = mt940(":\r\n" + text.substring(1).replace(":62F:", ":\r\n62F:"));
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly(
                        "WRAPPED_FIELD statement 1, line 2, :20:", "WRAPPED_FIELD statement 1, entry 1, line 8, :62F:");
        assertThat(file.statements().get(0).header().id()).isEqualTo("S-1");
        assertThat(file.statements().get(0).proof().outcome()).isEqualTo(BalanceProof.Outcome.PROVED);
    }

    /** A colon that no field goes on from is text, and what follows it is read as it stands: a field, the end, or text. */
    @ParameterizedTest
    @CsvSource({
        "':\r\n:61:2603110311C20,00NTRFNONREF//B-2\r\n', 'to\n:', 2",
        "':\r\n-\r\n:20:S-2\r\n', 'to\n:', 1",
        "':\r\n:\r\nAcme\r\n', 'to\n:\n:\nAcme', 1",
        "':\r\n', 'to\n:', 1",
        "'20:15 hours\r\n', 'to\n20:15 hours', 1"
    })
    void aColonAloneSwallowsNothing(String more, String text, int entries) {
        BankFile file = mt940(":20:S-1\r\n" + ENTRY + ":86:to\r\n" + more);
        assertThat(text(file)).isEqualTo(text);
        assertThat(file.entries()).hasSize(entries);
        assertThat(file.statements()).hasSize(more.contains(":20:") ? 2 : 1);
        assertThat(codes(file)).doesNotContain(Code.WRAPPED_FIELD);
    }
}
