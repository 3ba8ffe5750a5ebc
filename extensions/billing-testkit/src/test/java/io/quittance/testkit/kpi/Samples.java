package io.quittance.testkit.kpi;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.billing.DisputedInvoices;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.collection.AllowanceFigures;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.ConsolidatedFigures;
import io.quittance.kpi.collection.ConsolidatedFigures.Book;
import io.quittance.kpi.collection.ConsolidatedFigures.Rates;
import io.quittance.kpi.collection.FigureItems;
import io.quittance.kpi.collection.SalesPeriod;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.scorecard.Comparison;
import io.quittance.kpi.scorecard.EveryPeriod;
import io.quittance.kpi.scorecard.Goal;
import io.quittance.kpi.scorecard.Scorecard;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.Target;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Makes events and figures of any kind by their constructors, so that a kind that is added is tried by itself: what a constructor refuses is not made. Everything happens in the first months of 2024, mostly in
 * one currency.
 */
final class Samples {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 90;
    private static final EveryPeriod MONTHS =
            new EveryPeriod(PeriodLength.MONTH, new FiscalCalendar(Month.JANUARY, FiscalCalendar.NamedBy.LAST_DAY));
    private static final int TRIES = 400;
    private static final int ANY_SIZE = -1;
    /** Generators of seeds that follow each other begin alike. */
    private static final long MIXED = 0x9E3779B97F4A7C15L;

    private final Random random;
    private final List<Measure> measures;
    private String currency = "EUR";
    /** How many constructors are being called: what is inside an event is mostly later than the event. */
    private int depth;
    /** Often the lists of an object and of what is inside it have one size, such as the rows and columns of a table. */
    private int sizeOfLists = ANY_SIZE;

    private boolean isMaking;

    /**
     * Makes other samples of each seed.
     *
     * @param measures of which measurements are
     */
    Samples(long seed, List<Measure> measures) {
        this.random = new Random(seed * MIXED);
        this.measures = measures;
    }

    /** Figures of this type, such as {@code EventFigures<PaidInvoice>}. */
    Object figures(Type type) {
        return make(type);
    }

    /** States of events of one kind. */
    <E extends KpiEvent> List<E> events(Class<E> type, int atMost) {
        var events = new ArrayList<E>();
        int count = random.nextInt(atMost + 1);
        for (int i = 0; i < count; i++) {
            currency = random.nextInt(40) == 0 ? "JPY" : "EUR";
            E event = type.cast(make(type));
            boolean isNew = events.stream()
                    .noneMatch(known -> known.key().equals(event.key())
                            && known.recordedAt().equals(event.recordedAt()));
            if (isNew) {
                events.add(event);
            }
        }
        currency = "EUR";
        return events;
    }

    /** A month or two, and the quarter now and then. */
    ServicePeriod period() {
        YearMonth month = YearMonth.of(2024, 1 + random.nextInt(3));
        return random.nextInt(5) == 0 ? ServicePeriod.of("2024-01-01", "2024-04-01") : ServicePeriod.of(month);
    }

    private Object make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofParameters((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof WildcardType any) {
            return make(any.getUpperBounds()[0]);
        }
        Class<?> raw = (Class<?>) type;
        Object simple = simple(raw);
        return simple == null ? built(raw) : simple;
    }

    @SuppressWarnings("unchecked")
    private Object ofParameters(Class<?> raw, Type[] types) {
        if (raw == EventFigures.class) {
            ServicePeriod period = period();
            return figures((Class<? extends KpiEvent>) types[0], period, asOf(period));
        }
        int size = sizeOfLists == ANY_SIZE ? random.nextInt(4) : sizeOfLists;
        if (List.class.isAssignableFrom(raw) || raw == java.util.Collection.class) {
            var list = new ArrayList<Object>();
            for (int i = 0; i < size; i++) {
                list.add(make(types[0]));
            }
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            Map<Object, Object> map = SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>() : new HashMap<>();
            for (int i = 0; i < 5 * size; i++) {
                map.put(make(types[0]), make(types[1]));
            }
            return map;
        }
        throw new AssertionError("Samples cannot make " + raw);
    }

    private AsOf asOf(ServicePeriod period) {
        return AsOf.endOf(period.lastDay().plusDays(random.nextInt(60)));
    }

    private <E extends KpiEvent> EventFigures<E> figures(Class<E> type, ServicePeriod period, AsOf asOf) {
        int outside = depth;
        depth = 0;
        EventLog<E> log = EventLog.of(events(type, 16));
        depth = outside;
        return log.figures(period, asOf);
    }

