package org.stockbook.documents.dossier;

import org.stockbook.platform.rows.RowSource;

/** What is gone of master data and open documents, for programs that keep a copy (spec: api, section 8). */
public interface Deletions {
    /** Of collections and documents that the caller may read; each row names the record by its collection, id and key. */
    RowSource rows();
}
