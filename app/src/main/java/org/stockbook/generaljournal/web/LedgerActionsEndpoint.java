package org.stockbook.generaljournal.web;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

/** Reversing, applying and closing (spec: finance, sections 4.2, 5 and 7). */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class LedgerActionsEndpoint {
    private final ReverseTransaction reversing;
    private final ApplyEntries applying;
    private final CloseIncomeStatement closing;
    private final Permissions permissions;

    LedgerActionsEndpoint(ReverseTransaction reversing, ApplyEntries applying, CloseIncomeStatement closing, Permissions permissions) {
        this.reversing = reversing;
        this.applying = applying;
        this.closing = closing;
        this.permissions = permissions;
    }

    @PostMapping("/generalLedgerEntries/reverse")
    Map<String, Object> reverse(@RequestBody ReverseRequest request) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return switch (reversing.reverse(request.transactionNumber())) {
            case ReverseTransaction.Outcome.Reversed(var register) -> Map.of("generalLedgerRegisterNumber", register);
            case ReverseTransaction.Outcome.Refused(var code, var parameters) -> throw Problem.of(422, code, parameters);
        };
    }

    @PostMapping("/vendorLedgerEntries/apply")
    Map<String, Object> applyVendor(@RequestBody ApplyRequest request) {
        return apply(TradeSide.PURCHASE, request);
    }

    @PostMapping("/customerLedgerEntries/apply")
    Map<String, Object> applyCustomer(@RequestBody ApplyRequest request) {
        return apply(TradeSide.SALES, request);
    }

    private Map<String, Object> apply(TradeSide side, ApplyRequest request) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return answer(applying.apply(side, request.entryNumber(), request.appliesToEntryNumber()));
    }

    @PostMapping("/vendorLedgerEntries/unapply")
    Map<String, Object> unapplyVendor(@RequestBody ApplyRequest request) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return answer(applying.unapply(TradeSide.PURCHASE, request.entryNumber()));
    }

    @PostMapping("/customerLedgerEntries/unapply")
    Map<String, Object> unapplyCustomer(@RequestBody ApplyRequest request) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return answer(applying.unapply(TradeSide.SALES, request.entryNumber()));
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
