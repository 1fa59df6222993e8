package org.stockbook.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.stockbook.platform.exchange.RowFile;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Rows;
import org.stockbook.web.PageColumn;
import org.stockbook.web.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Reads any declared collection: filter, order, search, select, expand, page, count; or all of it as a file (spec: api, section 4). */
@RestController
class CollectionEndpoint {
    private static final int AT_ONCE = 1000;
    private static final String ADDRESS = "/api/v1/{collection:[a-z][A-Za-z]+}";

    private final ResourceReader reader;
    private final JsonMapper json;

    CollectionEndpoint(ResourceReader reader, JsonMapper json) {
        this.reader = reader;
        this.json = json;
    }

    @GetMapping(path = ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String collection, @RequestParam Map<String, String> given, @RequestHeader HttpHeaders headers) {
        var resource = reader.resource(collection);
        var query = RowQuery.of(resource, given, reader::resource);
        var found = read(resource, query, accepted(headers).contains(ApiValues.COMPATIBLE));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("value", found.value());
        if (query.counts()) {
            answer.put("count", found.rows().count());
        }
        nextQuery(given, query.rows(), found.rows()).ifPresent(next -> answer.put("nextLink", "/api/v1/" + collection + next));
        var body = json.writeValueAsString(answer);
        var tag = "W/\"" + digest(body) + "\"";
        return tag.equals(headers.getFirst(HttpHeaders.IF_NONE_MATCH)) ? ResponseEntity.status(304).eTag(tag).build() : ResponseEntity.ok().eTag(tag).body(body);
    }

    private ResourceReader.Answer read(Resource resource, RowQuery query, boolean decimalsAsText) {
        try {
            return reader.read(resource, query, decimalsAsText);
        } catch (IllegalArgumentException otherOrder) {
            throw ODataFilter.malformed("skiptoken");
        }
    }

    private static String accepted(HttpHeaders headers) {
        return String.join(",", headers.getOrEmpty(HttpHeaders.ACCEPT));
    }

    /** The way to the next page holds where this one ends, so that rows that come meanwhile neither repeat nor hide any. */
    private static Optional<String> nextQuery(Map<String, String> given, RowRequest request, Rows rows) {
        var full = rows.rows().size() == request.top() && request.top() > 0;
        return full && (request.after().isPresent() || request.skip() + rows.rows().size() < rows.count())
                ? rows.last().map(last -> nextQuery(given, PageToken.write(last)))
                : Optional.empty();
    }

    private static String nextQuery(Map<String, String> given, String token) {
        var next = new LinkedHashMap<>(given);
        next.keySet().removeIf(name -> name.endsWith("skip") || name.endsWith("skiptoken"));
        var query = UriComponentsBuilder.newInstance();
        next.forEach((name, _) -> query.queryParam(name, "{" + name + "}"));
        query.queryParam("skiptoken", token);
        return query.encode().buildAndExpand(next).toUriString();
    }

    private static String digest(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All rows of the filter, in one snapshot, without limit. */
    @GetMapping(path = ADDRESS, produces = {RowFile.CSV, RowFile.XLSX, RowFile.NDJSON})
    void export(@PathVariable String collection, @RequestParam Map<String, String> given, @RequestHeader HttpHeaders headers, HttpServletResponse response)
            throws IOException {
        var resource = reader.resource(collection);
        var query = RowQuery.of(resource, given, reader::resource);
        if (!query.expanded().isEmpty()) {
            throw Problem.of(400, "api.filter-not-supported", Map.of("field", "expand"));
        }
        var names = query.selected().isEmpty() ? resource.columns().stream().map(PageColumn::name).toList() : List.copyOf(query.selected());
        var format = RowFile.Format.accepted(accepted(headers));
        response.setContentType(format.mediaType());
        try (var file = RowFile.write(format, response.getOutputStream(), collection)) {
            file.heading(names);
            var waiting = new ArrayList<Row>();
            resource.rows().stream(query.rows(), row -> {
                waiting.add(row);
                if (waiting.size() == AT_ONCE) {
                    write(resource, names, waiting, file);
                }
            });
            write(resource, names, waiting, file);
        }
    }

    /** Ids stand in files where they are asked for by name; they are found for many rows at once. */
    private static void write(Resource resource, List<String> names, List<Row> rows, RowFile file) {
        var ids = resource.ids().named(rows, Set.copyOf(names));
        rows.forEach(row -> file.row(names.stream().map(name -> resource.ids().behind(name).isPresent() ? resource.ids().value(name, row, ids)
                : row.value(resource.behind(name).orElse(name))).toList()));
        rows.clear();
    }
}
