package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.boot.Service.Answer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** However a request is damaged, it is billed or it is refused with a problem; it never makes the service fail. */
class DamagedTermsTest {
    private static final JsonMapper JSON = Service.JSON;

    /** What a value is replaced by, as JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e99999",
            "-1e-99999",
            "9".repeat(90),
            "0.1",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"0\"",
            "\"-0.00\"",
            "\"1e9\"",
            "\"" + "9".repeat(38) + "\"",
            "\"0." + "0".repeat(17) + "1\"",
            "\"NaN\"",
            "\"EUR\"",
            "\"JPY\"",
            "\"XXX\"",
            "\"UTC\"",
            "\"Pacific/Apia\"",
            "\"2026-01-31\"",
            "\"0001-01-01\"",
            "\"9999-12-31\"",
            "\"P1D\"",
            "\"P0D\"",
            "\"P9999Y\"",
            "\"inArrears\"",
            "\"flat\"",
            "\"volume\"",
            "\"percentage\"",
            "\"milestones\"",
            "\"usage\"",
            "\"oneOff\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u202e\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"\": 0}",
            "\"" + "y".repeat(300) + "\"");

    /** A piece of a request, and what is done to it. */
    private record Damage(int node, Kind kind, int value) {}

    private enum Kind {
        DELETE,
        REPLACE,
        DUPLICATE,
        RENAME,
        SWAP
    }

    @Property(tries = 300)
    void neverMakesTheServiceFail(@ForAll("damages") List<Damage> damages) {
        JsonNode request = JSON.readTree(Requests.bill("DAMAGED"));
        damages.forEach(damage -> damage(request, damage));
        Answer answer = Service.running().post("/invoice-previews", request.toString());

        assertThat(answer.status()).as(request + " gives " + answer.text()).isIn(200, 400, 409, 413, 422);
        assertThat(answer.type()).isEqualTo(answer.status() == 200 ? "application/json" : "application/problem+json");
    }

    /** A text that was cut, or has a character changed, which need be no JSON any more. */
    @Property(tries = 200)
    @Tag("exhaustive")
    void norDoesATextThatIsCutOrChanged(@ForAll("places") int at, @ForAll("signs") char sign, @ForAll boolean cut) {
        String text = Requests.bill("DAMAGED");
        int place = at % text.length();
        String damaged = cut ? text.substring(0, place) : text.substring(0, place) + sign + text.substring(place + 1);
        Answer answer = Service.running().post("/invoice-previews", damaged);

        assertThat(answer.status()).as(damaged + " gives " + answer.text()).isIn(200, 400, 422);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 5000);
    }

    @Provide
    Arbitrary<Character> signs() {
        return Arbitraries.chars().with("{}[]\",:\\0-+eE.\u0000\u00e9 ".toCharArray());
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<Damage> one = net.jqwik.api.Combinators.combine(
                        Arbitraries.integers().between(0, 199),
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 999))
                .as(Damage::new);
        return one.list().ofMinSize(1).ofMaxSize(3);
    }

    private static void damage(JsonNode root, Damage damage) {
        List<Runnable> changes = new ArrayList<>();
        collect(root, damage, changes);
        changes.get(damage.node() % changes.size()).run();
    }

    /** One change for each value of the tree. */
    private static void collect(JsonNode node, Damage damage, List<Runnable> changes) {
        JsonNode value = JSON.readTree(VALUES.get(damage.value() % VALUES.size()));
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                changes.add(() -> change(object, name, damage.kind(), value));
                collect(object.get(name), damage, changes);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                changes.add(() -> change(array, index, damage.kind(), value));
                collect(array.get(i), damage, changes);
            }
        }
    }

    private static void change(ObjectNode object, String name, Kind kind, JsonNode value) {
        switch (kind) {
            case DELETE -> object.remove(name);
            case REPLACE -> object.set(name, value);
            case DUPLICATE -> object.set(name + "2", object.get(name).deepCopy());
            case RENAME -> object.set(value.asString("id"), object.remove(name));
            case SWAP -> object.set(name, JSON.createArrayNode().add(object.get(name)));
        }
    }

    private static void change(ArrayNode array, int index, Kind kind, JsonNode value) {
        switch (kind) {
            case DELETE -> array.remove(index);
            case REPLACE -> array.set(index, value);
            case DUPLICATE, RENAME -> array.add(array.get(index).deepCopy());
            case SWAP -> array.set(index, JSON.createObjectNode().set("id", array.get(index)));
        }
    }
}
