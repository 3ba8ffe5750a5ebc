package io.quittance.json;

import io.quittance.core.contract.Renewal;
import java.time.Period;
import java.util.Optional;

/** How a contract goes on after its term: {@code {"length": "P1Y", "notice": "P3M", "times": 2}}, without limit if no times are given. */
final class RenewalJson {
    private static final Period YEAR = Period.ofYears(1);
    private static final Renewal PROBE = Renewal.of(YEAR, Period.ZERO);

    private RenewalJson() {}

    /** Empty where it is wrong. */
    static Optional<Renewal> read(JsonFields fields) {
        Optional<Period> length = fields.parsed("length", text -> Renewal.of(Spans.length(text, "length"), Period.ZERO))
                .flatMap(Renewal::length);
        Optional<Period> notice = fields.parsed("notice", text -> Renewal.of(YEAR, Spans.length(text, "notice")))
                .map(Renewal::notice);
        Optional<Renewal> renewal = length.flatMap(each -> notice.map(before -> Renewal.of(each, before)));
        Optional<Renewal> limited = fields.optionalWholeNumber("times", PROBE::atMost);
        return renewal.map(
                endless -> limited.map(limit -> endless.atMost(limit.times().orElseThrow()))
                        .orElse(endless));
    }

    /** Writes the field, if the contract renews itself. */
    static void write(Renewal renewal, JsonObject object) {
        renewal.length()
                .ifPresent(length -> object.object("renewal", out -> {
                    out.text("length", length.toString())
                            .text("notice", renewal.notice().toString());
                    renewal.times().ifPresent(times -> out.integer("times", times));
                }));
    }
}
