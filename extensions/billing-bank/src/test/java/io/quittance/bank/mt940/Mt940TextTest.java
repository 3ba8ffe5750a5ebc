package io.quittance.bank.mt940;

import static io.quittance.bank.Samples.given;
import static io.quittance.bank.Samples.mt940;
import static io.quittance.bank.mt940.Mt940ReaderTest.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.ledger.PaymentReturned.Reason;
import io.quittance.ar.payment.Payer;
import io.quittance.bank.EntryDetail;
import io.quittance.bank.ReturnedTransaction;
import io.quittance.bank.TransactionReferences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a {@code :86:}. */
class Mt940TextTest {

    /** Of a debit of that type with these fields below it. */
    private static ReturnedTransaction returned(String type, String fields) {
        return mt940(statement(":61:2603110311D60,00" + type + "NONREF//B-1\r\n" + fields + "\r\n"))
                .returns()
                .get(0);
    }

    private static EntryDetail detail(String fields) {
        return mt940(statement(":61:2603110311C80,00NTRFK-1//B-1\r\n" + fields + "\r\n"))
                .entries()
                .get(0)
                .details()
                .get(0);
    }

    private static String text(String fields) {
        return given(detail(fields).text()).reveal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void blankLinesAreLeftOut(String blank) {
        assertThat(text(":86:one\r\n" + blank + "\r\ntwo")).isEqualTo("one\ntwo");
    }

    /** What is known of an entry stays known if more is said of it. */
    @Test
    void severalFieldsOfAnEntryAddUp() {
        EntryDetail detail = detail("""
                :86:/NAME/Acme Ltd/IBAN/DE27100777770209299700/EREF/E-1/MARF/M-1/RTRN/MD06/REMI/first
                :86:
                :86:and more""");
        assertThat(detail.text()).isNotNull();
        assertThat(given(detail.text()).reveal()).isEqualTo("first\nand more");
        assertThat(detail.counterparty()).isEqualTo(Payer.named("Acme Ltd").withAccount("DE27100777770209299700"));
        assertThat(detail.references()).isEqualTo(new TransactionReferences("B-1", "E-1", "K-1", null, "M-1", null));
        assertThat(detail.returnCode()).isEqualTo("MD06");
    }

    /** The reference of the instruction in {@code :86:} is more than that in {@code :61:}, which has room for 16 characters. */
    @Test
    void theInstructionOfTheTextCounts() {
        assertThat(detail(":86:166?20KREF+K-2?21SVWZ+thanks").references().instruction())
                .isEqualTo("K-2");
    }

    /** {@code ?20} to {@code ?29} and {@code ?60} to {@code ?63}. */
    @Test
    void numberedPartsAreTextOrNot() {
        assertThat(text(":86:166?00GUTSCHRIFT?19no?20a?29b?30MARKDEF1100?59no?60c?63d?64no"))
                .isEqualTo("a b c d");
    }

    /** A part of 27 characters goes on in the next; one of 26 has ended. */
    @Test
    void aFullPartGoesOnInTheNext() {
        String x = "x".repeat(23);
        assertThat(text(":86:166?20x" + x + "100?2102 thanks")).isEqualTo("x" + x + "10002 thanks");
        assertThat(text(":86:166?20" + x + "100?2102 thanks")).isEqualTo(x + "100 02 thanks");
    }

    @Test
    void aPartThatIsThereAgainGoesOn() {
        assertThat(detail(":86:166?20thanks?32Acme?32 Ltd").counterparty()).isEqualTo(Payer.named("Acme Ltd"));
    }

    /** The words say it where {@code ?34} does not, and what is no return has no reason, whatever its words. */
    @ParameterizedTest
    @CsvSource({
        "NDDT, '109?00Rueckbelastung?20SVWZ+Retoure?34000', , OTHER",
        "NDDT, '109?00Rueckbelastung?20SVWZ+Retoure AM04?34903', AC06, ACCOUNT_BLOCKED",
        "NDDT, 'see AC04 of yesterday\r\n:86:109?00Rueckbelastung?20SVWZ+Retoure?34903', AC06, ACCOUNT_BLOCKED",
        "NRTI, 'Retoure AM04', AM04, INSUFFICIENT_FUNDS",
        "NRTI, '166?00Rueckbelastung?20SVWZ+Retoure?34903', AC06, ACCOUNT_BLOCKED"
    })
    void theReasonOfAReturnMayBeInItsWords(String type, String text, @Nullable String code, Reason reason) {
        ReturnedTransaction returned = returned(type, ":86:" + text);
        assertThat(returned.code()).isEqualTo(code);
        assertThat(returned.reason()).isEqualTo(reason);
    }

    /** Words between slashes are known where the field begins with one. */
    @Test
    void slashesWithinATextAreText() {
        assertThat(text(":86:for /NAME/ see /REMI/ there")).isEqualTo("for /NAME/ see /REMI/ there");
    }

    /** Some banks end each part with a slash of its own, which is no part of a reference. */
    @Test
    void aSlashBehindAPartEndsIt() {
        String text = ":86:/EREF/E-1//CNTP/NL04RABO0123456789/RABONL2U/Acme Ltd///MARF/M-1//PREF/K-2//RTRN/MD06//REMI/";
        EntryDetail detail = detail(text + "USTD//invoice 100/");
        assertThat(detail.references()).isEqualTo(new TransactionReferences("B-1", "E-1", "K-2", null, "M-1", null));
        assertThat(detail.counterparty()).isEqualTo(Payer.named("Acme Ltd").withAccount("NL04RABO0123456789"));
        assertThat(detail.returnCode()).isEqualTo("MD06");
        assertThat(given(detail.text()).reveal()).isEqualTo("invoice 100");
        assertThat(detail(text + "STRD/CUR/RF18539007547034/").creditorReferences())
                .containsExactly("RF18539007547034");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRD/CUR", "STRD/CUR/", "STRD/CUR/ /", "USTD//", "/", ""})
    void whatIsEmptyIsAbsent(String remittance) {
        EntryDetail detail = detail(":86:/EREF/E-1/REMI/" + remittance);
        assertThat(detail.creditorReferences()).isEmpty();
        assertThat(detail.text()).isNull();
    }

    @Test
    void theFirstNameAndAccountCount() {
        assertThat(detail(":86:/NAME/Acme Ltd/IBAN/DE27100777770209299700/NAME/Other/IBAN/X")
                        .counterparty())
                .isEqualTo(Payer.named("Acme Ltd").withAccount("DE27100777770209299700"));
    }

    @Test
    void aCounterpartyNeedNotHaveAName() {
        assertThat(detail(":86:/CNTP/NL04RABO0123456789/RABONL2U").counterparty())
                .isEqualTo(Payer.ofAccount("NL04RABO0123456789"));
    }

    /** 01 to 14 are the words, 15 and 16 the name, 34 the account; a line without a number is words. */
    @Test
    void theFieldsOfGermanBanksOfTheirOwn() {
        EntryDetail detail = detail(":NS:00no\r\n01first\r\n14last\r\n15Acme\r\n16 Ltd\r\n17no\r\n340000004279070017"
                + "\r\n35no\r\nwithout number");
        assertThat(given(detail.text()).reveal()).isEqualTo("first\nlast\nwithout number");
        assertThat(detail.counterparty()).isEqualTo(Payer.named("Acme Ltd").withAccount("0000004279070017"));
    }
}
