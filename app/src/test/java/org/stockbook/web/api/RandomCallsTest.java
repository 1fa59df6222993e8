package org.stockbook.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.stockbook.platform.security.PermissionSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of calls that nobody would make: random addresses of the description, methods, bodies, filters, headers and callers. None is
 * answered with a fault of ours or a stack trace, and none shows data to those who may not see it. The seed in the name replays a run.
 */
@ShopTest
class RandomCallsTest {
    private static final int CALLS = Integer.getInteger("stockbook.random-calls", 500);
    private static final List<String> TEXTS = List.of("", "x", "1000", "'; drop table item; --", "<script>alert(1)</script>", "\u0000", "\ud800", "æøå", "null", "a".repeat(3000),
            "%", "_", "../../etc/passwd", "-1", "9999999999999999999999", "1e400", "NaN", "2026-02-30", "9999-12-31", "+999999999-01-01", "0001-01-01", "{{7*7}}", "*", "()", "'");
    private static final List<String> WORDS = List.of("eq", "ne", "gt", "in", "and", "or", "not", "(", ")", ",", "'a'", "''", "null", "1", "1.5", "2026-01-01", "true", "contains",
            "startswith", "length", "year", "tolower", "date", "any", "\u0000", "🚲");
    private static final List<String> OPTIONS = List.of("filter", "orderby", "select", "expand", "top", "skip", "count", "search", "skiptoken", "asOf", "knownAt", "locationCode", "colour");
    private static final List<String> METHODS = List.of("GET", "GET", "GET", "GET", "POST", "PATCH", "DELETE", "PUT", "OPTIONS", "HEAD");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private Resources resources;

    private List<String> addresses = List.of();

    @BeforeEach
    void a_shop() throws Exception {
        shop.open();
        var description = mvc.perform(request(HttpMethod.GET, "/api/v1/openapi.json").with(Shop.as(PermissionSet.ADMINISTRATOR))).andReturn().getResponse().getContentAsString();
        addresses = JsonMapper.builder().build().readTree(description).get("paths").propertyStream().map(Map.Entry::getKey).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void are_never_answered_with_a_fault_of_ours(long seed) throws Exception {
        var random = new Random(seed);
        var statuses = new TreeMap<Integer, Integer>();
        for (int call = 0; call < CALLS; call++) {
            statuses.merge(call(random, "seed " + seed + ", call " + call), 1, Integer::sum);
        }
        System.out.println("seed " + seed + ": " + statuses);
        assertThat(statuses.keySet()).contains(200, 400, 403, 404);
    }

    private int call(Random random, String place) throws Exception {
        var method = one(random, METHODS);
        var address = filled(random, one(random, addresses)) + query(random);
        var caller = one(random, List.of(PermissionSet.values()));
        var body = body(random, 0);
        var call = request(HttpMethod.valueOf(method), URI.create(address)).content(body.getBytes(StandardCharsets.UTF_8)).with(Shop.as(caller));
        call.requestAttr("undescribed", true);
        if (random.nextInt(10) > 0) {
            call.with(csrf());
        }
        call.header("Content-Type", one(random, List.of("application/json", "application/json", "application/json", "text/plain", "multipart/form-data", "application/xml")));
        call.header("Accept", one(random, List.of("application/json", "*/*", "application/json;IEEE754Compatible=true", "text/csv", "application/x-ndjson", "text/html", "image/png")));
        if (random.nextBoolean()) {
            call.header("If-Match", one(random, List.of("*", "\"1\"", "W/\"2\"", "x", "", "99999999999999999999")));
        }
        if (random.nextBoolean()) {
            call.header("Idempotency-Key", one(random, List.of("k" + random.nextInt(), "k", "x".repeat(300), "")));
        }
        call.header("Accept-Language", one(random, List.of("en", "fr-CA", "da", "xx-;;", "*")));
        var what = place + ": " + method + " " + address + " as " + caller + " " + body.substring(0, Math.min(200, body.length()));
        var answer = answer(call, what);
        var text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(what + " -> " + text).isNotEqualTo(500).isLessThan(504);
        assertThat(text).as(what).doesNotContain("at org.stockbook", "at java.", "Exception:", "PSQLException");
        if (!method.equals("OPTIONS")) {
            unseen(address, caller, answer.getStatus(), what);
        }
        return answer.getStatus();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder call, String what) {
        try {
            return mvc.perform(call).andReturn().getResponse();
        } catch (Exception escaped) {
            throw new AssertionError(what, escaped);
        }
    }

    /** A collection that the caller may not read is never answered. */
    private void unseen(String address, PermissionSet caller, int status, String what) {
        var collection = address.replaceFirst("/api/v1/([a-zA-Z]*).*", "$1");
        resources.named(collection).filter(resource -> !caller.permissions().contains(resource.permission()))
                .ifPresent(_ -> assertThat(status).as(what).isGreaterThanOrEqualTo(400));
    }

    private static String filled(Random random, String address) {
        var filled = new StringBuilder();
        for (var part : address.split("(?=\\{)")) {
            if (part.startsWith("{")) {
                var end = part.indexOf('}');
                var value = random.nextInt(3) == 0 ? one(random, TEXTS).replace("/", "") : one(random, List.of("1", "0", "number:1000", "code:PCS", "entryNumber:1", "Orders", "DEFAULT", "lines"));
                filled.append(encoded(value)).append(part.substring(end + 1));
            } else {
                filled.append(part);
            }
        }
        return filled.toString();
    }

    private String query(Random random) {
        if (random.nextInt(3) == 0) {
            return "";
        }
        return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> option(random)).collect(Collectors.joining("&", "?", ""));
    }

