package org.stockbook.web.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordField.Trait;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Kind;

/** Describes each kind of master record to programs, from the same declaration that serves it. */
@Configuration(proxyBeanMethods = false)
class RecordDescription {
    @Bean
    OpenApiCustomizer masterRecords(RecordTypes types) {
        return description -> types.all().forEach(type -> {
            description.schema(type.collection(), schema(type));
            var collection = "/api/v1/" + type.collection();
            var all = description.getPaths().computeIfAbsent(collection, _ -> new PathItem());
            if (!type.single()) {
                all.post(operation(type, "create", "201").addParametersItem(header("Idempotency-Key", false)).requestBody(body(type)));
            }
            description.path(collection + "/{key}", new PathItem()
                    .get(operation(type, "read", "200").addParametersItem(key(type)))
                    .patch(operation(type, "change", "200").addParametersItem(key(type)).addParametersItem(header("If-Match", true)).requestBody(body(type)))
                    .delete(operation(type, "delete", "204").addParametersItem(key(type)).addParametersItem(header("If-Match", true))));
        });
    }

    private static Schema<?> schema(RecordType type) {
        var schema = new ObjectSchema();
        type.fields().forEach(field -> {
            schema.addProperty(field.name(), schema(field));
            if (field.is(Trait.REQUIRED)) {
                schema.addRequiredItem(field.name());
            }
        });
        return schema;
    }

    private static Schema<?> schema(RecordField field) {
        var schema = switch (field.kind()) {
            case TEXT, CODE, CHOICE, MOMENT -> new StringSchema();
            case FLAG -> new BooleanSchema();
            case NUMBER, COUNT -> new IntegerSchema();
            case QUANTITY, UNIT_AMOUNT, AMOUNT -> new NumberSchema();
            case DATE -> new DateSchema();
        };
        if (field.kind() == Kind.CHOICE && schema instanceof StringSchema words) {
            field.choices().forEach(words::addEnumItem);
        }
        if (field.longest() > 0 && schema instanceof StringSchema) {
            schema.maxLength(field.longest());
        }
        field.lookup().ifPresent(lookup -> schema.description("Code of one of " + lookup.collection()));
        return schema.readOnly(field.is(Trait.READ_ONLY));
    }

    private static Operation operation(RecordType type, String verb, String status) {
        var answer = new ApiResponse().description(status.equals("204") ? "deleted" : "the record");
        if (!status.equals("204")) {
            answer.content(json("#/components/schemas/" + type.collection()));
        }
        return new Operation().addTagsItem(type.collection()).operationId(verb + "-" + type.collection()).responses(new ApiResponses()
                .addApiResponse(status, answer)
                .addApiResponse("422", new ApiResponse().description("Refused by a rule: an RFC 9457 problem with every reason")));
    }

    private static RequestBody body(RecordType type) {
        return new RequestBody().required(true).content(json("#/components/schemas/" + type.collection()));
    }

    private static Content json(String schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(new Schema<>().$ref(schema)));
    }

    private static Parameter key(RecordType type) {
        var human = String.join(",", type.key().stream().map(field -> field.name() + ":...").toList());
        return new Parameter().name("key").in("path").required(true).schema(new StringSchema())
                .description("Its id" + (human.isEmpty() ? "" : ", or its key as " + human));
    }

    private static Parameter header(String name, boolean required) {
        return new Parameter().name(name).in("header").required(required).schema(new StringSchema());
    }
}
