package org.stockbook.platform.attachments;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Takes out of photos where, when and with what they were taken; the picture stays as it is, to the bit (spec: ui, section 7). */
final class PhotoTags {
    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    /** Exif and XMP, and what editors write about themselves. */
    private static final Set<Integer> JPEG_TAGS = Set.of(0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEF, 0xFE);
    private static final Set<String> PNG_TAGS = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_FRAME = 12;

    private PhotoTags() {}

    /** What cannot be taken apart comes back as it is. */
    static byte[] without(String mediaType, byte[] content) {
        return switch (mediaType) {
            case "image/jpeg" -> jpeg(content);
            case "image/png" -> png(content);
            default -> content;
        };
    }

    /** Segments of two bytes of marker and two of length, up to the picture itself. */
    private static byte[] jpeg(byte[] content) {
        var kept = new ByteArrayOutputStream(content.length);
        kept.write(content, 0, 2);
        var at = 2;
        while (at + 4 <= content.length && (content[at] & 0xFF) == MARKER && (content[at + 1] & 0xFF) != START_OF_SCAN) {
            var marker = content[at + 1] & 0xFF;
            var length = 2 + ((content[at + 2] & 0xFF) << 8 | content[at + 3] & 0xFF);
            if (at + length > content.length) {
                return content;
            }
            if (!JPEG_TAGS.contains(marker)) {
                kept.write(content, at, length);
            }
            at += length;
        }
        kept.write(content, at, content.length - at);
        return kept.toByteArray();
    }

    /** Chunks of a length, a name, that many bytes and a checksum. */
    private static byte[] png(byte[] content) {
        var kept = new ByteArrayOutputStream(content.length);
        var at = Math.min(PNG_SIGNATURE, content.length);
        kept.write(content, 0, at);
        while (at + PNG_FRAME <= content.length) {
            var length = (long) ByteBuffer.wrap(content, at, 4).getInt() + PNG_FRAME;
            if (length < PNG_FRAME || at + length > content.length) {
                return content;
            }
            if (!PNG_TAGS.contains(new String(content, at + 4, 4, StandardCharsets.ISO_8859_1))) {
                kept.write(content, at, (int) length);
            }
            at += (int) length;
        }
        kept.write(content, at, content.length - at);
        return kept.toByteArray();
    }
}
