package io.quittance.json;

import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountOrder;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.MinimumProration;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.pricing.RoundingMoment;
import io.quittance.core.pricing.SpendBasis;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.pricing.TierBound;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UnitConversion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What is agreed beside a price, of one charge or of all: each a small object, left out where nothing is agreed. */
final class AgreementsJson {

    /** The values of a conversion's field {@code operation}. */
    private enum Operation {
        MULTIPLY,
        DIVIDE
    }

    private AgreementsJson() {}

    /** {@code {"scale": 2, "mode": "HALF_UP"}}. */
    static Optional<Rounding> rounding(JsonFields fields) {
        int scale = fields.integer("scale");
        RoundingMode mode = fields.choice("mode", RoundingMode.values());
        return fields.attempt(() -> Rounding.of(scale, mode));
    }

    static void write(Rounding rounding, JsonObject object) {
        object.integer("scale", rounding.scale()).text("mode", rounding.mode().name());
    }

    /** {@code {"id": "calls", "aggregation": {"type": "MAXIMUM"}, "where": [{"dimension": "region", "value": "eu"}]}}. */
    static Optional<Meter> meter(JsonFields fields) {
        String id = fields.text("id");
        var aggregation = fields.optionalObject("aggregation").map(AggregationJson::read);
        var filters = fields.optionalObjects("where").stream()
                .map(filter -> List.of(filter.text("dimension"), filter.text("value")))
                .toList();
        return fields.attempt(() -> {
            Meter meter = aggregation.map(one -> Meter.of(id, one)).orElseGet(() -> Meter.sum(id));
            for (List<String> filter : filters) {
                meter = meter.where(filter.get(0), filter.get(1));
            }
            return meter;
        });
    }

    static void write(Meter meter, JsonObject object) {
        object.text("id", meter.id().value());
        AggregationJson.writeOptional(meter.aggregation(), Meter.sum("any").aggregation(), object);
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
        BigDecimal factor = fields.decimal("factor");
        Optional<Increments> increments = fields.optionalObject("increments").flatMap(AgreementsJson::increments);
        Optional<Rounding> rounding = fields.optionalObject("rounding").flatMap(AgreementsJson::rounding);
        return fields.attempt(() -> {
            UnitConversion conversion =
                    operation == Operation.DIVIDE ? UnitConversion.divideBy(factor) : UnitConversion.multiplyBy(factor);
            UnitConversion counted = increments.map(conversion::withIncrements).orElse(conversion);
            return rounding.map(counted::withRounding).orElse(counted);
        });
    }

    private static Optional<Increments> increments(JsonFields fields) {
        BigDecimal minimum = fields.decimal("minimum");
        BigDecimal step = fields.decimal("step");
        return fields.attempt(() -> Increments.of(minimum, step));
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

    /** {@code {"id": "launch", "kind": "PERCENT", "value": "20", "charges": ["calls"]}}. */
    static Optional<Discount> discount(JsonFields fields) {
        String id = fields.text("id");
        Discount.Kind kind = fields.choice("kind", Discount.Kind.values());
        BigDecimal value = fields.decimal("value");
        List<String> charges = fields.optionalTexts("charges");
        return fields.attempt(() -> {
            Discount discount =
                    kind == Discount.Kind.PERCENT ? Discount.percent(id, value) : Discount.amount(id, value);
            for (String charge : charges) {
                discount = discount.on(charge);
            }
            return discount;
        });
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
        BigDecimal value = fields.decimal("value");
        BigDecimal factor = fields.optionalDecimal("overageFactor").orElse(BigDecimal.ONE);
        boolean trueUp = fields.flag("trueUp", false);
        return fields.attempt(
                () -> (kind == Commitment.Kind.AMOUNT ? Commitment.ofAmount(value) : Commitment.ofQuantity(value))
                        .overageFactor(factor)
                        .withTrueUp(trueUp));
    }

    static void write(Commitment commitment, JsonObject object) {
        object.text("kind", commitment.kind().name())
                .decimal("value", commitment.value())
                .decimal("overageFactor", commitment.overageFactor())
                .flag("trueUp", commitment.trueUp());
    }

    /** {@code {"termMinimum": "1200", "periodMinimum": "60", "overageFactor": "1.5", "carriesOver": true}}. */
    static Optional<TermCommitment> termCommitment(JsonFields fields) {
        BigDecimal termMinimum = fields.decimal("termMinimum");
        Optional<BigDecimal> periodMinimum = fields.optionalDecimal("periodMinimum");
        BigDecimal factor = fields.optionalDecimal("overageFactor").orElse(BigDecimal.ONE);
        boolean carriesOver = fields.flag("carriesOver", false);
        return fields.attempt(() -> {
            TermCommitment whole = TermCommitment.of(termMinimum).overageFactor(factor);
            TermCommitment each = periodMinimum.map(whole::perPeriod).orElse(whole);
            return carriesOver ? each.carryingOver() : each;
        });
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
        MinimumProration proration = fields.optionalChoice("minimumProration", MinimumProration.values())
                .orElse(standard.minimumProration());
        List<RatingStage> stages =
                fields.optionalChoices("stages", RatingStage.values()).orElse(standard.stages());
        return fields.attempt(() -> standard.withTierBound(bound)
                        .withFirstFlatFeeAtZero(flatFee)
                        .withRoundingMoment(moment)
                        .withDiscountOrder(order)
                        .withDiscountSpread(spread)
                        .withSpendBasis(basis)
                        .withMinimumProration(proration)
                        .withStages(stages))
                .or(() -> Optional.of(standard.withDiscountSpread(spread)));
    }

    /** What is wrong stands for exact shares, which refuse no amount off: it might have been meant so. */
    private static DiscountSpread spread(JsonFields fields) {
        String name = "discountSpread";
        return fields.has(name)
                ? fields.chosen(name, DiscountSpread.values()).orElse(DiscountSpread.EXACT)
                : fields.optionalChoice(name, DiscountSpread.values())
                        .orElse(Conventions.standard().discountSpread());
    }

    static void write(Conventions conventions, JsonObject object) {
        object.text("tierBound", conventions.tierBound().name())
                .flag("firstFlatFeeAtZero", conventions.firstFlatFeeAtZero())
                .text("roundingMoment", conventions.roundingMoment().name())
                .text("discountOrder", conventions.discountOrder().name())
                .text("discountSpread", conventions.discountSpread().name())
                .text("spendBasis", conventions.spendBasis().name())
                .text("minimumProration", conventions.minimumProration().name())
                .texts("stages", conventions.stages().stream().map(Enum::name).toList());
    }
}
