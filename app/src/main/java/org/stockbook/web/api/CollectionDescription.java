package org.stockbook.web.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stockbook.platform.exchange.RowFile;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.rows.TotalFilters;

/** The addresses of one collection and what they answer. */
record CollectionDescription(Resource resource, Optional<RecordType> type) {
    private static final Map<String, String> OPTIONS = Map.of(
            "filter", "Which rows: eq ne gt ge lt le, in, and or not, contains startswith endswith, length year month day date, any",
            "orderby", "Columns, each with asc or desc",
            "select", "The columns wanted",
            "expand", "What rows lead to, three deep, each with its own options in brackets",
            "search", "Words in any column of text",
            "top", "Rows on a page, at most 1000",
            "skip", "Rows to leave out, at most 10000; further on follow nextLink",
            "count", "true to count all rows of the filter, exactly up to 10000",
            "skiptoken", "Where the page begins; comes with nextLink");
    private static final Map<String, String> SCOPES = Map.of(
            TotalFilters.AS_OF, "Figures as of the end of this day",
            TotalFilters.KNOWN_AT, "Figures as they were known at this moment (UTC)",
            TotalFilters.DATES, "The days whose movements count, such as 2026-01-01..2026-06-30; balances are those of the last",
            TotalFilters.LOCATIONS, "The places whose stock counts, such as EAST|WEST; two apostrophes for no place",
            TotalFilters.VARIANTS, "The variants whose stock counts, such as RED|BLUE; two apostrophes for none",
            TotalFilters.DIMENSIONS, "The dimension values whose entries count, such as DEPARTMENT:SALES|ADM,AREA:EAST");

    void addTo(Paths paths) {
        var collection = "/api/v1/" + resource.collection();
        var all = paths.computeIfAbsent(collection, _ -> new PathItem());
        if (all.getGet() == null) {
            all.get(list());
        }
        var one = paths.computeIfAbsent(collection + "/{key}", _ -> new PathItem());
        if (one.getGet() == null) {
            var read = operation("read", "200", row()).addParametersItem(key());
            List.of("expand", "select").forEach(option -> read.addParametersItem(parameter(option, "query", OPTIONS.getOrDefault(option, ""))));
            one.get(read);
        }
        resource.navigation().forEach(way -> paths.computeIfAbsent(collection + "/{key}/" + way.name(), _ -> new PathItem()
                .get(operation("read-" + way.name() + "-of", "200", way.many() ? ApiSchemas.page(way.collection()) : reference(way.collection())).addParametersItem(key()))));
        type.ifPresent(records -> addChanges(paths, records, all, one));
    }

    private void addChanges(Paths paths, RecordType records, PathItem all, PathItem one) {
        var dryRun = parameter("dryRun", "query", "true to check everything and keep nothing");
        if (!records.single()) {
            all.post(operation("create", "201", row()).addParametersItem(parameter("Idempotency-Key", "header", "The same key and request give the first answer again"))
                    .addParametersItem(dryRun).requestBody(body(reference(resource.collection() + "Change"))));
            all.getPost().getResponses().addApiResponse("200", response("what would be created, of a dry run", row()));
            one.delete(operation("delete", "204", null).addParametersItem(key()).addParametersItem(version()));
            paths.computeIfAbsent("/api/v1/" + resource.collection() + "/bulk", _ -> new PathItem().post(operation("bulk", "200", reference("bulkAnswer"))
                    .addParametersItem(parameter("Idempotency-Key", "header", "Needed, except for a dry run")).addParametersItem(dryRun).requestBody(body(reference("bulkRequest")))));
        }
        one.patch(operation("change", "200", row()).addParametersItem(key()).addParametersItem(version()).addParametersItem(dryRun)
                .requestBody(body(reference(resource.collection() + "Change"))));
    }

    private Operation list() {
        var list = operation("list", "200", ApiSchemas.page(resource.collection()));
        OPTIONS.keySet().stream().sorted().forEach(option -> list.addParametersItem(parameter(option, "query", OPTIONS.getOrDefault(option, ""))));
        resource.scopes().forEach(scope -> list.addParametersItem(parameter(scope, "query", SCOPES.getOrDefault(scope, "What figures count, not which rows are shown"))));
        Optional.ofNullable(list.getResponses().get("200")).map(ApiResponse::getContent).ifPresent(content -> {
            for (var format : List.of(RowFile.CSV, RowFile.XLSX, RowFile.NDJSON)) {
                content.addMediaType(format, new MediaType().schema(new StringSchema()));
            }
        });
        return list;
    }

    private Operation operation(String verb, String status, @Nullable Schema<?> answer) {
        return new Operation().addTagsItem(resource.collection()).operationId(verb + "-" + resource.collection())
                .responses(new ApiResponses().addApiResponse(status, answer == null ? new ApiResponse().description("done") : response("as asked", answer)));
    }

    private static ApiResponse response(String description, Schema<?> schema) {
        return new ApiResponse().description(description).content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private Schema<?> row() {
        return reference(resource.collection());
    }

    private static Schema<?> reference(String schema) {
        return new Schema<>().$ref("#/components/schemas/" + schema);
    }

    private static RequestBody body(Schema<?> schema) {
        return new RequestBody().required(true).content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private Parameter key() {
        var human = String.join(",", resource.key().stream().map(name -> name + ":...").toList());
        return parameter("key", "path", "Its id" + (human.isEmpty() ? "" : ", or its key as " + human)).required(true);
    }

    private static Parameter version() {
        return parameter("If-Match", "header", "The ETag that was read; * overwrites whatever is there").required(true);
    }

    private static Parameter parameter(String name, String place, String description) {
        return new Parameter().name(name).in(place).description(description).schema(new StringSchema());
    }
}
