package org.stockbook.transfers.web;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.calls.BulkCalls;
import org.stockbook.documents.calls.Sent;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.transfers.ChangeTransfer;
import org.stockbook.transfers.TransferOrders;
import org.stockbook.transfers.TransferRows;

/** Many transfer orders in one request: all or none, or each for itself (spec: api, section 5). */
@RestController
class TransferBulkEndpoint {
    private final TransferOrders orders;
    private final ChangeTransfer change;
    private final TransferRows rows;
    private final TransferCalls calls;
    private final BulkCalls bulk;
    private final Permissions permissions;

    TransferBulkEndpoint(Work work, TransferRows rows, TransferCalls calls, BulkCalls bulk, Permissions permissions) {
        this.orders = work.orders();
        this.change = work.change();
        this.rows = rows;
        this.calls = calls;
        this.bulk = bulk;
        this.permissions = permissions;
    }

    @PostMapping(path = "/api/v1/" + TransferEndpoint.COLLECTION + "/bulk", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> bulk(@RequestBody BulkCalls.Request request, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        return bulk.answer(new OfTransfers(), request, dryRun, idempotencyKey);
    }

    /** What is done with transfer orders. */
    private final class OfTransfers implements BulkCalls.Work {
        @Override
        public String collection() {
            return TransferEndpoint.COLLECTION;
        }

        @Override
        public RowSource rows() {
            return rows.orders();
        }

        @Override
        public boolean isThere(String number) {
            return orders.find(new DocumentNo(number)).isPresent();
        }

        @Override
        public Map<String, Object> create(Map<String, Object> values) {
            return calls.answers().order(calls.created(change.create(TransferEndpoint.draft(values, calls.lenient()), permissions.login())));
        }

        @Override
        public Map<String, Object> change(String number, int version, Map<String, Object> values) {
            var sent = Sent.header(new DocumentNo(number), values);
            return calls.answers().order(calls.kept(change.head(changing(number, version), TransferBody.change(calls.writable(sent))), sent));
        }

        @Override
        public void delete(String number, int version) {
            calls.kept(change.delete(changing(number, version)), Sent.nothing(new DocumentNo(number)));
        }

        private ChangeTransfer.Change changing(String number, int version) {
            return new ChangeTransfer.Change(new DocumentNo(number), version, permissions.login());
        }
    }
}
