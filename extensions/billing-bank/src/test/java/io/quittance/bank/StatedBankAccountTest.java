package io.quittance.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.reconciliation.Counterparty;
import io.quittance.ar.reconciliation.StatedAccount;
import io.quittance.ar.reconciliation.StatedLine;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 100.00 at first; 30.00 come, a batch of 12.00 and 8.00, and 5.00 leave: 145.00. 7.00 are only announced. */
class StatedBankAccountTest {
    private static final LocalDate MARCH_31 = LocalDate.parse("2026-03-31");

    private static String balance(String type, String amount, String day) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    private static String entry(String reference, String amount, String way, String status, String details) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + way + "</CdtDbtInd><Sts><Cd>" + status
                + "</Cd></Sts><BookgDt><Dt>2026-03-30</Dt></BookgDt><ValDt><Dt>2026-03-29</Dt></ValDt><AcctSvcrRef>"
                + reference + "</AcctSvcrRef>" + details + "</Ntry>";
    }

    private static String detail(String reference, String amount) {
        return "<TxDtls><Refs><AcctSvcrRef>" + reference + "</AcctSvcrRef></Refs><Amt Ccy=\"EUR\">" + amount
                + "</Amt></TxDtls>";
    }

    private static StatedLine line(String reference, String amount) {
        return StatedLine.of(reference, LocalDate.parse("2026-03-30"), Amount.of(amount, "EUR"));
    }

    private static StatedAccount stated(String parts) {
        BankFile file = Samples.camt(Samples.statement(parts));
        return file.stated(file.statements().get(0), "bank-1");
    }

    private static final String ENTRIES = entry("B-1", "30", "CRDT", "BOOK", "")
            + entry(
                    "B-2",
                    "20",
                    "CRDT",
                    "BOOK",
                    "<NtryDtls>" + detail("B-2a", "12") + detail("B-2b", "8") + "</NtryDtls>")
            + entry("B-3", "5", "DBIT", "BOOK", "")
            + entry("B-4", "7", "CRDT", "PDNG", "");

    @Test
    void hasEachMovementByItsId() {
        assertThat(stated(balance("OPBD", "100", "2026-03-29") + balance("CLBD", "145", "2026-03-31") + ENTRIES))
                .isEqualTo(StatedAccount.of(Counterparty.BANK, "bank-1", MARCH_31, Amount.of("145", "EUR"))
                        .opening(Amount.of("100", "EUR"))
                        .with(List.of(line("B-1", "30"), line("B-2a", "12"), line("B-2b", "8"), line("B-3", "-5"))));
    }

    /** A batch that does not add up is one movement. */
    @Test
    void aBatchThatDoesNotAddUpIsOneLine() {
        String batch = entry(
                "B-2", "20", "CRDT", "BOOK", "<NtryDtls>" + detail("B-2a", "12") + detail("B-2b", "9") + "</NtryDtls>");
        StatedAccount stated = stated(balance("CLBD", "20", "2026-03-31") + batch);
        assertThat(stated.openedWith()).isEmpty();
        assertThat(stated.statedLines().orElseThrow()).containsExactly(line("B-2", "20"));
    }

    @Test
    void needsAClosingBalance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stated(balance("OPBD", "100", "2026-03-29") + ENTRIES))
                .withMessageStartingWith("statement must have a closing balance with a date, but was ");
    }
}
