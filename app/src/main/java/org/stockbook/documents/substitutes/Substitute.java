package org.stockbook.documents.substitutes;

import java.math.BigDecimal;
import org.stockbook.kernel.posting.LineNo;

/**
 * Something that may be sold in place of the item of a line (spec: items, section 8).
 *
 * @param item empty where the catalogue offers it and it is no item yet
 * @param catalogItem number of the entry of the catalogue; empty for an item
 * @param interchangeable whether the other way round is as good
 * @param level 1 for a substitute of the item of the line, 2 for a substitute of that one
 * @param inventory on hand at the location of the line, in base units of the substitute
 * @param available of it on the date of the line: with what is expected, without what others want; below zero where they want more
 * @param unit code of the unit of the line, where the substitute has it too; else empty
 */
public record Substitute(
        LineNo line, String item, String variant, String catalogItem, String description, boolean interchangeable, String condition, int level,
        BigDecimal inventory, BigDecimal available, String unit) {

    boolean is(Choice choice) {
        return item.equals(choice.item()) && catalogItem.equals(choice.catalogItem()) && variant.equals(choice.variant());
    }

    /** What somebody has chosen: an item with its variant, or an entry of the catalogue. */
    public record Choice(String item, String variant, String catalogItem) {}
}
