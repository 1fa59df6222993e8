package org.stockbook.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.stockbook.platform.security.Permissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds every answer of the API in every test to its OpenAPI description: address, method, status, kind and shape. */
@Component
public class AnswersKeepTheirDescription implements MockMvcBuilderCustomizer {
    private static final String API = "/api/v1/";
    private static final String ADDRESS = "/api/v1/openapi.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    /** Made by the first context that answers a call: it describes the program, which is the same in all, and takes seconds to make. */
    private static final AtomicReference<JsonNode> DESCRIPTION = new AtomicReference<>();

    private final ObjectProvider<WebApplicationContext> context;

    AnswersKeepTheirDescription(ObjectProvider<WebApplicationContext> context) {
        this.context = context;
    }

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.alwaysDo(this::check);
    }

    private void check(MvcResult result) throws Exception {
        var request = result.getRequest();
        var address = request.getRequestURI();
        if (!address.startsWith(API) || address.equals(ADDRESS) || request.getAttribute("undescribed") != null) {
            return;
        }
        var response = result.getResponse();
        var kind = Optional.ofNullable(response.getContentType()).orElse("").replaceAll(";.*", "");
        var place = request.getMethod() + " " + address + " answered " + response.getStatus() + " " + kind;
        var operation = operation(request);
        if (response.getStatus() >= 400) {
            assertThat(kind).as(place).isEqualTo("application/problem+json");
            validate("/components/schemas/problem", response.getContentAsString(StandardCharsets.UTF_8), place);
            return;
        }
        assertThat(operation).as(place + ": the operation is described").isPresent();
        if (response.getStatus() == 304 || response.getContentAsByteArray().length == 0) {
            return;
        }
        var described = operation.orElseThrow() + "/responses/" + response.getStatus() + "/content/" + kind.replace("/", "~1");
        assertThat(description().at(described).isMissingNode()).as(place + ": the kind of answer is described").isFalse();
        if (kind.equals("application/json")) {
            validate(described + "/schema", response.getContentAsString(StandardCharsets.UTF_8), place);
        }
    }

    private void validate(String pointer, String body, String place) {
        var errors = schema(pointer).validate(JSON.readTree(body));
        assertThat(errors).as(place + ": " + body.substring(0, Math.min(body.length(), 300))).isEmpty();
    }

    private Schema schema(String pointer) {
        var whole = description();
        return SCHEMAS.computeIfAbsent(pointer, at -> {
            var schema = (ObjectNode) whole.at(at).deepCopy();
            schema.set("components", whole.get("components"));
            return REGISTRY.getSchema(schema);
        });
    }

    /** The pointer to the operation that fits best: the one with the most fixed parts. */
    private Optional<String> operation(MockHttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        var method = request.getMethod().toLowerCase(Locale.ROOT);
        return description().get("paths").propertyStream()
                .filter(entry -> entry.getValue().has(method))
                .map(entry -> PathPatternParser.defaultInstance.parse(entry.getKey()))
                .filter(pattern -> pattern.matches(path))
                .min(Comparator.<PathPattern>naturalOrder())
                .map(pattern -> "/paths/" + pattern.getPatternString().replace("~", "~0").replace("/", "~1") + "/" + method);
    }

    private JsonNode description() {
        return Optional.ofNullable(DESCRIPTION.get()).orElseGet(() -> DESCRIPTION.updateAndGet(_ -> described()));
    }

    private JsonNode described() {
        var mvc = MockMvcBuilders.webAppContextSetup(context.getObject()).build();
        return JSON.readTree(Permissions.asStockbook(() -> read(mvc)));
    }

    private static String read(MockMvc mvc) {
        try {
            return mvc.perform(MockMvcRequestBuilders.get(ADDRESS)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
