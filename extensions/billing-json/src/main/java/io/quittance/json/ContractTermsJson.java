package io.quittance.json;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.Meter;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.UnknownCurrencyException;

/**
 * Contract terms as JSON, {@code contract-terms.schema.json}. Immutable and safe to share between threads.
 *
 * <p>{@code ContractTermsJson.standard().read("{\"schemaVersion\": 1, \"currency\": \"USD\", …}")}
 */
public final class ContractTermsJson {
    private static final ChargeModel STAND_IN_MODEL = PerUnit.of("1");
    private static final PaymentTerms STAND_IN_TERMS = PaymentTerms.net(0);

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
     * @throws InvalidDocumentException if the text is not JSON, or fields are missing, unknown, of the wrong type or refused
     *     by the terms; its errors name them all, each with its path, rule and value
     */
    public ContractTerms read(String json) {
        return JsonFields.read(json, this::terms, this::model);
    }

    private ContractTerms terms(JsonFields fields) {
        var terms = ContractTerms.builder();
        terms.currency(
                fields.parsed("currency", ContractTermsJson::currency).orElseGet(() -> Monetary.getCurrency("EUR")));
        terms.zone(fields.parsed("zone", id -> Dates.parseZone(id, "zone")).orElse(ZoneOffset.UTC));
        for (JsonFields charge : fields.objects("charges")) {
            Charge read = charge(charge);
            charge.attempt(() -> terms.charge(read));
        }
        fields.optionalObject("lineRounding")
                .flatMap(ContractTermsJson::rounding)
                .ifPresent(terms::lineRounding);
        terms.paymentTerms(paymentTerms(fields.object("paymentTerms")).orElse(STAND_IN_TERMS));
        fields.done();
        return terms.build();
    }

    /**
     * Writes terms, indented, with lines that end in a line feed.
     *
     * @throws IllegalArgumentException if a charge has a model without codec
     */
    public String write(ContractTerms terms) {
        return Json.text(this::writeModel, object -> write(terms, object));
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

    /** What is wrong stands for itself: the rest of the charge is checked beside it. */
    private Charge charge(JsonFields fields) {
        ChargeId id = fields.parsed("id", ChargeId::of).orElseGet(() -> ChargeId.of(fields.standIn("id")));
        Meter meter = fields.parsed("meter", Meter::sum).orElseGet(() -> Meter.sum(fields.standIn("meter")));
        Charge charge = Charge.usage(id, meter, fields.model("model"));
        Charge named = fields.optionalParsed("name", charge::named).orElse(charge);
        return fields.optionalParsed("unit", named::unit).orElse(named);
    }

    private ChargeModel model(JsonFields fields) {
        fields.leaveRest();
        return fields.parsed("type", this::codec)
                .flatMap(codec -> fields.<ChargeModel>readFully(codec::read))
                .orElse(STAND_IN_MODEL);
    }

    private ChargeModelCodec<?> codec(String type) {
        ChargeModelCodec<?> codec = codecs.get(type);
        if (codec == null) {
            throw new InvalidArgumentException(
                    "json.model-type", "type", "must be one of " + List.copyOf(codecs.keySet()), type);
        }
        return codec;
    }

    private static CurrencyUnit currency(String code) {
        try {
            return Monetary.getCurrency(code);
        } catch (UnknownCurrencyException e) {
            throw new InvalidArgumentException("currency.unknown", "currency", "must be a currency code", code);
        }
    }

    private static Optional<Rounding> rounding(JsonFields fields) {
        int scale = fields.integer("scale");
        RoundingMode mode = fields.choice("mode", RoundingMode.values());
        return fields.attempt(() -> Rounding.of(scale, mode));
    }

    private static Optional<PaymentTerms> paymentTerms(JsonFields fields) {
        int netDays = fields.integer("netDays");
        return fields.attempt(() -> PaymentTerms.net(netDays));
    }
}
