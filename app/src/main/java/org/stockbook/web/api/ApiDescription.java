package org.stockbook.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.PostingCall;

/** Describes the whole API to programs: collections from the declarations that serve them, actions from their endpoints. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static final String PROBLEM = "problem";
    private static final Info INFO = new Info().title("Stockbook").version("1").license(new License().name("Apache 2.0").identifier("Apache-2.0"))
            .description("Stock, its value and the books behind it: every list, card, journal and document of the program, and what can be done with them.");
    private static final String JSON = "application/json";
    /** The part of an address that names a record. */
    private static final int RECORD = 4;
    private static final String ANYTHING = "*/*";
    private static final Set<String> NOT_IN_GENERAL = Set.of("{collection}", "{under}");

    @Bean
    OpenApiCustomizer collections(Resources resources, RecordTypes types, ObjectProvider<PostingCall> postings) {
        return description -> {
            description.info(INFO).servers(List.of(new Server().url("/").description("Where this description was read")));
            withComponents(description).getPaths().keySet().removeIf(path -> NOT_IN_GENERAL.stream().anyMatch(path::contains));
            byAnyKey(description.getPaths(), types);
            description.schema(PROBLEM, ApiSchemas.problem());
            description.schema("bulkRequest", ApiSchemas.bulkRequest());
            description.schema("bulkAnswer", ApiSchemas.bulkAnswer());
            resources.all().forEach(resource -> {
                description.schema(resource.collection(), ApiSchemas.row(resource));
                types.find(resource.collection()).ifPresent(type -> description.schema(resource.collection() + "Change", ApiSchemas.change(type, resource.ids())));
                new CollectionDescription(resource, types.find(resource.collection())).addTo(description.getPaths());
            });
            postings.forEach(posting -> new PostingDescription(posting).addTo(description));
            description.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> complete(path, item, operation)));
        };
    }

    /** Wherever a record is addressed by its number or code, its id will do. */
    private static void byAnyKey(Paths paths, RecordTypes types) {
        for (var path : List.copyOf(paths.keySet())) {
            var parts = path.split("/");
            if (parts.length > RECORD && types.find(parts[RECORD - 1]).isPresent() && CallDescription.isKey(parts[RECORD])) {
                Optional.ofNullable(paths.remove(path)).ifPresent(item -> {
                    item.readOperations().forEach(CallDescription::byAnyKey);
                    paths.addPathItem(CallDescription.byAnyKey(path), item);
                });
            }
        }
    }

    private static OpenAPI withComponents(OpenAPI description) {
        if (description.getComponents() == null) {
            description.components(new Components());
        }
        return description;
    }

    /** What all operations share: problems as RFC 9457, objects where an endpoint writes its JSON itself. */
    private static void complete(String path, PathItem item, Operation operation) {
        var responses = Optional.ofNullable(operation.getResponses()).orElseGet(ApiResponses::new);
        operation.setResponses(responses);
        responses.values().forEach(ApiDescription::asObject);
        if (operation == item.getPost() && !responses.containsKey("201")) {
            Optional.ofNullable(responses.get("200")).ifPresent(made -> responses.addApiResponse("201", made));
        }
        if (operation == item.getPost() && !responses.containsKey("202")) {
            Optional.ofNullable(responses.get("200")).ifPresent(accepted -> responses.addApiResponse("202", accepted));
        }
        if (!responses.containsKey("default")) {
            responses.addApiResponse("default", new ApiResponse().description("A problem (RFC 9457) with a stable code and every reason")
                    .content(new Content().addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
        }
        if (Optional.ofNullable(operation.getTags()).orElseGet(List::of).stream().allMatch(tag -> tag.contains("endpoint"))) {
            operation.setTags(List.of(path.split("/").length > 3 ? path.split("/")[3] : "api"));
        }
    }

    /** An endpoint that does not say what it answers with answers JSON. */
    private static void asObject(ApiResponse response) {
        Optional.ofNullable(response.getContent()).filter(content -> content.containsKey(ANYTHING)).ifPresent(content -> {
            var media = content.remove(ANYTHING);
            content.putIfAbsent(JSON, media);
        });
        Optional.ofNullable(response.getContent()).map(content -> content.get(JSON)).filter(media -> media.getSchema() != null)
                .filter(media -> "string".equals(media.getSchema().getType()) || Set.of("string").equals(media.getSchema().getTypes()))
                .ifPresent(media -> media.setSchema(ApiSchemas.anyObject()));
    }
}
