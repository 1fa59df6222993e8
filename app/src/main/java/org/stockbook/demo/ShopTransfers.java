package org.stockbook.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.AsTyped;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.security.Permissions;
import org.stockbook.transfers.ChangeTransfer;
import org.stockbook.transfers.PostTransferOrder;
import org.stockbook.transfers.TransferChanged;
import org.stockbook.transfers.TransferHeaderChange;
import org.stockbook.transfers.TransferHeaderChange.Field;
import org.stockbook.transfers.TransferLineChange;

/** Transfer orders of the demo company: one that arrived, one with goods still in the van, one that has not left yet. */
@Component
class ShopTransfers {
    private static final String WAREHOUSE = "WAREHOUSE";
    private static final String SHOP = "SHOP";

    private final ChangeTransfer change;
    private final PostTransferOrder post;
    private final Permissions permissions;

    ShopTransfers(ChangeTransfer change, PostTransferOrder post, Permissions permissions) {
        this.change = change;
        this.post = post;
        this.permissions = permissions;
    }

    /** @param until the last day of business */
    void make(LocalDate until) {
        var arrived = create(WAREHOUSE, SHOP, until.minusDays(5), List.of(line("3010", "2"), line("3020", "10")));
        done(post.ship(request(arrived, until.minusDays(5))));
        done(post.receive(request(arrived, until.minusDays(4))));
        var underWay = create(WAREHOUSE, SHOP, until.minusDays(1), List.of(line("3020", "12"), line("3010", "3")));
        done(post.ship(request(underWay, until.minusDays(1))));
        create(SHOP, WAREHOUSE, until, List.of(line("3020", "4")));
    }

    private static TransferLineChange line(String item, String quantity) {
        return new TransferLineChange(0, Optional.of(item), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(quantity)), Optional.empty(),
                Optional.empty(), Optional.empty(), AsTyped.NOTHING);
    }

    private DocumentNo create(String from, String to, LocalDate date, List<TransferLineChange> lines) {
        var header = new TransferHeaderChange(Map.of(Field.FROM, from, Field.TO, to, Field.POSTING_DATE, date, Field.SHIPMENT_DATE, date));
        var made = change.create(new ChangeTransfer.Draft(DocumentNo.BLANK, date, header, lines), permissions.login());
        return switch (made) {
            case TransferChanged.Kept kept -> kept.order().order().header().no();
            case TransferChanged.Refused _, TransferChanged.ChangedByAnother _, TransferChanged.Missing _ ->
                throw new IllegalStateException("transfer from " + from + " to " + to + " was refused: " + made);
        };
    }

    private PostTransferOrder.Request request(DocumentNo no, LocalDate date) {
        return new PostTransferOrder.Request(no, date, 0, permissions.login());
    }

    private static void done(PostTransferOrder.Outcome outcome) {
        if (!(outcome instanceof PostTransferOrder.Outcome.Posted)) {
            throw new IllegalStateException("a transfer was refused: " + outcome);
        }
    }
}
