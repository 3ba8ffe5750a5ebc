package io.quittance.kpi;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The KPIs that this module makes: of each public class that implements {@link Kpi}, what its public constructor and its public static methods give, for each constant of an
 * enum and the samples below.
 */
final class AllKpis {
    /** What a method is given; one that needs something else has its own line here. */
    private static final Map<Class<?>, List<Object>> SAMPLES = Map.of(int.class, List.of(3));

    private AllKpis() {}

    /** By id; each id once. */
    static List<Kpi<?>> all() {
        var byId = new LinkedHashMap<String, Kpi<?>>();
        for (Class<?> type : types()) {
            for (Kpi<?> kpi : of(type)) {
                Kpi<?> other = byId.putIfAbsent(kpi.id(), kpi);
                if (other != null && !other.equals(kpi)) {
                    throw new AssertionError("two KPIs have the id " + kpi.id());
                }
            }
        }
        return byId.values().stream()
                .sorted(Comparator.comparing((Kpi<?> kpi) -> kpi.id()))
                .toList();
    }

    private static List<Class<?>> types() {
        try {
            Path classes = Path.of(
                    Kpi.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(classes.resolve("io/quittance/kpi"))) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("$"))
                        .filter(file -> !file.endsWith("-info.class"))
                        .sorted()
                        .<Class<?>>map(file -> type(file.substring(0, file.length() - 6)))
                        .filter(type -> Kpi.class.isAssignableFrom(type)
                                && !type.isInterface()
                                && Modifier.isPublic(type.getModifiers()))
                        .toList();
            }
        } catch (IOException | java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(file.replace('/', '.').replace('\\', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Kpi<?>> of(Class<?> type) {
        var made = new ArrayList<Kpi<?>>();
        for (Constructor<?> constructor : type.getConstructors()) {
            arguments(constructor).forEach(given -> made.add((Kpi<?>) call(() -> constructor.newInstance(given))));
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && Kpi.class.isAssignableFrom(method.getReturnType())) {
                arguments(method).forEach(given -> made.add((Kpi<?>) call(() -> method.invoke(null, given))));
            }
        }
        return made;
    }

    private interface Call {
        Object get() throws InvocationTargetException, IllegalAccessException, InstantiationException;
    }

    private static Object call(Call call) {
        try {
            return call.get();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** All combinations of what its parameters can be given. */
    private static List<Object[]> arguments(Executable method) {
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

    private static List<?> values(Class<?> parameter, Executable method) {
        if (parameter.isEnum()) {
            return List.of(parameter.getEnumConstants());
        }
        List<Object> samples = SAMPLES.get(parameter);
        if (samples == null) {
            throw new AssertionError("AllKpis needs a sample of " + parameter + " for " + method);
        }
        return samples;
    }
}
