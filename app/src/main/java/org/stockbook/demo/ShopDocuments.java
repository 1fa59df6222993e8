package org.stockbook.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.PostDocument;
import org.stockbook.documents.PostDocumentOutcome;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.HeaderChange;
import org.stockbook.documents.editing.HeaderChange.Field;
import org.stockbook.documents.editing.LineChange;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.platform.security.Permissions;

/** Documents of the demo company in every state: asked for, ordered, received in part, shipped, invoiced, to come back. */
@Component
class ShopDocuments {
    private static final String WAREHOUSE = "WAREHOUSE";
    /** Who sells and who buys in a currency that is not the shop's. */
    private static final String DOLLAR_VENDOR = "V10004";
    private static final String KRONE_CUSTOMER = "C10005";

    private final ChangeDocument change;
    private final PostDocument post;
    private final Permissions permissions;

    ShopDocuments(ChangeDocument change, PostDocument post, Permissions permissions) {
        this.change = change;
        this.post = post;
        this.permissions = permissions;
    }

    /** @param until the last day of business */
    void make(LocalDate until) {
        buy(until);
        sell(until);
    }

    private void buy(LocalDate until) {
        var frames = Map.<Field, Object>of(Field.EXTERNAL, "EC-4711");
        posted(create(new Deal(TradeSide.PURCHASE, DocumentKind.ORDER, "V10000", until.minusDays(15), frames), List.of(line("1000", "10", "308"), line("3010", "20", "27.9"))),
                PostingChoice.BOTH);
        var bells = new Deal(TradeSide.PURCHASE, DocumentKind.ORDER, "V10002", until.minusDays(9), Map.of(Field.EXTERNAL, "Æ-2210"));
        posted(create(bells, List.of(handled(line("3020", "80", "4"), "50"), line("3040", "30", "12.6"))), PostingChoice.HANDLE);
        create(new Deal(TradeSide.PURCHASE, DocumentKind.ORDER, "V10000", until.minusDays(2), Map.of(Field.REQUESTED_DATE, until.plusDays(5))),
                List.of(line("1000", "6", "312"), line("2010", "40", "14.5"), line("2000", "200", "2.1")));
        create(new Deal(TradeSide.PURCHASE, DocumentKind.QUOTE, "V10001", until.minusDays(1), Map.of(Field.VALID_UNTIL, until.plusDays(30))),
                List.of(line("1020", "4", "905"), line("2050", "12", "36.5")));
        var pedals = new Deal(TradeSide.PURCHASE, DocumentKind.ORDER, DOLLAR_VENDOR, until.minusDays(11), Map.of(Field.EXTERNAL, "G-0318"));
        posted(create(pedals, List.of(line("2060", "30", "16.85"))), PostingChoice.BOTH);
        create(new Deal(TradeSide.PURCHASE, DocumentKind.ORDER, DOLLAR_VENDOR, until.minusDays(1), Map.of(Field.REQUESTED_DATE, until.plusDays(20))), List.of(line("2060", "60", "16.4")));
    }

    private void sell(LocalDate until) {
        posted(create(new Deal(TradeSide.SALES, DocumentKind.ORDER, "C10001", until.minusDays(4), Map.of(Field.REFERENCE, "Spring ride")), List.of(line("3010", "3", ""))),
                PostingChoice.BOTH);
        posted(create(new Deal(TradeSide.SALES, DocumentKind.ORDER, "C10002", until.minusDays(1), Map.of(Field.REFERENCE, "KT-88")),
                List.of(line("1000", "5", ""), line("3010", "5", ""))), PostingChoice.HANDLE);
        create(new Deal(TradeSide.SALES, DocumentKind.ORDER, "C10003", until, Map.of(Field.REQUESTED_DATE, until.plusDays(4))), List.of(line("3010", "4", ""), line("3020", "25", "")));
        create(new Deal(TradeSide.SALES, DocumentKind.QUOTE, "C10004", until, Map.of(Field.VALID_UNTIL, until.plusDays(14))), List.of(line("1000", "12", ""), line("2060", "12", "")));
        posted(create(new Deal(TradeSide.SALES, DocumentKind.ORDER, KRONE_CUSTOMER, until.minusDays(6), Map.of(Field.REFERENCE, "2026/17")), List.of(line("2060", "20", "219"))),
                PostingChoice.BOTH);
        create(new Deal(TradeSide.SALES, DocumentKind.ORDER, KRONE_CUSTOMER, until, Map.of(Field.REQUESTED_DATE, until.plusDays(10))), List.of(line("2060", "8", "219"), line("2010", "10", "259")));
        create(new Deal(TradeSide.SALES, DocumentKind.RETURN_ORDER, "C10001", until, Map.of()), List.of(because("DEFECTIVE", line("3010", "1", ""))));
    }

    /** Who, what kind of document, when, and what else stands on it. */
    private record Deal(TradeSide side, DocumentKind kind, String partner, LocalDate date, Map<Field, Object> header) {}

    /** Goods; without a price they cost what the price lists say. */
    private static LineChange line(String item, String quantity, String price) {
        return new LineChange(0, Optional.of(LineChange.LineType.ITEM), Optional.of(item), Optional.empty(), Optional.empty(), Optional.of(WAREHOUSE), Optional.empty(),
                Optional.of(new BigDecimal(quantity)), Optional.of(price).filter(given -> !given.isEmpty()).map(BigDecimal::new), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), AsTyped.NOTHING);
    }

    private static LineChange handled(LineChange line, String quantity) {
        return new LineChange(line.line(), line.type(), line.object(), line.variant(), line.description(), line.location(), line.unit(), line.quantity(), line.unitPrice(),
                line.lineDiscount(), line.unitCost(), Optional.of(new BigDecimal(quantity)), line.toInvoice(), line.appliesTo(), line.appliesFrom(), line.surplus(),
                line.returnReason(), line.typed());
    }

    private static LineChange because(String reason, LineChange line) {
        return new LineChange(line.line(), line.type(), line.object(), line.variant(), line.description(), line.location(), line.unit(), line.quantity(), line.unitPrice(),
                line.lineDiscount(), line.unitCost(), line.toHandle(), line.toInvoice(), line.appliesTo(), line.appliesFrom(), line.surplus(), Optional.of(reason), line.typed());
    }

    private DocumentKey create(Deal deal, List<LineChange> lines) {
        var header = new EnumMap<Field, Object>(Field.class);
        header.putAll(deal.header());
        header.put(Field.POSTING_DATE, deal.date());
        header.put(Field.LOCATION, WAREHOUSE);
        var draft = new ChangeDocument.Draft(new DocumentKey(deal.side(), deal.kind(), DocumentNo.BLANK), deal.partner(), deal.date(), new HeaderChange(header), new ArrayList<>(lines));
        return switch (change.create(draft, permissions.login())) {
            case DocumentChanged.Kept kept -> kept.document().key();
            case DocumentChanged.Refused _, DocumentChanged.ChangedByAnother _, DocumentChanged.Missing _ -> throw new IllegalStateException(deal + " was refused");
        };
    }

    private void posted(DocumentKey key, PostingChoice choice) {
        var outcome = post.post(new PostDocument.Request(key, choice, 0, permissions.login()));
        if (!(outcome instanceof PostDocumentOutcome.Posted)) {
            throw new IllegalStateException(key + " was refused: " + outcome);
        }
    }
}
