package io.quittance.json;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Currencies;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.money.CurrencyUnit;

/**
 * Contract terms as JSON, {@code contract-terms.schema.json}. Immutable and safe to share between threads.
 *
 * <p>{@code ContractTermsJson.standard().read("{\"schemaVersion\": 1, \"currency\": \"USD\", …}")}
 */
public final class ContractTermsJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

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
                .with(new TimeAndMaterialsCodec())
                .with(new MilestonesCodec())
                .with(new CompletionCodec());
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
        return JsonFields.read(json, this::terms, this::model, VERSIONS);
    }

    /** Reads terms, and says that all of their fields have been read. */
    ContractTerms terms(JsonFields fields) {
        var terms = ContractTerms.builder();
        Optional<CurrencyUnit> currency = fields.parsed("currency", ContractTermsJson::currency);
        terms.currency(currency.orElseGet(() -> currency("EUR")));
        terms.zone(fields.parsed("zone", id -> Dates.parseZone(id, "zone")).orElse(ZoneOffset.UTC));
        var discounts = new HashSet<String>();
        List<JsonFields> charges = fields.objects("charges");
        var ids = new HashSet<ChargeId>();
        boolean sound = fields.isGiven("charges");
        for (JsonFields charge : charges) {
            Charge read = ChargeJson.read(charge, discounts);
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
        fields.optionalObject("billed").flatMap(BillingCycleJson::read).ifPresent(terms::billed);
        fields.optionalObject("invoicing").map(InvoicingJson::read).ifPresent(terms::invoicing);
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
        return Json.text(
                this::writeModel, object -> write(terms, object.integer(SchemaVersions.FIELD, VERSIONS.current())));
    }

    /** Writes the fields of terms, without the version. */
    static void write(ContractTerms terms, JsonObject object) {
        object.text("currency", terms.currency().getCurrencyCode())
                .text("zone", terms.zone().getId())
                .objects("charges", terms.charges(), ChargeJson::write);
        if (!terms.conventions().equals(Conventions.standard())) {
            object.object("conventions", out -> AgreementsJson.write(terms.conventions(), out));
        }
        ChargeJson.writeDiscounts(terms.discounts(), object);
        terms.maximum().ifPresent(maximum -> object.decimal("maximum", maximum.amount()));
        terms.minimum().ifPresent(minimum -> object.decimal("minimum", minimum.amount()));
        terms.commitment()
                .ifPresent(commitment -> object.object("commitment", out -> AgreementsJson.write(commitment, out)));
        object.object("lineRounding", out -> AgreementsJson.write(terms.lineRounding(), out))
                .object("paymentTerms", out -> PaymentTermsJson.write(terms.paymentTerms(), out));
        if (!terms.cycle().equals(BillingCycle.monthly())) {
            object.object("billed", out -> BillingCycleJson.write(terms.cycle(), out));
        }
        if (!terms.invoicing().equals(InvoicingRequirements.none())) {
            object.object("invoicing", out -> InvoicingJson.write(terms.invoicing(), out));
        }
    }

    /** Writes a charge model of any kind that the codecs know. */
    void writeModel(ChargeModel model, JsonObject object) {
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

    /** Reads a charge model of any kind that the codecs know. */
    ChargeModel model(JsonFields fields) {
        fields.leaveRest();
        return fields.parsed("type", this::codec)
                .flatMap(codec -> fields.<ChargeModel>readFully(codec::read))
                .orElse(ChargeJson.STAND_IN_MODEL);
    }

    private ChargeModelCodec<?> codec(String type) {
        ChargeModelCodec<?> codec = codecs.get(type);
        if (codec == null) {
            throw new InvalidArgumentException(
                    "json.model-type", "type", "must be one of " + List.copyOf(codecs.keySet()), type);
        }
        return codec;
    }

    /** The currency with a code. */
    static CurrencyUnit currency(String code) {
        return Currencies.of(code, "currency");
    }
}
