package org.stockbook.web.api;

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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordField.Trait;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.rows.Kind;

/** The shapes of what the API takes and gives; OpenAPI 3.1 knows the types of JSON Schema. */
final class ApiSchemas {
    private ApiSchemas() {}

    /** A row: no column but the declared ones, blanks left out; figures are texts where the caller asks for that. */
    static Schema<?> row(Resource resource) {
        var schema = typed(new ObjectSchema(), "object");
        resource.ids().column().ifPresent(_ -> schema.addProperty(Identification.ID, id("Never changes and is never used again")));
        if (resource.hasEtag()) {
            schema.addProperty(Resource.ETAG, typed(new StringSchema(), "string").description("What a change names in If-Match"));
        }
        resource.columns().forEach(column -> schema.addProperty(column.name(), value(column.kind())));
        resource.ids().references().forEach(reference -> schema.addProperty(reference.name(), id("Id of one of " + reference.collection() + "; the same as " + reference.column())));
        resource.navigation().forEach(way -> schema.addProperty(way.name(), way.many() ? listOf(anyObject()) : anyObject()));
        schema.setAdditionalProperties(false);
        return schema;
    }

    static Schema<?> value(Kind kind) {
        return switch (kind) {
            case TEXT, CODE, CHOICE -> typed(new StringSchema(), "string");
            case FLAG -> typed(new BooleanSchema(), "boolean");
            case NUMBER, COUNT -> orText(new IntegerSchema(), "integer");
            case QUANTITY, UNIT_AMOUNT, AMOUNT -> orText(new NumberSchema(), "number");
            case DATE -> typed(new DateSchema(), "string");
            case MOMENT -> typed(new DateTimeSchema(), "string");
        };
    }

    static Schema<?> id(String description) {
        return typed(new UUIDSchema(), "string").description(description);
    }

    private static Schema<?> orText(Schema<?> schema, String type) {
        schema.setTypes(Set.of(type, "string"));
        return schema;
    }

    /** What may be sent to create or change a record. */
    static Schema<?> change(RecordType type, Identification ids) {
        var schema = typed(new ObjectSchema(), "object");
        ids.references().stream().filter(reference -> type.field(reference.column()).filter(field -> !field.is(Trait.READ_ONLY)).isPresent()).forEach(reference -> {
            var id = id("Instead of " + reference.column() + ", or beside it if both mean the same");
            id.setTypes(Set.of("string", "null"));
            schema.addProperty(reference.name(), id);
        });
        type.fields().stream().filter(field -> !field.is(Trait.READ_ONLY)).forEach(field -> schema.addProperty(field.name(), given(field)));
        schema.setAdditionalProperties(false);
        return schema;
    }

    /** A value as it may be sent: null is blank, figures may be texts. */
    static Schema<?> given(Kind kind) {
        var schema = value(kind);
        schema.setTypes(switch (kind) {
            case FLAG -> Set.of("boolean", "null");
            case NUMBER, COUNT -> Set.of("integer", "string", "null");
            case QUANTITY, UNIT_AMOUNT, AMOUNT -> Set.of("number", "string", "null");
            case TEXT, CODE, CHOICE, DATE, MOMENT -> Set.of("string", "null");
        });
        return schema;
    }

    private static Schema<?> given(RecordField field) {
        var schema = given(field.kind());
        if (field.kind() == Kind.CHOICE) {
            schema.setDescription("One of " + String.join(", ", field.choices()));
        }
        if (field.longest() > 0 && field.kind().isWritten()) {
            schema.maxLength(field.longest());
        }
        field.lookup().ifPresent(lookup -> schema.setDescription("Key of one of " + lookup.collection()));
        if (field.is(Trait.REQUIRED)) {
            schema.setDescription(String.join(". ", "Must not be blank", schema.getDescription() == null ? "" : schema.getDescription()).strip());
        }
        return schema;
    }

    /** What was given and answered for many operations. */
    static Schema<?> bulkRequest() {
        var operation = typed(new ObjectSchema(), "object");
        operation.addProperty("method", word("create", "update", "upsert", "delete"));
        operation.addProperty("key", typed(new StringSchema(), "string"));
        operation.addProperty("version", typed(new IntegerSchema(), "integer"));
        operation.addProperty("data", anyObject());
        var schema = typed(new ObjectSchema(), "object");
        schema.addProperty("mode", word("atomic", "independent"));
        schema.addProperty("operations", listOf(operation));
        return schema;
    }

    static Schema<?> bulkAnswer() {
        var operation = typed(new ObjectSchema(), "object");
        operation.addProperty("status", typed(new IntegerSchema(), "integer"));
        operation.addProperty("record", anyObject());
        operation.addProperty("problem", anyObject());
        operation.setRequired(List.of("status"));
        var schema = typed(new ObjectSchema(), "object");
        schema.addProperty("operations", listOf(operation));
        schema.setRequired(List.of("operations"));
        return schema;
    }

    static Schema<?> page(String collection) {
        var schema = typed(new ObjectSchema(), "object");
        schema.addProperty("value", listOf(new Schema<>().$ref("#/components/schemas/" + collection)));
        schema.addProperty("count", typed(new IntegerSchema(), "integer"));
        schema.addProperty("nextLink", typed(new StringSchema(), "string"));
        schema.setRequired(List.of("value"));
        schema.setAdditionalProperties(false);
        return schema;
    }

    /** RFC 9457 with our code, facts and the errors behind it (spec: api, section 6). */
    static Schema<?> problem() {
        var schema = typed(new ObjectSchema(), "object");
        for (var text : List.of("type", "title", "code", "detail", "instance", "traceId")) {
            schema.addProperty(text, typed(new StringSchema(), "string"));
        }
        schema.addProperty("status", typed(new IntegerSchema(), "integer"));
        schema.addProperty("params", anyObject());
        var error = typed(new ObjectSchema(), "object");
        for (var text : List.of("code", "severity", "pointer", "message")) {
            error.addProperty(text, typed(new StringSchema(), "string"));
        }
        error.addProperty("target", anyObject());
        error.addProperty("params", anyObject());
        error.setRequired(List.of("code", "severity", "pointer", "message"));
        schema.addProperty("errors", listOf(error));
        schema.setRequired(List.of("type", "title", "status", "code", "detail", "instance", "traceId"));
        return schema;
    }

    static Schema<?> anyObject() {
        return typed(new ObjectSchema(), "object");
    }

    private static Schema<?> word(String... words) {
        var schema = new StringSchema();
        for (var word : words) {
            schema.addEnumItem(word.toLowerCase(Locale.ROOT));
        }
        return typed(schema, "string");
    }

    static Schema<?> listOf(Schema<?> one) {
        var list = new ArraySchema().items(one);
        list.setTypes(Set.of("array"));
        return list;
    }

    static Schema<?> typed(Schema<?> schema, String type) {
        schema.setTypes(Set.of(type));
        return schema;
    }
}
