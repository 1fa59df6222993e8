package org.stockbook.web.calls;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shape of an object on the wire, put together property by property; there are none beside the named ones. */
public final class Shape {
    private final Schema<?> schema = typed(new ObjectSchema(), "object");
    private final List<String> required = new ArrayList<>();
    private final boolean referring;

    public Shape() {
        this(false);
    }

    private Shape(boolean referring) {
        this.referring = referring;
    }

    /** The records that it names stand in it with their ids, too. */
    public static Shape referring() {
        return new Shape(true);
    }

    public Shape texts(String... names) {
        if (referring) {
            Stream.of(names).flatMap(name -> CallReferences.idOf(name).stream()).forEach(this::ids);
        }
        return each(typed(new StringSchema(), "string"), names);
    }

    /** Ids of records. */
    public Shape ids(String... names) {
        return each(typed(new UUIDSchema(), "string"), names);
    }

    /** Quantities, prices and amounts; decimals. */
    public Shape figures(String... names) {
        return each(typed(new NumberSchema(), "number"), names);
    }

    public Shape counts(String... names) {
        return each(typed(new IntegerSchema(), "integer"), names);
    }

    public Shape flags(String... names) {
        return each(typed(new BooleanSchema(), "boolean"), names);
    }

    public Shape dates(String... names) {
        return each(typed(new DateSchema(), "string"), names);
    }

    public Shape moments(String... names) {
        return each(typed(new DateTimeSchema(), "string"), names);
    }

    public Shape words(String name, String... words) {
        var schema = new StringSchema();
        List.of(words).forEach(schema::addEnumItem);
        return with(name, typed(schema, "string"));
    }

    public Shape with(String name, Schema<?> value) {
        schema.addProperty(name, value);
        return this;
    }

    /** Always there. */
    public Shape required(String... names) {
        required.addAll(List.of(names));
        return this;
    }

    /** The same as a request: every property may be left out, and figures may be sent as text. */
    public Shape asRequest() {
        schema.getProperties().values().stream().filter(value -> value instanceof NumberSchema || value instanceof IntegerSchema)
                .forEach(value -> value.addType("string"));
        required.clear();
        return this;
    }

    public Schema<?> closed() {
        schema.setAdditionalProperties(false);
        if (!required.isEmpty()) {
            schema.setRequired(List.copyOf(required));
        }
        return schema;
    }

    private Shape each(Schema<?> value, String... names) {
        for (var name : names) {
            schema.addProperty(name, value);
        }
        return this;
    }

    /** A description that is kept under its name. */
    public static Schema<?> named(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    public static Schema<?> listOf(Schema<?> one) {
        return typed(new ArraySchema().items(one), "array");
    }

    public static Schema<?> anyOf(Schema<?> one, Schema<?> other) {
        return new Schema<>().addAnyOfItem(one).addAnyOfItem(other);
    }

    /** The envelope of a list. */
    public static Schema<?> valuesOf(Schema<?> one) {
        return new Shape().with("value", listOf(one)).required("value").closed();
    }

    public static Schema<?> text() {
        return typed(new StringSchema(), "string");
    }

    /** A text, a figure, a flag or nothing: what can be typed into a cell. */
    public static Schema<?> scalar() {
        var schema = new Schema<>();
        schema.setTypes(new LinkedHashSet<>(List.of("string", "number", "boolean", "null")));
        return schema;
    }

    /** A whole number that stands for itself. */
    public static Schema<?> count() {
        return typed(new IntegerSchema(), "integer");
    }

    /** Figures and words by name, as many as there are. */
    public static Schema<?> anything() {
        return typed(new ObjectSchema(), "object");
    }

    private static Schema<?> typed(Schema<?> schema, String type) {
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        return schema;
    }
}
