package org.stockbook.platform.database;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Bytes in the order of the network, growing as needed. */
final class CopyBuffer {

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private byte[] bytes;
    private int size;

    CopyBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void int1(int value) {
        var start = reserve(Byte.BYTES);
        bytes[start] = (byte) value;
    }

    void int2(int value) {
        var start = reserve(Short.BYTES);
        SHORT.set(bytes, start, (short) value);
    }

    void int4(int value) {
        var start = reserve(Integer.BYTES);
        INT.set(bytes, start, value);
    }

    void int8(long value) {
        var start = reserve(Long.BYTES);
        LONG.set(bytes, start, value);
    }

    void bytes(byte[] values) {
        var start = reserve(values.length);
        System.arraycopy(values, 0, bytes, start, values.length);
    }

    /** Corrects a length that was not known when its place was written. */
    void int4At(int position, int value) {
        INT.set(bytes, position, value);
    }

    /** Sends what is here and begins anew. */
    void writeTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        size = 0;
    }

    /** Makes room and answers where it begins; to be called before {@code bytes} is read, because it may replace them. */
    private int reserve(int length) {
        var start = size;
        if (bytes.length - start < length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(start, length)));
        }
        size = start + length;
        return start;
    }

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.BIG_ENDIAN);
    }
}
