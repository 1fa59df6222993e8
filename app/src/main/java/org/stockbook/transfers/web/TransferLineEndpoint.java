package org.stockbook.transfers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.Sent;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.transfers.ChangeTransfer;
import org.stockbook.transfers.StoredTransfer;
import org.stockbook.transfers.TransferOrders;
import org.stockbook.transfers.TransferOrders.LineAddress;
import org.stockbook.web.Problem;

/** A line of a transfer order at an address of its own, with a version of its own (spec: api, sections 5 and 5.3). */
@RestController
@RequestMapping("/api/v1/" + TransferBody.LINES + "/{key:[0-9]+}")
class TransferLineEndpoint {
    private final TransferOrders orders;
    private final ChangeTransfer change;
    private final TransferCalls transfers;
    private final Permissions permissions;

    TransferLineEndpoint(TransferOrders orders, ChangeTransfer change, TransferCalls transfers, Permissions permissions) {
        this.orders = orders;
        this.change = change;
        this.transfers = transfers;
        this.permissions = permissions;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String key) {
        permissions.require(Permission.READ_INVENTORY);
        var line = line(key);
        return answer(line, orders.find(line.order()).orElseThrow(TransferLineEndpoint::missing), false);
    }

    /** The line as it is now, and what became of its order. */
    @PatchMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@PathVariable String key, @RequestBody Map<String, Object> values, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        var line = line(key);
        var sent = Sent.line(line.order(), values, line.line().value()).alone();
        var typed = transfers.line(sent);
        return answer(line, transfers.kept(change.lines(changing(line, version), List.of(typed)), sent), true);
    }

    @DeleteMapping
    ResponseEntity<Void> delete(@PathVariable String key, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        var line = line(key);
        transfers.kept(change.remove(changing(line, version), List.of(line.line())), Sent.line(line.order(), Map.of(), line.line().value()).alone());
        return ResponseEntity.noContent().build();
    }

    private ChangeTransfer.Change changing(LineAddress line, String version) {
        return new ChangeTransfer.Change(line.order(), 0, permissions.login(), Optional.of(new ChangeTransfer.LineRead(line.line(), CallOutcomes.required(version))));
    }

    private ResponseEntity<String> answer(LineAddress line, StoredTransfer order, boolean withOrder) {
        var mark = order.mark(line.line()).orElseThrow(TransferLineEndpoint::missing);
        var found = order.order().lines().stream().filter(one -> one.no().equals(line.line())).findFirst().orElseThrow(TransferLineEndpoint::missing);
        var body = new LinkedHashMap<>(transfers.answers().line(found, order));
        if (withOrder) {
            body.put("document", transfers.answers().totals(order));
        }
        return ResponseEntity.ok().eTag("\"" + mark.version() + "\"").header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + TransferBody.LINES + "/" + body.get("id"))
                .contentType(MediaType.APPLICATION_JSON).body(transfers.outcomes().write(body));
    }

    private LineAddress line(String key) {
        return Optional.of(key).filter(digits -> digits.length() < 19).flatMap(digits -> orders.ofLine(Long.parseLong(digits))).orElseThrow(TransferLineEndpoint::missing);
    }

    private static Problem missing() {
        return Problem.of(404, "api.not-found", Map.of());
    }
}
