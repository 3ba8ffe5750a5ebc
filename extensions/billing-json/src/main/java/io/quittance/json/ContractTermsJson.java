package io.quittance.json;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Meter;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    /** Refuses nothing that a charge may have: several meters, units that are committed, free or converted. */
    private static final ChargeModel STAND_IN_MODEL = Capacity.of(Capacity.Tier.of("0"));

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
        fields.optionalObject("conventions")
                .flatMap(AgreementsJson::conventions)
                .ifPresent(terms::conventions);
        for (JsonFields discount : fields.optionalObjects("discounts")) {
            AgreementsJson.discount(discount).ifPresent(terms::discount);
        }
        fields.optionalDecimal("maximum")
                .flatMap(most -> fields.attempt(() -> SpendMaximum.of(most)))
                .ifPresent(terms::maximum);
        fields.optionalDecimal("minimum")
                .flatMap(least -> fields.attempt(() -> SpendMinimum.of(least)))
                .ifPresent(terms::minimum);
        fields.optionalObject("commitment")
                .flatMap(AgreementsJson::termCommitment)
                .ifPresent(terms::commitment);
        fields.optionalObject("lineRounding").flatMap(AgreementsJson::rounding).ifPresent(terms::lineRounding);
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
                .objects("charges", terms.charges(), this::write);
        if (!terms.conventions().equals(Conventions.standard())) {
            object.object("conventions", out -> AgreementsJson.write(terms.conventions(), out));
        }
        writeDiscounts(terms.discounts(), object);
        terms.maximum().ifPresent(maximum -> object.decimal("maximum", maximum.amount()));
        terms.minimum().ifPresent(minimum -> object.decimal("minimum", minimum.amount()));
        terms.commitment()
                .ifPresent(commitment -> object.object("commitment", out -> AgreementsJson.write(commitment, out)));
        object.object("lineRounding", out -> AgreementsJson.write(terms.lineRounding(), out))
                .object(
                        "paymentTerms",
                        net -> net.integer(
                                "netDays",
                                terms.paymentTerms().instalments().get(0).due().days()));
    }

    private void write(Charge charge, JsonObject object) {
        object.text("id", charge.id().value());
        if (charge.meters().equals(List.of(Meter.sum(charge.meter().id().value())))) {
            object.text("meter", charge.meter().id().value());
        } else {
            object.objects("meters", charge.meters(), AgreementsJson::write);
        }
        object.text("name", charge.name()).text("unit", charge.unit()).model("model", charge.model());
        charge.conversion()
                .ifPresent(conversion -> object.object("conversion", out -> AgreementsJson.write(conversion, out)));
        charge.freeUnits().ifPresent(free -> object.decimal("freeUnits", free.quantity()));
        writeDiscounts(charge.discounts(), object);
        charge.maximum().ifPresent(maximum -> object.decimal("maximum", maximum.amount()));
        charge.commitment()
                .ifPresent(commitment -> object.object("commitment", out -> AgreementsJson.write(commitment, out)));
        charge.minimum().ifPresent(minimum -> object.decimal("minimum", minimum.amount()));
        if (!charge.isDecreasing()) {
            object.flag("neverDecreasing", true);
        }
    }

    private static void writeDiscounts(Discounts discounts, JsonObject object) {
        if (!discounts.list().isEmpty()) {
            object.objects("discounts", discounts.list(), AgreementsJson::write);
        }
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
        List<Meter> meters = meters(fields);
        ChargeModel model = fields.model("model");
        Charge charge = fields.attempt(() -> Charge.usage(id, meters, model))
                .orElseGet(() -> Charge.usage(id, meters.get(0), STAND_IN_MODEL));
        charge = fields.optionalParsed("name", charge::named).orElse(charge);
        charge = fields.optionalParsed("unit", charge::unit).orElse(charge);
        charge = metered(charge, fields);
        for (JsonFields discount : fields.optionalObjects("discounts")) {
            charge = discounted(charge, discount);
        }
        charge = fields.optionalDecimal("maximum")
                .flatMap(most -> fields.attempt(() -> SpendMaximum.of(most)))
                .map(charge::maximum)
                .orElse(charge);
        charge = committed(charge, fields);
        charge = fields.optionalDecimal("minimum")
                .flatMap(least -> fields.attempt(() -> SpendMinimum.of(least)))
                .map(charge::minimum)
                .orElse(charge);
        return fields.flag("neverDecreasing", false) ? charge.neverDecreasing() : charge;
    }

    /** What becomes of the metered quantity, which the model must be able to price. */
    private static Charge metered(Charge charge, JsonFields fields) {
        Charge converted = fields.optionalObject("conversion")
                .flatMap(AgreementsJson::conversion)
                .flatMap(conversion -> fields.attempt(() -> charge.converted(conversion)))
                .orElse(charge);
        return fields.optionalDecimal("freeUnits")
                .flatMap(free -> fields.attempt(() -> converted.free(FreeUnits.of(free))))
                .orElse(converted);
    }

    /** What is committed, of which the model must be able to price the units. */
    private static Charge committed(Charge charge, JsonFields fields) {
        return fields.optionalObject("commitment")
                .flatMap(AgreementsJson::commitment)
                .flatMap(commitment -> fields.attempt(() -> charge.commitment(commitment)))
                .orElse(charge);
    }

    private static Charge discounted(Charge charge, JsonFields fields) {
        return AgreementsJson.discount(fields)
                .flatMap(discount -> fields.attempt(() -> charge.discount(discount)))
                .orElse(charge);
    }

    /** {@code "meter": "calls"} for the sum of all events of a meter, else {@code "meters"} with what is agreed of each. */
    private static List<Meter> meters(JsonFields fields) {
        var meters = new ArrayList<Meter>();
        for (JsonFields meter : fields.optionalObjects("meters")) {
            AgreementsJson.meter(meter).ifPresent(meters::add);
        }
        if (meters.isEmpty()) {
            Meter stand = Meter.sum(fields.standIn("meter"));
            meters.add(
                    fields.optionalObjects("meters").isEmpty()
                            ? fields.parsed("meter", Meter::sum).orElse(stand)
                            : stand);
        }
        return List.copyOf(meters);
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

    private static Optional<PaymentTerms> paymentTerms(JsonFields fields) {
        int netDays = fields.integer("netDays");
        return fields.attempt(() -> PaymentTerms.net(netDays));
    }
}
