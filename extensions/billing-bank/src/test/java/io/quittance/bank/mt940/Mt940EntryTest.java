package io.quittance.bank.mt940;

import static io.quittance.bank.Samples.codes;
import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.mt940;
import static io.quittance.bank.mt940.Mt940ReaderTest.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFile;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.TransactionReferences;
import io.quittance.core.id.Masked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a {@code :61:}. */
class Mt940EntryTest {

    private static BankFile file(String line) {
        return mt940(statement(":61:" + line + "\r\n"));
    }

    /** The customer's reference has 16 characters at most, and what is further right is said of the entry, if no {@code //} follows. */
    @ParameterizedTest
    @CsvSource({
        "'//B-7', , B-7, ",
        "'K-1//B-7', K-1, B-7, ",
        "'K-1', K-1, , ",
        "'K-1             and more', K-1, , and more",
        "'K-1             and//B-7', K-1 and, B-7, ",
        "'INV-2026-000123456789', INV-2026-000123456789, , "
    })
    void referencesAreTheCustomersAndTheBanks(
            String written, @Nullable String customer, @Nullable String bank, @Nullable String information) {
        BankEntry entry = file("2603110311C80,00NTRF" + written).entries().get(0);
        assertThat(entry.details().get(0).references())
                .isEqualTo(new TransactionReferences(bank, null, customer, null, null, null));
        assertThat(entry.id().value()).startsWith(bank == null ? "derived:" : bank);
        Masked<String> said = entry.information();
        assertThat(said == null ? null : said.reveal()).isEqualTo(information);
    }

    @Test
    void theLineBelowIsSaidOfTheEntry() {
        BankEntry entry = file("2603110311C80,00NTRFK-1             and more\r\nextra")
                .entries()
                .get(0);
        assertThat(given(entry.information()).reveal()).isEqualTo("and more\nextra");
    }

    @Test
    void theTypeIsTheCode() {
        assertThat(file("2603110311C80,00NTRFK-1//B-7").entries().get(0).code()).isEqualTo("NTRF");
        assertThat(file("2603110311C80,00//B-7").entries().get(0).code()).isNull();
    }

    /** The booking date may be left out, and nothing is wrong then. */
    @Test
    void anEntryNeedNotHaveABookingDate() {
        BankFile file = file("260311C80,00NTRFNONREF//B-1");
        assertThat(file.entries().get(0).bookingDate()).isNull();
        assertThat(file.entries().get(0).valueDate()).isEqualTo("2026-03-11");
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void aBookingDateThatIsNoneIsReported() {
        BankFile file = file("2605020432C80,00NTRFNONREF//B-1");
        assertThat(file.findings())
                .extracting(BankFinding::toString)
                .containsExactly("UNREADABLE_FIELD statement 1, entry 1, line 5, :61: entry date");
        assertThat(given(file.findings().get(0).written()).reveal()).isEqualTo("0432");
    }

    /** What cannot be read with the next line either was not broken over lines. */
    @Test
    void nonsenseOverTwoLinesIsNoWrappedField() {
        assertThat(codes(file("nonsense\r\nmore")))
                .containsExactly(Code.UNREADABLE_FIELD, Code.ENTRY_NOT_READ, Code.BALANCE_NOT_COMPARABLE);
    }
}
