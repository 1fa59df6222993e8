package org.stockbook.inventory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.posting.PostingLine;

/** Lines that are posted under one register: all or none. */
public record PostingRequest(RegisterStamp stamp, List<? extends PostingLine> lines) {
    public PostingRequest {
        lines = List.copyOf(lines);
    }

    /** In the order of the lines. */
    public Set<ItemNo> items() {
        var items = new LinkedHashSet<ItemNo>();
        lines.forEach(line -> items.add(line.item()));
        return items;
    }
}
