package org.stockbook.items.pictures;

/**
 * A picture as it is kept.
 *
 * @param content the picture, without place, camera or anything else that was written beside it
 * @param thumbnail the same, small
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of files, never compared
public record DrawnPicture(String mediaType, int width, int height, byte[] content, byte[] thumbnail) {}
