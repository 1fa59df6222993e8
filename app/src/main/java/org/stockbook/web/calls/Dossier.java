package org.stockbook.web.calls;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stockbook.platform.attachments.AttachedTo;
import org.stockbook.platform.security.Permission;

/**
 * What is kept about a record besides its fields.
 *
 * @param record that its files belong to
 * @param change what adding a file needs
 * @param isOpen files can be taken away again; from what is posted they cannot
 * @param noted told of each file that came or went
 * @param deeds what was done to it, the newest first
 */
public record Dossier(AttachedTo record, Permission change, boolean isOpen, Consumer<FileNote> noted, Supplier<List<Deed>> deeds) {
    /**
     * A file came or went.
     *
     * @param added false for one that was taken away
     */
    public record FileNote(boolean added, String fileName) {}

    /**
     * Something that was done to a record.
     *
     * @param login who did it
     * @param text what, in the language of the reader
     * @param link to what came of it, empty for none
     */
    public record Deed(Instant at, String login, String text, String link) {}
}
