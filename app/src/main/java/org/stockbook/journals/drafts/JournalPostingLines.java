package org.stockbook.journals.drafts;

import java.math.BigDecimal;
import java.math.MathContext;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.JournalCard;
import org.stockbook.journals.lines.JournalCards;
import org.stockbook.journals.lines.LineDefaults;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.LotNo;
import org.stockbook.kernel.code.PackageNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;

/** What a journal line asks the ledgers for: a movement priced at once, or a transfer (spec: journals, sections 6 and 7). */
public final class JournalPostingLines {
    private final JournalCards.Known known;
    private final DraftBatch batch;

    public JournalPostingLines(JournalCards.Known known, DraftBatch batch) {
        this.known = known;
        this.batch = batch;
    }

    /** The posting line of a draft that has passed its checks. */
    public PostingLine of(Draft line) {
        var card = card(line);
        return switch (line.values().entryType().orElseThrow()) {
            case TRANSFER -> transfer(line, card);
            case EntryType type -> movement(line, card, type);
        };
    }

    private JournalCard card(Draft line) {
        var card = known.items().get(line.values().code(JournalField.ITEM));
        if (card == null) {
            throw new IllegalArgumentException("line " + line.lineNo() + " names no item");
        }
        return card;
    }

    private PostingLine movement(Draft line, JournalCard card, EntryType type) {
        var values = line.values();
        var base = unit(values, card).factor().toBase(quantity(values));
        var quantity = type.leavesStock() ? base.negated() : base;
        var origin = origin(line);
        return new PostingLine.Movement(
                new LineNo(line.lineNo()),
                card.no(),
                LineDefaults.place(values),
                type,
                values.date(JournalField.POSTING_DATE).orElseThrow(),
                quantity,
                unit(values, card),
                application(values),
                tracking(values),
                false,
                cost(values, card, type, quantity),
                trade(values, type),
                groups(values, card),
                origin,
                new Invoicing.AtOnce(origin));
    }

    private PostingLine transfer(Draft line, JournalCard card) {
        var values = line.values();
        var from = LineDefaults.place(values);
        var to = new Place(new VariantCode(values.code(JournalField.NEW_VARIANT)), new LocationCode(values.code(JournalField.NEW_LOCATION)));
        var origin = origin(line);
        return new PostingLine.Transfer(
                new LineNo(line.lineNo()),
                card.no(),
                from,
                to,
                values.date(JournalField.POSTING_DATE).orElseThrow(),
                unit(values, card).factor().toBase(quantity(values)),
                unit(values, card),
                application(values),
                tracking(values),
                tracking(values),
                card.costs(from, LineDefaults.isAveragePerPlace(known.policy())).unitCost(),
                groups(values, card),
                origin,
                origin.withDimensions(line.newDimensions()),
                false);
    }

    private static PostingGroups groups(LineValues values, JournalCard card) {
        var named = values.code(JournalField.BUSINESS_GROUP);
        return named.isEmpty() ? card.groups() : new PostingGroups(card.groups().inventory(), new BusinessGroup(named), card.groups().product());
    }

    private static BigDecimal quantity(LineValues values) {
        return values.figure(JournalField.QUANTITY).orElse(BigDecimal.ZERO);
    }

    private static UnitUsed unit(LineValues values, JournalCard card) {
        var code = values.has(JournalField.UNIT) ? values.code(JournalField.UNIT) : card.baseUnit();
        return new UnitUsed(new UnitCode(code), card.unit(code).orElseThrow().factor());
    }

    private static FixedApplication application(LineValues values) {
        var to = values.figure(JournalField.APPLIES_TO_ENTRY).map(entry -> new ItemLedgerEntryNo(entry.longValueExact()));
        var from = values.figure(JournalField.APPLIES_FROM_ENTRY).map(entry -> new ItemLedgerEntryNo(entry.longValueExact()));
        return to.<FixedApplication>map(FixedApplication.ToEntry::new)
                .or(() -> from.map(FixedApplication.FromEntry::new))
                .orElse(FixedApplication.AUTOMATIC);
    }

    private static Tracking tracking(LineValues values) {
        return values.has(JournalField.SERIAL_NO) || values.has(JournalField.LOT_NO)
                ? new Tracking(new SerialNo(values.code(JournalField.SERIAL_NO)), new LotNo(values.code(JournalField.LOT_NO)), PackageNo.BLANK)
                : Tracking.NONE;
    }

    private LineCost cost(LineValues values, JournalCard card, EntryType type, Quantity quantity) {
        var known = card.costs(LineDefaults.place(values), LineDefaults.isAveragePerPlace(this.known.policy())).unitCost();
        return switch (type) {
            case PURCHASE, POSITIVE_ADJUSTMENT -> priced(values, card, quantity);
            case NEGATIVE_ADJUSTMENT -> LineCost.ofUnitCost(values.figure(JournalField.UNIT_AMOUNT)
                    .map(each -> UnitCost.rounded(each.divide(unit(values, card).factor().value(), MathContext.DECIMAL128)))
                    .orElse(known), quantity);
            case SALE -> LineCost.ofUnitCost(known, quantity);
            case TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> throw new IllegalArgumentException("no journal movement: " + type);
        };
    }

    /** The typed unit amount with indirect cost and overhead on it; the amount itself where a total was typed. */
    private static LineCost priced(LineValues values, JournalCard card, Quantity quantity) {
        var factor = unit(values, card).factor().value();
        var each = values.figure(JournalField.UNIT_AMOUNT).orElse(BigDecimal.ZERO);
        Percentage indirect = card.item().facts().indirectCost();
        var overhead = card.item().facts().overheadRate();
        var exact = each.multiply(indirect.growth()).add(overhead.value().multiply(factor)).divide(factor, MathContext.DECIMAL128);
        var plain = indirect.isZero() && overhead.isZero();
        var atUnitCost = plain ? amount(values) : Amount.rounded(quantity.value().multiply(exact));
        return new LineCost(amount(values), UnitCost.rounded(exact), atUnitCost, indirect, overhead, Amount.ZERO);
    }

    private static Amount amount(LineValues values) {
        return Amount.rounded(values.figure(JournalField.AMOUNT)
                .orElseGet(() -> quantity(values).multiply(values.figure(JournalField.UNIT_AMOUNT).orElse(BigDecimal.ZERO))));
    }

    private static Trade trade(LineValues values, EntryType type) {
        return switch (type) {
            case SALE -> new Trade(amount(values), Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);
            case PURCHASE -> new Trade(Amount.ZERO, Amount.ZERO, amount(values), Amount.ZERO, Amount.ZERO);
            case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> Trade.NONE;
        };
    }

    private Origin origin(Draft line) {
        return origin(batch, line);
    }

    static Origin origin(DraftBatch batch, Draft line) {
        var values = line.values();
        var date = values.date(JournalField.DOCUMENT_DATE).or(() -> values.date(JournalField.POSTING_DATE)).orElseThrow();
        return new Origin(
                DocumentType.NONE,
                new DocumentNo(values.text(JournalField.DOCUMENT_NO)),
                0,
                values.text(JournalField.EXTERNAL_DOCUMENT_NO),
                date,
                PartnerType.NONE,
                PartnerNo.BLANK,
                OrderLine.NONE,
                line.dimensions(),
                values.text(JournalField.DESCRIPTION),
                batch.source(),
                new ReasonCode(values.text(JournalField.REASON)),
                batch.address().name());
    }
}
