package org.stockbook.platform.attachments;

/**
 * The record that a file belongs to.
 *
 * @param table where it is kept
 * @param key of its row there
 */
public record AttachedTo(String table, long key) {}
