package io.quittance.examples.monthend;

import io.quittance.ar.dunning.ContactRecord;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.ar.dunning.HeldItem;
import io.quittance.ar.dunning.HoldReason;
import io.quittance.ar.dunning.NoticeItem;
import io.quittance.ar.interest.LateFee;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the page of the dunning run shows. */
final class ReportDunning {
    private static final String TOGETHER = "together";

    private final DunningJob.Result result;
    private final Amount nothing;

    private ReportDunning(DunningJob.Result result) {
        this.result = result;
        this.nothing = Amount.zero(result.policy().currency());
    }

    /** One sentence for the report. */
    static String summary(DunningJob.Result result) {
        var report = new ReportDunning(result);
        return String.format(
                Locale.ROOT,
                "%,d customers hear of %s that they owe, %,d of them by telephone; %s are left alone.",
                result.notices().map(DunningNotice::customer).distinct().count(),
                money(report.claimed()),
                result.calls().size(),
                money(report.leftAlone()));
    }

    static Map<String, Object> of(CollectionsJob.Result late) {
        var report = new ReportDunning(late.dunning());
        return Map.of(
                "day", late.day().toString(),
                "claimed", money(report.claimed()),
                "leftAlone", money(report.leftAlone()),
                "open", money(late.aging().open().amount()),
                "calls",
                        late.dunning().calls().stream().map(ReportDunning::call).toList(),
                "levels", report.levels(),
                "items",
                        late.dunning()
                                .notices()
                                .flatMap(notice -> notice.items().stream().map(item -> item(notice, item)))
                                .toList(),
                "notices", late.dunning().notices().map(ReportDunning::notice).toList(),
                "reasons", report.reasons(),
                "interestPercent", CollectionTerms.INTEREST_PERCENT);
    }

    private Amount claimed() {
        return sum(result.notices().map(DunningNotice::claimed).toList());
    }

    private Amount leftAlone() {
        return sum(result.held().map(held -> held.item().open()).toList());
    }

    private Amount sum(List<Amount> amounts) {
        return amounts.stream().reduce(nothing, Amount::add);
    }

    private static Map<String, String> call(DunningNotice notice) {
        NoticeItem oldest = notice.items().get(0);
        return Map.of(
                "customer", notice.customer().value(),
                "claimed", Text.grouped(notice.claimed()),
                "interest", Text.grouped(notice.interest()),
                "total", Text.grouped(notice.total()),
                "count", String.valueOf(notice.items().size()),
                "oldest", oldest.item().id().value(),
                "due", oldest.item().dueDate().toString(),
                "daysLate", String.valueOf(oldest.daysPastDue()),
                "before", before(notice));
    }

    /** What was sent before, the last first. */
    static String before(DunningNotice notice) {
        var contacts = new ArrayList<>(notice.contacts());
        Collections.reverse(contacts);
        return contacts.stream()
                .map(ContactRecord::contact)
                .map(contact -> contact.levelName().orElse("contact") + " of " + contact.date())
                .collect(Collectors.joining(", "));
    }

    private List<Map<String, String>> levels() {
        var rows = new ArrayList<Map<String, String>>();
        for (DunningLevel level : result.policy().levels()) {
            rows.add(level(
                    level.name(),
                    when(level),
                    result.notices()
                            .filter(notice -> notice.level().equals(level))
                            .toList()));
        }
        rows.add(level(TOGETHER, "", result.notices().toList()));
        return List.copyOf(rows);
    }

    private Map<String, String> level(String name, String when, List<DunningNotice> notices) {
        return Map.of(
                "name", name,
                "when", when,
                "notices", String.valueOf(notices.size()),
                "items",
                        String.valueOf(notices.stream()
                                .mapToInt(notice -> notice.items().size())
                                .sum()),
                "claimed",
                        Text.grouped(
                                sum(notices.stream().map(DunningNotice::claimed).toList())),
                "interest",
                        Text.grouped(sum(
                                notices.stream().map(DunningNotice::interest).toList())),
                "fee",
                        Text.grouped(sum(notices.stream()
                                .map(notice -> notice.fee().amount())
                                .toList())),
                "total",
                        Text.grouped(
                                sum(notices.stream().map(DunningNotice::total).toList())));
    }

    private static String when(DunningLevel level) {
        String days = level.isBeforeDue()
                ? "in the " + -level.daysPastDue() + " days before the due date"
                : "from day " + level.daysPastDue() + " after the due date";
        return days
                + level.fee()
                        .map(LateFee::fixed)
                        .map(fee -> ", for " + Text.grouped(fee))
                        .orElse("")
                + (level.interest().isPresent() ? ", with interest" : "");
    }

    private static Map<String, String> item(DunningNotice notice, NoticeItem item) {
        return Map.of(
                "customer", notice.customer().value(),
                "level", notice.level().name(),
                "invoice", item.item().id().value(),
                "due", item.item().dueDate().toString(),
                "daysLate", String.valueOf(item.daysPastDue()),
                "open", Text.grouped(item.item().open()),
                "contested", shown(item.item().disputed()),
                "claimed", Text.grouped(item.claimed()),
                "interest", shown(item.interest().amount()));
    }

    private static Map<String, String> notice(DunningNotice notice) {
        return Map.of(
                "customer", notice.customer().value(),
                "level", notice.level().name(),
                "claimed", Text.grouped(notice.claimed()),
                "interest", shown(notice.interest()),
                "fee", shown(notice.fee().amount()),
                "total", Text.grouped(notice.total()),
                "before", before(notice));
    }

    private List<Map<String, String>> reasons() {
        Map<HoldReason, List<HeldItem>> byReason =
                result.held().collect(Collectors.groupingBy(HeldItem::reason, TreeMap::new, Collectors.toList()));
        var rows = new ArrayList<Map<String, String>>();
        byReason.forEach((reason, items) -> rows.add(reason(words(reason), items)));
        rows.add(reason(TOGETHER, result.held().toList()));
        return List.copyOf(rows);
    }

    private Map<String, String> reason(String name, List<HeldItem> items) {
        return Map.of(
                "name",
                name,
                "sum",
                name.equals(TOGETHER) ? name : "",
                "count",
                String.valueOf(items.size()),
                "amount",
                Text.grouped(sum(items.stream().map(held -> held.item().open()).toList())));
    }

    private static String words(HoldReason reason) {
        return switch (reason) {
            case NOT_DUE -> "not late enough for the next level";
            case DISPUTED -> "all of it is contested";
            case PAUSED -> "dunning is paused";
            case PROMISE -> "payment is promised";
            case GRACE -> "more time was granted";
            case COVERED -> "money on account covers it";
            case PRINCIPAL_SETTLED -> "only charges are open";
            case BELOW_THRESHOLD -> "too little to write about";
            case MINIMUM_DISTANCE -> "the last contact is too recent";
            case CAP_REACHED -> "the last level was done as often as it may be";
            case NO_RATE -> "in another currency, without a rate";
        };
    }

    /** Nothing where there is none. */
    private static String shown(Amount amount) {
        return amount.signum() == 0 ? "" : Text.grouped(amount);
    }

    private static String money(Amount amount) {
        return amount.getCurrency().getCurrencyCode() + " " + Text.grouped(amount);
    }
}
