package io.quittance.bank.mt940;

import static io.quittance.bank.Samples.codes;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.mt940;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.ledger.PaymentReturned.Reason;
import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.payment.Payer;
import io.quittance.bank.BalanceProof;
import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.Direction;
import io.quittance.bank.EntryDetail;
import io.quittance.bank.EntryStatus;
import io.quittance.bank.ReturnedTransaction;
import io.quittance.bank.Samples;
import io.quittance.bank.StatementHeader;
import io.quittance.core.money.Amount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Mt940ReaderTest {

    /** A statement in EUR with these fields between its balances. */
    static String statement(String fields) {
        return ":20:S-1\r\n:25:12030000/20205100\r\n:28C:7/1\r\n:60F:C260310EUR100,00\r\n" + fields
                + ":62F:C260311EUR180,00\r\n-\r\n";
    }

    private static BankEntry entry(String line) {
        return mt940(statement(":61:" + line + "\r\n")).entries().get(0);
    }

    @Test
    void aLineIsMoneyWithItsPayer() {
        BankFile file = mt940(statement("""
                :61:2603110310CR80,00NTRFNONREF//B-7
                :86:166?00GUTSCHRIFT?109310?20EREF+E-1?21SVWZ+invoice 100?2202?30MARKDEF1100?31DE27100777770209299700
                ?32Acme?33 Ltd
                """));
        BankTransaction transaction = file.transactions().get(0);
        assertThat(transaction).hasToString("transaction B-7: EUR 80.00 on 2026-03-11");
        assertThat(transaction.payer()).contains(Payer.named("Acme Ltd").withAccount("DE27100777770209299700"));
        assertThat(transaction.text()).contains("invoice 100 02");
        BankEntry entry = file.entries().get(0);
        assertThat(entry.bookingDate()).isEqualTo("2026-03-10");
        assertThat(entry.details().get(0).references().endToEnd()).isEqualTo("E-1");
        assertThat(file.statements().get(0).proof().outcome()).isEqualTo(BalanceProof.Outcome.PROVED);
        assertThat(file.findings()).isEmpty();
        assertThat(file.toString()).doesNotContain("Acme", "invoice", "12030000", "DE27");
    }

    @ParameterizedTest
    @CsvSource({
        "'2603110311C80,00NTRFNONREF', 80.00, CREDIT, false",
        "'2603110311D80,NTRFNONREF', 80.00, DEBIT, false",
        "'2603110311RC80,5NTRFNONREF', 80.50, DEBIT, true",
        "'2603110311RD80,5NTRFNONREF', 80.50, CREDIT, true",
        "'2603110311RCR0,01NTRFNONREF', 0.01, DEBIT, true",
        "'2603110311CR80,00NTRFNONREF', 80.00, CREDIT, false",
        "'260311    DD80,00NTRFNONREF', 80.00, DEBIT, false",
        "'260311C80NTRFNONREF', 80.00, CREDIT, false",
        "'260311C,80NTRFNONREF', 0.80, CREDIT, false",
        "'260311D000000001213,28N044NONREF', 1213.28, DEBIT, false"
    })
    void theMarkSaysWhatTheMoneyDoes(String line, String amount, Direction direction, boolean isReversal) {
        BankEntry entry = entry(line);
        assertThat(entry.amount()).isEqualTo(Amount.of(amount, "EUR"));
        assertThat(entry.direction()).isEqualTo(direction);
        assertThat(entry.isReversal()).isEqualTo(isReversal);
    }

    /** 0102 beside 31 December is of the year after, 1230 beside 2 January of the year before. */
    @ParameterizedTest
    @CsvSource({
        "2612310102, 2027-01-02, 2026-12-31",
        "2701021230, 2026-12-30, 2027-01-02",
        "2603110311, 2026-03-11, 2026-03-11",
        "7912310101, 2080-01-01, 2079-12-31",
        "8001011231, 1979-12-31, 1980-01-01",
        "240301 0229, , ",
        "2403010229, 2024-02-29, 2024-03-01",
        "2703010229, 2027-02-28, 2027-03-01",
        "2502280229, 2025-02-28, 2025-02-28",
        "2602270230, 2026-02-28, 2026-02-27",
        "2605020431, 2026-04-30, 2026-05-02",
        "2605020432, , 2026-05-02",
        "1602300301, 2016-03-01, 2016-02-29"
    })
    void theBookingDateIsNearestToTheValueDate(String dates, LocalDate booking, LocalDate value) {
        BankFile file = mt940(statement(":61:" + dates + "C80,00NTRFNONREF//B-1\r\n"));
        if (value == null) {
            assertThat(codes(file)).startsWith(Code.UNREADABLE_FIELD, Code.ENTRY_NOT_READ);
            return;
        }
        assertThat(file.entries().get(0).bookingDate()).isEqualTo(booking);
        assertThat(file.entries().get(0).valueDate()).isEqualTo(value);
    }

    /** Banks that count months of 30 days write 30 February; it is the last of February, and is reported. */
    @Test
    void aDayBeyondItsMonthIsReported() {
        BankFile file = Samples.sample("mt940-wolph/self-provided/february_30.sta");
        assertThat(file.entries().get(0).valueDate()).isEqualTo("2016-02-29");
        BankFinding finding = file.findings().get(0);
        assertThat(finding).hasToString("DAY_BEYOND_MONTH statement 1, entry 1, line 6, :61: value date");
        assertThat(given(finding.written()).reveal()).isEqualTo("160230");
    }

    /** As of the value date, so of the booking date. */
    @Test
    void aBookingDateBeyondItsMonthIsReported() {
        BankFile file = mt940(statement(":61:2602270230C80,00NTRFNONREF//B-1\r\n"));
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("DAY_BEYOND_MONTH statement 1, entry 1, line 5, :61: entry date");
        assertThat(codes(mt940(statement(":61:2402270229C80,00NTRFNONREF//B-1\r\n"))))
                .isEmpty();
    }

    /** Some programs put a byte order mark before a text in UTF-8. */
    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        String text = statement(":61:2603110311C80,00NTRFNONREF\r\n");
        BankFile file = mt940("\uFEFF" + text);
        assertThat(file).isEqualTo(mt940(text));
        assertThat(file.statements().get(0).header().id()).isEqualTo("S-1");
        var told = new Mt940Reader().encodedIn(StandardCharsets.UTF_8);
        assertThat(told.read(Samples.bytes("\uFEFF" + text))).isEqualTo(file);
    }

    @Test
    void aDateThatIsNoneIsAbsent() {
        BankFile file = mt940(statement(":61:2613010311C80,00NTRFNONREF//B-1\r\n"));
        assertThat(file.entries().get(0).valueDate()).isNull();
        assertThat(codes(file)).containsExactly(Code.UNREADABLE_FIELD, Code.NO_DATE);
        assertThat(file.transactions()).isEmpty();
    }

    @Test
    void whatComesBackHasItsReason() {
        BankFile file = Samples.sample("mt940-wolph/betterplace/sepa_snippet.sta");
        assertThat(file.returns())
                .extracting(returned -> returned.direction() + " " + returned.amount() + " " + returned.code() + " "
                        + returned.reason())
                .containsExactly(
                        "DEBIT EUR 0.08 MS03 OTHER",
                        "CREDIT EUR 335.33 MS03 OTHER",
                        "CREDIT EUR 15000.00 MS03 OTHER",
                        "CREDIT EUR 915311.55 AC01 NO_ACCOUNT");
        assertThat(file.returns().get(0).references().endToEnd()).isEqualTo("TFNR 40001 00005");
        assertThat(file.transactions()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "'109?00Rueckbelastung?20SVWZ+Retoure AM04?34000', AM04, INSUFFICIENT_FUNDS",
        "'109?00Rueckbelastung?20SVWZ+Retoure?34903', AC06, ACCOUNT_BLOCKED",
        "'109?00Rueckbelastung?20SVWZ+Retoure?34977', 977, OTHER",
        "'/TRTP/SEPA/RTRN/MD06/EREF/E-1/NAME/Acme Ltd/REMI/none', MD06, REFUSED_BY_PAYER"
    })
    void theReasonOfAReturnIsReadFromTheText(String text, String code, Reason reason) {
        BankFile file = mt940(statement(":61:2603110311D60,00NDDTNONREF//B-1\r\n:86:" + text + "\r\n"));
        ReturnedTransaction returned = file.returns().get(0);
        assertThat(returned.reason()).isEqualTo(reason);
        assertThat(returned.code()).isEqualTo(code);
    }

    /** Worked out by hand with SHA-256; it must not change from one version to the next, lest money is taken twice. */
    @Test
    void aDerivedIdStaysTheSame() {
        BankFile file = mt940(statement(":61:2603110311C80,00NTRFNONREF\r\nextra\r\n:86:invoice 10002 \r\nagain\r\n"));
        assertThat(file.entries().get(0).id().value()).isEqualTo("derived:6f6f147b72675eeb7c963463b99947e1f756662c/1");
    }

    @Test
    void aReturnedItemIsKnownByItsType() {
        assertThat(entry("2603110311D60,00NRTINONREF//B-1").returns()).hasSize(1);
        assertThat(entry("2603110311D60,00NTRFNONREF//B-1").returns()).isEmpty();
    }

    @Test
    void wordsBetweenSlashesAreTakenApart() {
        BankFile file = Samples.sample("mt940-wolph/jejik/rabobank-iban.sta");
        EntryDetail first = file.entries().get(0).details().get(0);
        assertThat(given(first.counterparty()).name()).contains("CONTRA ACCOUNT HOLDER");
        assertThat(first.references().endToEnd()).isEqualTo("01-01-2013 12:00 0030000987654321");
        EntryDetail second = file.entries().get(1).details().get(0);
        assertThat(given(second.counterparty()).name()).contains("JOHN DOE");
        assertThat(given(second.text()).reveal()).isEqualTo("Reference 201301234");
    }

    @Test
    void aStructuredReferenceBetweenSlashesIsOne() {
        BankFile file = mt940(statement("""
                :61:2603110311C80,00NTRFEREF//B-1
                :86:/EREF/E-1//CNTP/NL04RABO0123456789/RABONL2U/Acme Ltd///REMI/STRD/CUR/RF18539007547034
                """));
        BankTransaction transaction = file.transactions().get(0);
        assertThat(transaction.reference())
                .hasValueSatisfying(reference -> assertThat(reference).hasToString("RF18539007547034"));
        assertThat(transaction.payer()).contains(Payer.named("Acme Ltd").withAccount("NL04RABO0123456789"));
    }

    @Test
    void theGermanFieldsOfTheirOwnAreRead() {
        BankFile file = Samples.sample("mt940-wolph/sberbank/171011_01234945.sta");
        EntryDetail detail = file.entries().get(0).details().get(0);
        assertThat(detail.counterparty())
                .isEqualTo(Payer.named("ERGO Versicherung AG Fioktelep").withAccount("0000004279070017"));
        assertThat(given(detail.text()).reveal()).startsWith("526715\nA12596785 20170926000100\n");
    }

    /** A number that is broken at the end of a full line is one number. */
    @Test
    void aFullLineGoesOnInTheNext() {
        BankFile file = Samples.sample("mt940-wolph/jejik/abnamro.sta");
        assertThat(given(file.entries().get(0).details().get(0).text()).reveal())
                .contains("\n5314606715  ") // the line before has 64 characters
                .contains("D.D. 20-05-2011\nINCL. 1,44 BTW");
        BankFile full = mt940(statement(":61:2603110311C80,00NTRFNONREF//B-1\r\n:86:" + "x".repeat(59)
                + "100\r\n02 thanks\r\n" + "y".repeat(62) + "100\r\n02\r\n"));
        assertThat(given(full.entries().get(0).details().get(0).text()).reveal())
                .isEqualTo("x".repeat(59) + "100\n02 thanks\n" + "y".repeat(62) + "10002");
    }

    @Test
    void aFieldThatIsBrokenOverLinesIsPutTogether() {
        BankFile file = Samples.sample("mt940-wolph/self-provided/sparkassen.sta");
        assertThat(codes(file))
                .containsExactly(
                        Code.NO_BEGINNING,
                        Code.WRAPPED_FIELD,
                        Code.UNKNOWN_CURRENCY,
                        Code.WRAPPED_FIELD,
                        Code.NO_REFERENCE);
        BankEntry entry = file.entries().get(0);
        assertThat(entry.amount()).isEqualTo(Amount.of("30", "XXX"));
        assertThat(given(entry.details().get(0).text()).reveal()).isEqualTo("Test");
        assertThat(file.transactions()).isEmpty();
    }

    /** A time that begins a line is no field 12. */
    @Test
    void onlyFieldsOfTheStandardBeginOne() {
        BankFile file = Samples.sample("mt940-wolph/self-provided/transaction_details_wrapped.sta");
        assertThat(given(file.entries().get(0).details().get(0).text()).reveal())
                .isEqualTo("Pauschalen 2017-01-01T13:12:11");
    }

    /** The bank says 2.30 of one debit, which is of 0.42. */
    @Test
    void aReportIsComparedWithItsTotals() {
        BankFile file = Samples.sample("mt940-wolph/self-provided/mt942.sta");
        assertThat(file.statements().get(0).header().kind()).isEqualTo(StatementHeader.Kind.REPORT);
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("TOTALS_DIFFER statement 1, line 11, :90D:: EUR 1.88");
        assertThat(file.statements().get(0).booked()).isEqualTo(Amount.of("-0.42", "EUR"));
        assertThat(codes(Samples.sample("mt940-wolph/mBank/mt942.sta"))).isEmpty();
    }

    @Test
    void whatIsExpectedIsNotBooked() {
        BankFile file = mt940(":20:R-1\n:34F:EUR0,\n:13D:2603111200+0100\n:61:2603110311EC80,00NTRFNONREF//B-1\n-\n");
        assertThat(file.entries().get(0).status()).isEqualTo(EntryStatus.PENDING);
        assertThat(file.transactions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void aLineIsReadInTheEncodingThatItHas(String name) throws IOException {
        byte[] bytes = statement(":61:2603110311C80,00NTRFNONREF//B-1\r\n:86:166?32M\u00fcller\r\n")
                .getBytes(Charset.forName(name));
        BankFile file = new Mt940Reader().read(new ByteArrayInputStream(bytes));
        assertThat(file.transactions().get(0).payer()).contains(Payer.named("M\u00fcller"));
    }

    @Test
    void anEncodingMayBeGiven() throws IOException {
        String text = statement(":61:2603110311C80,00NTRFNONREF//B-1\r\n:86:166?32M\u00fcller\r\n");
        for (Charset charset : List.of(Charset.forName("IBM850"), StandardCharsets.UTF_16LE)) {
            BankFile file = new Mt940Reader().encodedIn(charset).read(new ByteArrayInputStream(text.getBytes(charset)));
            assertThat(file.transactions().get(0).payer()).contains(Payer.named("M\u00fcller"));
        }
        assertThat(new Mt940Reader().encodedIn(StandardCharsets.UTF_8)).hasToString("reader of MT940 in UTF-8");
    }

    @Test
    void readersAreEqualByTheirEncoding() throws IOException, ClassNotFoundException {
        var reader = new Mt940Reader();
        Mt940Reader told = reader.encodedIn(StandardCharsets.ISO_8859_1);
        assertThat(reader).isEqualTo(new Mt940Reader()).isNotEqualTo(told).isNotEqualTo("reader of MT940");
        assertThat(told)
                .isEqualTo(reader.encodedIn(StandardCharsets.ISO_8859_1))
                .isNotEqualTo(reader.encodedIn(StandardCharsets.UTF_8));
        assertThat(reader).hasToString("reader of MT940");
        assertThat(told).hasToString("reader of MT940 in ISO-8859-1");
        for (Mt940Reader each : List.of(reader, told)) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(each);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertThat(in.readObject()).isEqualTo(each);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesEndInAnyWay(String end) {
        BankFile file =
                mt940(statement(":61:2603110311C80,00NTRFNONREF//B-1\r\n").replace("\r\n", end));
        assertThat(file.transactions()).hasSize(1);
        assertThat(file.entries().get(0).position().line()).isEqualTo(5);
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void theBlocksOfSwiftAreNoPartOfAStatement() {
        BankFile file = mt940("{1:F01BANKDEFFXXXX0000000000}{2:O940BANKDEFFXXXXN}{3:}{4:\n"
                + statement(":61:2603110311C80,00NTRFNONREF//B-1\n").replace("\r\n-\r\n", "\n-}{5:}\n"));
        assertThat(file.statements()).hasSize(1);
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void aFieldThatCannotBeReadIsReportedAndEndsNothing() {
        BankFile file = mt940(statement(":61:nonsense\r\n:86:of whom\r\n:61:2603110311C80,00NTRFNONREF//B-1\r\n")
                .replace(":62F:C", ":62F:X"));
        assertThat(codes(file)).containsExactly(Code.UNREADABLE_FIELD, Code.ENTRY_NOT_READ, Code.UNREADABLE_FIELD);
        assertThat(file.statements().get(0).unread()).isOne();
        assertThat(file.transactions()).hasSize(1);
    }

    @Test
    void aFieldThatIsThereAgainDoesNotCount() {
        BankFile file = Samples.sample("mt940-wolph/betterplace/amount_formats.sta");
        assertThat(given(file.statements().get(0).opening()).amount()).isEqualTo(Amount.of("380115.12", "EUR"));
        assertThat(codes(file))
                .startsWith(Code.NO_BEGINNING)
                .endsWith(Code.REPEATED_FIELD)
                .hasSize(6);
    }

    @Test
    void boundsAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mt940(":20:" + "x".repeat(10_000)))
                .withMessage("line 1 must have at most 10000 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        mt940(statement(":61:2603110311C80,00NTRFNONREF//B-1\r\n:86:" + "word\r\n".repeat(2_001))))
                .withMessage(":86: must have at most 10000 characters, but was line 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mt940(statement(":86:x\r\n".repeat(1_001))))
                .withMessageStartingWith(":86: must be at most 1000 fields from one entry to the next, but was line ");
    }
}
