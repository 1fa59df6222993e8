package org.stockbook.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupVersion;

/** Open and posted documents as the use cases see them. */
public interface Documents {
    Optional<StoredDocument> find(DocumentKey key);

    /** What was typed on the lines of an open document and could not be taken; lines without such texts are left out. */
    Map<LineNo, Map<String, RawInput>> rawInput(DocumentKey key);

    /** Where a line of an open document stands, of whatever kind that is. */
    Optional<LineAddress> ofLine(long line);

    /**
     * A line of an open document.
     *
     * @param purpose kind of the document as it is kept, for instance {@code PURCHASE_ORDER}
     */
    record LineAddress(String purpose, DocumentNo document, LineNo line) {}

    /** The same, locked until the transaction that is running ends. */
    Optional<StoredDocument> lock(DocumentKey key);

    /** Keeps a new document; its id and version are given by the store. */
    StoredDocument create(StoredDocument document, String user);

    /** Keeps the header, the charges and the lines that changed, takes out others, and raises the version. */
    StoredDocument save(StoredDocument document, LineChanges changes, String user);

    void delete(StoredDocument document);

    /** What posting needs to know of the stock of documents and of master data; posted lines are locked. */
    StoredFacts facts(StoredDocument document);

    /**
     * Keeps what posting has made of a document and how far it and earlier receipts have come.
     *
     * @param trip what is to be written before, with which it is sent
     */
    void keep(PostedRecord posted, RoundTrip trip);

    /** The number series for a kind of document, blank if none is set up. */
    String seriesFor(String purpose);

    /** The same where the transaction that is running has asked how far the setups have come. */
    String seriesFor(String purpose, SetupVersion setups);

    DocumentSettings settings(TradeSide side);

    /** The same where the transaction that is running has asked how far the setups have come. */
    DocumentSettings settings(TradeSide side, SetupVersion setups);

    /** The posted documents that came of a document, also when it is gone. */
    List<PostedName> postedOf(DocumentKey key);

    /** Entries of a partner's ledger that a posted document made and that are not settled yet. */
    List<OpenPartnerEntry> openEntries(TradeSide side, PartnerNo partner, DocumentNo posted);

    /** An entry of a vendor or customer. */
    record OpenPartnerEntry(long no, LocalDate postingDate) {}

    /** Whether an invoice or credit memo of this kind and number is posted. */
    boolean isPosted(DocumentKey key);

    /** Which lines of a document changed. */
    record LineChanges(List<LineNo> written, List<LineNo> removed) {
        public LineChanges {
            written = List.copyOf(written);
            removed = List.copyOf(removed);
        }
    }

    /** What names a posted document. */
    record PostedName(DocumentType type, DocumentNo no) {}
}
