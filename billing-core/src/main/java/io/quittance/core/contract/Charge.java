package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.Metering;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UnitConversion;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a contract charges for, priced by a model, with what was agreed beside the price: something that recurs, that
 * is used, that is due once, or that is due as a project proceeds.
 *
 * <p>{@code Charge.recurring("platform", FlatFee.of("499.00")).billed(BillingCycle.monthly().inAdvance())} and {@code
 * Charge.usage("night", "night-minutes", PerUnit.of("0.045")).named("Night minutes").unit("MIN").free("60")}
 */
public final class Charge implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_PRICES = 1_000;

    /** Never changed once a charge has it. */
    private final Agreed agreed;

    /** What is agreed; changed only while a charge is made. */
    private static final class Agreed implements Serializable {
        private static final long serialVersionUID = 1L;

        private final ChargeKind kind;
        private final ChargeId id;

        @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
        private final List<Meter> meters;

        @SuppressWarnings("serial") // the models of this library are serialisable, and a host's should be
        private final ChargeModel model;

        private String name;
        private String unit = "C62";
        private BigDecimal quantity = BigDecimal.ONE;
        private @Nullable LocalDate date;
        private @Nullable BillingCycle cycle;

        @SuppressWarnings("serial") // the strategies of this library are serialisable, and a host's should be
        private @Nullable Proration proration;

        private @Nullable LocalDate from;
        private @Nullable LocalDate until;

        @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
        private SortedMap<LocalDate, ChargeModel> laterModels = Collections.emptySortedMap();

        private Phases phases = Phases.none();
        private @Nullable Escalation escalation;
        private @Nullable Ancillary ancillary;
        private @Nullable String group;
        private @Nullable UnitConversion conversion;
        private @Nullable FreeUnits freeUnits;
        private Discounts discounts = Discounts.none();
        private @Nullable SpendMaximum maximum;
        private @Nullable Commitment commitment;
        private @Nullable SpendMinimum minimum;
        private boolean decreasing = true;

        private Agreed(ChargeKind kind, ChargeId id, List<Meter> meters, ChargeModel model) {
            this.kind = requireNonNull(kind, "kind");
            this.id = requireNonNull(id, "id");
            this.meters = List.copyOf(meters);
            this.model = requireNonNull(model, "model");
            name = id.value();
        }

        private Agreed copy() {
            var copy = new Agreed(kind, id, meters, model);
            copyTo(copy);
            return copy;
        }

        private void copyTo(Agreed copy) {
            copy.name = name;
            copy.unit = unit;
            copy.quantity = quantity;
            copy.date = date;
            copy.cycle = cycle;
            copy.proration = proration;
            copy.from = from;
            copy.until = until;
            copy.laterModels = laterModels;
            copy.phases = phases;
            copy.escalation = escalation;
            copy.ancillary = ancillary;
            copy.group = group;
            copy.conversion = conversion;
            copy.freeUnits = freeUnits;
            copy.discounts = discounts;
            copy.maximum = maximum;
            copy.commitment = commitment;
            copy.minimum = minimum;
            copy.decreasing = decreasing;
        }

        private List<@Nullable Object> all() {
            return Arrays.asList(
                    kind,
                    id,
                    meters,
                    model,
                    name,
                    unit,
                    quantity.stripTrailingZeros(),
                    date,
                    cycle,
                    proration,
                    from,
                    until,
                    laterModels,
                    phases,
                    escalation,
                    ancillary,
                    group,
                    conversion,
                    freeUnits,
                    discounts,
                    maximum,
                    commitment,
                    minimum,
                    decreasing);
        }
    }

    private Charge(Agreed agreed) {
        this.agreed = agreed;
        Require.id(agreed.name, "name");
        Require.id(agreed.unit, "unit");
        requireMeters();
        requireKind();
        for (ChargeModel model : models()) {
            requireModel(model);
            check(model);
        }
    }

    /** Of some kinds there is one model only, which is that of the factory; a later price is by the same. */
    private void requireModel(ChargeModel model) {
        Class<? extends ChargeModel> only = switch (agreed.kind) {
            case TIME_AND_MATERIALS -> TimeAndMaterials.class;
            case MILESTONES -> Milestones.class;
            case COMPLETION -> Completion.class;
            case ONE_OFF, RECURRING, USAGE, RESALE -> ChargeModel.class;
        };
        Require.that(
                only.isInstance(model),
                "charge.model",
                "model",
                "must be " + only.getSimpleName() + " for a charge of kind " + agreed.kind,
                model);
    }

    private void requireMeters() {
        Require.that(
                agreed.kind.isMetered() != agreed.meters.isEmpty(),
                "charge.meters",
                "meters",
                agreed.kind.isMetered() ? "must not be empty" : "must be empty for a charge that is not measured",
                agreed.meters);
        Require.that(
                agreed.meters.size() <= 1 || (agreed.conversion == null && agreed.freeUnits == null),
                "charge.meters",
                "meters",
                "must be one where a quantity is converted or free",
                agreed.meters.size());
        if (agreed.meters.size() > 1
                && agreed.commitment != null
                && agreed.commitment.kind() == Commitment.Kind.QUANTITY) {
            throw new InvalidArgumentException(
                            "charge.commitment",
                            "kind",
                            "must be AMOUNT where a charge has several meters",
                            agreed.commitment.kind())
                    .at("commitment");
        }
    }

    /** What would be ignored in a charge of its kind is refused. */
    private void requireKind() {
        requireFor(agreed.date == null || agreed.kind == ChargeKind.ONE_OFF, "date", agreed.date);
        requireFor(
                agreed.quantity.compareTo(BigDecimal.ONE) == 0 || !agreed.kind.isMetered(),
                "quantity",
                agreed.quantity);
        requireFor(agreed.proration == null || agreed.kind == ChargeKind.RECURRING, "proration", agreed.proration);
        requireFor(
                agreed.cycle == null || !agreed.cycle.isInAdvance() || agreed.kind == ChargeKind.RECURRING,
                "cycle",
                agreed.cycle);
        requireFor(agreed.cycle == null || agreed.kind != ChargeKind.ONE_OFF, "cycle", agreed.cycle);
        boolean periodic = agreed.kind != ChargeKind.ONE_OFF && !agreed.kind.isOverTerm();
        requireFor(periodic || agreed.maximum == null, "maximum", agreed.maximum);
        requireFor(periodic || agreed.minimum == null, "minimum", agreed.minimum);
        requireFor(periodic || agreed.commitment == null, "commitment", agreed.commitment);
        requireFor(periodic || agreed.laterModels.isEmpty(), "laterModels", agreed.laterModels);
        requireFor(periodic || agreed.phases.list().isEmpty(), "phases", agreed.phases);
        requireFor(periodic || agreed.escalation == null, "escalation", agreed.escalation);
        Require.that(
                agreed.from == null || agreed.until == null || agreed.from.isBefore(agreed.until),
                "charge.days",
                "from",
                "must be before until",
                agreed.from + " / " + agreed.until);
    }

    private void requireFor(boolean kept, String argument, @Nullable Object value) {
        Require.that(kept, "charge.kind", argument, "must not be given for a charge of kind " + agreed.kind, value);
    }

    /** Asks the model, which may be a host's own, whether it can price what the charge says. */
    private void check(ChargeModel model) {
        try {
            model.check(metering());
        } catch (InvalidArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidArgumentException("model.failed", "model", "must check what makes its quantity", e)
                    .causedBy(e);
        }
    }

    /** A quantity that is agreed and not measured is like one that a meter of the charge's name would give. */
    private Metering metering() {
        Metering metering = agreed.meters.isEmpty()
                ? Metering.of(List.of(Meter.latest(agreed.id.value()))).agreed()
                : Metering.of(agreed.meters);
        metering = agreed.conversion == null ? metering : metering.converted(agreed.conversion);
        metering = agreed.freeUnits == null ? metering : metering.free(agreed.freeUnits);
        return agreed.commitment == null ? metering : metering.committed(agreed.commitment);
    }

    /** This charge with a change. */
    private Charge with(Consumer<Agreed> change) {
        Agreed changed = agreed.copy();
        change.accept(changed);
        return new Charge(changed);
    }

    /** Charges for each period, for one unit until told otherwise: {@code recurring(id, PerUnit.of("10")).quantity("25")}. */
    public static Charge recurring(ChargeId id, ChargeModel model) {
        return new Charge(new Agreed(ChargeKind.RECURRING, id, List.of(), model));
    }

    /** As {@link #recurring(ChargeId, ChargeModel)}. */
    public static Charge recurring(String id, ChargeModel model) {
        return recurring(new ChargeId(id), model);
    }

    /** Charges once, on the first day of the contract or of the terms that bring the charge, or {@link #on} another day. */
    public static Charge oneOff(ChargeId id, ChargeModel model) {
        return new Charge(new Agreed(ChargeKind.ONE_OFF, id, List.of(), model));
    }

    /** As {@link #oneOff(ChargeId, ChargeModel)}. */
    public static Charge oneOff(String id, ChargeModel model) {
        return oneOff(new ChargeId(id), model);
    }

    /**
     * Charges what was used on several meters, for a model that looks at the quantity of each, as {@link
     * io.quittance.core.pricing.Capacity} does.
     *
     * @param meters one or more, each with an id of its own; the quantity of the first is that of the charge
     * @throws IllegalArgumentException if the model prices one meter and there are several, names other meters, or cannot
     *     price what they count
     */
    public static Charge usage(ChargeId id, List<Meter> meters, ChargeModel model) {
        return metered(ChargeKind.USAGE, id, meters, model);
    }

    private static Charge metered(ChargeKind kind, ChargeId id, List<Meter> meters, ChargeModel model) {
        return new Charge(new Agreed(kind, id, meters, model));
    }

    /** Charges what was used on a meter. Named like its id and counted in pieces ({@code C62}) until told otherwise. */
    public static Charge usage(ChargeId id, Meter meter, ChargeModel model) {
        return usage(id, List.of(meter), model);
    }

    /** As {@link #usage(ChargeId, Meter, ChargeModel)}. */
    public static Charge usage(String id, Meter meter, ChargeModel model) {
        return usage(new ChargeId(id), meter, model);
    }

    /** Charges the sum of what was used on a meter. */
    public static Charge usage(String id, String meter, ChargeModel model) {
        return usage(id, Meter.sum(meter), model);
    }

    /** Charges work and material, which are recorded as events of a meter. */
    public static Charge timeAndMaterials(String id, String meter, TimeAndMaterials rates) {
        return metered(ChargeKind.TIME_AND_MATERIALS, new ChargeId(id), List.of(Meter.sum(meter)), rates);
    }

    /**
     * Charges hardware or software that is sold on, in pieces that are recorded as events of a meter when they are delivered:
     * {@code resale("laptops", "laptops.delivered", PerUnit.of("1299.00"))}, or at cost plus a margin with {@link
     * io.quittance.core.pricing.CostPlus}.
     */
    public static Charge resale(String id, String meter, ChargeModel model) {
        return metered(ChargeKind.RESALE, new ChargeId(id), List.of(Meter.sum(meter)), model);
    }

    /** Charges amounts when milestones are reached, which are reported as events of a meter; counted over the whole term. */
    public static Charge milestones(String id, String meter, Milestones milestones) {
        return metered(ChargeKind.MILESTONES, new ChargeId(id), List.of(Meter.latest(meter)), milestones);
    }

    /**
     * Charges a price as work is completed: the last event of a meter tells how many percent are. Counted over the whole term,
     * in percent ({@code P1}).
     */
    public static Charge completion(String id, String meter, Completion price) {
        return metered(ChargeKind.COMPLETION, new ChargeId(id), List.of(Meter.latest(meter)), price)
                .unit("P1");
    }

    /** The same charge with this name on the invoice line (EN 16931 BT-153). */
    public Charge named(String newName) {
        return with(draft -> draft.name = newName);
    }

    /** The same charge in this unit (EN 16931 BT-130, a code of UN/ECE Recommendation 20 such as {@code MIN}). */
    public Charge unit(String newUnit) {
        return with(draft -> draft.unit = newUnit);
    }

    /**
     * The same for so many units, where it is not measured: seats of {@code PerUnit.of("10")}.
     *
     * @param units zero or more
     */
    public Charge quantity(BigDecimal units) {
        return with(draft -> draft.quantity = Require.notNegative(units, "quantity"));
    }

    /** As {@link #quantity(BigDecimal)}, from text. */
    public Charge quantity(String units) {
        return quantity(Require.decimal(units, "quantity"));
    }

    /** The same, due on that day, where it is due once. */
    public Charge on(LocalDate day) {
        return with(draft -> draft.date = Dates.inCalendar(day, "date"));
    }

    /** As {@link #on(LocalDate)}, from an ISO date. */
    public Charge on(String day) {
        return on(Dates.parse(day, "date"));
    }

    /** The same, billed in this cycle, where it is another than that of the terms. */
    public Charge billed(BillingCycle newCycle) {
        return with(draft -> draft.cycle = requireNonNull(newCycle, "cycle"));
    }

    /** The same, where part periods are prorated otherwise than the conventions of the terms say. */
    public Charge prorated(Proration strategy) {
        return with(draft -> draft.proration = requireNonNull(strategy, "proration"));
    }

    /** The same, charged from a day of the contract on. */
    public Charge from(LocalDate day) {
        return with(draft -> draft.from = Dates.inCalendar(day, "from"));
    }

    /** As {@link #from(LocalDate)}, from an ISO date. */
    public Charge from(String day) {
        return from(Dates.parse(day, "from"));
    }

    /** The same, charged up to, not including, a day of the contract. */
    public Charge until(LocalDate day) {
        return with(draft -> draft.until = Dates.inCalendar(day, "until"));
    }

    /** As {@link #until(LocalDate)}, from an ISO date. */
    public Charge until(String day) {
        return until(Dates.parse(day, "until"));
    }

    /**
     * The same with another price from a day on: a version of the price that is known beforehand.
     *
     * @param day after those of other versions, of which there are at most 1,000
     * @throws IllegalArgumentException if the model is not of the kind of the charge, or cannot price what the charge says
     */
    public Charge repriced(LocalDate day, ChargeModel newModel) {
        var models = new TreeMap<>(agreed.laterModels);
        Dates.inCalendar(day, "day");
        Require.that(
                models.size() < MOST_PRICES,
                "charge.prices",
                "laterModels",
                "must be at most " + MOST_PRICES,
                MOST_PRICES + 1);
        Require.that(
                models.isEmpty() || day.isAfter(models.lastKey()),
                "charge.repriced",
                "day",
                "must be after the last price's " + (models.isEmpty() ? "" : models.lastKey()),
                day);
        models.put(day, requireNonNull(newModel, "model"));
        return with(draft -> draft.laterModels = Collections.unmodifiableSortedMap(models));
    }

    /** As {@link #repriced(LocalDate, ChargeModel)}, from an ISO date. */
    public Charge repriced(String day, ChargeModel newModel) {
        return repriced(Dates.parse(day, "day"), newModel);
    }

    /**
     * The same where each of its prices is another: what it would cost. It says nothing of when a price holds.
     *
     * @param change the price in the place of one, or that itself
     * @throws IllegalArgumentException if a model is not of the kind of the charge, or cannot price what the charge says
     */
    public Charge repriced(UnaryOperator<ChargeModel> change) {
        var later = new TreeMap<LocalDate, ChargeModel>();
        agreed.laterModels.forEach((day, model) -> later.put(day, requireNonNull(change.apply(model), "model")));
        var other =
                new Agreed(agreed.kind, agreed.id, agreed.meters, requireNonNull(change.apply(agreed.model), "model"));
        agreed.copyTo(other);
        other.laterModels = Collections.unmodifiableSortedMap(later);
        return new Charge(other);
    }

    /**
     * The same with phases from the first day on which it is charged: a trial, a ramp-up, a discount to begin with. They change
     * the price of a period by the days; of what is used, that of the days on which it is used.
     */
    public Charge phases(Phases newPhases) {
        return with(draft -> draft.phases = requireNonNull(newPhases, "phases"));
    }

    /** As {@link #phases(Phases)}. */
    public Charge phases(Phase... newPhases) {
        return phases(Phases.of(newPhases));
    }

    /** The same, where the price rises by agreement or with a price index. */
    public Charge escalated(Escalation newEscalation) {
        return with(draft -> draft.escalation = requireNonNull(newEscalation, "escalation"));
    }

    /** The same at prices that follow nothing: what it would cost without its escalation. */
    public Charge unescalated() {
        return with(draft -> draft.escalation = null);
    }

    /** The same, marked as ordered outside the signed contract. */
    public Charge ancillary(Ancillary mark) {
        return with(draft -> draft.ancillary = requireNonNull(mark, "ancillary"));
    }

    /** As {@link #ancillary(Ancillary)}. */
    public Charge ancillary(String order, String priceRule) {
        return ancillary(new Ancillary(order, priceRule));
    }

    /** The same, on the invoice of this group, where invoices are grouped. */
    public Charge inGroup(String name) {
        return with(draft -> draft.group = Require.id(name, "group"));
    }

    /**
     * The same, where the metered quantity is converted before it is priced.
     *
     * @throws IllegalArgumentException if the model does not price that quantity but single events, or there are several meters
     */
    public Charge converted(UnitConversion newConversion) {
        return with(draft -> draft.conversion = requireNonNull(newConversion, "conversion"));
    }

    /**
     * The same with free units in each period.
     *
     * @throws IllegalArgumentException if the model does not price the quantity that they are taken off, or there are several
     *     meters
     */
    public Charge free(FreeUnits units) {
        return with(draft -> draft.freeUnits = requireNonNull(units, "units"));
    }

    /** As {@link #free(FreeUnits)}, in the unit of the charge, from text. */
    public Charge free(String units) {
        return free(FreeUnits.of(units));
    }

    /**
     * The same with one more discount, after those that are there.
     *
     * @throws IllegalArgumentException if it names charges, or one that is there has the same id
     */
    public Charge discount(Discount discount) {
        return discounts(List.of(requireNonNull(discount, "discount")));
    }

    /** As {@link #discount(Discount)}, for all of these at once, in their order. */
    public Charge discounts(List<Discount> more) {
        var all = new ArrayList<>(agreed.discounts.list());
        for (Discount discount : more) {
            Require.that(
                    discount.scope().isEmpty(),
                    "discount.scope",
                    "discount",
                    "must name no charges where it belongs to one",
                    discount);
            all.add(discount);
        }
        return with(draft -> draft.discounts = new Discounts(all));
    }

    /** The same, costing at most so much in a period. */
    public Charge maximum(SpendMaximum newMaximum) {
        return with(draft -> draft.maximum = requireNonNull(newMaximum, "maximum"));
    }

    /** As {@link #maximum(SpendMaximum)}, from text. */
    public Charge maximum(String amount) {
        return maximum(SpendMaximum.of(amount));
    }

    /**
     * The same with a commitment for each period.
     *
     * @throws IllegalArgumentException if it is in units and the model does not price them but single events, or there are
     *     several meters
     */
    public Charge commitment(Commitment newCommitment) {
        return with(draft -> draft.commitment = requireNonNull(newCommitment, "commitment"));
    }

    /** The same, costing at least so much in a period. */
    public Charge minimum(SpendMinimum newMinimum) {
        return with(draft -> draft.minimum = requireNonNull(newMinimum, "minimum"));
    }

    /** As {@link #minimum(SpendMinimum)}, from text. */
    public Charge minimum(String amount) {
        return minimum(SpendMinimum.of(amount));
    }

    /**
     * The same, where a run that would bill less than was billed before in the period is refused: whatever the reason, usage
     * that was taken back or what is agreed for all charges. Billed with 100.00 less 20 % of the contract, 80.00, and then with
     * 90.00 less 20 %, 72.00, its line would be -8.00 and is refused.
     */
    public Charge neverDecreasing() {
        return with(draft -> draft.decreasing = false);
    }

    /** What it is for. */
    public ChargeKind kind() {
        return agreed.kind;
    }

    /** Unique within the contract; terms refuse one that begins with {@code terms.}, as their own lines do. */
    public ChargeId id() {
        return agreed.id;
    }

    /**
     * What is measured: the first of {@link #meters()}.
     *
     * @throws IllegalStateException if the charge is not measured
     */
    public Meter meter() {
        if (agreed.meters.isEmpty()) {
            throw new IllegalStateException("charge " + agreed.id + " is not measured");
        }
        return agreed.meters.get(0);
    }

    /** What is measured: more than one for models that look at several, none for a charge that recurs or is due once. */
    public List<Meter> meters() {
        return agreed.meters;
    }

    /** How it is priced, before any later price holds. */
    public ChargeModel model() {
        return agreed.model;
    }

    /** How it is priced on a day. */
    public ChargeModel modelOn(LocalDate day) {
        SortedMap<LocalDate, ChargeModel> until = agreed.laterModels.headMap(day.plusDays(1));
        return until.isEmpty() ? agreed.model : requireNonNull(until.get(until.lastKey()));
    }

    /**
     * What of it holds on a day: this charge at the price of that day, without the days on which it is charged and priced
     * otherwise, and without phases and escalation. Days with equal answers need not be told apart but for those.
     */
    public Charge asOn(LocalDate day) {
        if (agreed.laterModels.isEmpty()
                && agreed.from == null
                && agreed.until == null
                && agreed.phases.list().isEmpty()
                && agreed.escalation == null) {
            return this;
        }
        var then = new Agreed(agreed.kind, agreed.id, agreed.meters, modelOn(day));
        agreed.copyTo(then);
        then.laterModels = Collections.emptySortedMap();
        then.phases = Phases.none();
        then.escalation = null;
        then.from = null;
        then.until = null;
        return new Charge(then);
    }

    /** The prices that hold from later days on. */
    public SortedMap<LocalDate, ChargeModel> laterModels() {
        return agreed.laterModels;
    }

    private List<ChargeModel> models() {
        var models = new ArrayList<ChargeModel>();
        models.add(agreed.model);
        models.addAll(agreed.laterModels.values());
        return models;
    }

    /** What the customer reads. */
    public String name() {
        return agreed.name;
    }

    /** The unit code of the quantity. */
    public String unit() {
        return agreed.unit;
    }

    /** For how many units, where it is not measured. */
    public BigDecimal quantity() {
        return agreed.quantity;
    }

    /** The day on which it is due, where it is due once on a day that is given. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(agreed.date);
    }

    /** When it is billed, where this is otherwise than the terms say. */
    public Optional<BillingCycle> cycle() {
        return Optional.ofNullable(agreed.cycle);
    }

    /** How part periods are prorated, where this is otherwise than the conventions of the terms say. */
    public Optional<Proration> proration() {
        return Optional.ofNullable(agreed.proration);
    }

    /** The first day on which it is charged, if that is not the first of the contract. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(agreed.from);
    }

    /** The day after the last on which it is charged, if that is not the end of the contract. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(agreed.until);
    }

    /**
     * The first day on which it is charged.
     *
     * @param start the first day on which the terms have it
     */
    public LocalDate beginsOn(LocalDate start) {
        return agreed.from != null && agreed.from.isAfter(start) ? agreed.from : start;
    }

    /** Those of some days on which it is charged; empty if there are none. */
    public Optional<ServicePeriod> within(ServicePeriod days) {
        LocalDate start = beginsOn(days.start());
        LocalDate end = agreed.until != null && agreed.until.isBefore(days.end()) ? agreed.until : days.end();
        return start.isBefore(end) ? Optional.of(new ServicePeriod(start, end)) : Optional.empty();
    }

    /** How its price begins; without phases if it begins with the full one. */
    public Phases phases() {
        return agreed.phases;
    }

    /** How its price rises, if it does. */
    public Optional<Escalation> escalation() {
        return Optional.ofNullable(agreed.escalation);
    }

    /** Its order outside the signed contract, if it was made so. */
    public Optional<Ancillary> ancillary() {
        return Optional.ofNullable(agreed.ancillary);
    }

    /** The group of its invoice, if it has one. */
    public Optional<String> group() {
        return Optional.ofNullable(agreed.group);
    }

    /** How the metered quantity becomes that of the charge, if it is another. */
    public Optional<UnitConversion> conversion() {
        return Optional.ofNullable(agreed.conversion);
    }

    /** What is free in each period, if anything. */
    public Optional<FreeUnits> freeUnits() {
        return Optional.ofNullable(agreed.freeUnits);
    }

    /** What is taken off the price of this charge. */
    public Discounts discounts() {
        return agreed.discounts;
    }

    /** The most that it costs in a period, if there is a limit. */
    public Optional<SpendMaximum> maximum() {
        return Optional.ofNullable(agreed.maximum);
    }

    /** What the customer commits to use of it in a period, if anything. */
    public Optional<Commitment> commitment() {
        return Optional.ofNullable(agreed.commitment);
    }

    /** The least that it costs in a period, if there is one. */
    public Optional<SpendMinimum> minimum() {
        return Optional.ofNullable(agreed.minimum);
    }

    /** Whether a run may bill less than was billed before in the period, as a negative difference. */
    public boolean isDecreasing() {
        return agreed.decreasing;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Charge that && agreed.all().equals(that.agreed.all()));
    }

    @Override
    public int hashCode() {
        return agreed.all().hashCode();
    }

    @Override
    public String toString() {
        return agreed.id + ": "
                + (agreed.kind.isMetered()
                        ? agreed.meters.size() == 1 ? meter() : agreed.meters
                        : agreed.kind == ChargeKind.RECURRING ? "recurring" : "one-off")
                + ", " + agreed.model;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> {});
    }
}
