package org.stockbook.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.PostDocument;
import org.stockbook.documents.PostDocumentOutcome;
import org.stockbook.documents.charges.AssignCharges;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.editing.HeaderChange;
import org.stockbook.documents.editing.LineChange;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.ChargeSplit;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.security.Permissions;

/** Makes and posts documents as people and programs do. */
@Component
class TradeDocuments {
    private static final int FIRST_LINE = 10_000;
    private static final Place NOWHERE = new Place(VariantCode.BLANK, LocationCode.BLANK);

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

    /**
     * A document as a company knows it.
     *
     * @param number blank to take the next one of the series
     */
    record Draft(TradeSide side, DocumentKind kind, String number, String partner, LocalDate date, List<LineChange> lines) {
        Draft {
            lines = List.copyOf(lines);
        }

        DocumentKey key() {
            return new DocumentKey(side, kind, new DocumentNo(number));
        }
    }

    /** A line about goods; with an exact reversal of the entry that it takes back, if that is known. */
    static LineChange goods(TradeSide side, TradeLine.Goods goods, Optional<ItemLedgerEntryNo> reversed) {
        var entry = reversed.map(ItemLedgerEntryNo::value);
        return line(LineChange.LineType.ITEM, goods, side == TradeSide.PURCHASE ? new Reversed(entry, Optional.empty()) : new Reversed(Optional.empty(), entry));
    }

    /** The entry whose cost a line takes back: goods that go to their receipt, goods that come from their sale. */
    private record Reversed(Optional<Long> appliesTo, Optional<Long> appliesFrom) {
        private static final Reversed NOTHING = new Reversed(Optional.empty(), Optional.empty());
    }

    private static LineChange line(LineChange.LineType type, TradeLine.Goods goods, Reversed reversed) {
        var variant = goods.place().variant();
        return new LineChange(
                0, Optional.of(type), Optional.of(goods.item().code()), variant.isBlank() ? Optional.empty() : Optional.of(variant.code()), Optional.empty(),
                Optional.of(goods.place().location().code()), Optional.empty(), Optional.of(goods.quantity().value()), Optional.of(goods.unitAmount()),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), reversed.appliesTo(), reversed.appliesFrom(), Optional.empty(),
                Optional.empty(), AsTyped.NOTHING);
    }

    /** Makes a document that stays open, and answers with its key. */
    DocumentKey create(Draft draft) {
        var typed = Map.<HeaderChange.Field, Object>of(HeaderChange.Field.POSTING_DATE, draft.date(), HeaderChange.Field.EXTERNAL, draft.number());
        return kept(draft, change.create(
                new ChangeDocument.Draft(draft.key(), draft.partner(), draft.date(), new HeaderChange(typed), draft.lines()), permissions.login()));
    }

    /** Makes a document and posts it; answers with the key that it had. */
    DocumentKey post(Draft draft, PostingChoice choice) {
        var key = create(draft);
        post(key, choice);
        return key;
    }

    private void post(DocumentKey key, PostingChoice choice) {
        switch (post.post(new PostDocument.Request(key, choice, 0, permissions.login()))) {
            case PostDocumentOutcome.Posted _ -> {}
            case PostDocumentOutcome.Refused refused -> throw new IllegalStateException(key.no() + " was refused: " + refused.issues());
            case PostDocumentOutcome.ChangedByAnother _, PostDocumentOutcome.Gone _ -> throw new IllegalStateException(key.no() + " is gone");
        }
    }

    /**
     * Freight as its invoice says it.
     *
     * @param number blank to take the next one of the series
     */
    record Freight(String number, String vendor, LocalDate date, BigDecimal amount) {}

    /** Invoices freight and spreads it by amount over receipts. */
    void freight(Freight freight, List<PostedLineKey> receipts) {
        var charge = new TradeLine.Goods(new ItemNo("FREIGHT"), NOWHERE, Quantity.of(1), freight.amount());
        var line = line(LineChange.LineType.CHARGE, charge, Reversed.NOTHING);
        var draft = new Draft(TradeSide.PURCHASE, DocumentKind.INVOICE, freight.number(), freight.vendor(), freight.date(), List.of(line));
        var key = create(draft);
        var targets = receipts.stream().<Target>map(Target.PostedGoods::new).toList();
        kept(draft, charges.suggest(
                new EditDocument.Change(key, 0, permissions.login()), new LineNo(FIRST_LINE), ChargeSplit.BY_AMOUNT, targets));
        post(key, PostingChoice.BOTH);
    }

    private static DocumentKey kept(Draft draft, DocumentChanged changed) {
        return switch (changed) {
            case DocumentChanged.Kept(var document) -> document.key();
            case DocumentChanged.Refused _, DocumentChanged.ChangedByAnother _, DocumentChanged.Missing _ ->
                throw new IllegalStateException(draft.number() + " was refused: " + changed);
        };
    }
}
