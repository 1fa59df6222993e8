package org.stockbook.documents.web;

import org.springframework.stereotype.Component;
import org.stockbook.documents.Centers;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostDocument;
import org.stockbook.documents.calls.PreviewAnswers;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.posted.ReadPosted;

/** What the calls ask for. */
@Component
record Work(Documents documents, ChangeDocument change, PostDocument post, ReadPosted posted, PreviewAnswers previews, Centers centers) {}
