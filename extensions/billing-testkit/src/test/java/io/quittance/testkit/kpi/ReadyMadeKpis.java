package io.quittance.testkit.kpi;

import io.quittance.core.money.PercentileMethod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.measurement.Measurements;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.OpeningHours;
import io.quittance.kpi.time.TimeMeasure;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every KPI that the library makes: of each public class that implements {@link Kpi} what its constructors and static methods give, and what its methods make of that, for each constant of an
 * enum and the samples below. A class that is added is found by itself.
 */
final class ReadyMadeKpis {
    private static final BusinessHours HOURS =
            BusinessHours.weekdays(ZoneOffset.UTC, OpeningHours.of("09:00", "17:00"));

    /** The KPI whose reduction is made. */
    static final KpiDefinition REDUCED =
            KpiDefinition.of("reduced", "Reduced", KpiUnit.PERCENT, Direction.LOWER, "as given");

    /** The part that KPIs of a part are of: a reason, a channel, a team. */
    static final String SELECTED = "b";

    private final Map<Class<?>, List<?>> samples;
    private final Map<Kpi<?>, SortedSet<String>> made = new LinkedHashMap<>();

    private ReadyMadeKpis(int number) {
        samples = Map.ofEntries(
                Map.entry(int.class, List.of(number)),
                Map.entry(Integer.class, List.of(number)),
                Map.entry(long.class, List.of((long) number)),
                Map.entry(Long.class, List.of((long) number)),
                Map.entry(boolean.class, List.of(false, true)),
                Map.entry(String.class, List.of(SELECTED)),
                Map.entry(BigDecimal.class, List.of(BigDecimal.valueOf(number))),
                Map.entry(ZoneId.class, List.of(ZoneOffset.UTC)),
                Map.entry(BusinessHours.class, List.of(HOURS)),
                Map.entry(TimeMeasure.class, List.of(new CalendarDays(ZoneOffset.UTC), HOURS)),
                Map.entry(Measure.class, Measurements.all()),
                Map.entry(PercentileMethod.class, List.of(PercentileMethod.values())),
                Map.entry(KpiDefinition.class, List.of(REDUCED)));
    }

    /**
     * The KPIs, and how each is called: {@code DaysToPay.average.byInvoiceDate}.
     *
     * @param number what a method that asks for a number is given: periods, days, customers, percent
     */
    static Map<Kpi<?>, SortedSet<String>> all(int number) {
        var all = new ReadyMadeKpis(number);
        types().forEach(all::make);
        return all.made;
    }

    private record Call(Kpi<?> kpi, String name) {}

    private void make(Class<?> type) {
        Deque<Call> calls = new ArrayDeque<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            for (Object[] given : arguments(constructor)) {
                calls.add(new Call((Kpi<?>) call(() -> constructor.newInstance(given)), type.getSimpleName()));
            }
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && Kpi.class.isAssignableFrom(method.getReturnType())) {
                for (Object[] given : arguments(method)) {
                    calls.add(new Call(
                            (Kpi<?>) call(() -> method.invoke(null, given)),
                            type.getSimpleName() + "." + method.getName()));
                }
            }
        }
        while (!calls.isEmpty()) {
            Call call = calls.remove();
            if (made.computeIfAbsent(call.kpi(), any -> new TreeSet<>()).add(call.name())
                    && call.name().chars().filter(c -> c == '.').count() < 4) {
                calls.addAll(variants(type, call));
            }
        }
    }

    /** What the methods of a KPI make of it, other than itself. */
    private List<Call> variants(Class<?> type, Call of) {
        var variants = new ArrayList<Call>();
        for (Method method : type.getMethods()) {
            boolean isNamed = method.getName().equals("named"); // an id of one's own
            if (!Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type && !isNamed) {
                for (Object[] given : arguments(method)) {
                    Kpi<?> variant = (Kpi<?>) call(() -> method.invoke(of.kpi(), given));
                    if (!variant.equals(of.kpi())) {
                        variants.add(new Call(variant, of.name() + "." + method.getName()));
                    }
                }
            }
        }
        return variants;
    }

    private static List<Class<?>> types() {
        try {
            Path place = Path.of(Kpi.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return types(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return types(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> types(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("io/quittance/kpi"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("-info.class"))
                    .sorted()
                    .<Class<?>>map(file -> type(file.substring(0, file.length() - ".class".length())))
                    .filter(type -> Kpi.class.isAssignableFrom(type)
                            && !type.isInterface()
                            && Modifier.isPublic(type.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(file.replace('/', '.').replace('\\', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Something that reflection calls. */
    private interface Reflected {
        Object call() throws InvocationTargetException, IllegalAccessException, InstantiationException;
    }

    private static Object call(Reflected reflected) {
        try {
            return reflected.call();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** All combinations of what the parameters can be given. */
    private List<Object[]> arguments(Executable method) {
        List<Object[]> combinations = List.<Object[]>of(new Object[0]);
        for (Class<?> parameter : method.getParameterTypes()) {
            var longer = new ArrayList<Object[]>();
            for (Object[] start : combinations) {
                for (Object value : values(parameter, method)) {
                    Object[] next = Arrays.copyOf(start, start.length + 1);
                    next[start.length] = value;
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private Collection<?> values(Class<?> parameter, Executable method) {
        List<?> given = samples.get(parameter);
        if (given == null && parameter.isEnum()) {
            given = List.of(parameter.getEnumConstants());
        }
        if (given == null) {
            throw new AssertionError("ReadyMadeKpis needs a sample of " + parameter + " for " + method);
        }
        return given;
    }
}
