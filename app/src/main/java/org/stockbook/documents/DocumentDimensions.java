package org.stockbook.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.finance.dimensions.DimensionSetCheck;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.origin.DimensionSetId;

/** What speaks against posting documents with the dimensions that they carry, asked once for all lines (spec: finance, section 9). */
@Component
public class DocumentDimensions {
    private final DimensionSetCheck check;

    DocumentDimensions(DimensionSetCheck check) {
        this.check = check;
    }

    /** What a purchase or sales document would post: the lines chosen, and with an invoice what the partner owes, which carries the header's. */
    List<DocumentIssue> issues(StoredDocument stored, PostingChoice choice) {
        var used = new LinkedHashMap<Integer, DimensionSetId>();
        if (choice.invoice()) {
            used.put(0, stored.document().header().dimensions());
        }
        stored.document().lines().stream().filter(line -> isPosted(line, choice)).forEach(line -> used.put(line.no().value(), line.dimensions()));
        return issues(used);
    }

    private static boolean isPosted(DocumentLine line, PostingChoice choice) {
        var progress = line.progress();
        return !line.subject().isText() && (choice.handle() && !progress.toHandle().isZero() || choice.invoice() && !progress.toInvoice().isZero());
    }

    /**
     * The first reason against each line.
     *
     * @param used the sets by number of line, 0 for the header
     */
    public List<DocumentIssue> issues(Map<Integer, DimensionSetId> used) {
        var findings = check.findings(used.values());
        var issues = new ArrayList<DocumentIssue>();
        used.forEach((line, set) -> findings.getOrDefault(set, List.of()).stream().findFirst()
                .ifPresent(found -> issues.add(new DocumentIssue(line, found.code(), found.parameters()))));
        return issues;
    }

    /** What is refused already, and what speaks against lines of which nothing is said yet. */
    public static List<DocumentIssue> together(List<DocumentIssue> refused, List<DocumentIssue> dimensions) {
        var all = new ArrayList<>(refused);
        dimensions.stream().filter(issue -> refused.stream().noneMatch(said -> said.line() == issue.line())).forEach(all::add);
        return List.copyOf(all);
    }
}
