package org.stockbook.scenario;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.Operation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads scenario files strictly: a field or operation that the format does not know is an error, a missing text is blank, figures
 * are exact decimals.
 */
public final class ScenarioFormat {
    private static final Set<String> PARTS = Set.of("scenario", "title", "requires", "also_checks", "setup", "steps");

    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(String.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(List.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    /** Writes and reads under the names of the format. */
    public JsonMapper mapper() {
        return mapper;
    }

    public Scenario scenario(Path file) {
        try {
            var tree = mapper.readTree(file.toFile());
            for (var name : tree.propertyNames()) {
                if (!PARTS.contains(name)) {
                    throw new ScenarioUnreadable(file + ": unknown part \"" + name + "\"");
                }
            }
            if (!tree.path("steps").isArray()) {
                throw new ScenarioUnreadable(file + ": there is no list of steps");
            }
            return new Scenario(
                    tree.path("scenario").asString(nameOf(file)),
                    tree.path("title").asString(""),
                    texts(tree.path("requires")),
                    tree.path("setup").path("fixture").asString(""),
                    tree.path("steps").valueStream().toList());
        } catch (JacksonException problem) {
            throw new ScenarioUnreadable(file + ": " + problem.getOriginalMessage(), problem);
        }
    }

    public Fixture fixture(Path file) {
        try {
            return mapper.readValue(file.toFile(), Fixture.class);
        } catch (JacksonException problem) {
            throw new ScenarioUnreadable(file + ": " + problem.getOriginalMessage(), problem);
        }
    }

    /** A step that does something. */
    public Operation operation(JsonNode step) {
        try {
            return mapper.treeToValue(normal((ObjectNode) step), Operation.class);
        } catch (JacksonException problem) {
            throw new ScenarioUnreadable(problem.getOriginalMessage() + " in " + step, problem);
        }
    }

    /** Purchases and sales, the kinds of undo and the kinds of master data are told apart by fields, not by names of operations. */
    private ObjectNode normal(ObjectNode step) {
        var name = step.path("do").asString("");
        var normal = step.deepCopy();
        var dot = name.indexOf('.');
        var subject = dot < 0 ? name : name.substring(0, dot);
        var verb = dot < 0 ? "" : name.substring(dot + 1);
        switch (subject) {
            case "purchase", "sales" -> {
                normal.put("do", "document." + verb).put("side", subject);
                blank(normal);
                normal.path("lines").forEach(line -> nameCleared((ObjectNode) line));
            }
            case "undo" -> normal.put("do", "undo").put("kind", verb);
            case "master" -> masterData(normal, verb);
            case "expect-error" -> normal.set("attempt", normal((ObjectNode) step.get("attempt")));
            default -> normal.put("do", name);
        }
        return normal;
    }

    /** Places and currencies that are null are blank; only what is absent comes from the partner, or stays. */
    private static void blank(ObjectNode node) {
        for (var name : List.of("location", "variant", "currency")) {
            if (node.path(name).isNull()) {
                node.put(name, "");
            }
        }
    }

    /** A field that is null shall be blank again, which is not the same as one that is absent. */
    private static void nameCleared(ObjectNode line) {
        blank(line);
        var cleared = line.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
        if (!cleared.isEmpty()) {
            line.remove(cleared);
            var names = line.putArray("cleared");
            cleared.forEach(names::add);
        }
    }

    private void masterData(ObjectNode step, String verb) {
        var data = mapper.createObjectNode().put("entity", step.path("entity").asString(""));
        step.path("key").properties().forEach(field -> data.set(field.getKey(), field.getValue()));
        step.path("set").properties().forEach(field -> data.set(field.getKey(), field.getValue()));
        step.remove("entity");
        step.remove("key");
        step.remove("set");
        step.put("do", "master").put("action", verb).set("data", data);
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new LinkedHashSet<String>();
        array.valueStream().forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }
}
