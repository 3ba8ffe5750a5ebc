package io.quittance.json;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountOrder;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.pricing.RoundingMoment;
import io.quittance.core.pricing.SpendBasis;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.pricing.TierBound;
import io.quittance.core.schedule.Proration;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UnitConversion;
import io.quittance.core.usage.UsageAggregation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is agreed beside a price, of one charge or of all: each a small object, left out where nothing is agreed. */
final class AgreementsJson {

    /** The values of a conversion's field {@code operation}. */
    private enum Operation {
        MULTIPLY,
        DIVIDE
    }

    private static final UsageAggregation SUM = new Sum();

    private AgreementsJson() {}

    /** {@code {"scale": 2, "mode": "HALF_UP"}}. */
    static Optional<Rounding> rounding(JsonFields fields) {
        Optional<Rounding> places = fields.wholeNumber("scale", scale -> Rounding.of(scale, RoundingMode.HALF_UP));
        Optional<RoundingMode> mode = fields.chosen("mode", RoundingMode.values());
        return places.flatMap(rounding -> mode.map(how -> Rounding.of(rounding.scale(), how)));
    }

    static void write(Rounding rounding, JsonObject object) {
        object.integer("scale", rounding.scale()).text("mode", rounding.mode().name());
    }

    /** {@code {"id": "calls", "aggregation": {"type": "MAXIMUM"}, "where": [{"dimension": "region", "value": "eu"}]}}. */
    static Meter meter(JsonFields fields) {
        MeterId id = fields.parsed("id", MeterId::of).orElseGet(() -> MeterId.of(fields.standIn("id")));
        UsageAggregation aggregation = AggregationJson.readOptional(fields, SUM).orElse(SUM);
        var filter = new LinkedHashMap<String, String>();
        for (JsonFields entry : fields.optionalObjects("where")) {
            Optional<String> dimension = entry.parsed("dimension", text -> Require.id(text, "dimension"));
            Optional<String> value = entry.parsed("value", text -> Require.id(text, "value"));
            dimension.ifPresent(name -> entry.require(
                    filter.put(name, value.orElse(name)) == null, "json.twice", "dimension", "must be unique", name));
        }
        return Meter.of(id, aggregation).where(filter);
    }

    static void write(Meter meter, JsonObject object) {
        object.text("id", meter.id().value());
        AggregationJson.writeOptional(meter.aggregation(), SUM, object);
        if (!meter.filter().isEmpty()) {
            object.objects(
                    "where",
                    meter.filter().entrySet(),
                    (filter, out) -> out.text("dimension", filter.getKey()).text("value", filter.getValue()));
        }
    }

    /** {@code {"operation": "DIVIDE", "factor": "60", "rounding": {"scale": 0, "mode": "UP"}}}. */
    static Optional<UnitConversion> conversion(JsonFields fields) {
        Operation operation = fields.choice("operation", Operation.values());
        Optional<UnitConversion> conversion = fields.decimal(
                "factor",
                factor -> operation == Operation.DIVIDE
                        ? UnitConversion.divideBy(factor)
                        : UnitConversion.multiplyBy(factor));
        Optional<Increments> increments = fields.optionalObject("increments").flatMap(AgreementsJson::increments);
        Optional<Rounding> rounding = fields.optionalObject("rounding").flatMap(AgreementsJson::rounding);
        return conversion
                .map(plain -> increments.map(plain::withIncrements).orElse(plain))
                .map(counted -> rounding.map(counted::withRounding).orElse(counted));
    }

    /** {@code {"minimum": "60", "step": "6"}}; each number is refused for itself. */
    static Optional<Increments> increments(JsonFields fields) {
        Optional<Increments> minimum = fields.decimal("minimum", least -> Increments.of(least, BigDecimal.ONE));
        Optional<Increments> step = fields.decimal("step", each -> Increments.of(BigDecimal.ZERO, each));
        return minimum.flatMap(least -> step.map(each -> Increments.of(least.minimum(), each.step())));
    }

    static void write(UnitConversion conversion, JsonObject object) {
        object.text("operation", (conversion.isDivision() ? Operation.DIVIDE : Operation.MULTIPLY).name())
                .decimal("factor", conversion.factor());
        conversion
                .increments()
                .ifPresent(increments -> object.object(
                        "increments",
                        out -> out.decimal("minimum", increments.minimum()).decimal("step", increments.step())));
        conversion.rounding().ifPresent(rounding -> object.object("rounding", out -> write(rounding, out)));
    }

    /**
     * {@code {"id": "launch", "kind": "PERCENT", "value": "20", "charges": ["calls"]}}.
     *
     * @param taken the ids of discounts that were read before, to which this one is added
     * @param charge the charge with an id, or a refusal
     */
    static Optional<Discount> discount(JsonFields fields, Set<String> taken, Function<String, ChargeId> charge) {
        Optional<String> id = fields.parsed("id", text -> {
            Require.id(text, "id");
            Require.that(taken.add(text), "discount.duplicate", "id", "must be unique", text);
            return text;
        });
        Optional<Discount.Kind> kind = fields.chosen("kind", Discount.Kind.values());
        boolean percent = kind.filter(Discount.Kind.PERCENT::equals).isPresent();
        String name = id.orElseGet(() -> fields.standIn("id"));
        Optional<Discount> discount = fields.decimal(
                "value", value -> percent ? Discount.percent(name, value) : Discount.amount(name, value));
        List<ChargeId> charges = fields.optionalParsedTexts("charges", charge);
        return discount.map(one -> one.on(charges));
    }

