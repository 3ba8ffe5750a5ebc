package io.quittance.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ways to damage a document, at any of its values. */
final class Damages {
    private Damages() {}

    /** What is done to one value of a document. */
    enum Damage {
        REMOVE,
        RENAME,
        ADD_FIELD,
        NEGATE,
        TOO_FINE,
        TOO_LONG,
        OTHER_WORD,
        EMPTY_TEXT,
        TO_NULL,
        TO_TRUTH,
        TO_NUMBER,
        TO_FRACTION,
        TO_TEXT,
        TO_ARRAY,
        TO_OBJECT,
        TO_SAME_NUMBER,
        TO_EXPONENT,
        TO_LONG_NUMBER,
        TO_EMOJI,
        TO_MANY_EMOJI,
        ADD_EMPTY_METERS,
        NEST,
        SWAP,
        REPEAT
    }

    record Step(int place, Damage damage) {}

    /** Where a value stands. */
    record Place(JsonNode parent, String name, int index) {
        JsonNode value() {
            return parent instanceof ObjectNode object ? object.get(name) : parent.get(index);
        }

        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(index, value);
            }
        }
    }

    /** All values of a document but itself. */
    static List<Place> places(JsonNode node) {
        var places = new ArrayList<Place>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(new Place(object, field.getKey(), 0));
                places.addAll(places(field.getValue()));
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i));
                places.addAll(places(array.get(i)));
            }
        }
        return places;
    }

    /** Does one step, which may leave the document as it is. */
    static void apply(Step step, JsonNode document) {
        List<Place> places = places(document);
        if (places.isEmpty()) {
            return;
        }
        Place place = places.get(step.place() % places.size());
        JsonNode value = place.value();
        String text = value.isString() ? value.stringValue() : value.toString();
        var nodes = Json.MAPPER.getNodeFactory();
        switch (step.damage()) {
            case REMOVE -> remove(place);
            case RENAME -> {
                if (remove(place) instanceof ObjectNode object) {
                    object.set(place.name() + "s", value);
                }
            }
            case ADD_FIELD -> {
                if (value instanceof ObjectNode object) {
                    object.put("extra", 1);
                }
            }
            case NEGATE -> place.put(nodes.stringNode("-" + text));
            case TOO_FINE -> place.put(nodes.stringNode("0.0000000000000000001"));
            case TOO_LONG -> place.put(nodes.stringNode("1E+40"));
            case OTHER_WORD -> place.put(nodes.stringNode(text + "X"));
            case EMPTY_TEXT -> place.put(nodes.stringNode(""));
            case TO_NULL -> place.put(nodes.nullNode());
            case TO_TRUTH -> place.put(nodes.booleanNode(true));
            case TO_NUMBER -> place.put(nodes.numberNode(step.place() - 1));
            case TO_FRACTION -> place.put(nodes.numberNode(new BigDecimal("0.25")));
            case TO_TEXT -> place.put(nodes.stringNode("7"));
            case TO_ARRAY -> place.put(nodes.arrayNode());
            case TO_OBJECT -> place.put(nodes.objectNode());
            case TO_SAME_NUMBER -> {
                if (value.isInt()) {
                    place.put(nodes.numberNode(new BigDecimal(value.intValue() + ".0")));
                }
            }
            case TO_EXPONENT -> place.put(nodes.numberNode(new BigDecimal("1E+1")));
            case TO_LONG_NUMBER -> place.put(nodes.numberNode(BigDecimal.ONE.setScale(90)));
            case TO_EMOJI -> place.put(nodes.stringNode("\uD83D\uDE00".repeat(150)));
            case TO_MANY_EMOJI -> place.put(nodes.stringNode("\uD83D\uDE00".repeat(201)));
            case ADD_EMPTY_METERS -> {
                if (value instanceof ObjectNode object && object.has("meter")) {
                    object.set("meters", nodes.arrayNode());
                }
            }
            case NEST -> place.put(nested(value, 28));
            case SWAP -> {
                if (value instanceof ArrayNode array && array.size() > 1) {
                    array.insert(0, array.remove(array.size() - 1));
                }
            }
            case REPEAT -> {
                if (value instanceof ArrayNode array && !array.isEmpty()) {
                    array.add(array.get(0).deepCopy());
                }
            }
        }
    }

    /** A model so many levels deep in others, which is too deep for a document at any place of a charge but its model. */
    private static JsonNode nested(JsonNode value, int levels) {
        JsonNode model = value;
        if (value.has("type")) {
            for (int i = 0; i < levels; i++) {
                ObjectNode outer = Json.MAPPER.createObjectNode();
                outer.put("type", "timeBuckets").put("bucket", "DAY").set("price", model);
                model = outer;
            }
        }
        return model;
    }

    /** The document with every damage at every place, one at a time; each that comes of it once, and not the document itself. */
    static List<String> all(String good) {
        JsonNode whole = Json.MAPPER.readTree(good);
        int places = places(whole).size();
        var documents = new LinkedHashSet<String>();
        for (int place = 0; place < places; place++) {
            for (Damage damage : Damage.values()) {
                JsonNode document = whole.deepCopy();
                apply(new Step(place, damage), document);
                documents.add(document.toString());
            }
        }
        documents.remove(whole.toString());
        return List.copyOf(documents);
    }

    private static JsonNode remove(Place place) {
        if (place.parent() instanceof ObjectNode object) {
            object.remove(place.name());
        } else if (place.parent() instanceof ArrayNode array) {
            array.remove(place.index());
        }
        return place.parent();
    }
}
