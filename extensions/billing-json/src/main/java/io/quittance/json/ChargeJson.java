package io.quittance.json;

import io.quittance.core.contract.Ancillary;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ChargeKind;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.Metering;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Meter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Charges: {@code {"id": "calls", "meter": "calls", "model": {…}}}, or of another {@code kind} than {@code usage}. Which fields
 * there are beside the model depends on the kind; all others are refused.
 */
final class ChargeJson {
    /** Refuses nothing that a charge may have: several meters, units that are committed, free or converted. */
    static final ChargeModel STAND_IN_MODEL = Capacity.of(Capacity.Tier.of("0"));

    private static final int MOST_PRICES = 1_000;

    /** The fields that only some kinds have. */
    private static final String[] OF_SOME_KINDS = {
        "meters",
        "meter",
        "quantity",
        "date",
        "maximum",
        "commitment",
        "minimum",
        "billed",
        "proration",
        "laterModels",
        "phases",
        "escalation"
    };

    private ChargeJson() {}

    /**
     * Reads a charge; what is wrong stands for itself: the rest is checked beside it.
     *
     * @param discounts the ids of discounts that were read before, to which those of this charge are added
     */
    static Charge read(JsonFields fields, Set<String> discounts) {
        ChargeId id = fields.parsed("id", ChargeId::of).orElseGet(() -> ChargeId.of(fields.standIn("id")));
        Optional<ChargeKind> kind = Words.readOptional(fields, "kind", ChargeKind.values(), ChargeKind.USAGE);
        Charge made = kind.map(known -> made(known, id, fields)).orElseGet(() -> ofUnknownKind(id, fields));
        Charge charge = described(made, fields);
        charge = charge.discounts(discounts(fields, discounts));
        charge = kind.filter(ChargeJson::isPeriodic).isPresent() ? limited(charge, fields) : charge;
        charge = fields.flag("neverDecreasing", false) ? charge.neverDecreasing() : charge;
        charge = kind.isPresent() ? due(charge, kind.get(), fields) : charge;
        charge = lasting(charge, fields);
        Optional<Ancillary> ancillary = fields.optionalObject("ancillary").flatMap(ChargeJson::ancillary);
        charge = ancillary.map(charge::ancillary).orElse(charge);
        charge = fields.optionalParsed("group", charge::inGroup).orElse(charge);
        return kind.filter(ChargeJson::isPeriodic).isPresent()
                ? overTime(repriced(charge, kind.get(), fields), fields)
                : charge;
    }

    /** Whether it costs something for each period, rather than once or over the whole term. */
    private static boolean isPeriodic(ChargeKind kind) {
        return kind != ChargeKind.ONE_OFF && !kind.isOverTerm();
    }

    private static Charge made(ChargeKind kind, ChargeId id, JsonFields fields) {
        List<Optional<Meter>> meters = meters(kind, id, fields);
        ChargeModel model = model(kind, fields);
        noteLimits(model, meters, fields);
        Optional<Charge> charge = fields.attempt(() -> made(kind, id, meters, model, fields));
        return charge.orElseGet(() -> standIn(kind, id, fields));
    }

    /** Takes whatever else is said; the document is refused already. */
    private static Charge standIn(ChargeKind kind, ChargeId id, JsonFields fields) {
        return switch (kind) {
            case ONE_OFF -> Charge.oneOff(id, STAND_IN_MODEL);
            case RECURRING -> Charge.recurring(id, STAND_IN_MODEL);
            default -> Charge.usage(id, Meter.sum(fields.standIn("meter")), STAND_IN_MODEL);
        };
    }

    private static Charge made(
            ChargeKind kind, ChargeId id, List<Optional<Meter>> meters, ChargeModel model, JsonFields fields) {
        if (kind == ChargeKind.USAGE) {
            return Elements.made(fields, "meters", meters, each -> Charge.usage(id, each, model));
        }
        String meter = meters.get(0).orElseThrow().id().value();
        return switch (kind) {
            case ONE_OFF -> Charge.oneOff(id, model);
            case RECURRING -> Charge.recurring(id, model);
            case RESALE -> Charge.resale(id.value(), meter, model);
            case TIME_AND_MATERIALS ->
                model instanceof TimeAndMaterials rates
                        ? Charge.timeAndMaterials(id.value(), meter, rates)
                        : standIn(kind, id, fields);
            case MILESTONES ->
                model instanceof Milestones milestones
                        ? Charge.milestones(id.value(), meter, milestones)
                        : standIn(kind, id, fields);
            case COMPLETION ->
                model instanceof Completion price
                        ? Charge.completion(id.value(), meter, price)
                        : standIn(kind, id, fields);
            case USAGE -> throw new IllegalStateException("made above");
        };
    }

