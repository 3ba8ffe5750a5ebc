package io.quittance.json;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeModel;
import java.io.StringWriter;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.UnknownCurrencyException;
import tools.jackson.core.JsonGenerator;

/**
 * Contract terms as JSON, {@code contract-terms.schema.json}. Immutable and safe to share between threads.
 *
 * <p>{@code ContractTermsJson.standard().read("{\"schemaVersion\": 1, \"currency\": \"USD\", …}")}
 */
public final class ContractTermsJson {
    private final Map<String, ChargeModelCodec<?>> codecs;

    private ContractTermsJson(Map<String, ChargeModelCodec<?>> codecs) {
        this.codecs = codecs;
    }

    /** Knows the charge models of this library. */
    public static ContractTermsJson standard() {
        return new ContractTermsJson(Map.of())
                .with(new PerUnitCodec())
                .with(new GraduatedTiersCodec())
                .with(new FlatFeeCodec())
                .with(new VolumeTiersCodec())
                .with(new StairStepCodec())
                .with(new PackagePriceCodec())
                .with(new GraduatedBlocksCodec())
                .with(new VolumeBlocksCodec())
                .with(new GraduatedPercentageCodec())
                .with(new ProratedGraduatedCodec())
                .with(new ProratedVolumeCodec())
                .with(new PercentageCodec())
                .with(new CapacityCodec())
                .with(new CostPlusCodec())
                .with(new DynamicCodec())
                .with(new TimeBucketsCodec())
                .with(new TimeWindowsCodec())
                .with(new MatrixCodec())
                .with(new DimensionPricesCodec())
                .with(new TimeAndMaterialsCodec());
    }

    /**
     * The same, knowing one more charge model.
     *
     * @throws IllegalArgumentException if a codec of this type is there already
     */
    public ContractTermsJson with(ChargeModelCodec<?> codec) {
        Require.that(
                !codecs.containsKey(codec.type()), "json.codec-twice", "codec", "must have a new type", codec.type());
        var more = new LinkedHashMap<>(codecs);
        more.put(codec.type(), codec);
        return new ContractTermsJson(Collections.unmodifiableMap(more));
    }

    /**
     * Reads terms.
     *
     * @throws IllegalArgumentException if the text is not JSON, or a field is missing, unknown, of the wrong type or
     *     refused by the terms; the exception's path says where
     */
    public ContractTerms read(String json) {
        JsonFields fields = JsonFields.of(Json.parse(json), "", this::model);
        int version = fields.integer("schemaVersion");
        Require.that(
                version == Json.SCHEMA_VERSION,
                "json.schema-version",
                "schemaVersion",
                "must be " + Json.SCHEMA_VERSION,
                version);
        var terms = ContractTerms.builder();
        try {
            terms.currency(fields.text("currency"));
        } catch (UnknownCurrencyException e) {
            throw new InvalidArgumentException(
                    "currency.unknown", "currency", "must be a currency code", e.getCurrencyCode());
        }
        terms.zone(fields.text("zone"));
        fields.objects("charges").forEach(charge -> terms.charge(charge(charge)));
        fields.optionalObject("lineRounding").ifPresent(rounding -> terms.lineRounding(rounding(rounding)));
        terms.paymentTerms(paymentTerms(fields.object("paymentTerms")));
        fields.done();
        return terms.build();
    }

    /**
     * Writes terms, indented, with lines that end in a line feed.
     *
     * @throws IllegalArgumentException if a charge has a model without codec
     */
    public String write(ContractTerms terms) {
        var text = new StringWriter();
        try (JsonGenerator out = Json.MAPPER.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            JsonObject.write(out, this::writeModel, object -> write(terms, object));
        }
        return text.toString().replace("\r\n", "\n") + "\n";
    }

    private void write(ContractTerms terms, JsonObject object) {
        object.integer("schemaVersion", Json.SCHEMA_VERSION)
                .text("currency", terms.currency().getCurrencyCode())
                .text("zone", terms.zone().getId())
                .objects("charges", terms.charges(), this::write)
                .object(
                        "lineRounding",
                        rounding -> rounding.integer(
                                        "scale", terms.lineRounding().scale())
                                .text("mode", terms.lineRounding().mode().name()))
                .object(
                        "paymentTerms",
                        net -> net.integer("netDays", terms.paymentTerms().netDays()));
    }

    private void write(Charge charge, JsonObject object) {
        object.text("id", charge.id().value())
                .text("meter", charge.meter().id().value())
                .text("name", charge.name())
                .text("unit", charge.unit())
                .model("model", charge.model());
    }

    private void writeModel(ChargeModel model, JsonObject object) {
        for (ChargeModelCodec<?> codec : codecs.values()) {
            if (codec.modelClass().equals(model.getClass())) {
                object.text("type", codec.type());
                write(codec, model, object);
                return;
            }
        }
        throw new InvalidArgumentException(
                "json.codec-missing",
                "model",
                "must have a codec",
                model.getClass().getName());
    }

    private static <M extends ChargeModel> void write(ChargeModelCodec<M> codec, ChargeModel model, JsonObject object) {
        codec.write(codec.modelClass().cast(model), object);
    }

    private Charge charge(JsonFields fields) {
        String id = fields.text("id");
        String meter = fields.text("meter");
        ChargeModel model = fields.model("model");
        Charge charge = fields.within(() -> Charge.usage(id, meter, model));
        Charge named = fields.optionalText("name")
                .map(name -> fields.within(() -> charge.named(name)))
                .orElse(charge);
        Charge counted = fields.optionalText("unit")
                .map(unit -> fields.within(() -> named.unit(unit)))
                .orElse(named);
        fields.done();
        return counted;
    }

    private ChargeModel model(JsonFields fields) {
        String type = fields.text("type");
        ChargeModelCodec<?> codec = codecs.get(type);
        if (codec == null) {
            throw new InvalidArgumentException(
                            "json.model-type", "type", "must be one of " + List.copyOf(codecs.keySet()), type)
                    .at(fields.path());
        }
        ChargeModel model = fields.within(() -> codec.read(fields));
        fields.done();
        return model;
    }

    private static Rounding rounding(JsonFields fields) {
        int scale = fields.integer("scale");
        String mode = fields.text("mode");
        Rounding rounding = fields.within(() -> Rounding.of(scale, mode(mode)));
        fields.done();
        return rounding;
    }

    private static RoundingMode mode(String name) {
        for (RoundingMode mode : RoundingMode.values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        throw new InvalidArgumentException(
                "rounding.mode", "mode", "must be one of " + List.of(RoundingMode.values()), name);
    }

    private static PaymentTerms paymentTerms(JsonFields fields) {
        int netDays = fields.integer("netDays");
        PaymentTerms terms = fields.within(() -> PaymentTerms.net(netDays));
        fields.done();
        return terms;
    }
}
