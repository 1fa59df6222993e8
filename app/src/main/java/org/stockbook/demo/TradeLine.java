package org.stockbook.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;

/**
 * Something that a company did with its goods on one day, as a line of a journal would say it.
 *
 * @param quantity in base units with the sign of the ledger: above zero comes in; above zero on transfers
 * @param unitAmount price or cost of one base unit
 * @param to where a transfer goes; otherwise the place itself
 * @param returnOf the sale whose cost comes back
 */
record TradeLine(
        LocalDate date,
        EntryType type,
        DocumentNo document,
        ItemNo item,
        Place place,
        LocationCode to,
        Quantity quantity,
        BigDecimal unitAmount,
        SerialNo serial,
        Optional<ItemLedgerEntryNo> returnOf) {

    TradeLine(LocalDate date, EntryType type, DocumentNo document, Goods goods) {
        this(date, type, document, goods.item(), goods.place(), goods.place().location(), goods.quantity(), goods.unitAmount(), SerialNo.BLANK, Optional.empty());
    }

    /** What is moved, where, how many of it, at which price. */
    record Goods(ItemNo item, Place place, Quantity quantity, BigDecimal unitAmount) {}

    TradeLine withSerial(SerialNo newSerial) {
        return new TradeLine(date, type, document, item, place, to, quantity, unitAmount, newSerial, returnOf);
    }

    TradeLine movedTo(LocationCode newTo) {
        return new TradeLine(date, type, document, item, place, newTo, quantity, unitAmount, serial, returnOf);
    }

    TradeLine returning(ItemLedgerEntryNo sale) {
        return new TradeLine(date, type, document, item, place, to, quantity, unitAmount, serial, Optional.of(sale));
    }
}
