package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A result: the definition, either {@code "value": "36"} or {@code "undefined": {"code": "NO_SALES", "reason": "there were no credit sales"}}, and
 * what it rests on. What is not known or empty is left out.
 */
final class KpiResultJson {
    private KpiResultJson() {}

    static void write(KpiResult result, JsonObject object) {
        object.object(
                "definition",
                definition -> KpiDefinitionJson.write(result.basis().definition(), definition));
        writeMeasured(result, object);
    }

    /** All but the definition, where that is said once of several results. */
    static void writeMeasured(KpiResult result, JsonObject object) {
        KpiBasis basis = result.basis();
        basis.period().ifPresent(period -> Spans.write("period", period, object));
        basis.currency().ifPresent(code -> object.text("currency", currency(code)));
        result.value().ifPresent(value -> object.text("value", FractionText.of(value)));
        result.match(measured -> Optional.<KpiResult.Undefined>empty(), Optional::of)
                .ifPresent(undefined -> object.object(
                        "undefined", why -> why.text("code", undefined.code()).text("reason", undefined.reason())));
        basis.numerator().ifPresent(above -> object.text("numerator", FractionText.of(above)));
        basis.denominator().ifPresent(below -> object.text("denominator", FractionText.of(below)));
        basis.factor().ifPresent(times -> object.text("factor", FractionText.of(times)));
        basis.count().ifPresent(count -> object.integer("count", count.longValue()));
        writeCodes("notes", basis.notes(), object);
        writeCodes("exclusions", basis.exclusions(), object);
        if (!basis.items().isEmpty()) {
            object.objects("items", basis.items(), KpiResultJson::write);
        }
        object.text("convention", basis.convention());
    }

    private static void writeCodes(String name, List<String> codes, JsonObject object) {
        if (!codes.isEmpty()) {
            object.texts(name, codes);
        }
    }

    private static void write(KpiItem item, JsonObject object) {
        object.text("id", item.id())
                .text("numerator", FractionText.of(item.numerator()))
                .text("denominator", FractionText.of(item.denominator()));
    }

    /** Empty where it is wrong. */
    static Optional<KpiResult> read(JsonFields fields) {
        return readMeasured(fields, KpiDefinitionJson.read(fields.object("definition")));
    }

    /** As {@link #read}, of a result whose definition stands elsewhere; empty, too, where that is wrong. */
    static Optional<KpiResult> readMeasured(JsonFields fields, Optional<KpiDefinition> definition) {
        Optional<KpiBasis.Builder> basis = basis(fields, definition);
        Optional<Fraction> value = optionalFraction("value", fields);
        Optional<JsonFields> undefined = fields.optionalObject("undefined");
        requireEither(fields);
        Optional<String> code = undefined.flatMap(why -> why.parsed("code", given -> Require.code(given, "code")));
        Optional<String> reason = undefined.flatMap(why -> text("reason", why));
        return value.isPresent()
                ? Parts.made(fields, () -> basis.orElseThrow().measured(value.orElseThrow()), basis)
                : Parts.made(
                        fields,
                        () -> basis.orElseThrow().undefined(code.orElseThrow(), reason.orElseThrow()),
                        basis,
                        code,
                        reason);
    }

    private static Optional<KpiBasis.Builder> basis(JsonFields fields, Optional<KpiDefinition> definition) {
        Optional<ServicePeriod> period = fields.optionalObject("period").flatMap(given -> Spans.read(fields, "period"));
        Optional<String> currency = fields.optionalParsed("currency", KpiResultJson::currency);
        Optional<Fraction> numerator = optionalFraction("numerator", fields);
        Optional<Fraction> denominator = optionalFraction("denominator", fields);
        Optional<Fraction> factor = optionalFraction("factor", fields);
        Optional<Long> count = fields.optionalLongNumber("count", KpiResultJson::count);
        Set<String> notes = codes("notes", fields);
        Set<String> exclusions = codes("exclusions", fields);
        List<KpiItem> items = new ArrayList<>();
        fields.optionalObjects("items").forEach(item -> item(item).ifPresent(items::add));
        Optional<String> convention = text("convention", fields);
        return Parts.made(
                fields,
                () -> {
                    KpiBasis.Builder basis = KpiBasis.of(definition.orElseThrow())
                            .period(period.orElse(null))
                            .currency(currency.orElse(null))
                            .convention(convention.orElseThrow())
                            .items(items);
                    numerator.ifPresent(basis::numerator);
                    denominator.ifPresent(basis::denominator);
                    factor.ifPresent(basis::factor);
                    count.ifPresent(basis::count);
                    notes.forEach(basis::note);
                    exclusions.forEach(basis::exclusion);
                    return basis;
                },
                definition,
                convention);
    }

    /** There is a value or a reason why there is none. */
    private static void requireEither(JsonFields fields) {
        boolean measured = fields.isGiven("value");
        boolean undefined = fields.isGiven("undefined");
        fields.require(
                measured || undefined, "json.missing-field", "value", "must be given where undefined is not", null);
        fields.require(
                !(measured && undefined),
                "kpi.undefined",
                "undefined",
                "must be left out where there is a value",
                null);
    }

    private static Optional<KpiItem> item(JsonFields fields) {
        Optional<String> id = text("id", fields);
        Optional<Fraction> numerator = fraction("numerator", fields);
        Optional<Fraction> denominator = fraction("denominator", fields);
        return Parts.made(
                fields,
                () -> new KpiItem(id.orElseThrow(), numerator.orElseThrow(), denominator.orElseThrow()),
                id,
                numerator,
                denominator);
    }

    /** The code of a currency, which must be one that is known. */
    static String currency(String code) {
        return Currencies.of(code, "currency").getCurrencyCode();
    }

    static Optional<Fraction> fraction(String name, JsonFields fields) {
        return fields.parsed(name, text -> FractionText.parse(text, name));
    }

    static Optional<Fraction> optionalFraction(String name, JsonFields fields) {
        return fields.optionalParsed(name, text -> FractionText.parse(text, name));
    }

    static Optional<String> text(String name, JsonFields fields) {
        return fields.parsed(name, text -> Require.id(text, name));
    }

    /** Codes, each of them once; none where they are left out. */
    private static Set<String> codes(String name, JsonFields fields) {
        fields.optionalParsedTexts(name, text -> Require.code(text, name));
        return fields.isGiven(name) ? fields.textSet(name) : Set.of();
    }

    /** As a basis takes it. */
    private static long count(long number) {
        return count(number, "count");
    }

    /** A number of things. */
    static long count(long number, String name) {
        Require.that(number >= 0, "number.negative", name, "must not be negative", number);
        return number;
    }
}
