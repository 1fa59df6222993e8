package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.Tracking;

/**
 * A line of an item journal as a user types it.
 *
 * @param to transfers: where goods go; else the place itself
 * @param quantity in the unit of the line
 * @param unitAmount per unit of the line, before indirect cost; empty where the cards propose it
 * @param dimensions of the line, those of its item among them
 * @param newDimensions transfers: of the goods that arrive
 */
public record TypedLine(
        EntryType type,
        LocalDate date,
        String document,
        String item,
        Place place,
        LocationCode to,
        BigDecimal quantity,
        String unit,
        Optional<BigDecimal> unitAmount,
        Optional<ItemLedgerEntryNo> appliesTo,
        Optional<ItemLedgerEntryNo> appliesFrom,
        Tracking tracking,
        Map<String, String> dimensions,
        Map<String, String> newDimensions) {}
