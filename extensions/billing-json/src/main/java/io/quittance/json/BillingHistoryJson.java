package io.quittance.json;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BilledLine;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/**
 * What a host stores between bill runs, as JSON: each period under its cycle and number, {@code billed-period.schema.json}, and
 * the mark of the last run, {@code billing-mark.schema.json}. What is read equals what was written, so that a run on it bills
 * the same as one on the values.
 */
public final class BillingHistoryJson {
    private static final SchemaVersions PERIODS = SchemaVersions.first();
    private static final SchemaVersions MARKS = SchemaVersions.first();

    private BillingHistoryJson() {}

    /**
     * Writes what was billed for a period, indented, with lines that end in a line feed.
     *
     * @throws IllegalArgumentException if it goes beyond a bound within which it could be read, such as a number of 32 bits
     */
    public static String write(BilledPeriod period) {
        return Json.text(object -> {
            object.integer(SchemaVersions.FIELD, PERIODS.current())
                    .text("cycle", period.cycle())
                    .integer("number", Json.integer(period.number(), "number"));
            Spans.write("period", period.period(), object)
                    .flag("closed", period.isClosed())
                    .objects("lines", period.lines(), BillingHistoryJson::write);
            BilledBeforeJson.write("before", period.before(), object);
            BilledBeforeJson.write("after", period.after(), object);
        });
    }

    private static void write(BilledLine line, JsonObject object) {
        object.text("charge", line.charge().value()).text("terms", line.terms());
        Spans.write("days", line.days(), object);
        Json.amount("amount", line.amount(), object);
        if (line.credited().signum() > 0) {
            Require.number(line.credited().toBigDecimal(), "credited");
            object.decimal("credited", MinorUnits.written(line.credited()));
        }
        if (line.revision() > 0) {
            object.integer("revision", line.revision());
        }
        TaxTreatmentJson.writeAll(line.taxes(), object);
    }

    /**
     * Reads what was billed for a period.
     *
     * @throws InvalidDocumentException if the text is not JSON, or fields are missing, unknown, of the wrong type or refused;
     *     its errors name them all, each with its path
     */
    public static BilledPeriod readPeriod(String json) {
        return JsonFields.read(json, BillingHistoryJson::period, PERIODS);
    }

    private static BilledPeriod period(JsonFields fields) {
        Optional<String> cycle = fields.parsed("cycle", text -> Require.id(text, "cycle"));
        int number = fields.integer("number");
        Optional<ServicePeriod> period = Spans.read(fields, "period");
        boolean closed = fields.flag("closed", false);
        var lines = new ArrayList<BilledLine>();
        fields.objects("lines").forEach(line -> line(line).ifPresent(lines::add));
        var before = BilledBeforeJson.readOptional(fields, "before");
        var after = BilledBeforeJson.readOptional(fields, "after");
        fields.done();
        return BilledPeriod.of(cycle.orElseThrow(), number, period.orElseThrow(), closed, lines, before, after);
    }

    private static Optional<BilledLine> line(JsonFields fields) {
        Optional<ChargeId> charge = fields.parsed("charge", ChargeId::of);
        Optional<String> terms = fields.parsed("terms", text -> Require.id(text, "terms"));
        Optional<ServicePeriod> days = Spans.read(fields, "days");
        Optional<CurrencyUnit> currency = fields.parsed("currency", ContractTermsJson::currency);
        Optional<Amount> amount = amount("amount", currency, fields);
        Optional<Amount> credited = fields.optionalDecimal(
                        "credited", number -> Require.notNegative(number, "credited"))
                .flatMap(number -> currency.map(unit -> Amount.of(number, unit)));
        Optional<Integer> revision = fields.optionalWholeNumber("revision", BillingHistoryJson::notNegative);
        List<TaxTreatment> taxes = TaxTreatmentJson.readAll(fields);
        return charge.flatMap(of -> terms.flatMap(by -> days.flatMap(on -> amount.map(billed -> {
            BilledLine line = BilledLine.of(of, by, on, billed).taxed(taxes);
            BilledLine less = credited.map(line::credited).orElse(line);
            return revision.map(less::revision).orElse(less);
        }))));
    }

