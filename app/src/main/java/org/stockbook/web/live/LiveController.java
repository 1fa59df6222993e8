package org.stockbook.web.live;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.Problem;
import org.stockbook.web.shell.Shells;

/** The changes of a document as server-sent events, for the page that shows it (spec: ui, section 6, changed meanwhile). */
@Controller
class LiveController {
    private final Shells shells;
    private final Permissions permissions;
    private final Watchers watchers;

    LiveController(Shells shells, Permissions permissions, Watchers watchers) {
        this.shells = shells;
        this.permissions = permissions;
        this.watchers = watchers;
    }

    /** Whoever does not see a document in its list does not learn that it changes. */
    @GetMapping(path = "/live/{path:[a-z-]+}/{number}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter changes(@PathVariable String path, @PathVariable String number, @RequestParam int version) {
        var document = shells.document(path).orElseThrow(LiveController::notThere);
        permissions.require(document.permission());
        var seen = shells.page(path).filter(ListPage.class::isInstance).map(ListPage.class::cast)
                .map(list -> list.rows().read(RowRequest.of(Criterion.equal("number", number)).page(0, 1)).rows()).filter(rows -> !rows.isEmpty());
        if (seen.isEmpty()) {
            throw notThere();
        }
        return watchers.watch(document.resource().collection(), number, version);
    }

    private static Problem notThere() {
        return Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of());
    }
}