    static void write(Discount discount, JsonObject object) {
        object.text("id", discount.id()).text("kind", discount.kind().name()).decimal("value", discount.value());
        if (!discount.scope().isEmpty()) {
            object.texts(
                    "charges", discount.scope().stream().map(Object::toString).toList());
        }
    }

    /** {@code {"kind": "AMOUNT", "value": "10", "overageFactor": "2", "trueUp": true}}. */
    static Optional<Commitment> commitment(JsonFields fields) {
        Commitment.Kind kind = fields.choice("kind", Commitment.Kind.values());
        Optional<Commitment> commitment = fields.decimal(
                "value",
                value -> kind == Commitment.Kind.AMOUNT ? Commitment.ofAmount(value) : Commitment.ofQuantity(value));
        BigDecimal factor = fields.optionalDecimal("overageFactor", Commitment.ofAmount("0")::overageFactor)
                .map(Commitment::overageFactor)
                .orElse(BigDecimal.ONE);
        boolean trueUp = fields.flag("trueUp", false);
        return commitment.map(agreed -> agreed.overageFactor(factor).withTrueUp(trueUp));
    }

    static void write(Commitment commitment, JsonObject object) {
        object.text("kind", commitment.kind().name())
                .decimal("value", commitment.value())
                .decimal("overageFactor", commitment.overageFactor())
                .flag("trueUp", commitment.trueUp());
    }

    /** {@code {"termMinimum": "1200", "periodMinimum": "60", "overageFactor": "1.5", "carriesOver": true}}. */
    static Optional<TermCommitment> termCommitment(JsonFields fields) {
        TermCommitment none = TermCommitment.of("0");
        Optional<TermCommitment> commitment = fields.decimal("termMinimum", TermCommitment::of);
        Optional<BigDecimal> periodMinimum =
                fields.optionalDecimal("periodMinimum", none::perPeriod).flatMap(TermCommitment::periodMinimum);
        BigDecimal factor = fields.optionalDecimal("overageFactor", none::overageFactor)
                .map(TermCommitment::overageFactor)
                .orElse(BigDecimal.ONE);
        boolean carriesOver = fields.flag("carriesOver", false);
        return commitment
                .map(whole -> whole.overageFactor(factor))
                .map(whole -> periodMinimum.map(whole::perPeriod).orElse(whole))
                .map(each -> carriesOver ? each.carryingOver() : each);
    }

    static void write(TermCommitment commitment, JsonObject object) {
        object.decimal("termMinimum", commitment.termMinimum());
        commitment.periodMinimum().ifPresent(minimum -> object.decimal("periodMinimum", minimum));
        object.decimal("overageFactor", commitment.overageFactor()).flag("carriesOver", commitment.carriesOver());
    }

    /** Each convention by its name; what is left out is the standard. */
    static Optional<Conventions> conventions(JsonFields fields) {
        Conventions standard = Conventions.standard();
        TierBound bound = fields.optionalChoice("tierBound", TierBound.values()).orElse(standard.tierBound());
        boolean flatFee = fields.flag("firstFlatFeeAtZero", standard.firstFlatFeeAtZero());
        RoundingMoment moment =
                fields.optionalChoice("roundingMoment", RoundingMoment.values()).orElse(standard.roundingMoment());
        DiscountOrder order =
                fields.optionalChoice("discountOrder", DiscountOrder.values()).orElse(standard.discountOrder());
        DiscountSpread spread = spread(fields);
        SpendBasis basis =
                fields.optionalChoice("spendBasis", SpendBasis.values()).orElse(standard.spendBasis());
        Proration proration = ProrationJson.readOptional(fields, "proration", standard.proration());
        Proration ofMinimums = ProrationJson.readOptional(fields, "minimumProration", standard.minimumProration());
        List<RatingStage> stages =
                fields.optionalChoices("stages", RatingStage.values()).orElse(standard.stages());
        return fields.attempt(() -> standard.withTierBound(bound)
                        .withFirstFlatFeeAtZero(flatFee)
                        .withRoundingMoment(moment)
                        .withDiscountOrder(order)
                        .withDiscountSpread(spread)
                        .withSpendBasis(basis)
                        .withProration(proration)
                        .withMinimumProration(ofMinimums)
                        .withStages(stages))
                .or(() -> Optional.of(standard.withDiscountSpread(spread)));
    }

    /** What is wrong stands for exact shares, which refuse no amount off: it might have been meant so. */
    private static DiscountSpread spread(JsonFields fields) {
        DiscountSpread standard = Conventions.standard().discountSpread();
        return fields.chosen("discountSpread", DiscountSpread.values(), standard)
                .orElse(DiscountSpread.EXACT);
    }

    static void write(Conventions conventions, JsonObject object) {
        object.text("tierBound", conventions.tierBound().name())
                .flag("firstFlatFeeAtZero", conventions.firstFlatFeeAtZero())
                .text("roundingMoment", conventions.roundingMoment().name())
                .text("discountOrder", conventions.discountOrder().name())
                .text("discountSpread", conventions.discountSpread().name())
                .text("spendBasis", conventions.spendBasis().name());
        ProrationJson.write("proration", conventions.proration(), object);
        ProrationJson.write("minimumProration", conventions.minimumProration(), object);
        object.texts("stages", conventions.stages().stream().map(Enum::name).toList());
    }
}
