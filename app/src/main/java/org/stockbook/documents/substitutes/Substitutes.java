package org.stockbook.documents.substitutes;

import java.util.List;
import org.stockbook.documents.DocumentKey;

/** Which substitutes there are. */
public interface Substitutes {
    /**
     * For the item lines of a sales document that still want goods: the nearest first, then those of which there is most; nothing that is blocked.
     * One query, whatever the number of lines.
     */
    List<Substitute> of(DocumentKey document);
}