    private static int notNegative(int number) {
        Require.that(number >= 0, "number.negative", "number", "must not be negative", number);
        return number;
    }

    /** A decimal that must be there, in a currency that was read; empty where one of the two is wrong. */
    static Optional<Amount> amount(String name, Optional<CurrencyUnit> currency, JsonFields fields) {
        return fields.decimal(name, number -> number).flatMap(number -> currency.map(unit -> Amount.of(number, unit)));
    }

    /**
     * Writes where the last run stopped, as {@link #write(BilledPeriod)}.
     *
     * @throws IllegalArgumentException as {@link #write(BilledPeriod)}
     */
    public static String write(BillingMark mark) {
        return Json.text(object -> {
            object.integer(SchemaVersions.FIELD, MARKS.current());
            mark.lastDate()
                    .ifPresent(day ->
                            object.text("date", Dates.inCalendar(day, "date").toString()));
            object.integer("amendments", mark.amendments());
            LocalDate end = mark.termEnd();
            if (end != null) {
                object.text("termEnd", Dates.inCalendar(end, "termEnd").toString());
            }
            object.objects("cycles", mark.cycles().entrySet(), BillingHistoryJson::write);
            if (!mark.waiting().isEmpty()) {
                object.objects("waiting", mark.waiting(), BillLineJson::write);
            }
        });
    }

    private static void write(Map.Entry<String, BillingMark.Reached> cycle, JsonObject object) {
        BillingMark.Reached reached = cycle.getValue();
        object.text("cycle", Require.id(cycle.getKey(), "cycle"))
                .integer("first", Json.integer(reached.first(), "first"))
                .integer("open", Json.integer(reached.open(), "open"))
                .integer("last", Json.integer(reached.last(), "last"));
    }

    /**
     * Reads where the last run stopped.
     *
     * @throws InvalidDocumentException as {@link #readPeriod}
     */
    public static BillingMark readMark(String json) {
        return JsonFields.read(json, BillingHistoryJson::mark, MARKS);
    }

    private static BillingMark mark(JsonFields fields) {
        Optional<LocalDate> date = fields.optionalParsed("date", text -> Dates.parse(text, "date"));
        Optional<Integer> amendments = fields.wholeNumber("amendments", BillingHistoryJson::notNegative);
        Optional<LocalDate> end = fields.optionalParsed("termEnd", text -> Dates.parse(text, "termEnd"));
        if (fields.isGiven("date") != fields.isGiven("termEnd")) {
            String missing = fields.isGiven("date") ? "termEnd" : "date";
            String other = fields.isGiven("date") ? "date" : "termEnd";
            fields.require(false, "mark.term-end", missing, "must be given with the " + other, null);
        }
        SortedMap<String, BillingMark.Reached> cycles = cycles(fields);
        var waiting = new ArrayList<BillLine>();
        fields.optionalObjects("waiting")
                .forEach(line -> BillLineJson.read(line).ifPresent(waiting::add));
        fields.done();
        return new BillingMark(date.orElse(null), amendments.orElse(0), end.orElse(null), cycles, List.copyOf(waiting));
    }

    private static SortedMap<String, BillingMark.Reached> cycles(JsonFields fields) {
        var cycles = new TreeMap<String, BillingMark.Reached>();
        for (JsonFields cycle : fields.objects("cycles")) {
            Optional<String> name = cycle.parsed("cycle", text -> Require.id(text, "cycle"));
            int first = cycle.integer("first");
            int open = cycle.integer("open");
            int last = cycle.integer("last");
            Optional<BillingMark.Reached> reached = cycle.isSound("first", "open", "last")
                    ? cycle.attempt(() -> new BillingMark.Reached(first, open, last))
                    : Optional.empty();
            name.ifPresent(key -> cycle.require(
                    cycles.putIfAbsent(key, reached.orElse(new BillingMark.Reached(0, 0, 0))) == null,
                    "json.twice",
                    "cycle",
                    "must be unique",
                    key));
        }
        return cycles;
    }
}
