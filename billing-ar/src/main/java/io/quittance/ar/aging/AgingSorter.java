package io.quittance.ar.aging;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;

/** Puts the items of one row into its columns. Not safe to share between threads. */
final class AgingSorter {
    private final CurrencyUnit currency;
    private final AgingRule rule;
    private final LocalDate day;
    private final Map<CustomerId, List<UnappliedPayment>> payments;
    /** By bucket, and last what no bucket has. */
    private final List<List<OpenItem>> aged = new ArrayList<>();

    private final List<List<UnappliedPayment>> offset = new ArrayList<>();
    private final List<OpenItem> disputed = new ArrayList<>();
    private Amount onAccount;

    AgingSorter(
            CurrencyUnit currency, AgingRule rule, LocalDate day, Map<CustomerId, List<UnappliedPayment>> payments) {
        this.currency = currency;
        this.rule = rule;
        this.day = day;
        this.payments = payments;
        this.onAccount = Amount.zero(currency);
        for (int i = 0; i <= rule.buckets().buckets().size(); i++) {
            aged.add(new ArrayList<>());
            offset.add(new ArrayList<>());
        }
    }

    /** A row of these accounts. */
    AgingRow row(List<AccountView> accounts) {
        for (AccountView account : accounts) {
            account.openItems().forEach(this::add);
            if (rule.isOnAccountInBuckets()) {
                payments.getOrDefault(account.customer(), List.of()).forEach(this::add);
            } else {
                onAccount = onAccount.add(account.onAccount());
            }
        }
        return row();
    }

    void add(OpenItem item) {
        if (rule.isDisputedInBuckets() || item.undisputed().signum() > 0) {
            aged.get(column(rule.age(item, day))).add(item);
        }
        if (!rule.isDisputedInBuckets() && item.isDisputed()) {
            disputed.add(item);
        }
    }

    private void add(UnappliedPayment payment) {
        offset.get(column(rule.age(payment.payment().valueDate(), day))).add(payment);
    }

    private int column(long age) {
        int index = rule.buckets().indexOf(age);
        return index < 0 ? aged.size() - 1 : index;
    }

    AgingRow row() {
        AgedAmount.Part part = rule.isDisputedInBuckets() ? AgedAmount.Part.OPEN : AgedAmount.Part.UNDISPUTED;
        var columns = new ArrayList<AgedAmount>();
        List<AgingBucket> buckets = rule.buckets().buckets();
        for (int i = 0; i < buckets.size(); i++) {
            columns.add(AgedAmount.of(
                    currency,
                    part,
                    aged.get(i),
                    offset.get(i),
                    why(buckets.get(i).name())));
        }
        int last = aged.size() - 1;
        return new AgingRow(
                columns,
                AgedAmount.of(currency, part, aged.get(last), offset.get(last), why()),
                AgedAmount.of(
                        currency,
                        AgedAmount.Part.DISPUTED,
                        disputed,
                        List.of(),
                        Explanation.of("aging.disputed", "disputed, of any age")),
                onAccount);
    }

    private Explanation why(String bucket) {
        return Explanation.of(key(), "{0}: by " + words(), bucket, day);
    }

    private Explanation why() {
        return Explanation.of(key() + ".no-bucket", "in no bucket: by " + words().replace("{1}", "{0}"), day);
    }

    private String key() {
        return "aging." + rule.base().words().replace(' ', '-') + (rule.isByMonth() ? ".months" : "");
    }

    private String words() {
        return (rule.isByMonth() ? "calendar months" : "whole days") + " past the "
                + rule.base().words() + " on {1}";
    }
}
