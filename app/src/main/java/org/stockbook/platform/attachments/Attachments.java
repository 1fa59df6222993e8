package org.stockbook.platform.attachments;

import static org.stockbook.platform.database.jooq.Tables.ATTACHED_CONTENT;
import static org.stockbook.platform.database.jooq.Tables.ATTACHMENT;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of records (spec: ui, section 7). Whether somebody may see or change the record, the caller has found out before. */
@Component
public class Attachments {
    private static final List<SelectField<?>> SHOWN = List.of(ATTACHMENT.ID, ATTACHMENT.FILE_NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.SIZE, ATTACHMENT.ATTACHED_BY, ATTACHMENT.ATTACHED_AT);

    private final DSLContext database;
    private final long most;

    Attachments(DSLContext database, @Value("${stockbook.attachments.most-bytes:10000000}") long most) {
        this.database = database;
        this.most = most;
    }

    /** A file with what is in it. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
    public record Content(Attachment attachment, byte[] bytes) {}

    /** The largest file that is taken, in bytes. */
    public long most() {
        return most;
    }

    /** The oldest first. */
    public List<Attachment> of(AttachedTo owner) {
        return database.select(SHOWN).from(ATTACHMENT).where(isOf(owner)).orderBy(ATTACHMENT.ID).fetch(Attachments::attachment);
    }

    public Optional<Content> read(AttachedTo owner, long id) {
        return database.select(SHOWN).select(ATTACHED_CONTENT.BYTES).from(ATTACHMENT).join(ATTACHED_CONTENT).on(ATTACHED_CONTENT.ID.eq(ATTACHMENT.ATTACHED_CONTENT_ID))
                .where(isOf(owner)).and(ATTACHMENT.ID.eq(id)).fetchOptional(row -> new Content(attachment(row), row.get(ATTACHED_CONTENT.BYTES)));
    }

    /** @param by login */
    @Transactional
    public AttachOutcome add(AttachedTo owner, String fileName, byte[] content, String by) {
        if (content.length == 0) {
            return new AttachOutcome.Empty();
        }
        if (content.length > most) {
            return new AttachOutcome.TooLarge(most);
        }
        var mediaType = AttachedFile.mediaType(fileName, content);
        if (!AttachedFile.isTaken(mediaType)) {
            return new AttachOutcome.OtherKind(mediaType);
        }
        var bytes = PhotoTags.without(mediaType, content);
        var kept = database.insertInto(ATTACHED_CONTENT, ATTACHED_CONTENT.BYTES).values(bytes).returning(ATTACHED_CONTENT.ID).fetchSingle(ATTACHED_CONTENT.ID);
        return new AttachOutcome.Attached(database.insertInto(ATTACHMENT)
                .set(ATTACHMENT.TABLE_NAME, owner.table()).set(ATTACHMENT.RECORD_ID, owner.key())
                .set(ATTACHMENT.FILE_NAME, AttachedFile.name(fileName, mediaType)).set(ATTACHMENT.MEDIA_TYPE, mediaType).set(ATTACHMENT.SIZE, bytes.length)
                .set(ATTACHMENT.ATTACHED_CONTENT_ID, kept).set(ATTACHMENT.ATTACHED_BY, by)
                .returning(SHOWN).fetchSingle(Attachments::attachment));
    }

    /** The file that is no longer there, if it was. */
    @Transactional
    public Optional<Attachment> remove(AttachedTo owner, long id) {
        return database.deleteFrom(ATTACHMENT).where(isOf(owner)).and(ATTACHMENT.ID.eq(id)).returning(SHOWN).fetchOptional(Attachments::attachment);
    }

    /** What is made of a record takes its files along; the bytes are kept once. */
    @Transactional
    public void carry(AttachedTo from, AttachedTo to) {
        database.insertInto(ATTACHMENT, ATTACHMENT.TABLE_NAME, ATTACHMENT.RECORD_ID, ATTACHMENT.FILE_NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.SIZE, ATTACHMENT.ATTACHED_CONTENT_ID,
                        ATTACHMENT.ATTACHED_BY, ATTACHMENT.ATTACHED_AT)
                .select(DSL.select(DSL.inline(to.table()), DSL.inline(to.key()), ATTACHMENT.FILE_NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.SIZE, ATTACHMENT.ATTACHED_CONTENT_ID,
                                ATTACHMENT.ATTACHED_BY, ATTACHMENT.ATTACHED_AT)
                        .from(ATTACHMENT).where(isOf(from)).orderBy(ATTACHMENT.ID))
                .execute();
    }

    private static Condition isOf(AttachedTo owner) {
        return ATTACHMENT.TABLE_NAME.eq(owner.table()).and(ATTACHMENT.RECORD_ID.eq(owner.key()));
    }

    private static Attachment attachment(Record row) {
        return new Attachment(row.get(ATTACHMENT.ID), row.get(ATTACHMENT.FILE_NAME), row.get(ATTACHMENT.MEDIA_TYPE), row.get(ATTACHMENT.SIZE), row.get(ATTACHMENT.ATTACHED_BY),
                row.get(ATTACHMENT.ATTACHED_AT).toInstant());
    }
}
