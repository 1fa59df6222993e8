package org.stockbook.journals.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.inventory.EditApplications;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.journals.lines.RefusalTexts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.posting.Refusal;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.OnceOnly;

/** Applications taken apart and made anew in the API; each call is one transaction (spec: ledger, section 6.7). */
@RestController
@RequestMapping(path = "/api/v1/applicationWorksheets/number:{item}", produces = MediaType.APPLICATION_JSON_VALUE)
class ApplicationWorksheetEndpoint {
    private static final int MOST = 10_000;
    private static final String ONCE = "Idempotency-Key";

    private final EditApplications applications;
    private final OnceOnly once;
    private final Permissions permissions;

    ApplicationWorksheetEndpoint(EditApplications applications, OnceOnly once, Permissions permissions) {
        this.applications = applications;
        this.once = once;
        this.permissions = permissions;
    }

    /** Takes applications apart; what they leave open is applied again by the rules of the item. */
    @PostMapping("/unapply")
    ResponseEntity<String> unapply(@PathVariable String item, @RequestBody ChangeBody body, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        return edit(key, new EditApplications.Request(new ItemNo(item), body.removed(), List.of()));
    }

    @PostMapping("/unapply/{application}")
    ResponseEntity<String> unapplyOne(@PathVariable String item, @PathVariable long application, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        return edit(key, new EditApplications.Request(new ItemNo(item), List.of(new ItemApplicationNo(application)), List.of()));
    }

    /** Takes applications apart and makes others by name, all or nothing. */
    @PostMapping("/reapply")
    ResponseEntity<String> reapply(@PathVariable String item, @RequestBody ChangeBody body, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        return edit(key, new EditApplications.Request(new ItemNo(item), body.removed(), body.applied()));
    }

    /** Lets a decrease take from another increase than it does. */
    @PostMapping("/move/{application}/{decrease}")
    ResponseEntity<String> move(@PathVariable String item, @PathVariable long application, @PathVariable long decrease, @RequestBody MoveBody body,
            @RequestHeader(name = ONCE, defaultValue = "") String key) {
        permissions.require(Permission.EDIT_APPLICATIONS);
        var increase = body.inboundItemEntryNumber()
                .orElseThrow(() -> Problem.of(422, "common.field-required", Map.of("field", "inboundItemEntryNumber")));
        return edit(key, new EditApplications.Request(new ItemNo(item), List.of(new ItemApplicationNo(application)),
                List.of(new EditApplications.Applied(new ItemLedgerEntryNo(decrease), new ItemLedgerEntryNo(increase)))));
    }

    private ResponseEntity<String> edit(String key, EditApplications.Request request) {
        permissions.require(Permission.EDIT_APPLICATIONS);
        if (request.removed().isEmpty() && request.applied().isEmpty()) {
            throw Problem.of(422, "common.nothing-to-post", Map.of());
        }
        if (request.removed().size() + request.applied().size() > MOST) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        return once.answer(Permission.EDIT_APPLICATIONS, key, "edit applications " + request, () -> answer(outcome(request)));
    }

    private static Map<String, Object> answer(InventoryOutcome outcome) {
        return switch (outcome) {
            case InventoryOutcome.Posted posted -> Map.of("itemRegisterNumber", posted.register(), "valueEntries", posted.values().size(),
                    "generalLedgerEntries", posted.generalLedger().size());
            case InventoryOutcome.Refused refused -> throw new Problem(new Problem.Facts(422, "api.posting-refused",
                    Map.of("count", refused.refusals().size() + refused.accounts().size()), refused.refusals().stream().map(ApplicationWorksheetEndpoint::part).toList()));
        };
    }

    private InventoryOutcome outcome(EditApplications.Request request) {
        try {
            return applications.edit(request);
        } catch (EditApplications.UnknownItem unknown) {
            throw Problem.of(404, "api.reference-not-found", Map.of("field", "itemNumber", "value", request.item().code()));
        }
    }

    private static Problem.Part part(Refusal refusal) {
        return new Problem.Part(refusal.code(), "error", "", Map.of("sequence", refusal.line().value()), RefusalTexts.parameters(refusal));
    }

    /** Which applications go and which entries are applied. */
    record ChangeBody(Optional<List<Long>> unapply, Optional<List<Pair>> apply) {
        ChangeBody {
            unapply = unapply == null ? Optional.empty() : unapply;
            apply = apply == null ? Optional.empty() : apply;
        }

        List<ItemApplicationNo> removed() {
            return unapply.orElse(List.of()).stream().map(ItemApplicationNo::new).toList();
        }

        List<EditApplications.Applied> applied() {
            return apply.orElse(List.of()).stream()
                    .map(pair -> new EditApplications.Applied(new ItemLedgerEntryNo(pair.outboundItemEntryNumber()), new ItemLedgerEntryNo(pair.inboundItemEntryNumber())))
                    .toList();
        }
    }

    /** A decrease and the increase it takes from. */
    record Pair(long outboundItemEntryNumber, long inboundItemEntryNumber) {}

    /** The increase to take from. */
    record MoveBody(Optional<Long> inboundItemEntryNumber) {
        MoveBody {
            inboundItemEntryNumber = inboundItemEntryNumber == null ? Optional.empty() : inboundItemEntryNumber;
        }
    }
}
