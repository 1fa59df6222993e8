package org.stockbook.web.api;

import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the program can work, its database included: for whoever watches over it, signed in or not (spec: api, section 11). */
@RestController
class ProgramHealthEndpoint {
    private final ObjectProvider<HealthEndpoint> health;

    ProgramHealthEndpoint(ObjectProvider<HealthEndpoint> health) {
        this.health = health;
    }

    @GetMapping(path = "/api/v1/health", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> health() {
        var status = health.getObject().health().getStatus();
        return ResponseEntity.status(status.equals(Status.UP) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).cacheControl(CacheControl.noStore())
                .body(Map.of("status", status.getCode().toLowerCase(Locale.ROOT)));
    }
}
