package io.quittance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bank.camt.CamtReader;
import io.quittance.bank.mt940.Mt940Reader;
import io.quittance.core.money.Amount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every file. */
class BankFileLawsTest {

    private static Amount eur(BigDecimal number) {
        return Amount.of(number, io.quittance.core.money.Amount.of("0", "EUR").getCurrency());
    }

    /** The same entries are the same money in both kinds of file, and what is off in the closing balance is the difference. */
    @Property
    void entriesAndBalancesAreWhatWasWritten(
            @ForAll @Size(max = 20) List<@BigRange(min = "-99999", max = "99999") @Scale(2) BigDecimal> amounts,
            @ForAll @BigRange(min = "-99999", max = "99999") @Scale(2) BigDecimal opening,
            @ForAll @BigRange(min = "-1", max = "1") @Scale(2) BigDecimal off) {
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal closing = opening.add(sum).add(off);
        var camt = new StringBuilder(
                Samples.balance("OPBD", opening.toPlainString()) + Samples.balance("CLBD", closing.toPlainString()));
        var mt940 = new StringBuilder(":20:S\n:60F:" + balance(opening) + "\n");
        for (int i = 0; i < amounts.size(); i++) {
            BigDecimal amount = amounts.get(i);
            camt.append(Samples.entry(amount.toPlainString(), "B-" + i, ""));
            mt940.append(":61:260311").append(amount.signum() < 0 ? "D" : "C").append(comma(amount.abs()));
            mt940.append("NTRFNONREF//B-").append(i).append("\n");
        }
        mt940.append(":62F:").append(balance(closing)).append("\n");
        for (BankFile file :
                List.of(Samples.camt(Samples.statement(camt.toString())), Samples.mt940(mt940.toString()))) {
            assertThat(file.entries())
                    .extracting(BankEntry::signed)
                    .isEqualTo(amounts.stream().map(BankFileLawsTest::eur).toList());
            BankStatement statement = file.statements().get(0);
            assertThat(statement.booked()).isEqualTo(amounts.isEmpty() ? null : eur(sum));
            assertThat(statement.proof())
                    .isEqualTo(
                            off.signum() == 0
                                    ? new BalanceProof(BalanceProof.Outcome.PROVED, null)
                                    : new BalanceProof(BalanceProof.Outcome.DIFFERENT, eur(off)));
            Amount arrived = file.transactions().stream()
                    .map(transaction -> transaction.amount())
                    .reduce(eur(BigDecimal.ZERO), Amount::add);
            assertThat(arrived)
                    .isEqualTo(eur(amounts.stream()
                            .filter(amount -> amount.signum() > 0)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
    }

    private static String comma(BigDecimal amount) {
        return amount.toPlainString().replace('.', ',');
    }

    private static String balance(BigDecimal amount) {
        return (amount.signum() < 0 ? "D" : "C") + "260310EUR" + comma(amount.abs());
    }

    /** What arrives by the details of a credit is never more than the entry, whatever the details say. */
    @Property
    void noDetailsMakeMoreMoneyThanCame(
            @ForAll @BigRange(min = "0.01", max = "9.99") @Scale(2) BigDecimal came,
            @ForAll @Size(max = 5) List<@BigRange(min = "0", max = "5") @Scale(2) BigDecimal> details) {
        var written = new StringBuilder();
        for (BigDecimal detail : details) {
            written.append(Samples.detail("", detail.toPlainString(), ""));
        }
        BankFile file = Samples.camt(Samples.statement(Samples.entry(came.toPlainString(), "B-1", written.toString())));
        Amount arrived = file.transactions().stream()
                .map(transaction -> transaction.amount())
                .reduce(eur(BigDecimal.ZERO), Amount::add);
        assertThat(arrived).isEqualTo(eur(came));
        assertThat(file.transactions())
                .extracting(transaction -> transaction.id())
                .doesNotHaveDuplicates();
    }

    /** No line is too odd: it is read, reported or refused by name. */
    @Property
    void anyTextIsReadOrRefusedByName(@ForAll @Size(max = 30) List<@IntRange(max = 25) Integer> pieces) {
        String[] parts = {
            ":20:", ":25:", ":28C:", ":60F:", ":61:", ":86:", ":62F:", ":NS:", ":90C:", ":34F:", "\n", "\r\n", "-", "C",
            "D", "260230", "EUR", "1,5", "NTRF", "//", "?20", "/NAME/", ":", "{1:", " ", "\u00fc"
        };
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(parts[piece]));
        BankFile file = Samples.mt940(text.toString());
        assertThat(Samples.mt940(text.toString())).isEqualTo(file);
        assertThat(file.statements().isEmpty()).isEqualTo(Samples.codes(file).contains(BankFinding.Code.NO_STATEMENT));
    }

    /** Whatever stands in the elements, and wherever they stand, a document that is XML is read to its end. */
    @Property
    void anyElementsAreRead(@ForAll @Size(max = 40) List<@IntRange(max = 29) Integer> pieces) {
        String longest = "9".repeat(38);
        String[] parts = {
            "<Ntry>%</Ntry>",
            "<NtryDtls>%</NtryDtls>",
            "<TxDtls>%</TxDtls>",
            "<Bal>%</Bal>",
            "<Acct>%</Acct>",
            "<Refs>%</Refs>",
            "<RmtInf><Strd>%</Strd></RmtInf>",
            "<RltdPties><Dbtr>%</Dbtr></RltdPties>",
            "<RtrInf><Rsn>%</Rsn></RtrInf>",
            "<TxsSummry><TtlNtries>%</TtlNtries></TxsSummry>",
            "<Amt Ccy=\"EUR\">" + longest + "</Amt>%",
            "<Amt Ccy=\"JPY\">7.5</Amt>%",
            "<Amt>8</Amt>%",
            "<CdtDbtInd>CRDT</CdtDbtInd>%",
            "<CdtDbtInd>DBIT</CdtDbtInd>%",
            "<Sts>BOOK</Sts>%",
            "<ValDt><Dt>2026-02-30</Dt></ValDt>%",
            "<BookgDt><DtTm>x</DtTm></BookgDt>%",
            "<AcctSvcrRef>B-1</AcctSvcrRef>%",
            "<Cd>OPBD</Cd>%",
            "<Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>%",
            "<Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>%",
            "<Sum>" + longest + "</Sum>%",
            "<NbOfNtries>99</NbOfNtries>%",
            "<Nm>\u00a0\u2028x</Nm>%",
            "<Ref>\u0085</Ref>%",
            "<Btch><NbOfTxs>5</NbOfTxs></Btch>%",
            "<Id>" + "x".repeat(201) + "</Id>%",
            "<RvslInd>1</RvslInd>%",
            "<Ccy>QQQ</Ccy>%"
        };
        String document = "%";
        for (Integer piece : pieces) {
            document = document.replaceFirst("%", parts[piece]);
        }
        String entry =
                Samples.entry(longest, "", "") + Samples.entry("-" + longest, "", "") + Samples.entry(longest, "", "");
        BankFile file = Samples.camt(Samples.statement(document.replace("%", "") + entry));
        assertThat(file.entries()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(file.entries().stream().flatMap(each -> each.transactions().stream()))
                .extracting(transaction -> transaction.id())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camt-genkgo/camt053.v8.xml",
                "camt-genkgo/camt054.v4.xml",
                "mt940-wolph/betterplace/sepa_mt9401.sta"
            })
    void whatWasReadCanBeShipped(String name) throws IOException, ClassNotFoundException {
        var shipped = new ArrayList<>();
        for (Object value : List.of(Samples.sample(name), new CamtReader(), new Mt940Reader())) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                shipped.add(in.readObject());
            }
        }
        assertThat(shipped).containsExactly(Samples.sample(name), new CamtReader(), new Mt940Reader());
    }
}
