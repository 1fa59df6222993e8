package org.stockbook.web.dossier;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.attachments.AttachOutcome;
import org.stockbook.platform.attachments.Attachment;
import org.stockbook.platform.attachments.Attachments;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.calls.Dossier;

/** Adds files to a record and takes them away; the record is told in the same transaction. */
@Component
class KeepFiles {
    private final Attachments attachments;
    private final Permissions permissions;

    KeepFiles(Attachments attachments, Permissions permissions) {
        this.attachments = attachments;
        this.permissions = permissions;
    }

    @Transactional
    public AttachOutcome add(Dossier dossier, String fileName, byte[] content) {
        var outcome = attachments.add(dossier.record(), fileName, content, permissions.login());
        if (outcome instanceof AttachOutcome.Attached attached) {
            dossier.noted().accept(new Dossier.FileNote(true, attached.attachment().fileName()));
        }
        return outcome;
    }

    @Transactional
    public Optional<Attachment> remove(Dossier dossier, long id) {
        var removed = attachments.remove(dossier.record(), id);
        removed.ifPresent(file -> dossier.noted().accept(new Dossier.FileNote(false, file.fileName())));
        return removed;
    }
}
