package io.quittance.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quittance.bank.camt.CamtReader;
import io.quittance.bank.mt940.Mt940Reader;
import io.quittance.core.error.InvalidArgumentException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and accounts of a bank file are in no refusal, no finding and no text of what was read; ids and references may be shown. */
class NothingShownTest {
    private static final String NAME = "Zelda Quince";
    private static final String IBAN = "DE75512108001245126199";

    private static final String CAMT = Samples.statement(Samples.balance("OPBD", "10.00")
            + Samples.balance("CLBD", "20.00")
            + "<TxsSummry><TtlNtries><NbOfNtries>9</NbOfNtries><Sum>9</Sum></TtlNtries></TxsSummry>"
            + Samples.entry(
                    "8.00",
                    "B-1",
                    Samples.detail(
                            "D-1",
                            "8.00",
                            "<RltdPties><Dbtr><Nm>Zelda Quince</Nm></Dbtr><DbtrAcct><Id><IBAN>DE75512108001245126199</IBAN></Id>"
                                    + "</DbtrAcct></RltdPties><RmtInf><Ustrd>for Zelda Quince</Ustrd></RmtInf>"
                                    + "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf><AddtlTxInf>Zelda Quince</AddtlTxInf>"))
            + "<AddtlStmtInf>Zelda Quince</AddtlStmtInf>");

    private static final String MT940 = """
            :20:S-1
            :25:DE75512108001245126199
            :28C:1/1
            :60F:C260301EUR10,00
            :61:2603100310C8,00NTRFNONREF//B-1
            Zelda Quince
            :86:166?00CREDIT?20SVWZ+for Zelda Quince?31DE75512108001245126199?32Zelda Quince
            :62F:C260310EUR20,00
            """;

    /** What is planted for each text of a file in turn: a name or an account where another thing belongs, or one that is too long. */
    private static final List<String> PLANTED =
            List.of(NAME, IBAN, NAME + " &amp; " + IBAN, (NAME + " ").repeat(40), (NAME + " ").repeat(900));

    @Test
    void whatIsPlantedInAnyFieldOfACamtIsNotShown() {
        var leaf = Pattern.compile("<([A-Za-z]+)(?: [^>]*)?>([^<>]+)</\\1>");
        List<MatchResult> leaves = leaf.matcher(CAMT).results().toList();
        assertThat(leaves).hasSizeGreaterThan(25);
        for (MatchResult at : leaves) {
            for (String planted : PLANTED) {
                String damaged = CAMT.substring(0, at.start(2)) + planted + CAMT.substring(at.end(2));
                // ids, references and codes are opaque, and shown
                boolean isOpaque = at.group(1).equals("AcctSvcrRef")
                        || at.group(1).equals("Cd") // of a balance, or the reason of a return
                        || at.group(2).equals("S-1")
                        || at.group(2).equals("7");
                assertShowsNothing(new CamtReader(), damaged, at.group() + " " + planted, !isOpaque);
            }
        }
    }

    @Test
    void whatIsPlantedInAnyFieldOfAnMt940IsNotShown() {
        String[] lines = MT940.split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            for (String planted : PLANTED) {
                for (String line : List.of(
                        planted, lines[i].replaceFirst("^(:[0-9]+[A-Z]?:).*", "$1" + planted), lines[i] + planted)) {
                    var damaged = new ArrayList<>(List.of(lines));
                    damaged.set(i, line);
                    boolean isOpaque =
                            lines[i].startsWith(":20:") || lines[i].startsWith(":28C:") || lines[i].startsWith(":61:");
                    assertShowsNothing(new Mt940Reader(), String.join("\n", damaged), line, !isOpaque);
                }
            }
        }
    }

    /** The parser of the JDK quotes names of elements, attributes and entities. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Nm>Zelda Quince",
                "<Nm>Zelda & Quince</Nm>",
                "<Nm>&Zelda;</Nm>",
                "<Nm Zelda=Quince/>",
                "<Nm Zelda='1' Zelda='2'/>",
                "<Zelda></Quince>",
                "<Zelda:Quince/>",
                "<Nm>Zelda\u0001Quince</Nm>",
                "<Nm>Zelda < Quince</Nm>",
                "<Nm a='Zelda<Quince'/>",
                "<?Zelda",
                "<!-- Zelda -- Quince -->",
                "<Nm>Zelda ]]> Quince</Nm>"
            })
    void noXmlThatIsBrokenIsQuoted(String part) {
        String damaged = CAMT.replace("<Nm>Zelda Quince</Nm>", part);
        assertThat(assertShowsNothing(new CamtReader(), damaged, part, true)).isTrue();
    }

    /** Whether it was refused. */
    private static boolean assertShowsNothing(BankFileReader reader, String file, String about, boolean alsoRead) {
        var shown = new StringWriter();
        var read = new ArrayList<Object>();
        Throwable thrown = catchThrowable(() -> reader.read(Samples.bytes(file), new BankFileSink() {
            @Override
            public void begins(StatementHeader header) {
                read.add(header);
            }

            @Override
            public void ends(BankStatement statement) {
                read.add(statement);
            }

            @Override
            public void entry(BankEntry entry) {
                read.add(entry);
                read.addAll(entry.transactions());
                read.addAll(entry.returns());
            }

            @Override
            public void finding(BankFinding finding) {
                shown.append(finding.toString()).append(finding.field());
            }
        }));
        if (thrown != null) {
            assertThat(thrown).as(about).isInstanceOf(InvalidArgumentException.class);
            var refusal = (InvalidArgumentException) thrown;
            shown.append(refusal.path()).append(refusal.argument()).append(refusal.rule());
            shown.append(refusal.value().orElse(""));
            thrown.printStackTrace(new PrintWriter(shown)); // with all causes, and all that was suppressed
        }
        if (alsoRead) {
            shown.append(read.toString());
        }
        assertThat(shown.toString()).as(about).doesNotContain("Zelda", "Quince", IBAN);
        return thrown != null;
    }
}
