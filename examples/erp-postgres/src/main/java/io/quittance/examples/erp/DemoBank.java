package io.quittance.examples.erp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Plays the bank: a camt.053 in which the customers pay what is open, in full, in part, too much, without words, or as strangers. */
record DemoBank(LocalDate day) {
    /** Of the company. No bank has a code that begins with 9. */
    static final String ACCOUNT = "DE93999999990000000001";

    private record Owed(String document, String customer, BigDecimal open, String name, String account) {}

    private record Paid(
            String id, BigDecimal amount, @Nullable Owed payer, String words) {}

    void write(Database database, Path file) throws IOException {
        List<Owed> owed = database.inTransaction(DemoBank::owed);
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "camt", ".part");
        try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            write(out, paid(owed));
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Owed> owed(Connection connection) {
        return Sql.list(
                connection,
                "select o.document, o.customer, o.open, c.name, c.account from open_item o join customer c on c.id = o.customer"
                        + " where c.name is not null and c.account is not null order by o.customer, o.document",
                row -> new Owed(
                        row.getString(1), row.getString(2), row.getBigDecimal(3), row.getString(4), row.getString(5)));
    }

    private List<Paid> paid(List<Owed> owed) {
        var all = new ArrayList<Paid>();
        for (Owed one : owed) {
            int n = all.size() + 1;
            String id = String.format(Locale.ROOT, "B-%s-%06d", day, n);
            all.add(
                    switch (n % 5) {
                        case 0 -> new Paid(id, one.open(), null, "transfer");
                        case 1 -> new Paid(id, one.open(), one, "invoice " + one.document());
                        case 2 -> new Paid(id, half(one.open()), one, "part of " + one.document());
                        case 3 -> new Paid(id, one.open().add(BigDecimal.TEN), one, one.document());
                        default -> new Paid(id, one.open(), one, "as agreed");
                    });
        }
        return all;
    }

    private static BigDecimal half(BigDecimal amount) {
        return amount.divide(BigDecimal.valueOf(2), 2, RoundingMode.UP);
    }

    private void write(Writer out, List<Paid> paid) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        xml.writeStartDocument();
        open(xml, "Document");
        xml.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08");
        open(xml, "BkToCstmrStmt", "Stmt");
        text(xml, "Id", "STMT-" + day);
        open(xml, "Acct", "Id");
        text(xml, "IBAN", ACCOUNT);
        close(xml, 2);
        balance(xml, "OPBD", BigDecimal.ZERO);
        balance(xml, "CLBD", paid.stream().map(Paid::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        for (Paid one : paid) {
            entry(xml, one);
        }
        close(xml, 3);
        xml.writeEndDocument();
        xml.close();
    }

    private void balance(XMLStreamWriter xml, String code, BigDecimal amount) throws XMLStreamException {
        open(xml, "Bal", "Tp", "CdOrPrtry");
        text(xml, "Cd", code);
        close(xml, 2);
        amount(xml, amount);
        open(xml, "Dt");
        text(xml, "Dt", day.toString());
        close(xml, 2);
    }

    private void entry(XMLStreamWriter xml, Paid paid) throws XMLStreamException {
        open(xml, "Ntry");
        amount(xml, paid.amount());
        open(xml, "Sts");
        text(xml, "Cd", "BOOK");
        close(xml, 1);
        open(xml, "ValDt");
        text(xml, "Dt", day.toString());
        close(xml, 1);
        text(xml, "AcctSvcrRef", paid.id());
        open(xml, "NtryDtls", "TxDtls");
        open(xml, "RltdPties", "Dbtr", "Pty");
        text(xml, "Nm", paid.payer() == null ? "Somebody" : paid.payer().name());
        close(xml, 2);
        if (paid.payer() != null) {
            open(xml, "DbtrAcct", "Id");
            text(xml, "IBAN", paid.payer().account());
            close(xml, 2);
        }
        close(xml, 1);
        open(xml, "RmtInf");
        text(xml, "Ustrd", paid.words());
        close(xml, 4);
    }

    private static void amount(XMLStreamWriter xml, BigDecimal amount) throws XMLStreamException {
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(amount.toPlainString());
        xml.writeEndElement();
        text(xml, "CdtDbtInd", "CRDT");
    }

    private static void open(XMLStreamWriter xml, String... names) throws XMLStreamException {
        for (String name : names) {
            xml.writeStartElement(name);
        }
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void close(XMLStreamWriter xml, int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
    }
}
