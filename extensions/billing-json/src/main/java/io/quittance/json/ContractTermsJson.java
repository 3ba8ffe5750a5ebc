package io.quittance.json;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.Metering;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Meter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Optional<CurrencyUnit> currency = fields.parsed("currency", ContractTermsJson::currency);
        terms.currency(currency.orElseGet(() -> Monetary.getCurrency("EUR")));
        terms.zone(fields.parsed("zone", id -> Dates.parseZone(id, "zone")).orElse(ZoneOffset.UTC));
        var discounts = new HashSet<String>();
        List<JsonFields> charges = fields.objects("charges");
        var ids = new HashSet<ChargeId>();
        boolean sound = fields.isGiven("charges");
        for (JsonFields charge : charges) {
            Charge read = charge(charge, discounts);
            ids.add(read.id());
            sound &= charge.isSound("id");
            charge.attempt(() -> terms.charge(read));
        }
        boolean known = sound; // else it cannot be said which charges there are
        fields.optionalObject("conventions")
                .flatMap(AgreementsJson::conventions)
                .ifPresent(terms::conventions);
        for (JsonFields discount : fields.optionalObjects("discounts")) {
            AgreementsJson.discount(discount, discounts, id -> known ? charge(id, ids) : ChargeId.of(id))
                    .filter(read -> ids.containsAll(read.scope()))
                    .ifPresent(terms::discount);
        }
        fields.optionalDecimal("maximum", SpendMaximum::of).ifPresent(terms::maximum);
        fields.optionalDecimal("minimum", SpendMinimum::of).ifPresent(terms::minimum);
        fields.optionalObject("commitment")
                .flatMap(AgreementsJson::termCommitment)
                .ifPresent(terms::commitment);
        fields.optionalObject("lineRounding")
                .flatMap(AgreementsJson::rounding)
                .filter(rounding -> currency.isPresent()) // else it cannot be said how many places that has
                .ifPresent(terms::lineRounding);
        terms.paymentTerms(PaymentTermsJson.read(fields.object("paymentTerms")));
        fields.done();
        return terms.build();
    }

    /** A charge that the terms have. */
    private static ChargeId charge(String text, Set<ChargeId> charges) {
        ChargeId id = ChargeId.of(text);
        Require.that(charges.contains(id), "discount.scope", "charges", "must be a charge of the contract", text);
        return id;
    }

    /**
     * Writes terms, indented, with lines that end in a line feed.
     *
     * @throws IllegalArgumentException if a charge has a model without codec, or the document goes beyond a bound within which it
     *     could be read, such as 32 levels
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
                .object("paymentTerms", out -> PaymentTermsJson.write(terms.paymentTerms(), out));
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
    private Charge charge(JsonFields fields, Set<String> discounts) {
        ChargeId id = fields.parsed("id", ChargeId::of).orElseGet(() -> ChargeId.of(fields.standIn("id")));
        List<Optional<Meter>> meters = meters(fields);
        ChargeModel model = fields.model("model");
        noteLimits(model, meters, fields);
        Charge charge = fields.attempt(
                        () -> Elements.made(fields, "meters", meters, each -> Charge.usage(id, each, model)))
                .orElseGet(() -> Charge.usage(id, Meter.sum(fields.standIn("meter")), STAND_IN_MODEL));
        charge = fields.optionalParsed("name", charge::named).orElse(charge);
        charge = fields.optionalParsed("unit", charge::unit).orElse(charge);
        charge = metered(charge, fields);
        charge = charge.discounts(discounts(fields, discounts));
        charge = fields.optionalDecimal("maximum", SpendMaximum::of)
                .map(charge::maximum)
                .orElse(charge);
        charge = committed(charge, fields);
        charge = fields.optionalDecimal("minimum", SpendMinimum::of)
                .map(charge::minimum)
                .orElse(charge);
        return fields.flag("neverDecreasing", false) ? charge.neverDecreasing() : charge;
    }

    /** A charge refuses its first limit of a meter that it does not have; the reader tells all of them. */
    private static void noteLimits(ChargeModel model, List<Optional<Meter>> meters, JsonFields fields) {
        if (model instanceof Capacity capacity && !meters.isEmpty()) {
            var byId = new LinkedHashMap<MeterId, Meter>();
            meters.forEach(meter -> byId.putIfAbsent(meter.orElseThrow().id(), meter.orElseThrow()));
            Metering metering = Metering.of(List.copyOf(byId.values()));
            for (int i = 0; i < capacity.tiers().size(); i++) {
                String limits = "tiers[" + i + "].limits";
                for (MeterId meter : capacity.tiers().get(i).limits().keySet()) {
                    fields.attempt(() -> {
                        metering.requireMeter(meter, limits + "[" + meter + "]");
                        return meter;
                    });
                }
            }
        }
    }

    /** What becomes of the metered quantity, which the model must be able to price. */
    private static Charge metered(Charge charge, JsonFields fields) {
        Charge converted = fields.optionalObject("conversion")
                .flatMap(AgreementsJson::conversion)
                .flatMap(conversion -> fields.attempt(() -> charge.converted(conversion)))
                .orElse(charge);
        return fields.optionalDecimal("freeUnits", FreeUnits::of)
                .flatMap(free -> fields.attempt(() -> converted.free(free)))
                .orElse(converted);
    }

    /** What is committed, of which the model must be able to price the units. */
    private static Charge committed(Charge charge, JsonFields fields) {
        return fields.optionalObject("commitment")
                .flatMap(AgreementsJson::commitment)
                .flatMap(commitment -> fields.attempt(() -> charge.commitment(commitment)))
                .orElse(charge);
    }

    /** Those of a charge, which name no charges. */
    private static List<Discount> discounts(JsonFields fields, Set<String> taken) {
        var discounts = new ArrayList<Discount>();
        for (JsonFields discount : fields.optionalObjects("discounts")) {
            AgreementsJson.discount(discount, taken, ChargeId::of)
                    .filter(read -> discount.require(
                            read.scope().isEmpty(),
                            "discount.scope",
                            "charges",
                            "must be left out where it belongs to a charge",
                            read.scope()))
                    .ifPresent(discounts::add);
        }
        return discounts;
    }

    /** {@code "meter": "calls"} for the sum of all events of a meter, else {@code "meters"} with what is agreed of each. */
    private static List<Optional<Meter>> meters(JsonFields fields) {
        List<JsonFields> several = fields.optionalObjects("meters");
        if (!fields.isGiven("meters")) {
            return List.of(Optional.of(
                    fields.parsed("meter", Meter::sum).orElseGet(() -> Meter.sum(fields.standIn("meter")))));
        }
        if (fields.isSound("meters")) {
            fields.require(!several.isEmpty(), "collection.empty", "meters", "must not be empty", null);
        }
        return several.stream()
                .map(meter -> Optional.of(AgreementsJson.meter(meter)))
                .toList();
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
}