    private String option(Random random) {
        var option = one(random, OPTIONS);
        var columns = one(random, resources.all()).columns();
        var value = switch (option) {
            case "filter" -> IntStream.range(0, 1 + random.nextInt(8)).mapToObj(_ -> random.nextBoolean() ? one(random, columns).name() : one(random, WORDS)).collect(Collectors.joining(" "));
            case "orderby", "select", "expand" -> random.nextInt(4) == 0 ? one(random, TEXTS) : one(random, columns).name() + (random.nextBoolean() ? " desc" : "");
            case "top", "skip" -> random.nextBoolean() ? Integer.toString(random.nextInt(20)) : one(random, TEXTS);
            default -> one(random, TEXTS);
        };
        return option + "=" + encoded(value);
    }

    private String body(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 9)) {
            case 0 -> "";
            case 1 -> quoted(one(random, TEXTS));
            case 2 -> Integer.toString(random.nextInt());
            case 3 -> one(random, List.of("null", "true", "[", "{", "{\"a\":", "1e999999999", "-0", "[[[[[[[[[[[[]]]]]]]]]]]]"));
            case 4 -> "{}";
            case 5 -> "[" + some(random, _ -> body(random, depth + 1)) + "]";
            default -> "{" + some(random, _ -> quoted(name(random)) + ":" + filledBody(random, depth)) + "}";
        };
    }

    private String filledBody(Random random, int depth) {
        var body = body(random, depth + 1);
        return body.isEmpty() ? quoted(one(random, TEXTS)) : body;
    }

    private String name(Random random) {
        return random.nextInt(3) == 0
                ? one(random, List.of("operations", "mode", "lines", "data", "method", "key", "name", "permissionSet", "confirm", "receive", "invoice", "postingDate"))
                : one(random, one(random, resources.all()).columns()).name();
    }

    private static String some(Random random, IntFunction<String> one) {
        var parts = new ArrayList<String>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> parts.add(one.apply(i)));
        return String.join(",", parts);
    }

    private static String quoted(String text) {
        return JsonMapper.builder().build().writeValueAsString(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> T one(Random random, List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
