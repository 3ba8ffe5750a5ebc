package consumer;

import io.quittance.bank.BankFile;
import io.quittance.bank.camt.CamtReader;
import io.quittance.bank.mt940.Mt940Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a statement of 18.15, to which 8.85 come, as camt.053 and as MT940, and prints the proof and the money of each. */
public final class Main {
    private static final String CAMT = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S-1</Id>
            <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">18.15</Amt><CdtDbtInd>CRDT</CdtDbtInd>
              <Dt><Dt>2026-03-10</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">27.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
              <Dt><Dt>2026-03-11</Dt></Dt></Bal>
            <Ntry><Amt Ccy="EUR">8.85</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
              <ValDt><Dt>2026-03-11</Dt></ValDt><AcctSvcrRef>B-7</AcctSvcrRef></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    private static final String MT940 = """
            :20:S-1
            :25:12030000/20205100
            :28C:7/1
            :60F:C260310EUR18,15
            :61:2603110311C8,85NTRFNONREF//B-7
            :86:invoice 2026-17
            :62F:C260311EUR27,00
            -
            """;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        print(new CamtReader().read(bytes(CAMT)));
        print(new Mt940Reader().read(bytes(MT940)));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void print(BankFile file) {
        System.out.println(file.statements().get(0).proof().outcome() + " " + file.transactions());
    }
}
