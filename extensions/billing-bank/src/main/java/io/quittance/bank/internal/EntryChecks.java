package io.quittance.bank.internal;

import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.Direction;
import io.quittance.bank.EntryDetail;
import io.quittance.bank.EntryStatus;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import org.jspecify.annotations.Nullable;

/** Reports what does not fit in an entry; none of it keeps the entry from being read. */
final class EntryChecks {
    private final Findings findings;

    EntryChecks(Findings findings) {
        this.findings = findings;
    }

    /** Whether a batch has the details that it says. */
    void checkBatch(EntryDraft draft, boolean isItemised) {
        int given = isItemised ? draft.details.size() : 0;
        if (draft.isBatch && given == 0 && draft.batchCount != 1) {
            findings.report(Code.BATCH_WITHOUT_DETAILS, "Btch", draft.line, null, null);
        } else if (given > 0 && draft.batchCount > 0 && draft.batchCount != given) {
            findings.report(
                    Code.DETAIL_COUNT_DIFFERS, "Btch/NbOfTxs", draft.line, Long.toString(draft.batchCount), null);
        }
    }

    /** @param currency of the statement; null if it is unknown */
    void check(BankEntry completed, @Nullable String currency) {
        int at = completed.position().line();
        Amount amount = completed.amount();
        if (completed.status() != EntryStatus.BOOKED) {
            findings.report(Code.NOT_BOOKED, "status", at, completed.status().name(), null);
        }
        String code = AmountReader.known(amount);
        if (code != null && currency != null && !code.equals(currency)) {
            findings.report(Code.OTHER_CURRENCY, "amount", at, code, null);
        }
        if (code != null && isFiner(amount)) {
            findings.report(Code.FINER_THAN_MINOR_UNIT, "amount", at, amount.toString(), null);
        }
        if (completed.direction() == Direction.CREDIT && completed.date() == null) {
            findings.report(Code.NO_DATE, "date", at, null, null);
        }
        checkDetails(completed);
    }

    /** Whether it has more decimal places than the minor unit of its currency. */
    private static boolean isFiner(Amount amount) {
        return MinorUnits.written(amount).scale() > amount.getCurrency().getDefaultFractionDigits();
    }

    private void checkDetails(BankEntry completed) {
        int at = completed.position().line();
        Amount sum = Amount.zero(completed.amount().getCurrency());
        for (EntryDetail each : completed.details()) {
            Amount own = each.amount();
            if (own == null || !own.getCurrency().equals(sum.getCurrency())) {
                findings.report(Code.DETAILS_NOT_COMPARABLE, "details", at, null, null);
                return;
            }
            if (completed.details().size() > 1 && AmountReader.known(own) != null && isFiner(own)) {
                findings.report(Code.FINER_THAN_MINOR_UNIT, "details", at, own.toString(), null);
            }
            sum = sum.add(each.direction().signed(own));
        }
        Amount difference = completed.signed().subtract(sum);
        if (difference.signum() != 0) {
            findings.report(Code.DETAILS_DIFFER, "details", at, null, difference);
        }
    }
}
