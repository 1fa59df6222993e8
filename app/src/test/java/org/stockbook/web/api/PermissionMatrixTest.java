package org.stockbook.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.CardPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.Page;

/**
 * Walks the whole table of rights in docs/permissions.csv: each page and each endpoint, found in the program itself, with each permission set.
 * A page or an endpoint without a row fails. What was found is written to target/permissions.csv, to be read and taken over.
 */
@ShopTest
class PermissionMatrixTest {
    /** The first word of several that only together name the lines of a document: no address of its own. */
    private static final Pattern WORD_ALONE = Pattern.compile("/(purchase|sales)(/|$)");
    private static final Path TABLE = Path.of("..", "docs", "permissions.csv");
    private static final Path FOUND = Path.of("target", "permissions.csv");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::((?:[^{}]|\\{[^{}]*})*))?}");
    /** For everybody, signed in or not, and no books behind them. */
    private static final Set<String> OPEN = Set.of("/error", "/sign-in", "/sign-in/language", "/preferences", "/api/v1/health");
    private static final Map<String, List<String>> VALUES = Map.of(
            "article", List.of("items"), "filed", List.of("purchaseOrders", "salesOrders", "transferOrders"), "kind", List.of("Orders", "Invoices", "ReturnOrders", "CreditMemos"), "lineKind", List.of("OrderLines", "InvoiceLines", "ReturnOrderLines", "CreditMemoLines"),
            "journal", List.of("itemJournals", "reclassificationJournals", "revaluationJournals"));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private Resources resources;

    @Autowired
    private RecordTypes types;

    @Autowired
    private List<Page> pages;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** With a record in lists that a shop can do without, so that they have a card whatever tests came before. */
    @BeforeEach
    void a_shop() throws Exception {
        shop.open();
        made("responsibilityCenters", "{\"code\": \"RIGHTS\"}");
        made("itemAttributes", "{\"name\": \"0RIGHTS\", \"type\": \"text\"}");
    }

    private void made(String collection, String record) throws Exception {
        mvc.perform(request(HttpMethod.POST, "/api/v1/" + collection).contentType(MediaType.APPLICATION_JSON).content(record).with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }

    @Test
    void everybody_may_do_what_the_table_says_and_nothing_else() throws Exception {
        var found = new TreeMap<String, String>();
        for (var address : addresses().entrySet()) {
            var rights = rights(address.getValue());
            if (!rights.isEmpty()) {
                found.put(address.getKey(), rights);
            }
        }
        var heading = "address," + Arrays.stream(PermissionSet.values()).map(PermissionSet::code).collect(Collectors.joining(","));
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, Stream.concat(Stream.of(heading), found.entrySet().stream().map(row -> row.getKey() + "," + row.getValue())).toList());

        assertThat(Files.readAllLines(FOUND)).as("rights as found, against " + TABLE).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    /** Who signed out sees nothing. */
    @Test
    void nobody_comes_in_without_signing_in() throws Exception {
        for (var address : addresses().values()) {
            var parts = address.split(" ", 2);
            var answer = mvc.perform(request(HttpMethod.valueOf(parts[0]), uri(parts[1])).contentType(MediaType.APPLICATION_JSON).content("{}").with(csrf())).andReturn().getResponse();
            assertThat(answer.getStatus()).as(address).isIn(302, 401);
        }
    }

    private String rights(String address) throws Exception {
        var parts = address.split(" ", 2);
        var rights = new ArrayList<String>();
        for (var set : PermissionSet.values()) {
            var type = parts[1].endsWith("/importPriceList") ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON;
            var answer = mvc.perform(request(HttpMethod.valueOf(parts[0]), uri(parts[1])).contentType(type).content("{}").with(csrf()).with(Shop.as(set)))
                    .andReturn().getResponse();
            assertThat(answer.getStatus()).as(address + " as " + set + ": an address put together wrongly tests nothing").isNotIn(401, 405, 500);
            var isNoPage = answer.getStatus() == 404 && parts[0].equals("GET") && !parts[1].startsWith("/api/");
            rights.add(answer.getStatus() == 403 || isNoPage ? "" : "x");
        }
        return String.join(",", rights);
    }

    private static URI uri(String address) {
        return URI.create(address.replace(" ", "%20"));
    }

    /** As the table names them, with what stands for the key of a card. */
    private Map<String, String> addresses() {
        var addresses = new TreeMap<String, String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getName().startsWith("org.stockbook.")) {
                return;
            }
            var isExport = mapping.getParamsCondition().getExpressions().stream().anyMatch(parameter -> parameter.getName().equals("format"));
            mapping.getPatternValues().stream().filter(pattern -> !OPEN.contains(pattern)).map(pattern -> isExport ? pattern + "?format=csv" : pattern).forEach(pattern -> {
                var verbs = mapping.getMethodsCondition().getMethods();
                verbs.forEach(verb -> expanded(verb.name(), pattern).stream().filter(address -> !WORD_ALONE.matcher(address).find()).forEach(address -> addresses.put(verb + " " + address.replaceFirst("#.*", "{key}"), verb + " " + address.replace("#", ""))));
            });
        });
        return addresses;
    }

    private List<String> expanded(String verb, String pattern) {
        if (pattern.startsWith("/{path")) {
            return pages(pattern);
        }
        if (pattern.startsWith("/api/v1/{collection:[")) {
            return collections(verb, pattern.replaceFirst(VARIABLE.pattern(), "*"));
        }
        var matcher = VARIABLE.matcher(pattern);
        if (!matcher.find()) {
            return List.of(pattern);
        }
        var name = matcher.group(1);
        var values = matcher.group(2) != null && matcher.group(2).contains("|") && !VALUES.containsKey(name)
                ? List.of(matcher.group(2).replaceAll("[(?:)]", "").split("\\|")[0])
                : VALUES.getOrDefault(name, List.of(matcher.group(2) != null && matcher.group(2).endsWith("Lines") ? "anyLines" : "999999"));
        return values.stream().flatMap(value -> expanded(verb, pattern.substring(0, matcher.start()) + value + pattern.substring(matcher.end())).stream()).toList();
    }

    /** Every declared page, and the cards behind lists of records. */
    private List<String> pages(String pattern) {
        if (pattern.endsWith("/new")) {
            return lists().filter(page -> types.find(page.collection()).filter(type -> !type.single()).isPresent()).map(page -> "/" + page.path() + "/new").toList();
        }
        if (pattern.endsWith("{key}")) {
            var cards = pages.stream().filter(CardPage.class::isInstance).map(Page::path).filter(path -> !path.equals("setup")).toList();
            var ofRecords = lists().filter(page -> types.find(page.collection()).isPresent()).map(ListPage::path);
            return Stream.concat(Stream.concat(cards.stream(), ofRecords).distinct().flatMap(path -> keyOn(path).stream().map(key -> "/" + path + "/#" + key)),
                    Stream.of("/setup/company", "/setup/inventory", "/setup/general-ledger")).toList();
        }
        var behind = pattern.substring(pattern.indexOf('}') + 1);
        if (!behind.isEmpty()) {
            return oneForEachPermission(behind.equals("/import")).map(page -> "/" + page.path() + behind.replaceAll(VARIABLE.pattern(), "999999")).toList();
        }
        return pages.stream().filter(Page::inMenu).map(page -> "/" + page.path()).distinct().toList();
    }

    /** What all lists can do is asked of one for each permission that lists, or changes of their records, want. */
    private Stream<ListPage> oneForEachPermission(boolean imported) {
        var found = new LinkedHashMap<Permission, ListPage>();
        lists().sorted(Comparator.comparing(Page::path)).forEach(page -> types.find(page.collection()).filter(type -> !type.single())
                .ifPresentOrElse(type -> found.putIfAbsent(imported ? type.change() : page.permission(), page), () -> {
                    if (!imported) {
                        found.putIfAbsent(page.permission(), page);
                    }
                }));
        return found.values().stream();
    }

    private Stream<ListPage> lists() {
        return pages.stream().filter(ListPage.class::isInstance).map(ListPage.class::cast);
    }

    private List<String> keyOn(String path) {
        return Permissions.asStockbook(() -> lists().filter(page -> page.path().equals(path)).findFirst().stream()
                .flatMap(page -> page.rows().read(RowRequest.of(Criterion.EVERYTHING).page(0, 1)).rows().stream()
                        .map(row -> types.find(page.collection()).map(type -> type.keyText(row.values())).orElse(row.text(page.columns().getFirst().name()))))
                .filter(key -> key.matches("[A-Za-z0-9_-]+")).toList());
    }

    private List<String> collections(String verb, String pattern) {
        var names = verb.equals("GET") ? resources.all().stream().map(Resource::collection).toList()
                : types.all().stream().filter(type -> !type.single() || verb.equals("PATCH")).map(type -> type.collection()).toList();
        if (pattern.contains("{under")) {
            return resources.all().stream().flatMap(resource -> resource.navigation().stream().map(way -> "/api/v1/" + resource.collection() + "/999999/" + way.name()))
                    .toList();
        }
        return names.stream().map(name -> pattern.replace("*", name).replaceAll(VARIABLE.pattern(), "999999")).toList();
    }
}
