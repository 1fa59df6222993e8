package org.stockbook.costs.web;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.costs.CostRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Views;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Long work as a collection of the API, and what its calls take and give (spec: api, sections 5.1 and 11). */
@Configuration(proxyBeanMethods = false)
class JobDescription {
    private static final String JOB = "job";
    private static final String ONE = "/{key}";

    /** People find the same on the pages of each kind of run. Everybody is shown his own, so all that is asked for is what everybody may. */
    @Bean
    ListPage.ForPrograms jobList(CostRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.FINANCE, Permission.READ_ITEMS, "jobs", rows.jobsToFollow(), List.of(
                PageColumn.of("jobNumber", Kind.NUMBER),
                PageColumn.of("jobKind", Kind.CHOICE),
                PageColumn.of("state", Kind.CHOICE),
                PageColumn.of("progress", Kind.COUNT),
                PageColumn.of("startedAt", Kind.MOMENT),
                PageColumn.of("finishedAt", Kind.MOMENT),
                PageColumn.code("userName"),
                PageColumn.of("origin", Kind.CHOICE),
                PageColumn.of("itemsTotal", Kind.COUNT),
                PageColumn.of("itemsDone", Kind.COUNT),
                PageColumn.of("itemsFailed", Kind.COUNT),
                PageColumn.of("entriesWritten", Kind.COUNT),
                PageColumn.of("linesWritten", Kind.COUNT),
                PageColumn.of("entriesSkipped", Kind.COUNT),
                PageColumn.of("resultNumber", Kind.NUMBER)),
                List.of(Sort.descending("jobNumber")), List.of()));
    }

    @Bean
    ListPage.ForPrograms importList(CostRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.SETUP, Permission.IMPORT_DATA, "imports", rows.imports(), List.of(
                PageColumn.of("importNumber", Kind.NUMBER),
                PageColumn.of("collection", Kind.TEXT),
                PageColumn.of("fileName", Kind.TEXT),
                PageColumn.of("dryRun", Kind.FLAG),
                PageColumn.of("startedAt", Kind.MOMENT),
                PageColumn.of("finishedAt", Kind.MOMENT),
                PageColumn.code("userName"),
                PageColumn.of("rows", Kind.COUNT),
                PageColumn.of("created", Kind.COUNT),
                PageColumn.of("changed", Kind.COUNT),
                PageColumn.of("refused", Kind.COUNT),
                PageColumn.of("error", Kind.TEXT)),
                List.of(Sort.descending("importNumber")), List.of()));
    }

    @Bean
    ListPage.ForPrograms importIssueList(CostRows rows, ObjectProvider<Views> views) {
        return new ListPage.ForPrograms(new ListPage("", Area.SETUP, Permission.IMPORT_DATA, "importIssues", rows.importIssues((code, parameters) -> views.getObject().current().refusal(code, parameters)), List.of(
                PageColumn.of("importNumber", Kind.NUMBER),
                PageColumn.of("line", Kind.COUNT),
                PageColumn.of("field", Kind.TEXT),
                PageColumn.of("value", Kind.TEXT),
                PageColumn.of("error", Kind.TEXT),
                PageColumn.text("message").with(Trait.FIXED)),
                List.of(Sort.ascending("id")), List.of()));
    }

    @Bean
    OpenApiCustomizer jobCalls() {
        return description -> {
            List.of("", "/cancel", "/events").forEach(action -> {
                description.getPaths().remove("/api/v1/jobs/{number}" + action);
                description.getPaths().remove("/api/v1/jobs/jobNumber:{number}" + action);
            });
            var counts = new Shape().counts("itemsTotal", "itemsDone", "itemsFailed", "entriesWritten", "linesWritten", "entriesSkipped").closed();
            var result = new Shape().texts("collection", "link").counts("number").required("collection", "number", "link").closed();
            var error = new Shape().texts("code", "severity", "pointer", "message").with("target", Shape.anything()).required("code", "severity", "pointer", "target", "message").closed();
            var problem = new Shape().texts("code", "message").with("errors", Shape.listOf(error)).required("code", "message").closed();
            description.schema(JOB, new Shape().texts("id").counts("jobNumber", "progress").words("jobKind", "costAdjustment", "inventoryCostPosting", "verification", "import")
                    .words("state", "queued", "running", "done", "failed", "cancelled").words("step", "", "adjusting", "posting", "verifying", "importing")
                    .moments("startedAt", "finishedAt").texts("userName").words("origin", "user", "schedule", "command_line").with("counts", counts).with("result", result)
                    .with("problem", problem).required("id", "jobNumber", "jobKind", "state", "progress", "step", "startedAt", "userName", "origin", "counts").closed());
            var calls = new CallDescription("jobs", description.getPaths());
            calls.add(HttpMethod.GET, ONE, calls.operation("read", "200", Shape.named(JOB)));
            calls.add(HttpMethod.POST, "/{number}/cancel", calls.operation("cancel", "200", Shape.named(JOB)));
            calls.add(HttpMethod.GET, "/{number}/events", calls.operation("watch", "200",
                    Optional.of(new Content().addMediaType("text/event-stream", new MediaType().schema(Shape.text())))));
        };
    }
}
