package org.stockbook.kernel.documents;

import java.util.List;
import org.stockbook.kernel.posting.LineNo;

/** A purchase or sales document that has not been posted, or not wholly. Lines are in ascending order of line number. */
public record Document(DocumentHeader header, List<DocumentLine> lines) {
    public Document {
        lines = List.copyOf(lines);
    }

    /**
     * The line with this number.
     *
     * @throws IllegalArgumentException if the document has none
     */
    public DocumentLine line(LineNo no) {
        return lines.stream()
                .filter(line -> line.no().equals(no))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("document " + header.no() + " has no line " + no.value()));
    }

    public Document withHeader(DocumentHeader newHeader) {
        return new Document(newHeader, lines);
    }

    public Document withLines(List<DocumentLine> newLines) {
        return new Document(header, newLines);
    }

    /** Every line is completely invoiced: nothing is left to post. */
    public boolean isComplete() {
        return lines.stream().allMatch(line -> line.progress().isComplete(line.quantity()));
    }
}
