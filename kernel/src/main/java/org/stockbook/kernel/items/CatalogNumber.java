package org.stockbook.kernel.items;

import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;

/**
 * Which number an item gets that is made from a catalogue item (spec: nonstock, section 1.3).
 *
 * @param separator one character or none, used where two parts are joined
 */
public record CatalogNumber(Format format, String separator) {
    private static final int LONGEST = 20;

    /** How the number is made; the last one takes the next number of a series instead. */
    public enum Format {
        VENDOR_ITEM_NUMBER,
        MANUFACTURER_AND_VENDOR_ITEM_NUMBER,
        VENDOR_ITEM_NUMBER_AND_MANUFACTURER,
        ENTRY_NUMBER,
        ITEM_NUMBER_SERIES
    }

    /** What a catalogue item is called by the vendor, the manufacturer and ourselves. */
    public record Names(String vendorItem, String manufacturer, String entry) {}

    /** The number, unless it comes from a series. */
    public sealed interface Result {
        record Numbered(ItemNo item) implements Result {}

        /** The number would be longer than numbers of items are. */
        record TooLong(String text) implements Result {}

        record FromSeries() implements Result {}
    }

    public Result of(Names names) {
        return switch (format) {
            case VENDOR_ITEM_NUMBER -> number(names.vendorItem());
            case MANUFACTURER_AND_VENDOR_ITEM_NUMBER -> number(joined(names.manufacturer(), names.vendorItem())
                    .orElse(names.manufacturer() + separator + names.entry()));
            case VENDOR_ITEM_NUMBER_AND_MANUFACTURER -> number(joined(names.vendorItem(), names.manufacturer())
                    .orElse(names.entry() + separator + names.manufacturer()));
            case ENTRY_NUMBER -> number(names.entry());
            case ITEM_NUMBER_SERIES -> new Result.FromSeries();
        };
    }

    /** Both parts, if they fit: twenty characters, with a separator fewer than twenty without it. */
    private Optional<String> joined(String first, String second) {
        var length = first.length() + second.length();
        return length < LONGEST || (length == LONGEST && separator.isEmpty()) ? Optional.of(first + separator + second) : Optional.empty();
    }

    private static Result number(String text) {
        return text.isEmpty() || text.length() > LONGEST ? new Result.TooLong(text) : new Result.Numbered(new ItemNo(text));
    }
}
