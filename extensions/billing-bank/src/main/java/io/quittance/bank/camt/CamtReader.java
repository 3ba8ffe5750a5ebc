package io.quittance.bank.camt;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.bank.BankFileReader;
import io.quittance.bank.BankFileSink;
import io.quittance.bank.BankFinding;
import io.quittance.bank.FilePosition;
import io.quittance.bank.StatementHeader;
import io.quittance.bank.internal.SeenIds;
import io.quittance.bank.internal.StatementDraft;
import io.quittance.core.error.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads camt.052, camt.053 and camt.054 of all versions, by the names of their elements, which are the same since the first; also where
 * other elements stand around the document. A document type is refused, so that there is nothing to expand and nothing to fetch.
 *
 * <pre>{@code
 * BankFile file = new CamtReader().read(stream);
 * file.statements().get(0).proof(); // PROVED
 * file.transactions(); // for the PaymentMatcher
 * }</pre>
 */
public final class CamtReader implements BankFileReader, Serializable {
    private static final long serialVersionUID = 1L;

    private static final Map<String, StatementHeader.Kind> KINDS = Map.of(
            "BkToCstmrStmt", StatementHeader.Kind.STATEMENT,
            "BkToCstmrAcctRpt", StatementHeader.Kind.REPORT,
            "BkToCstmrDbtCdtNtfctn", StatementHeader.Kind.NOTIFICATION);
    private static final Map<StatementHeader.Kind, String> STATEMENTS = Map.of(
            StatementHeader.Kind.STATEMENT, "Stmt",
            StatementHeader.Kind.REPORT, "Rpt",
            StatementHeader.Kind.NOTIFICATION, "Ntfctn");
    /** The first version writes the number of the version behind the name. */
    private static final Pattern VERSION = Pattern.compile("V[0-9]{2}$");

    private static final Pattern FAMILY = Pattern.compile("camt\\.05[234]\\.001\\.[0-9]{2}");

    /** A reader of all versions. */
    public CamtReader() {}

    @Override
    public void read(InputStream file, BankFileSink sink) throws IOException {
        Objects.requireNonNull(sink, "sink");
        var xml = new CamtXml(Objects.requireNonNull(file, "file"));
        var seen = new SeenIds();
        int statements = 0;
        boolean isCamt = false;
        StatementHeader.@Nullable Kind kind = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == START_ELEMENT) {
                if (kind == null) {
                    kind = kind(xml);
                    isCamt |= kind != null;
                } else if (xml.name().equals(STATEMENTS.get(kind))) {
                    statements++;
                    new CamtStatement(xml, new StatementDraft(statements, xml.line(), kind, sink, seen)).read();
                } else {
                    xml.skip();
                }
            } else if (event == END_ELEMENT) {
                kind = null; // what begins within it has been read to its end
            }
        }
        if (!isCamt) {
            throw new InvalidArgumentException(
                    "bank.camt", "file", "must have a document of camt.052, camt.053 or camt.054", null);
        }
        if (statements == 0) {
            sink.finding(new BankFinding(
                    BankFinding.Code.NO_STATEMENT, new FilePosition(0, 0, 0, xml.line()), "file", null, null));
        }
    }

    private static StatementHeader.@Nullable Kind kind(CamtXml xml) {
        return xml.namespace().isEmpty() || FAMILY.matcher(xml.namespace()).find()
                ? KINDS.get(VERSION.matcher(xml.name()).replaceFirst(""))
                : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CamtReader;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "reader of camt";
    }
}
