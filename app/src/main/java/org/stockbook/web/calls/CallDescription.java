package org.stockbook.web.calls;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Describes the calls of one collection to programs: what they take, what they give and which headers they need (spec: api, section 7).
 *
 * @param collection the last word of its address
 */
public record CallDescription(String collection, Paths paths) {
    private static final String JSON = "application/json";
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern KEY = Pattern.compile("(?:number|code):\\{[a-zA-Z]+}");
    private static final Pattern HUMAN = Pattern.compile("^(/api/v1/[a-zA-Z]+)/(" + KEY + ")(/.*|)$");
    private static final Map<String, String> VARIABLES = Map.of("key", "Its id, or its key as number:... or code:...", "number", "Number of the document", "sequence", "Number of the line", "code", "Code of the batch");

    /** @param path behind the collection, with its variables in braces */
    public void add(HttpMethod method, String path, Operation operation) {
        var address = byAnyKey("/api/v1/" + collection + path);
        VARIABLE.matcher(address).results().map(found -> found.group(1)).forEach(variable -> operation.addParametersItem(new Parameter().name(variable).in("path").required(true)
                .schema(new StringSchema()).description(VARIABLES.getOrDefault(variable, variable))));
        paths.computeIfAbsent(address, _ -> new PathItem()).operation(method, operation);
    }

    /** Whether a part of an address names a record by its number or code. */
    public static boolean isKey(String part) {
        return KEY.matcher(part).matches();
    }

    /** An address by number or code as it is described: the id of the record will do, too. */
    public static String byAnyKey(String address) {
        return HUMAN.matcher(address).replaceFirst("$1/{key}$3");
    }

    /** The same for an operation whose address is read from its program. */
    public static void byAnyKey(Operation operation) {
        Optional.ofNullable(operation.getParameters()).flatMap(all -> all.stream().filter(one -> "path".equals(one.getIn())).findFirst())
                .ifPresent(first -> first.name("key").description(VARIABLES.get("key")));
    }

    /** A call that answers with JSON. */
    public Operation operation(String verb, String status, Schema<?> answer) {
        return operation(verb, status, Optional.of(json(answer)));
    }

    /** A call that answers with nothing. */
    public Operation silent(String verb) {
        return operation(verb, "204", Optional.empty());
    }

    /** A call that answers with something else than JSON. */
    public Operation operation(String verb, String status, Optional<Content> answer) {
        var response = new ApiResponse().description(answer.isPresent() ? "as asked" : "done");
        answer.ifPresent(response::content);
        return new Operation().addTagsItem(collection).operationId(verb + "-" + collection).responses(new ApiResponses().addApiResponse(status, response)
                .addApiResponse("default", new ApiResponse().description("A problem (RFC 9457) with a stable code and every reason")
                        .content(new Content().addMediaType("application/problem+json", new MediaType().schema(Shape.named("problem"))))));
    }

    /** A change of what was read before. */
    public static Operation versioned(Operation operation) {
        return operation.addParametersItem(header("If-Match", "The ETag that was read; * overwrites whatever is there", true));
    }

    /** A call that may be sent again under the same key. */
    public static Operation repeatable(Operation operation) {
        return operation.addParametersItem(header("Idempotency-Key", "The same key and request give the first answer again", false));
    }

    /** A call that must not be done twice by mistake. */
    public static Operation keyed(Operation operation) {
        return operation.addParametersItem(header("Idempotency-Key", "The same key and request give the first answer again; 1 to 64 characters", true));
    }

    /** A call that keeps in lines what cannot be taken, if that is wished. */
    public static Operation lenient(Operation operation) {
        return operation.addParametersItem(header("Prefer", Preferred.LENIENT + ": what cannot be read or points nowhere is kept as text in the line's rawInput, with an issue, instead of refused", false));
    }

    public static RequestBody body(Schema<?> schema) {
        return new RequestBody().required(true).content(json(schema));
    }

    /** A body that may be left out. */
    public static RequestBody optionalBody(Schema<?> schema) {
        return new RequestBody().required(false).content(json(schema));
    }

    public static Parameter query(String name, String description) {
        return new Parameter().name(name).in("query").description(description).schema(new StringSchema());
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType(JSON, new MediaType().schema(schema));
    }

    private static Parameter header(String name, String description, boolean required) {
        return new Parameter().name(name).in("header").required(required).description(description).schema(new StringSchema());
    }
}