    /** Tells what is wrong with the model and with what all kinds have; of the rest it cannot be said whether it belongs. */
    private static Charge ofUnknownKind(ChargeId id, JsonFields fields) {
        fields.leave(OF_SOME_KINDS);
        fields.model("model");
        return Charge.usage(id, Meter.sum(fields.standIn("meter")), STAND_IN_MODEL);
    }

    /** The model, whose type is that of the kind where that has one only. */
    private static ChargeModel model(ChargeKind kind, JsonFields fields) {
        ChargeModel model = fields.model("model");
        if (hasOneModel(kind)) {
            String only = Words.of(kind); // the model is named like the kind
            fields.object("model").parsed("type", type -> {
                Require.that(
                        type.equals(only),
                        "charge.model",
                        "type",
                        "must be " + only + " for a charge of kind " + only,
                        type);
                return type;
            });
        }
        return model;
    }

    private static boolean hasOneModel(ChargeKind kind) {
        return kind == ChargeKind.TIME_AND_MATERIALS || kind.isOverTerm();
    }

    /**
     * {@code "meter": "calls"} for the meter that is usual for the kind, the sum of all events of a meter where it is usage;
     * of usage also {@code "meters"} with what is agreed of each. What is not measured has the meter that stands for it.
     */
    private static List<Optional<Meter>> meters(ChargeKind kind, ChargeId id, JsonFields fields) {
        if (!kind.isMetered()) {
            return List.of(Optional.of(Meter.latest(id.value())));
        }
        List<JsonFields> several = kind == ChargeKind.USAGE ? fields.optionalObjects("meters") : List.of();
        if (kind != ChargeKind.USAGE || !fields.isGiven("meters")) {
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

    /** Name, unit and what becomes of the quantity, which the model must be able to price. */
    private static Charge described(Charge made, JsonFields fields) {
        Charge named = fields.optionalParsed("name", made::named).orElse(made);
        Charge counted = fields.optionalParsed("unit", named::unit).orElse(named);
        Charge converted = fields.optionalObject("conversion")
                .flatMap(AgreementsJson::conversion)
                .flatMap(conversion -> fields.attempt(() -> counted.converted(conversion)))
                .orElse(counted);
        return fields.optionalDecimal("freeUnits", FreeUnits::of)
                .flatMap(free -> fields.attempt(() -> converted.free(free)))
                .orElse(converted);
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

    /** What a period costs at most and at least, and what is committed, of which the model must be able to price the units. */
    private static Charge limited(Charge made, JsonFields fields) {
        Charge capped = fields.optionalDecimal("maximum", SpendMaximum::of)
                .map(made::maximum)
                .orElse(made);
        Charge committed = fields.optionalObject("commitment")
                .flatMap(AgreementsJson::commitment)
                .flatMap(commitment -> fields.attempt(() -> capped.commitment(commitment)))
                .orElse(capped);
        return fields.optionalDecimal("minimum", SpendMinimum::of)
                .map(committed::minimum)
                .orElse(committed);
    }

    /** For how much it is due where that is not measured, and when. */
    private static Charge due(Charge made, ChargeKind kind, JsonFields fields) {
        Charge charge = made;
        if (!kind.isMetered()) {
            charge = fields.optionalDecimal("quantity", charge::quantity).orElse(charge);
        }
        if (kind == ChargeKind.ONE_OFF) {
            return fields.optionalParsed("date", charge::on).orElse(charge);
        }
        charge = cycle(kind, fields).map(charge::billed).orElse(charge);
        return kind == ChargeKind.RECURRING
                ? ProrationJson.readOptional(fields, "proration")
                        .map(charge::prorated)
                        .orElse(charge)
                : charge;
    }

    /** What is measured is not known in advance. */
    private static Optional<BillingCycle> cycle(ChargeKind kind, JsonFields fields) {
        Optional<JsonFields> billed = fields.optionalObject("billed");
        Optional<BillingCycle> cycle = billed.flatMap(BillingCycleJson::read);
        boolean isLate = kind != ChargeKind.RECURRING;
        String late = Words.of(BillingCycle.Timing.IN_ARREARS);
        billed.filter(given -> isLate && given.isSound("timing"))
                .ifPresent(given -> given.parsed("timing", timing -> {
                    Require.that(
                            timing.equals(late),
                            "charge.kind",
                            "timing",
                            "must be " + late + " for a charge of kind " + Words.of(kind),
                            timing);
                    return timing;
                }));
        return cycle.filter(read -> !isLate || !read.isInAdvance());
    }

    private static Charge lasting(Charge made, JsonFields fields) {
        Optional<LocalDate> from = fields.optionalParsed("from", text -> Dates.parse(text, "from"));
        Optional<LocalDate> until = fields.optionalParsed("until", text -> Dates.parse(text, "until"));
        if (from.isPresent() && until.isPresent()) {
            boolean rises = from.get().isBefore(until.get());
            String both = from.get() + " / " + until.get();
            if (!fields.require(rises, "charge.days", "from", "must be before until", both)) {
                return made;
            }
        }
        Charge charge = from.map(made::from).orElse(made);
        return until.map(charge::until).orElse(charge);
    }

    private static Optional<Ancillary> ancillary(JsonFields fields) {
        Optional<String> order = fields.parsed("order", text -> Require.id(text, "order"));
        Optional<String> rule = fields.parsed("priceRule", text -> Require.id(text, "priceRule"));
        return order.flatMap(known -> rule.map(by -> new Ancillary(known, by)));
    }

    /** {@code "laterModels": [{"from": "2027-01-01", "model": {…}}]}, in the order of the days. */
    private static Charge repriced(Charge made, ChargeKind kind, JsonFields fields) {
        List<JsonFields> prices = fields.optionalObjects("laterModels");
        if (prices.size() > MOST_PRICES) {
            fields.require(false, "charge.prices", "laterModels", "must be at most " + MOST_PRICES, prices.size());
            prices.subList(MOST_PRICES, prices.size()).forEach(JsonFields::leaveRest);
        }
        Charge charge = made;
        Optional<LocalDate> last = Optional.empty();
        for (JsonFields price : prices.subList(0, Math.min(prices.size(), MOST_PRICES))) {
            Optional<LocalDate> from = price.parsed("from", text -> Dates.parse(text, "from"));
            ChargeModel model = model(kind, price);
            LocalDate before = last.orElse(LocalDate.MIN);
            if (from.filter(day -> price.require(
                            day.isAfter(before), "charge.repriced", "from", "must be after " + before, day))
                    .isPresent()) {
                last = from;
                Charge cheaper = charge;
                charge =
                        price.attempt(() -> cheaper.repriced(from.get(), model)).orElse(charge);
            }
        }
        return charge;
    }

    /** How the price begins, and how it rises. */
    private static Charge overTime(Charge made, JsonFields fields) {
        Charge charge = made.phases(PhasesJson.readOptional(fields));
        return fields.optionalObject("escalation")
                .flatMap(EscalationJson::read)
                .map(charge::escalated)
                .orElse(charge);
    }

    static void write(Charge charge, JsonObject object) {
        object.text("id", charge.id().value());
        if (charge.kind() != ChargeKind.USAGE) {
            object.text("kind", Words.of(charge.kind()));
        }
        writeMeters(charge, object);
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
        writeDue(charge, object);
        charge.ancillary()
                .ifPresent(mark -> object.object(
                        "ancillary", out -> out.text("order", mark.order()).text("priceRule", mark.priceRule())));
        charge.group().ifPresent(group -> object.text("group", group));
        if (!charge.laterModels().isEmpty()) {
            object.objects("laterModels", charge.laterModels().entrySet(), ChargeJson::writePrice);
        }
        PhasesJson.write(charge.phases(), object);
        charge.escalation()
                .ifPresent(escalation -> object.object("escalation", out -> EscalationJson.write(escalation, out)));
    }

    private static void writeMeters(Charge charge, JsonObject object) {
        if (!charge.kind().isMetered()) {
            if (charge.quantity().compareTo(BigDecimal.ONE) != 0) {
                object.decimal("quantity", charge.quantity());
            }
        } else if (charge.kind() != ChargeKind.USAGE
                || charge.meters().equals(List.of(Meter.sum(charge.meter().id().value())))) {
            object.text("meter", charge.meter().id().value());
        } else {
            object.objects("meters", charge.meters(), AgreementsJson::write);
        }
    }

    /** When it is due, for which days and with which parts of them. */
    private static void writeDue(Charge charge, JsonObject object) {
        charge.date().ifPresent(day -> object.text("date", day.toString()));
        charge.cycle().ifPresent(cycle -> object.object("billed", out -> BillingCycleJson.write(cycle, out)));
        charge.proration().ifPresent(part -> ProrationJson.write("proration", part, object));
        charge.from().ifPresent(day -> object.text("from", day.toString()));
        charge.until().ifPresent(day -> object.text("until", day.toString()));
    }

    private static void writePrice(Map.Entry<LocalDate, ChargeModel> price, JsonObject object) {
        object.text("from", price.getKey().toString()).model("model", price.getValue());
    }

    static void writeDiscounts(Discounts discounts, JsonObject object) {
        if (!discounts.list().isEmpty()) {
            object.objects("discounts", discounts.list(), AgreementsJson::write);
        }
    }
}
