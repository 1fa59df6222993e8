package org.stockbook.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hamcrest.Matchers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.platform.exchange.ImportRecords;
import org.stockbook.platform.exchange.ImportRows;
import org.stockbook.platform.exchange.RowFile;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.security.SignedInUser;
import org.stockbook.web.calls.LongImports;

/** Files of rows go out and come in again; what is wrong with one is said row by row. */
@ShopTest
class ImportTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private LongImports imports;

    @Autowired
    private DSLContext dsl;

    @BeforeEach
    void a_shop() {
        shop.open();
    }

    @Test
    void what_was_exported_can_be_imported_again() throws Exception {
        for (var kind : new String[] {RowFile.CSV, RowFile.XLSX}) {
            var file = mvc.perform(get("/api/v1/itemUnitsOfMeasure").accept(kind).with(Shop.as(PermissionSet.ADMINISTRATOR))).andReturn().getResponse().getContentAsByteArray();
            take("itemUnitsOfMeasure", file, false).andExpect(status().isOk()).andExpect(jsonPath("$.created").value(0)).andExpect(jsonPath("$.changed").value(0))
                    .andExpect(jsonPath("$.rows").value(Matchers.greaterThan(10)));
        }
    }

    @Test
    void a_file_of_windows_with_semicolons_and_decimal_commas_is_understood() throws Exception {
        var file = "number;displayName;unitPrice\n7001;Æblekage med crème;1.234,50\n7002;Øl;12,5\n".getBytes(Charset.forName("windows-1252"));
        take("items", file, true).andExpect(status().isOk()).andExpect(jsonPath("$.created").value(2));
        mvc.perform(get("/api/v1/items/number:7001").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isNotFound());
        take("items", file, false).andExpect(status().isOk());
        mvc.perform(get("/api/v1/items/number:7001").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(jsonPath("$.unitPrice").value(1234.5))
                .andExpect(jsonPath("$.displayName").value("Æblekage med crème"));
    }

    @Test
    void every_bad_row_is_named_and_nothing_is_taken() throws Exception {
        var rows = new StringBuilder("code,displayName\n");
        for (int row = 1; row <= 2500; row++) {
            rows.append(row % 500 == 0 ? "THIS-CODE-IS-MUCH-TOO-LONG-FOR-ANYBODY" + row : "R" + row).append(",Reason\n");
        }
        take("reasonCodes", rows.toString().getBytes(StandardCharsets.UTF_8), false).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("import.refused")).andExpect(jsonPath("$.errors.length()").value(5))
                .andExpect(jsonPath("$.errors[0].target.line").value(501)).andExpect(jsonPath("$.errors[0].pointer").value("/rows/501/code"));
        mvc.perform(get("/api/v1/reasonCodes/code:R1").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isNotFound());
    }

    /** Spec: api, section 5.1. */
    @Test
    void a_file_is_taken_as_a_job_for_whoever_does_not_want_to_wait() throws Exception {
        var rows = "code,displayName\nLATER1,Reason\nLATER2,Reason\n".getBytes(StandardCharsets.UTF_8);
        var job = later("reasonCodes", rows, "import-1").andExpect(status().isAccepted()).andExpect(header().string("Preference-Applied", "respond-async"))
                .andReturn().getResponse().getHeader("Location");
        over(job).andExpect(jsonPath("$.state").value("done")).andExpect(jsonPath("$.jobKind").value("import")).andExpect(jsonPath("$.progress").value(100))
                .andExpect(jsonPath("$.counts.itemsTotal").value(2)).andExpect(jsonPath("$.result.collection").value("imports"));
        var result = JsonPath.<String>read(read(job).andReturn().getResponse().getContentAsString(), "$.result.link");
        read("/api/v1/imports?filter=importNumber eq " + result.substring(result.lastIndexOf('/') + 1)).andExpect(status().isOk()).andExpect(jsonPath("$.value[0].created").value(2));
        read(result).andExpect(status().isOk()).andExpect(jsonPath("$.fileName").value("file"));
        read("/api/v1/reasonCodes/code:LATER2").andExpect(status().isOk());
        later("reasonCodes", rows, "import-1").andExpect(status().isAccepted()).andExpect(header().string("Idempotency-Replayed", "true")).andExpect(header().string("Location", job));
        later("reasonCodes", "code\nLATER3\n".getBytes(StandardCharsets.UTF_8), "import-1").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("api.idempotency-key-reused"));
        later("items", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "import-2").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("import.wrong-file"));
        later("items", "colour\nred\n".getBytes(StandardCharsets.UTF_8), "import-3").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("import.wrong-file"));
        mvc.perform(get(job).with(Shop.as(PermissionSet.BUYER))).andExpect(status().isForbidden());
    }

    @Test
    void a_job_keeps_every_bad_row_of_its_file() throws Exception {
        var rows = new StringBuilder("number,grossWeight\n");
        for (int row = 1; row <= 1500; row++) {
            rows.append("BAD").append(row).append(",much\n");
        }
        var job = later("items", rows.toString().getBytes(StandardCharsets.UTF_8), "").andReturn().getResponse().getHeader("Location");
        over(job).andExpect(jsonPath("$.state").value("failed")).andExpect(jsonPath("$.problem.code").value("import.refused"))
                .andExpect(jsonPath("$.problem.errors.length()").value(1000)).andExpect(jsonPath("$.problem.errors[0].pointer").value("/rows/2/grossWeight"))
                .andExpect(jsonPath("$.problem.errors[0].message", Matchers.containsString("“much” is no number")));
        mvc.perform(get(job).cookie(new Cookie("stockbook-language", "da")).with(Shop.as(PermissionSet.ADMINISTRATOR)))
                .andExpect(jsonPath("$.problem.errors[0].message", Matchers.containsString("“much” er ikke et tal")));
        var number = job.substring(job.lastIndexOf('/') + 1);
        read("/api/v1/importIssues?filter=importNumber eq " + number + "&count=true&top=1").andExpect(jsonPath("$.count").value(1500)).andExpect(jsonPath("$.value[0].line").value(2))
                .andExpect(jsonPath("$.value[0].value").value("much")).andExpect(jsonPath("$.value[0].message", Matchers.containsString("“much” is no number")));
        read("/api/v1/importIssues?select=message&top=1").andExpect(jsonPath("$.value[0].length()").value(1)).andExpect(jsonPath("$.value[0].message").exists());
        var same = "/api/v1/importIssues?count=true&top=1&filter=importNumber eq " + number;
        mvc.perform(get(same).with(Shop.as(PermissionSet.ACCOUNTANT))).andExpect(jsonPath("$.count").value(1500));
        mvc.perform(get(same).with(Shop.as(PermissionSet.INVENTORY_CLERK))).andExpect(status().isOk()).andExpect(jsonPath("$.count").value(0));
        mvc.perform(get("/api/v1/imports?filter=importNumber eq " + number).with(Shop.as(PermissionSet.INVENTORY_CLERK))).andExpect(status().isOk()).andExpect(jsonPath("$.value").isEmpty());
        read("/api/v1/importIssues?filter=message eq 'x'").andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.filter-not-supported"));
        read("/api/v1/items/number:BAD1").andExpect(status().isNotFound());
    }

    @Test
    void a_job_that_waits_is_cancelled_before_it_takes_a_row() throws Exception {
        var file = Files.createTempFile("stockbook-test", ".rows");
        Files.writeString(file, "code,displayName\nNEVER,Reason\n");
        var begun = Permissions.asStockbook(() -> imports.begin(new ImportRows.Order("reasonCodes", file, "reasons.csv", ImportRecords.Purpose.KEEP)));
        mvc.perform(post("/api/v1/jobs/" + begun.number() + "/cancel").with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isOk());
        Permissions.asStockbook(() -> {
            begun.start().run();
            return true;
        });
        over("/api/v1/jobs/" + begun.number()).andExpect(jsonPath("$.state").value("cancelled")).andExpect(jsonPath("$.problem").doesNotExist());
        read("/api/v1/reasonCodes/code:NEVER").andExpect(status().isNotFound());
        assertThat(file).doesNotExist();
    }

    /** Spec: api, section 5.1; whoever took a file in is told of it whatever else he may read. */
    @Test
    void everybody_follows_and_stops_the_jobs_that_he_started_himself() throws Exception {
        dsl.execute("INSERT INTO app_user (login, display_name, password_hash, permission_set) VALUES ('seller', 'Seller', '', 'SELLER') ON CONFLICT DO NOTHING");
        var own = waiting(new SignedInUser("seller", "Seller", Language.ENGLISH, PermissionSet.ADMINISTRATOR));
        var other = waiting(SignedInUser.STOCKBOOK);
        var job = "/api/v1/jobs/" + own.number();
        var seller = Shop.as(PermissionSet.SELLER);
        mvc.perform(get(job).with(seller)).andExpect(status().isOk()).andExpect(jsonPath("$.userName").value("seller"));
        mvc.perform(get(job + "/events").with(seller)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/jobs").with(seller)).andExpect(status().isOk()).andExpect(jsonPath("$.value[*].userName", Matchers.everyItem(Matchers.is("seller"))))
                .andExpect(jsonPath("$.value[0].jobNumber").value(own.number()));
        mvc.perform(get("/api/v1/jobs/" + other.number()).with(seller)).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/jobs/" + other.number() + "/cancel").with(csrf()).with(seller)).andExpect(status().isForbidden());
        read("/api/v1/jobs?filter=jobNumber in (" + own.number() + "," + other.number() + ")").andExpect(jsonPath("$.value.length()").value(2));
        mvc.perform(post(job + "/cancel").with(csrf()).with(seller)).andExpect(status().isOk());
        own.giveUp().run();
        other.giveUp().run();
    }

    private Waiting waiting(SignedInUser user) throws IOException {
        var file = Files.createTempFile("stockbook-test", ".rows");
        Files.writeString(file, "code,displayName\nNEVER,Reason\n");
        var begun = Permissions.as(user, () -> imports.begin(new ImportRows.Order("reasonCodes", file, "reasons.csv", ImportRecords.Purpose.KEEP)));
        return new Waiting(begun.number(), begun.giveUp());
    }

    /** More of them than there are sessions. */
    @Test
    void jobs_that_wait_take_no_sessions_from_those_who_work() throws Exception {
        var waiting = new ArrayList<Waiting>();
        for (var i = 0; i < 15; i++) {
            waiting.add(waiting(SignedInUser.STOCKBOOK));
        }
        for (var job : waiting) {
            read("/api/v1/jobs/" + job.number()).andExpect(jsonPath("$.state", Matchers.oneOf("queued", "running")));
        }
        waiting.forEach(job -> job.giveUp().run());
        read("/api/v1/jobs/" + waiting.getLast().number()).andExpect(jsonPath("$.state").value("failed"));
    }

    private record Waiting(long number, Runnable giveUp) {}

    private ResultActions later(String collection, byte[] file, String key) throws Exception {
        return mvc.perform(post("/api/v1/imports?collection=" + collection).header("Prefer", "respond-async").header("Idempotency-Key", key).contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(file).with(csrf())
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of()))));
    }

    private ResultActions read(String address) throws Exception {
        return mvc.perform(get(address).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }

    /** Waits for the end of a job. */
    private ResultActions over(String job) throws Exception {
        for (var answer = read(job); ; answer = read(job)) {
            if (!List.of("queued", "running").contains(JsonPath.<String>read(answer.andReturn().getResponse().getContentAsString(), "$.state"))) {
                return answer;
            }
            Thread.sleep(10);
        }
    }

    @Test
    void files_of_other_kinds_are_refused_in_words() throws Exception {
        wrong("%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        wrong("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8));
        wrong("colour,size\nred,1\n".getBytes(StandardCharsets.UTF_8));
        wrong(new byte[0]);
        wrong(zip("xl/other.xml", 10));
        take("nothing", new byte[0], false).andExpect(status().isBadRequest());
        mvc.perform(post("/api/v1/imports?collection=items").header("Content-Length", "300000000").content("x").with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR)))
                .andExpect(status().isContentTooLarge()).andExpect(jsonPath("$.code").value("api.too-large"));
        mvc.perform(post("/api/v1/imports?collection=items").content("x").with(csrf()).with(Shop.as(PermissionSet.SELLER))).andExpect(status().isForbidden());
    }

    @Test
    void a_small_file_that_unpacks_to_more_than_a_gigabyte_is_refused() throws Exception {
        var bomb = zip("xl/workbook.xml", 1100);
        assertThat(bomb.length).isLessThan(3_000_000);
        wrong(bomb);
    }

    @Test
    void what_is_wrong_is_said_in_the_language_of_who_asks_and_named_alike_for_all() throws Exception {
        for (var said : Map.of("en", "is a PDF", "fr-CA", "c’est un PDF", "da", "er en PDF").entrySet()) {
            mvc.perform(post("/api/v1/imports?collection=items&name=list.csv").cookie(new Cookie("stockbook-language", said.getKey())).content("%PDF-1.7").with(csrf())
                            .with(Shop.as(PermissionSet.ADMINISTRATOR)))
                    .andExpect(jsonPath("$.detail", Matchers.containsString(said.getValue()))).andExpect(jsonPath("$.detail", Matchers.containsString("list.csv")))
                    .andExpect(jsonPath("$.params.reason").value("file.pdf"));
        }
        mvc.perform(post("/api/v1/imports?collection=items").cookie(new Cookie("stockbook-language", "da")).content("number,grossWeight\nX1,much\n").with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR)))
                .andExpect(jsonPath("$.errors[0].message", Matchers.containsString("“much” er ikke et tal"))).andExpect(jsonPath("$.errors[0].params.reason").value("value.no-number"));
    }

    private void wrong(byte[] file) throws Exception {
        take("items", file, false).andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("import.wrong-file"));
    }

    private static byte[] zip(String entry, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            var block = new byte[1_000_000];
            for (int i = 0; i < megabytes; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private ResultActions take(String collection, byte[] file, boolean dryRun) throws Exception {
        return mvc.perform(post("/api/v1/imports?collection=" + collection + "&dryRun=" + dryRun).contentType(MediaType.APPLICATION_OCTET_STREAM).content(file).with(csrf())
                .with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }
}
