package org.stockbook.web.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stockbook.platform.rows.Kind;
import org.stockbook.web.calls.PostingCall;

/** A call that posts lines without a draft, for the description of the API. */
record PostingDescription(PostingCall call) {
    void addTo(OpenAPI description) {
        var name = call.address().substring(call.address().lastIndexOf('/') + 1);
        description.schema(name + "Lines", request());
        description.schema(name + "Posted", posted());
        description.getPaths().computeIfAbsent(call.address(), _ -> new PathItem()).post(new Operation().addTagsItem(name).operationId("create-" + name)
                .summary("Posts lines without a draft: all of them or none")
                .addParametersItem(parameter("Idempotency-Key", "header", "Needed, except for a dry run: the same key and request give the first answer again"))
                .addParametersItem(parameter("dryRun", "query", "true to check everything and to be told what would be written"))
                .requestBody(new RequestBody().required(true).content(json(reference(name + "Lines"))))
                .responses(new ApiResponses()
                        .addApiResponse("201", new ApiResponse().description("posted").content(json(reference(name + "Posted"))))
                        .addApiResponse("200", new ApiResponse().description("what would be written, of a dry run").content(json(ApiSchemas.anyObject())))));
    }

    private Schema<?> request() {
        var line = object(Map.of());
        new TreeMap<>(call.fields()).forEach((field, kind) -> line.addProperty(field, ApiSchemas.given(kind)));
        line.setAdditionalProperties(false);
        var request = object(Map.of());
        request.addProperty(call.lines(), ApiSchemas.listOf(line));
        request.setRequired(List.of(call.lines()));
        request.setAdditionalProperties(false);
        return request;
    }

    private Schema<?> posted() {
        var answer = object(call.answer());
        answer.addProperty("documents", ApiSchemas.listOf(object(Map.of("number", Kind.CODE))));
        var entry = object(Map.of("entryNumber", Kind.NUMBER, "quantity", Kind.QUANTITY, "costAmountActual", Kind.AMOUNT));
        var line = object(Map.of());
        line.addProperty("sequence", ApiSchemas.typed(new IntegerSchema(), "integer"));
        line.addProperty("itemLedgerEntries", ApiSchemas.listOf(entry));
        answer.addProperty(call.lines(), ApiSchemas.listOf(line));
        answer.setAdditionalProperties(false);
        return answer;
    }

    private static Schema<?> object(Map<String, Kind> properties) {
        var schema = ApiSchemas.typed(new ObjectSchema(), "object");
        new TreeMap<>(properties).forEach((name, kind) -> schema.addProperty(name, ApiSchemas.value(kind)));
        return schema;
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Schema<?> reference(String schema) {
        return new Schema<>().$ref("#/components/schemas/" + schema);
    }

    private static Parameter parameter(String name, String place, String description) {
        return new Parameter().name(name).in(place).description(description).schema(new StringSchema());
    }
}
