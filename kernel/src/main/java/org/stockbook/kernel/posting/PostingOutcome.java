package org.stockbook.kernel.posting;

import java.util.List;
import java.util.Map;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.code.ItemNo;

/** What came of posting lines: all of it or nothing. */
public sealed interface PostingOutcome {
    /**
     * Everything may be written.
     *
     * @param changes per item, in order of item number
     * @param lines which entries each line made, in the order of the lines
     * @param toAdjust items whose costs are not final yet
     */
    record Posted(Map<ItemNo, ItemChanges> changes, List<PostedLine> lines, List<ItemNo> toAdjust)
            implements PostingOutcome {}

    /** Nothing may be written; at least one refusal, at most one per line. */
    record Refused(List<Refusal> refusals) implements PostingOutcome {}
}
