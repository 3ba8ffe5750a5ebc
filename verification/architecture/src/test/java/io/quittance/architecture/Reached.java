package io.quittance.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Everything that an object is made of, as far as it is of this library, with the collections in between. */
final class Reached {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Consumer<Object> action;

    private Reached(Consumer<Object> action) {
        this.action = action;
    }

    /** Calls the action with each object once; returns how many there were. */
    static int from(Object root, Consumer<Object> action) {
        var reached = new Reached(action);
        reached.visit(root);
        return reached.seen.size();
    }

    private void visit(Object object) {
        boolean isContainer = object instanceof Collection
                || object instanceof Map
                || object instanceof Optional
                || object instanceof Object[];
        if (!(isContainer || isOurs(object.getClass())) || !seen.add(object)) {
            return;
        }
        if (object instanceof Collection<?> collection) {
            collection.forEach(this::visitPresent);
        } else if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(this::visitPresent);
            map.values().forEach(this::visitPresent);
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::visit);
        } else if (object instanceof Object[] array) {
            Arrays.asList(array).forEach(this::visitPresent);
        } else {
            action.accept(object);
            for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    visitField(object, field);
                }
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.quittance.");
    }

    private void visitField(Object object, Field field) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            try {
                visitPresent(field.get(object));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @SuppressWarnings("NullAway") // what is absent is not visited
    private void visitPresent(Object object) {
        if (object != null) {
            visit(object);
        }
    }
}
