package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.ContractTermsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A malformed row is set aside with file, line, field, rule and value; every good row is processed. */
class BadInputTest {
    private static final String INVOICE_HEADER =
            "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate\n";
    private static final String GOOD = "A,1,1/2/2013,2/1/2013,55.94,No,1/15/2013\n";
    private static final String USAGE_HEADER = "total_day_minutes,total_day_charge,total_eve_minutes,total_eve_charge,"
            + "total_night_minutes,total_night_charge,total_intl_minutes,total_intl_charge\n";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2,1/2/2013,2/1/2013,,No,1/15/2013 | InvoiceAmount must be given",
                "A,2,13/2/2013,2/1/2013,55.94,No,1/15/2013 | InvoiceDate must be a date such as 1/31/2013, but was 13/2/2013",
                "A,2,2/30/2013,4/1/2013,55.94,No,4/15/2013 | InvoiceDate must be a date such as 1/31/2013, but was 2/30/2013",
                "X,2,1/2/2013,2/1/2013,55.94,No,1/15/2013 | customerID must be a known customer, but was X",
                "A,1,1/2/2013,2/1/2013,55.94,No,1/15/2013 | invoiceNumber must be unique, but was 1",
                "A,2,1/2/2013,2/1/2013,55.945,No,1/15/2013 | InvoiceAmount must have at most 2 decimal places, but was 55.945",
                "A,2,1/2/2013,2/1/2013,0,No,1/15/2013 | InvoiceAmount must be more than 0, but was 0",
                "A,2,1/2/2013,2/1/2013,-5,No,1/15/2013 | InvoiceAmount must be more than 0, but was -5",
                "A,2,1/2/2013,2/1/2013,five,No,1/15/2013 | InvoiceAmount must be a decimal number, but was five",
                "A,2,1/2/2013,1/1/2013,55.94,No,1/15/2013 | DueDate must not be before InvoiceDate, 1/2/2013, but was 1/1/2013",
                "A,2,1/2/2013,2/1/2013,55.94,No,1/1/2013 | SettledDate must not be before InvoiceDate, 1/2/2013, but was 1/1/2013",
                "A,2,1/2/2013,2/1/2013,55.94,Perhaps,1/15/2013 | Disputed must be Yes or No, but was Perhaps",
                "\"A,2,1/2/2013,2/1/2013,55.94,No,1/15/2013 | record must be well-formed CSV, but was 41 characters",
                "\"A\"x,2,1/2/2013,2/1/2013,55.94,No,1/15/2013 | record must be well-formed CSV, but was 43 characters",
                "A,2,1/2/2013,1/2/2033,55.94,No,1/15/2013 | DueDate must be at most 3650 days after InvoiceDate, but was 1/2/2033",
                "A,2,1/1/0000,2/1/2013,55.94,No,1/15/2013 | InvoiceDate must lie in the years 1900 to 2199, but was 1/1/0000",
                "A,2,1/2/0013,2/1/2013,55.94,No,1/15/2013 | InvoiceDate must lie in the years 1900 to 2199, but was 1/2/0013",
                "A,2,1/2/2013,1/2/+999999999,55.94,No,1/15/2013 | DueDate must be a date such as 1/31/2013, but was 1/2/+999999999",
                "A,2,12/20/9999,1/1/+10000,55.94,No,1/15/2013 | InvoiceDate must lie in the years 1900 to 2199, but was 12/20/9999",
                "A,2,1/2/2013,2/1/2013,55.94,No,1/2/+12345 | SettledDate must be a date such as 1/31/2013, but was 1/2/+12345",
                "A,2,1/2/2013,2/1/2013,١٢.٥٠,No,1/15/2013 | InvoiceAmount must be a decimal number, but was ١٢.٥٠",
                "A,2,1/2/2013,2/1/2013,1E+1000000000,No,1/15/2013 | InvoiceAmount must have at most 38 digits, but was 1E+1000000000",
                "A, 2,1/2/2013,2/1/2013,55.94,No,1/15/2013 | invoiceNumber must not begin or end with white space, but was  2",
                "A,T-2014-000001,1/2/2013,2/1/2013,55.94,No,1/15/2013 | invoiceNumber must be unique, but was T-2014-000001",
                "A,2,1/2/2013,2/1/2013,55.94,No | record must have 7 fields, but was 6",
                "A,2,1/2/2013,2/1/2013,55.94,No,1/15/2013,more | record must have 7 fields, but was 8"
            })
    void aBadInvoiceRowIsRejectedAndTheOthersAreKept(String row, String message) throws IOException {
        Reading<HistoricInvoice> reading = invoices(GOOD + row + "\n" + GOOD.replace("A,1", "A,3"));
        assertThat(reading.rejected()).hasToString("[invoices.csv:3: " + message + "]");
        assertThat(reading.accepted()).hasSize(2);
        assertThat(reading.rows()).isEqualTo(3);
        assertThat(reading.isBalanced()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-1,0.17,1,0.09,1,0.05,1,0.27 | total_day_minutes must not be negative, but was -1",
                "1,0.17,1,0.09,1,0.05,,0.27 | total_intl_minutes must be given",
                "1,0.17,1,0.09,many,0.05,1,0.27 | total_night_minutes must be a decimal number, but was many",
                "1,0.170,1,0.085,1,0.05,1,0.27 | total_eve_charge must have at most 2 decimal places, but was 0.085"
            })
    void aBadUsageRowIsRejectedAndTheOthersAreBilled(String row, String message) throws IOException {
        Reading<TelephoneCustomer> reading =
                usage("1,0.17,1,0.09,1,0.05,1,0.27\n" + row + "\n2,0.34,1,0.09,1,0.05,1,0.27\n");
        assertThat(reading.rejected()).hasToString("[usage.csv:3: " + message + "]");
        assertThat(reading.accepted())
                .extracting(customer -> customer.customer().value())
                .containsExactly("1", "3");
        assertThat(reading.isBalanced()).isTrue();
    }

    /** As written, 1E+1000000000 would need a gigabyte of digits. */
    @Test
    void anAbsurdQuantityIsRejectedAtOnce() throws IOException {
        Reading<TelephoneCustomer> reading = usage("1E+1000000000,0.17,1,0.09,1,0.05,1,0.27\n");
        assertThat(reading.rejected()).singleElement().satisfies(rejection -> {
            assertThat(rejection.field()).isEqualTo("total_day_minutes");
            assertThat(rejection.rule()).isEqualTo("must have at most 38 digits");
        });
    }

    @Test
    void aRowThatNeverEndsIsRejectedAtOnce() throws IOException {
        Reading<HistoricInvoice> reading =
                invoices(GOOD + "A," + "9".repeat(200_000) + ",1/2/2013,2/1/2013,55.94,No,1/15/2013\n");
        assertThat(reading.rejected())
                .hasToString("[invoices.csv:3: record must have at most 100000 bytes, but was 200039]");
        assertThat(reading.accepted()).hasSize(1);
    }

    @Test
    void aNumberThatIsTooLongForTheKeysMadeOfItIsRejected() throws IOException {
        Reading<HistoricInvoice> reading = invoices(GOOD.replace("A,1", "A," + "9".repeat(100))
                + GOOD.replace("A,1", "A," + "8".repeat(101))
                + GOOD.replace("A,1", "A," + "7".repeat(500)));
        assertThat(reading.accepted()).hasSize(1);
        assertThat(reading.rejected())
                .extracting(Rejection::field, Rejection::rule, Rejection::value)
                .containsExactly(
                        tuple("invoiceNumber", "must have at most 100 characters", "8".repeat(101)),
                        tuple(
                                "invoiceNumber",
                                "must have 1 to 200 characters",
                                "7".repeat(200) + "… (500 characters)"));
    }

    /** In Latin-1, Ü1 and Ö1 are no UTF-8; read leniently, both would be one number. */
    @Test
    void aRowThatIsNotUtf8IsRejectedAndTheOthersAreKept() throws IOException {
        byte[] latin = (INVOICE_HEADER + GOOD + GOOD.replace("A,1", "A,\u00dc1") + GOOD.replace("A,1", "A,3"))
                .getBytes(StandardCharsets.ISO_8859_1);
        Reading<HistoricInvoice> reading = read(Files.write(folder.resolve("invoices.csv"), latin));
        assertThat(reading.rejected()).hasToString("[invoices.csv:3: record must be UTF-8 text, but was 41 bytes]");
        assertThat(reading.accepted()).hasSize(2);
        assertThat(reading.isBalanced()).isTrue();
    }

    @Test
    void aFileOrTermsThatAreNotUtf8AreRefusedWithTheirLine() throws IOException {
        Path terms = Files.write(
                folder.resolve("terms.json"), "{\n\"name\": \"\u00dc\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> Source.of(terms, "").text())
                .withMessage("terms.json:2: must be UTF-8 text");
        Path invoices =
                Files.writeString(folder.resolve("invoices.csv"), INVOICE_HEADER + GOOD, StandardCharsets.UTF_16);
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> read(invoices))
                .withMessage("invoices.csv: the header record must be UTF-8 text");
    }

    /** An invoice that is not settled yet is no error. */
    @Test
    void anInvoiceWithoutSettlementIsOpen() throws IOException {
        Reading<HistoricInvoice> reading = invoices(GOOD.replace("1/15/2013", "") + GOOD.replace("A,1", "A,2"));
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.accepted())
                .extracting(HistoricInvoice::settled)
                .containsExactly(null, LocalDate.of(2013, 1, 15));
    }

    /** As spreadsheets write them: a byte order mark, carriage returns, empty lines. */
    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        Path invoices = Files.writeString(
                folder.resolve("invoices.csv"), ("\uFEFF" + INVOICE_HEADER + "\n" + GOOD).replace("\n", "\r\n"));
        assertThat(read(invoices).accepted()).hasSize(1);
    }

    @Test
    void aFileWithoutUsableHeaderIsRefusedAsAWhole() {
        assertUnusable("", "invoices.csv is empty");
        assertUnusable("customerID,customerID\n", "invoices.csv has the column customerID twice");
        assertUnusable("customerID\n", "invoices.csv has no column invoiceNumber");
        assertUnusable("\"customerID\n", "invoices.csv: the header record must be well-formed CSV");
    }

    private void assertUnusable(String content, String message) {
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> read(Files.writeString(folder.resolve("invoices.csv"), content)))
                .withMessage(message);
    }

    @Test
    void sumsCountRowsWhoseAmountCanBeReadAlsoWhereTheyAreRejected() throws IOException {
        Reading<HistoricInvoice> reading = invoices(
                GOOD + "X,2,1/2/2013,2/1/2013,44.06,No,1/15/2013\n" + "A,3,1/2/2013,2/1/2013,five,No,1/15/2013\n");
        assertThat(reading.readable()).isEqualTo(Amount.of("100.00", "USD"));
        assertThat(reading.acceptedAmount()).isEqualTo(Amount.of("55.94", "USD"));
        assertThat(reading.rejectedAmount()).isEqualTo(Amount.of("44.06", "USD"));
    }

    private Reading<HistoricInvoice> invoices(String rows) throws IOException {
        return read(Files.writeString(folder.resolve("invoices.csv"), INVOICE_HEADER + rows));
    }

    private Reading<HistoricInvoice> read(Path invoices) throws IOException {
        Path customers = Files.writeString(folder.resolve("customers.csv"), "customerID\nA\nB\n");
        return ReceivablesFile.read(
                Source.of(invoices, ""),
                Source.of(customers, ""),
                Shipped.CLOSE.terms().currency(),
                List.of(new InvoiceNumber("T-2014-000001")));
    }

    private Reading<TelephoneCustomer> usage(String rows) throws IOException {
        Path usage = Files.writeString(folder.resolve("usage.csv"), USAGE_HEADER + rows);
        var terms = ContractTermsJson.standard()
                .read(Source.of(null, "contract-terms.json").text());
        return TelephoneFile.read(Source.of(usage, ""), terms, ServicePeriod.of(Shipped.MONTH));
    }
}
