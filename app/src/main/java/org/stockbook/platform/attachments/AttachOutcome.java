package org.stockbook.platform.attachments;

/** What came of a file that somebody wanted to attach. */
public sealed interface AttachOutcome {
    record Attached(Attachment attachment) implements AttachOutcome {}

    /** Nothing is in it. */
    record Empty() implements AttachOutcome {}

    /** @param most bytes that are taken */
    record TooLarge(long most) implements AttachOutcome {}

    /** @param mediaType what it is; the kinds that are taken are {@link AttachedFile#KINDS} */
    record OtherKind(String mediaType) implements AttachOutcome {}
}
