package org.stockbook.platform.identities;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The id of a record: a version 8 UUID (RFC 9562) whose first 60 free bits say of which resource of which company it is and whose last 62 bits
 * are the key of its row. It never changes and is never used again, because the key is not (docs/decisions/0012; spec: api, section 2).
 */
public record Identity(UUID value) {
    private static final long VERSION = 0x8000L;
    private static final long VERSION_BITS = 0xF000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long KEY_BITS = 0x3FFFFFFFFFFFFFFFL;

    /**
     * @param beginning of all ids of its resource
     * @param key of the row, never negative
     */
    static Identity of(long beginning, long key) {
        return new Identity(new UUID(beginning, VARIANT | key & KEY_BITS));
    }

    /** The key of the row, if this is the id of a record of the resource whose ids begin so. */
    OptionalLong keyBehind(long beginning) {
        return value.getMostSignificantBits() == beginning && (value.getLeastSignificantBits() & ~KEY_BITS) == VARIANT
                ? OptionalLong.of(value.getLeastSignificantBits() & KEY_BITS)
                : OptionalLong.empty();
    }

    /**
     * What all ids of a resource have in common.
     *
     * @param resource its collection in the API
     * @param space number of the company
     */
    static long beginning(String resource, long space) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((resource + "\n" + space).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() & ~VERSION_BITS | VERSION;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
