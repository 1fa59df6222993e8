package org.stockbook.documents.posted;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.Centers;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.platform.security.Permissions;

/** Posted documents as their reader may see them: those of other responsibility centres do not exist for who is limited to one. */
@Component
public class ReadPosted {
    private final PostedDocuments documents;
    private final Centers centers;
    private final Permissions permissions;

    ReadPosted(PostedDocuments documents, Centers centers, Permissions permissions) {
        this.documents = documents;
        this.centers = centers;
        this.permissions = permissions;
    }

    public Optional<PostedDocument> find(DocumentType type, DocumentNo no) {
        return documents.find(type, no).filter(this::isOwn);
    }

    /** Also one of another centre, which who comes from an entry of a ledger may read but not take back (spec: responsibility-centers, section 6). */
    public Optional<PostedDocument> findToRead(DocumentType type, DocumentNo no) {
        return documents.find(type, no);
    }

    /** Whether it belongs to the centre that its reader works for. */
    public boolean isOwn(PostedDocument document) {
        return centers.of(document.header().side(), permissions.login()).sees(document.particulars());
    }
}
