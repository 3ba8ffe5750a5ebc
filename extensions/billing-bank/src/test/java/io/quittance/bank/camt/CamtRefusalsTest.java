package io.quittance.bank.camt;

import static io.quittance.bank.Samples.camt;
import static io.quittance.bank.Samples.detail;
import static io.quittance.bank.Samples.entry;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFileReader;
import io.quittance.bank.Samples;
import io.quittance.core.error.InvalidArgumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no camt, is broken, or goes beyond the bounds is refused by argument, rule and value. */
class CamtRefusalsTest {

    private static void assertRefused(String document, String code, String message) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> camt(document))
                .withMessage(message)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Document>",
                "<!DOCTYPE Document SYSTEM \"http://localhost:1/x.dtd\">",
                "<!DOCTYPE Document [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE Document [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>",
                "<!DOCTYPE Document [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
            })
    void aDocumentTypeIsRefusedAndNothingIsFetched(String type) {
        assertRefused(
                type + statement(entry("8.00", "B-1", detail("", "", "<RmtInf><Ustrd>&d;&e;</Ustrd></RmtInf>"))),
                "bank.doctype",
                "file must have no DOCTYPE and no entities of its own, but was line 1");
    }

    @Test
    void anEntityThatNobodyDeclaredIsRefused() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> camt(statement("<AddtlStmtInf>&unknown;</AddtlStmtInf>")))
                .satisfies(refusal -> assertThat(refusal.code()).isIn("bank.doctype", "bank.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "not XML", "<Document>", "<a></b>", "<a/><b/>", "<a b=1/>", "\u0000"})
    void whatIsNoXmlIsRefused(String text) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> camt(text))
                .withMessageStartingWith("file must be well-formed XML, but was line ")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("bank.xml"));
    }

    @Test
    void aFileThatBreaksOffIsRefusedAfterWhatWasWhole() {
        String document = statement(entry("8.00", "B-1", "") + "\n" + entry("9.00", "B-2", ""));
        String half = document.substring(0, document.indexOf("B-2"));
        var entries = new ArrayList<BankEntry>();
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new CamtReader().read(Samples.bytes(half), entries::add))
                .withMessage("file must be well-formed XML, but was line 6");
        assertThat(entries).extracting(entry -> entry.id().value()).containsExactly("B-1");
    }

    @Test
    void bytesThatAreNoneOfTheEncodingAreRefused() {
        byte[] bytes = statement("<AddtlStmtInf>\u00fc</AddtlStmtInf>").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new CamtReader().read(new ByteArrayInputStream(bytes)))
                .withMessageStartingWith("file must be well-formed XML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html/>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"><CstmrCdtTrfInitn/></Document>",
                "<Document xmlns=\"urn:example\"><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>"
            })
    void anotherDocumentIsRefused(String document) {
        assertRefused(document, "bank.camt", "file must have a document of camt.052, camt.053 or camt.054");
    }

    @Test
    void depthIsBounded() {
        assertRefused(
                statement("<X>" + "<a>".repeat(61)),
                "bank.depth",
                "file must have at most 64 elements inside each other, but was line 5");
        assertThatNoException()
                .isThrownBy(() -> camt(statement("<X>" + "<a>".repeat(60) + "</a>".repeat(60) + "</X>")));
    }

    @Test
    void aTextIsBounded() {
        assertRefused(
                statement("<AddtlStmtInf>" + "x".repeat(10_001) + "</AddtlStmtInf>"),
                "bank.text",
                "AddtlStmtInf must have at most 10000 characters, but was line 5");
        BankFile most = camt(statement("<AddtlStmtInf>" + "x".repeat(10_000) + "</AddtlStmtInf>"));
        assertThat(given(most.statements().get(0).information()).reveal()).hasSize(10_000);
    }

    @Test
    void theElementsOfAPartAreBounded() {
        assertRefused(
                statement("<X>" + "<a/>".repeat(10_001) + "</X>"),
                "bank.elements",
                "X must have at most 10000 elements in one part, but was line 5");
    }

    /** The detail itself is one of its 10,000 elements; those of one do not count for the next. */
    @Test
    void theElementsOfADetailAreBounded() {
        String most = "<TxDtls>" + "<a/>".repeat(9_999) + "</TxDtls>";
        assertThatNoException().isThrownBy(() -> camt(statement(entry("8.00", "B-1", most + most))));
        assertRefused(
                statement(entry("8.00", "B-1", most.replace("</TxDtls>", "<a/></TxDtls>"))),
                "bank.elements",
                "Ntry must have at most 10000 elements in one part, but was line 5");
    }

    /** Those before and behind the details are counted together. */
    @Test
    void theElementsOfAnEntryBesideItsDetailsAreBounded() {
        String some = "<a/>".repeat(5_000);
        assertThatNoException().isThrownBy(() -> camt(statement("<X>" + some + some + "</X>")));
        assertRefused(
                statement(entry("8.00", "B-1", some + "<TxDtls/>" + some)),
                "bank.elements",
                "Ntry must have at most 10000 elements in one part, but was line 5");
    }

    /** Of 6,711 texts of 10,000 characters, 67,110,000 in all; each alone, and each detail, is within its bounds. */
    @Test
    @SuppressWarnings("JdkObsolete") // what a sequence of streams asks for
    void theCharactersOfAnEntryAreBounded() {
        String document = statement(entry("8.00", "B-1", "<Details/>"));
        String detail = "<TxDtls><X>" + "x".repeat(10_000) + "</X></TxDtls>";
        List<String> texts = new ArrayList<>(Collections.nCopies(6_711, detail));
        texts.add(0, document.substring(0, document.indexOf("<Details/>")));
        texts.add(document.substring(document.indexOf("<Details/>")));
        Iterator<String> parts = texts.iterator();
        InputStream file = new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return Samples.bytes(parts.next());
            }
        });
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new CamtReader().read(file))
                .withMessage("Ntry must have at most 67108864 characters in all, but was line 5")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("bank.entry-text"));
    }

    @Test
    void theDetailsOfAnEntryAreBounded() {
        assertRefused(
                statement(entry("8.00", "B-1", "<TxDtls/>".repeat(100_001))),
                "bank.details",
                "Ntry must have at most 100000 TxDtls, but was line 5");
    }

    @Test
    void thePartsOfAStatementAreBounded() {
        assertThatNoException()
                .isThrownBy(() -> camt(statement("<X/>".repeat(9_997)))); // id, number and account are three
        assertRefused(
                statement("<X/>".repeat(9_998)),
                "bank.parts",
                "statement must have at most 10000 parts beside its entries, but was line 5");
    }

    private interface NextByte {
        int next() throws IOException;
    }

    /** A stream that is made up byte by byte. */
    private static final class Bytes extends InputStream {
        private final NextByte source;

        private Bytes(NextByte source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return source.next();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            bytes[offset] = (byte) source.next();
            return 1;
        }
    }

    /** A comment, a name or an attribute without end would be held in memory as a whole. */
    @ParameterizedTest
    @ValueSource(strings = {"<!--", "<?x ", "<X a=\"", "<", "<!DOCTYPE Document [<!--"})
    void aPartThatDoesNotEndIsRefused(String begin) {
        byte[] first = begin.getBytes(StandardCharsets.UTF_8);
        var at = new AtomicInteger();
        InputStream endless = new Bytes(() -> {
            int place = at.getAndIncrement();
            assertThat(place).isLessThan(100_000_000);
            return place < first.length ? first[place] : 'x';
        });
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new CamtReader().read(endless))
                .satisfies(refusal -> assertThat(refusal.code()).isIn("bank.gap", "bank.xml"));
    }

    /** Byte by byte or many at once; what was understood begins the count anew. */
    @Test
    void aMebibyteIsReadInWhichNothingIsUnderstood() throws IOException {
        var stream = new GuardedStream(new Bytes(() -> 'x'));
        for (int again = 0; again < 2; again++) {
            for (int i = 0; i < BankFileReader.MAX_GAP; i++) {
                assertThat(i % 2 == 0 ? stream.read() : stream.read(new byte[1], 0, 1))
                        .isPositive();
            }
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(stream::read)
                    .withMessage("file must have no part of more than 1048576 bytes in which no element, text or field"
                            + " begins or ends")
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("bank.gap"));
            stream.understood();
        }
    }

    /** The JDK counts them as entities, of which it allows 100,000 characters on newer versions. */
    @Test
    void signsThatXmlItselfEscapesAreNotCounted() {
        String words = "<AddtlNtryInf>" + "&amp;".repeat(9_000) + "</AddtlNtryInf>";
        String entries = entry("8.00", "B-1", "").replace("<NtryDtls>", "").replace("</Ntry>", words + "</Ntry>");
        assertThat(camt(statement(entries.repeat(50))).entries()).hasSize(50);
    }

    /** At once, or within the document. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 500, 20_000})
    void aStreamThatFailsIsNoFaultOfTheFile(int good) {
        byte[] begin = statement(entry("8.00", "B-1", "").repeat(100)).getBytes(StandardCharsets.UTF_8);
        var at = new AtomicInteger();
        InputStream failing = new Bytes(() -> {
            int place = at.getAndIncrement();
            if (place >= good) {
                throw new IOException("the line is cut");
            }
            return begin[place];
        });
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new CamtReader().read(failing))
                .withMessage("the line is cut");
    }
}
