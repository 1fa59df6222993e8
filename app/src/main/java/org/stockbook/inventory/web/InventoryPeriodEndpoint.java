package org.stockbook.inventory.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.inventory.periods.CloseInventoryPeriods;
import org.stockbook.inventory.periods.InventoryPeriods.Culprit;
import org.stockbook.inventory.periods.InventoryPeriods.InventoryPeriod;
import org.stockbook.inventory.periods.PeriodChange;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.OnceOnly;

/** Creating, closing and reopening inventory periods in the API (spec: costing, section 10). */
@RestController
@RequestMapping(path = "/api/v1/inventoryPeriods", produces = MediaType.APPLICATION_JSON_VALUE)
class InventoryPeriodEndpoint {
    private static final Set<String> FIELDS = Set.of("endingDate", "name", "periodName");

    private static final String ONCE = "Idempotency-Key";

    private final CloseInventoryPeriods periods;
    private final OnceOnly once;
    private final Permissions permissions;

    InventoryPeriodEndpoint(CloseInventoryPeriods periods, OnceOnly once, Permissions permissions) {
        this.periods = periods;
        this.once = once;
        this.permissions = permissions;
    }

    /** Adds a period, or gives an open one another name. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(@RequestBody Map<String, Object> body) {
        permissions.require(Permission.CLOSE_INVENTORY_PERIODS);
        body.keySet().stream().filter(name -> !FIELDS.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.of(400, "api.unknown-field", Map.of("field", name));
        });
        var name = body.getOrDefault("name", body.getOrDefault("periodName", ""));
        var date = String.valueOf(body.getOrDefault("endingDate", ""));
        if (date.isBlank()) {
            throw Problem.of(422, "common.field-required", Map.of("field", "endingDate"));
        }
        return answer(periods.create(date(date), name instanceof String text ? text.replace("\u0000", "").strip() : ""));
    }

    /** What stands against closing. */
    @GetMapping("/{endingDate}/hindrances")
    Map<String, Object> hindrances(@PathVariable String endingDate) {
        return Map.of("value", periods.check(date(endingDate)).stream().map(InventoryPeriodEndpoint::culprit).toList());
    }

    @PostMapping("/{endingDate}/close")
    ResponseEntity<String> close(@PathVariable String endingDate, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        permissions.require(Permission.CLOSE_INVENTORY_PERIODS);
        var date = date(endingDate);
        return once.answer(Permission.CLOSE_INVENTORY_PERIODS, key, "close " + date, () -> answer(periods.close(date)));
    }

    @PostMapping("/{endingDate}/reopen")
    ResponseEntity<String> reopen(@PathVariable String endingDate, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        permissions.require(Permission.CLOSE_INVENTORY_PERIODS);
        var date = date(endingDate);
        return once.answer(Permission.CLOSE_INVENTORY_PERIODS, key, "reopen " + date, () -> answer(periods.reopen(date)));
    }

    @DeleteMapping("/{endingDate}")
    Map<String, Object> delete(@PathVariable String endingDate) {
        permissions.require(Permission.CLOSE_INVENTORY_PERIODS);
        return answer(periods.delete(date(endingDate)));
    }

    /** The same as deleting, for pages, whose actions are posted. */
    @PostMapping("/{endingDate}/delete")
    Map<String, Object> deleteFromPage(@PathVariable String endingDate) {
        return delete(endingDate);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Problem.of(422, "api.value-unreadable", Map.of("field", "endingDate", "value", text));
        }
    }

    private static Map<String, Object> answer(PeriodChange change) {
        return switch (change) {
            case PeriodChange.Done(var all) -> Map.of("value", all.stream().map(InventoryPeriodEndpoint::period).toList());
            case PeriodChange.Refused(var code, var parameters, var culprits) ->
                throw new Problem(new Problem.Facts(code.equals("api.reference-not-found") ? 404 : 422, code, parameters, parts(culprits)));
        };
    }

    private static Map<String, Object> period(InventoryPeriod period) {
        return Map.of("endingDate", period.endingDate(), "name", period.name(), "closed", period.closed());
    }

    private static Map<String, Object> culprit(Culprit culprit) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("hindrance", PeriodPages.word(culprit.kind()));
        answer.put("itemNumber", culprit.item().code());
        answer.put("postingDate", culprit.date());
        if (culprit.entry() != 0) {
            answer.put("itemLedgerEntryNumber", culprit.entry());
        }
        return answer;
    }

    /** Each hindrance by the code that its removal belongs to. */
    private static List<Problem.Part> parts(List<Culprit> culprits) {
        return culprits.stream()
                .map(culprit -> switch (culprit.kind()) {
                    case COSTS_NOT_ADJUSTED -> new Problem.Part("costing.not-adjusted", "error", "", culprit(culprit),
                            Map.of("item", culprit.item().code(), "date", culprit.date()));
                    case DECREASE_NOT_COVERED -> new Problem.Part("costing.revaluation-open-decrease", "error", "", culprit(culprit),
                            Map.of("item", culprit.item().code(), "entry", Long.toString(culprit.entry())));
                })
                .toList();
    }
}
