package org.stockbook.documents.dossier;

import java.util.List;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.attachments.AttachedTo;

/** Who did what to documents, and whose files are whose. */
public interface DocumentDeeds {
    /**
     * The last deeds, the newest first, postings among them; also of a document that is gone.
     *
     * @param purpose kind of the document as it is kept, for instance {@code PURCHASE_ORDER}
     */
    List<DocumentDeed> last(String purpose, DocumentNo document, int most);

    /** Notes a file that came or went. */
    void noteFile(String purpose, DocumentNo document, FileDeed file);

    /**
     * A file that came or went.
     *
     * @param login who did it
     * @param added false for one that was taken away
     */
    record FileDeed(String login, boolean added, String fileName) {}

    /** Where files of an open document belong to. */
    AttachedTo open(long id);

    /** Where files of a posted document belong to. */
    AttachedTo posted(long id);
}
