package org.stockbook.platform.attachments;

import java.time.Instant;

/**
 * A file without what is in it.
 *
 * @param mediaType what it is, found out from what is in it
 * @param size in bytes
 * @param by the user who attached it, by login
 */
public record Attachment(long id, String fileName, String mediaType, int size, String by, Instant at) {}
