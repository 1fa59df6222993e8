package org.stockbook.items;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.items.ReferenceChoice.Reference;

/** The names by which items are called, asked of storage in sets. */
public interface ItemNames {
    /** Those of these texts that are numbers of items. */
    Set<String> numbers(Collection<String> texts);

    /** References and GTINs that are these texts and hold on a date, by text. */
    Map<String, List<Reference>> references(Collection<String> texts, LocalDate on);

    /** The first few items whose names hold all words of a text, by text. */
    Map<String, List<String>> described(Collection<String> texts, int most);
}
