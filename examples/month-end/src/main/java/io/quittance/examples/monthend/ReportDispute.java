package io.quittance.examples.monthend;

import io.quittance.ar.aging.AgingBucket;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the page of the dispute shows. */
final class ReportDispute {
    private final DisputeJob.Result result;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private ReportDispute(DisputeJob.Result result) {
        this.result = result;
    }

    /** One sentence for the report. */
    static String summary(DisputeJob.Result result) {
        return "customer " + result.item().customer() + " contests "
                + money(result.course().dispute().amount())
                + " of the " + money(result.item().open()) + " of invoice "
                + result.item().id() + ".";
    }

    static Map<String, Object> of(DisputeJob.Result result) {
        DisputeCourse.Result course = result.course();
        Amount half = course.dispute().amount();
        return Map.ofEntries(
                Map.entry("day", result.day().toString()),
                Map.entry("customer", result.item().customer().value()),
                Map.entry("invoice", result.item().id().value()),
                Map.entry("due", result.item().dueDate().toString()),
                Map.entry("daysLate", String.valueOf(result.item().daysPastDue(result.day()))),
                Map.entry("open", money(result.item().open())),
                Map.entry("contested", money(half)),
                Map.entry("rest", money(result.item().open().subtract(half))),
                Map.entry("columns", columns(half)),
                Map.entry("rows", new ReportDispute(result).rows()),
                Map.entry("case", course.dispute().id().value()),
                Map.entry(
                        "stage",
                        course.ended().stage().map(stage -> stage.key()).orElse("")),
                Map.entry("credited", money(course.creditNote().amountDue())),
                Map.entry("note", course.creditNote().number().value()),
                Map.entry(
                        "steps",
                        course.steps().stream().map(ReportDispute::step).toList()),
                Map.entry("rates", rates(half)),
                Map.entry("interestPercent", CollectionTerms.INTEREST_PERCENT));
    }

    private static List<String> columns(Amount half) {
        return List.of("Nothing contested", Text.grouped(half) + " contested", "All contested, as in the book");
    }

    /** Such as {@code current 1 %, 1-30 2 %}. */
    private static String rates(Amount half) {
        return CollectionTerms.allowance(half.getCurrency()).rates().stream()
                .map(rate -> rate.bucket() + " "
                        + rate.rate()
                                .times(Fraction.of(100))
                                .round(Rounding.halfUp(0))
                                .toPlainString()
                        + " %")
                .collect(Collectors.joining(", "));
    }

    private List<Map<String, Object>> rows() {
        heading("Aging of the customer");
        for (int i = 0; i < KpiJob.BUCKETS.buckets().size(); i++) {
            AgingBucket bucket = KpiJob.BUCKETS.buckets().get(i);
            int at = i;
            if (result.effects().stream()
                    .anyMatch(one -> one.aging().buckets().get(at).count() > 0)) {
                row(
                        at == 0 ? "not late" : bucket.name() + " days late",
                        one -> Text.grouped(one.aging().buckets().get(at).amount()));
            }
        }
        row("disputed", one -> Text.grouped(one.aging().disputed().amount()));
        row("all that is open", one -> Text.grouped(one.aging().open().amount()));
        heading("Aging of all customers");
        row("disputed", one -> Text.grouped(one.book().disputed().amount()));
        row("all that is open", one -> Text.grouped(one.book().open().amount()));
        heading("Dunning");
        row("what the run does", one -> action(one.decision()));
        row("claimed, without interest and fee", one -> Text.grouped(claimed(one)));
        row("late interest since the due date", one -> Text.grouped(one.interest()));
        heading("Credit");
        row("counts towards the limit", one -> Text.grouped(one.limit().exposure()));
        row("an order of " + orderAndLimit(), one -> one.limit().isExceeded() ? "must wait" : "can go out");
        heading("Loss allowance");
        row("for what the customer owes", one -> Text.grouped(one.allowance().total()));
        return List.copyOf(rows);
    }

    private static String orderAndLimit() {
        return CollectionTerms.ORDER + " with a limit of " + CollectionTerms.CREDIT_LIMIT;
    }

    private void heading(String name) {
        rows.add(Map.of("heading", List.of(name), "row", List.of()));
    }

    private void row(String name, Function<DisputeJob.Effect, String> value) {
        List<String> labels = columns(result.course().dispute().amount());
        var values = new ArrayList<Map<String, String>>();
        for (int i = 0; i < labels.size(); i++) {
            values.add(Map.of(
                    "label",
                    labels.get(i),
                    "value",
                    value.apply(result.effects().get(i))));
        }
        rows.add(Map.of("heading", List.of(), "row", List.of(Map.of("name", name, "values", values))));
    }

    private static String action(DunningDecision decision) {
        return decision.notices().isEmpty()
                ? "nothing: all is contested"
                : decision.notices().get(0).level().name();
    }

    private static Amount claimed(DisputeJob.Effect effect) {
        return effect.decision().notices().stream()
                .map(DunningNotice::claimed)
                .reduce(Amount.zero(effect.contested().getCurrency()), Amount::add);
    }

    private static Map<String, String> step(DisputeCourse.Step step) {
        return Map.of(
                "date", step.date().toString(),
                "what", step.what(),
                "amount", Text.grouped(step.amount()),
                "who", step.who(),
                "open", Text.grouped(step.open()),
                "contested", Text.grouped(step.contested()));
    }

    private static String money(Amount amount) {
        return amount.getCurrency().getCurrencyCode() + " " + Text.grouped(amount);
    }
}