    private @Nullable Object simple(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == String.class) {
            return switch (random.nextInt(8)) {
                case 0 -> currency;
                case 1 -> ReadyMadeKpis.SELECTED;
                default -> List.of("a", "b", "c", "d").get(random.nextInt(4)) + (random.nextInt(3) == 0 ? "2" : "");
            };
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt(6);
        }
        if (type == long.class || type == Long.class) {
            return (long) random.nextInt(6);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(201), 1);
        }
        if (type == Fraction.class) {
            return random.nextInt(4) > 0
                    ? Fraction.of(random.nextInt(6))
                    : Fraction.of(random.nextInt(300), 1L + random.nextInt(3));
        }
        if (type == Amount.class || type == MonetaryAmount.class) {
            return Amount.of(
                    BigDecimal.valueOf(random.nextInt(6) == 0 ? 0 : random.nextInt(10_000), 2)
                            .toPlainString(),
                    currency);
        }
        if (type == LocalDate.class) {
            return FIRST.plusDays(day());
        }
        if (type == Instant.class) {
            return FIRST.plusDays(day())
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .plus(Duration.ofMinutes(random.nextInt(24 * 60)));
        }
        if (type == ServicePeriod.class) {
            return period();
        }
        if (type == SalesPeriod.class) {
            Amount sold = (Amount) make(Amount.class);
            return SalesPeriod.of(
                    List.of(30L, 31L, 28L, 365L).get(random.nextInt(4)), random.nextInt(5) == 0 ? sold.negate() : sold);
        }
        if (type == ZoneId.class) {
            return ZoneOffset.UTC;
        }
        if (type == Measure.class) {
            return measures.get(random.nextInt(measures.size()));
        }
        if (type == Scorecard.class) {
            return scorecard();
        }
        if (type == KpiResult.class) {
            KpiBasis.Builder basis = KpiBasis.of(ReadyMadeKpis.REDUCED).period(period());
            return random.nextInt(4) == 0
                    ? basis.undefined("NO_SALES", "there were no sales")
                    : basis.measured(Fraction.of(random.nextInt(7) - 1));
        }
        return null;
    }

    /** Some targets, each with a result. */
    private Scorecard scorecard() {
        var rows = new ArrayList<ScorecardRow>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            Target.Builder target = Target.named("target " + random.nextInt(20))
                    .of(ReadyMadeKpis.REDUCED, "all")
                    .goal(Comparison.AT_MOST, Goal.absolute(Integer.toString(random.nextInt(6))))
                    .area("area");
            boolean isMonthly = random.nextBoolean();
            LocalDate deadline = FIRST.plusDays(DAYS / 3 + day());
            KpiResult actual = (KpiResult) make(KpiResult.class);
            Object row = tried(() ->
                    ScorecardRow.of((isMonthly ? target.inEvery(MONTHS) : target.deadline(deadline)).build(), actual));
            if (row != null) {
                rows.add((ScorecardRow) row);
            }
        }
        return Scorecard.of("scorecard", rows.stream().distinct().toList());
    }

    private int day() {
        return depth > 1 ? DAYS / 3 + random.nextInt(2 * DAYS / 3) : random.nextInt(DAYS);
    }

    private Object built(Class<?> type) {
        if (type == CollectionFigures.class) {
            return collectionFigures();
        }
        if (type == ConsolidatedFigures.class) {
            return consolidatedFigures();
        }
        if (type == DisputedInvoices.class) {
            return disputedInvoices();
        }
        if (type == FigureItems.class) {
            return figureItems();
        }
        Object made = made(type);
        if (type == BillingFigures.class || type == AllowanceFigures.class) {
            for (Method method : methods(type)) {
                Object soFar = made;
                boolean isWither = method.getReturnType() == type && !Modifier.isStatic(method.getModifiers());
                if (isWither && random.nextInt(5) > 0) {
                    Object next = tried(() -> method.invoke(soFar, arguments(method)));
                    made = next == null ? soFar : next;
                }
            }
        }
        return made;
    }

    /** What a builder is told. */
    private interface Told {
        void to(CollectionFigures.Builder builder) throws InvocationTargetException, IllegalAccessException;
    }

    /** Most figures, each so that those together can be. */
    private CollectionFigures collectionFigures() {
        var told = new ArrayList<Told>();
        CollectionFigures figures = CollectionFigures.builder().build();
        List<Method> methods = methods(CollectionFigures.Builder.class);
        Collections.shuffle(methods, random);
        for (Method method : methods) {
            int tries = method.getReturnType() == CollectionFigures.Builder.class && random.nextInt(5) > 0 ? 8 : 0;
            for (int i = 0; i < tries; i++) {
                @Nullable Object[] arguments = arguments(method);
                told.add(builder -> method.invoke(builder, arguments));
                CollectionFigures more = (CollectionFigures) tried(() -> built(told));
                if (more == null) {
                    told.remove(told.size() - 1);
                } else {
                    figures = more;
                    tries = method.getName().equals("sales") ? tries : 0;
                }
            }
        }
        return figures;
    }

    /** Most lists, without an id twice. */
    private FigureItems figureItems() {
        FigureItems.Builder items = FigureItems.builder();
        for (Method method : methods(FigureItems.Builder.class)) {
            int tries = method.getReturnType() == FigureItems.Builder.class && random.nextInt(5) > 0 ? 8 : 0;
            for (int i = 0; i < tries; i++) {
                tried(() -> method.invoke(items, arguments(method)));
                if (tried(items::build) != null) {
                    break;
                }
                tried(() -> method.invoke(items, List.of()));
            }
        }
        return items.build();
    }

    /** Both of one period and question. */
    private Object disputedInvoices() {
        Constructor<?> constructor = DisputedInvoices.class.getConstructors()[0];
        for (int i = 0; i < TRIES; i++) {
            ServicePeriod period = period();
            AsOf asOf = asOf(period);
            Object made = tried(() -> constructor.newInstance(
                    figures(IssuedInvoice.class, period, asOf), figures(DisputeCase.class, period, asOf)));
            if (made != null) {
                return made;
            }
        }
        throw new AssertionError("Samples cannot make DisputedInvoices");
    }

    /** Euros and, mostly, dollars. */
    private ConsolidatedFigures consolidatedFigures() {
        String before = currency;
        currency = "EUR";
        var books = new ArrayList<Book>();
        books.add(Book.of(owed()));
        if (random.nextInt(4) > 0) {
            currency = "USD";
            BigDecimal rate = BigDecimal.valueOf(1 + random.nextInt(200), 2);
            books.add(new Book(owed(), new Rates(List.of(rate), List.of(rate))));
        }
        currency = before;
        return new ConsolidatedFigures("EUR", books);
    }

    /** Mostly with balances. */
    private CollectionFigures owed() {
        CollectionFigures.Builder owed = CollectionFigures.builder().billed(amount());
        if (random.nextInt(6) > 0) {
            owed.closingReceivables(amount());
        }
        if (random.nextInt(6) > 0) {
            owed.overdue(amount(), amount());
        }
        return owed.build();
    }

    private MonetaryAmount amount() {
        return (MonetaryAmount) make(MonetaryAmount.class);
    }

    private static CollectionFigures built(List<Told> told) throws InvocationTargetException, IllegalAccessException {
        CollectionFigures.Builder builder = CollectionFigures.builder();
        for (Told one : told) {
            one.to(builder);
        }
        return builder.build();
    }

    /** In the same order always, which reflection does not promise. */
    private static List<Method> methods(Class<?> type) {
        List<Method> methods = Arrays.asList(type.getMethods());
        methods.sort(Comparator.comparing(Method::toString));
        return methods;
    }

    private Object made(Class<?> type) {
        var ways = new ArrayList<Executable>(Arrays.asList(type.getConstructors()));
        if (ways.isEmpty()) {
            for (Method method : methods(type)) {
                if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type) {
                    ways.add(method);
                }
            }
        }
        boolean isOutermost = !isMaking;
        for (int i = 0; i < TRIES && !ways.isEmpty(); i++) {
            if (isOutermost) {
                sizeOfLists = random.nextBoolean() ? random.nextInt(6) : ANY_SIZE;
            }
            isMaking = true;
            Executable way = ways.get(random.nextInt(ways.size()));
            Object value = tried(() -> way instanceof Constructor<?> constructor
                    ? constructor.newInstance(arguments(way))
                    : ((Method) way).invoke(null, arguments(way)));
            isMaking = !isOutermost;
            if (value != null) {
                return value;
            }
        }
        String message = "Samples cannot make " + type;
        if (isOutermost) {
            throw new AssertionError(message);
        }
        throw new IllegalArgumentException(message); // lists of another size may do
    }

    /** Something that reflection calls. */
    private interface Reflected {
        Object call() throws InvocationTargetException, IllegalAccessException, InstantiationException;
    }

    /** Nothing if it refuses its arguments. */
    private static @Nullable Object tried(Reflected reflected) {
        try {
            return reflected.call();
        } catch (InvocationTargetException | IllegalArgumentException e) {
            return null;
        } catch (IllegalAccessException | InstantiationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private @Nullable Object[] arguments(Executable way) {
        var given = new ArrayList<@Nullable Object>();
        depth++;
        try {
            for (Parameter parameter : way.getParameters()) {
                boolean isAbsent = isNullable(parameter) && random.nextInt(3) == 0;
                given.add(isAbsent ? null : make(parameter.getParameterizedType()));
            }
        } finally {
            depth--;
        }
        inOrder(given);
        return given.toArray();
    }

    /** Days and times mostly follow each other as they are asked for. */
    private void inOrder(List<@Nullable Object> given) {
        if (random.nextInt(4) > 0) {
            sort(given, LocalDate.class);
            sort(given, Instant.class);
        }
    }

    private static <T extends Comparable<? super T>> void sort(List<@Nullable Object> given, Class<T> type) {
        var values = new ArrayList<T>();
        given.stream().filter(type::isInstance).map(type::cast).forEach(values::add);
        Collections.sort(values);
        int next = 0;
        for (int i = 0; i < given.size(); i++) {
            if (type.isInstance(given.get(i))) {
                given.set(i, values.get(next++));
            }
        }
    }

    private static boolean isNullable(Parameter parameter) {
        AnnotatedElement type = parameter.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }
}
