package org.stockbook.generaljournal.web;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.generaljournal.ApplyEntries;
import org.stockbook.generaljournal.CloseIncomeStatement;
import org.stockbook.generaljournal.ReverseTransaction;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.OnceOnly;

/** Reversing, applying and closing (spec: finance, sections 4.2, 5 and 7). */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class LedgerActionsEndpoint {
    private static final String ONCE = "Idempotency-Key";

    private final ReverseTransaction reversing;
    private final ApplyEntries applying;
    private final CloseIncomeStatement closing;
    private final OnceOnly once;
    private final Permissions permissions;

    LedgerActionsEndpoint(ReverseTransaction reversing, ApplyEntries applying, CloseIncomeStatement closing, OnceOnly once, Permissions permissions) {
        this.reversing = reversing;
        this.applying = applying;
        this.closing = closing;
        this.once = once;
        this.permissions = permissions;
    }

    @PostMapping("/generalLedgerEntries/reverse")
    ResponseEntity<String> reverse(@RequestBody ReverseRequest request, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        return once.answer(Permission.POST_GENERAL_JOURNAL, key, "reverse " + request, () -> switch (reversing.reverse(request.transactionNumber())) {
            case ReverseTransaction.Outcome.Reversed(var register) -> Map.of("generalLedgerRegisterNumber", register);
            case ReverseTransaction.Outcome.Refused(var code, var parameters) -> throw Problem.of(422, code, parameters);
        });
    }

    @PostMapping("/vendorLedgerEntries/apply")
    ResponseEntity<String> applyVendor(@RequestBody ApplyRequest request, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        return apply(TradeSide.PURCHASE, request, key);
    }

    @PostMapping("/customerLedgerEntries/apply")
    ResponseEntity<String> applyCustomer(@RequestBody ApplyRequest request, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        return apply(TradeSide.SALES, request, key);
    }

    private ResponseEntity<String> apply(TradeSide side, ApplyRequest request, String key) {
        return once.answer(Permission.POST_GENERAL_JOURNAL, key, "apply " + side + request, () -> answer(applying.apply(side, request.entryNumber(), request.appliesToEntryNumber())));
    }

    private ResponseEntity<String> unapply(TradeSide side, ApplyRequest request, String key) {
        return once.answer(Permission.POST_GENERAL_JOURNAL, key, "unapply " + side + request, () -> answer(applying.unapply(side, request.entryNumber())));
    }

    @PostMapping("/vendorLedgerEntries/unapply")
    ResponseEntity<String> unapplyVendor(@RequestBody ApplyRequest request, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        return unapply(TradeSide.PURCHASE, request, key);
    }

    @PostMapping("/customerLedgerEntries/unapply")
    ResponseEntity<String> unapplyCustomer(@RequestBody ApplyRequest request, @RequestHeader(name = ONCE, defaultValue = "") String key) {
        return unapply(TradeSide.SALES, request, key);
    }

    private static Map<String, Object> answer(ApplyEntries.Outcome outcome) {
        return switch (outcome) {
            case ApplyEntries.Outcome.Done(var amount) -> Map.of("amount", amount.toString());
            case ApplyEntries.Outcome.Refused(var code, var parameters) -> throw Problem.of(422, code, parameters);
        };
    }

    @PostMapping("/journals/closeIncomeStatement")
    Map<String, Object> close(@RequestBody CloseRequest request) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return switch (closing.propose(new JournalBatchName(request.batch()), request.documentNumber())) {
            case CloseIncomeStatement.Outcome.Proposed(var lines, var day) -> Map.of("lines", lines, "closingDay", day);
            case CloseIncomeStatement.Outcome.Refused(var code, var parameters) -> throw Problem.of(422, code, parameters);
        };
    }

    /** The transaction to be taken back. */
    record ReverseRequest(long transactionNumber) {}

    /** An entry, and the one it settles. */
    record ApplyRequest(long entryNumber, long appliesToEntryNumber) {}

    /** Where the lines go; the first batch where nothing is said. */
    record CloseRequest(String batch, String documentNumber) {
        CloseRequest {
            batch = batch == null || batch.isBlank() ? "DEFAULT" : batch.strip();
            documentNumber = documentNumber == null ? "" : documentNumber.strip();
        }
    }
}
