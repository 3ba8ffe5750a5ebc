package io.quittance.bank;

import io.quittance.bank.camt.CamtReader;
import io.quittance.bank.mt940.Mt940Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bank files of the tests: those of other projects, and small ones that are written here. */
public final class Samples {
    static final Path SAMPLES = Path.of(System.getProperty("basedir", "."), "src/test/resources/bank-statements");

    private Samples() {}

    public static BankFile sample(String name) {
        BankFileReader reader = name.startsWith("camt") ? new CamtReader() : new Mt940Reader();
        try (InputStream in = Files.newInputStream(SAMPLES.resolve(name))) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    public static BankFile camt(String document) {
        return read(new CamtReader(), document);
    }

    public static BankFile mt940(String text) {
        return read(new Mt940Reader(), text);
    }

    private static BankFile read(BankFileReader reader, String text) {
        try {
            return reader.read(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A camt.053 of one statement in EUR with these parts after its account. */
    public static String statement(String parts) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>M-1</MsgId></GrpHdr>
                <Stmt><Id>S-1</Id><ElctrncSeqNb>7</ElctrncSeqNb>
                <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
                %s
                </Stmt></BkToCstmrStmt></Document>
                """.replace("%s", parts);
    }

    public static String balance(String type, String amount) {
        boolean isDebit = amount.startsWith("-");
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">"
                + (isDebit ? amount.substring(1) : amount) + "</Amt><CdtDbtInd>" + (isDebit ? "DBIT" : "CRDT")
                + "</CdtDbtInd><Dt><Dt>2026-03-10</Dt></Dt></Bal>";
    }

    /** A booked entry in EUR; below zero is a debit. */
    public static String entry(String amount, String reference, String details) {
        boolean isDebit = amount.startsWith("-");
        return "<Ntry><Amt Ccy=\"EUR\">" + (isDebit ? amount.substring(1) : amount) + "</Amt><CdtDbtInd>"
                + (isDebit ? "DBIT" : "CRDT") + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
                + "<BookgDt><Dt>2026-03-10</Dt></BookgDt><ValDt><Dt>2026-03-11</Dt></ValDt>"
                + (reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>")
                + "<BkTxCd/>" + (details.isEmpty() ? "" : "<NtryDtls>" + details + "</NtryDtls>") + "</Ntry>";
    }

    public static String detail(String reference, String amount, String more) {
        return "<TxDtls>"
                + (reference.isEmpty() ? "" : "<Refs><AcctSvcrRef>" + reference + "</AcctSvcrRef></Refs>")
                + (amount.isEmpty() ? "" : "<Amt Ccy=\"EUR\">" + amount + "</Amt>") + more + "</TxDtls>";
    }

    /** What a test knows to be there. */
    public static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    public static List<BankFinding.Code> codes(BankFile file) {
        return file.findings().stream().map(BankFinding::code).toList();
    }
}
