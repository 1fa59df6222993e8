package org.stockbook.kernel.generaljournal;

import org.stockbook.kernel.code.DocumentNo;

/** Names an entry of a partner by its document. */
public record AppliesTo(JournalDocument.Kind kind, DocumentNo document) {}
