package org.stockbook.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.ChangeDocument;
import org.stockbook.documents.DocumentChanged;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.EditDocument;
import org.stockbook.documents.HeaderChange;
import org.stockbook.documents.LineChange;
import org.stockbook.documents.PostDocument;
import org.stockbook.documents.PostDocumentOutcome;
import org.stockbook.documents.charges.AssignCharges;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.ChargeSplit;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.security.Permissions;

/** Makes and posts documents as people and programs do. */
@Component
class TradeDocuments {
    private static final int FIRST_LINE = 10_000;
    private static final String PLANT = "PLANT";

    private final ChangeDocument change;
    private final PostDocument post;
    private final AssignCharges charges;
    private final Permissions permissions;

    TradeDocuments(ChangeDocument change, PostDocument post, AssignCharges charges, Permissions permissions) {
        this.change = change;
        this.post = post;
        this.charges = charges;
        this.permissions = permissions;
    }

    /** A document as the history knows it. */
    record Draft(TradeSide side, DocumentKind kind, String number, String partner, LocalDate date, List<LineChange> lines) {
        Draft {
            lines = List.copyOf(lines);
        }

        DocumentKey key() {
            return new DocumentKey(side, kind, new DocumentNo(number));
        }
    }

    /** Goods at a price, or a charge. */
    record Priced(String object, BigDecimal quantity, BigDecimal unitPrice) {}

    /** A line about goods; with an exact reversal of the entry that it takes back, if that is known. */
    static LineChange goods(TradeSide side, Priced goods, Optional<ItemLedgerEntryNo> reversed) {
        var entry = reversed.map(ItemLedgerEntryNo::value);
        return side == TradeSide.PURCHASE
                ? line(LineChange.LineType.ITEM, goods, entry, Optional.empty())
                : line(LineChange.LineType.ITEM, goods, Optional.empty(), entry);
    }

    private static LineChange line(LineChange.LineType type, Priced priced, Optional<Long> appliesTo, Optional<Long> appliesFrom) {
        return new LineChange(
                0, Optional.of(type), Optional.of(priced.object()), Optional.empty(), Optional.empty(), Optional.of(PLANT), Optional.empty(),
                Optional.of(priced.quantity()), Optional.of(priced.unitPrice()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                appliesTo, appliesFrom);
    }

    /** Makes a document that stays open. */
    void create(Draft draft) {
        var typed = Map.<HeaderChange.Field, Object>of(
                HeaderChange.Field.POSTING_DATE, draft.date(), HeaderChange.Field.LOCATION, PLANT, HeaderChange.Field.EXTERNAL, draft.number());
        kept(draft, change.create(new ChangeDocument.Draft(draft.key(), draft.partner(), draft.date(), new HeaderChange(typed), draft.lines()), permissions.login()));
    }

    /** Makes a document and posts it. */
    void post(Draft draft, PostingChoice choice) {
        create(draft);
        post(draft.key(), choice);
    }

    private void post(DocumentKey key, PostingChoice choice) {
        switch (post.post(new PostDocument.Request(key, choice, 0, permissions.login()))) {
            case PostDocumentOutcome.Posted _ -> {}
            case PostDocumentOutcome.Refused refused -> throw new IllegalStateException(key.no() + " was refused: " + refused.issues());
            case PostDocumentOutcome.ChangedByAnother _, PostDocumentOutcome.Gone _ -> throw new IllegalStateException(key.no() + " is gone");
        }
    }

    /** Freight as its invoice says it. */
    record Freight(String number, String vendor, LocalDate date, BigDecimal amount) {}

    /** Invoices freight and spreads it by amount over receipts. */
    void freight(Freight freight, List<PostedLineKey> receipts) {
        var line = line(LineChange.LineType.CHARGE, new Priced("FREIGHT", BigDecimal.ONE, freight.amount()), Optional.empty(), Optional.empty());
        var draft = new Draft(TradeSide.PURCHASE, DocumentKind.INVOICE, freight.number(), freight.vendor(), freight.date(), List.of(line));
        create(draft);
        var targets = receipts.stream().<Target>map(Target.PostedGoods::new).toList();
        kept(draft, charges.suggest(
                new EditDocument.Change(draft.key(), 0, permissions.login()), new LineNo(FIRST_LINE), ChargeSplit.BY_AMOUNT, targets));
        post(draft.key(), PostingChoice.BOTH);
    }

    private static void kept(Draft draft, DocumentChanged changed) {
        if (!(changed instanceof DocumentChanged.Kept)) {
            throw new IllegalStateException(draft.number() + " was refused: " + changed);
        }
    }
}
