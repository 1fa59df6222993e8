package org.stockbook.platform.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** A file from outside: what it really is, whatever its name says, and whether it is safe to read. */
final class UploadedFile {
    private static final int START = 512;
    private static final int BLOCK = 1 << 16;
    /** A sheet of a million rows has some hundred megabytes; what unpacks to more is no sheet. */
    private static final long MOST_UNPACKED = 1L << 30;
    private static final int MOST_ENTRIES = 10_000;

    private UploadedFile() {}

    static boolean isSpreadsheet(Path path) throws IOException {
        try (var input = Files.newInputStream(path)) {
            var start = input.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    /** A small file may unpack to more than any memory holds: all of it is unpacked once, into nowhere, before it is read. */
    static void refuseBombs(Path path, String name) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new FileRefused(name, "too-many-parts");
            }
            var sheet = zip.getEntry("xl/workbook.xml");
            if (sheet == null) {
                throw new FileRefused(name, "archive");
            }
            long unpacked = 0;
            var block = new byte[BLOCK];
            for (var entries = zip.entries(); entries.hasMoreElements();) {
                try (var input = zip.getInputStream(entries.nextElement())) {
                    for (int read = input.read(block); read >= 0; read = input.read(block)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw new FileRefused(name, "unpacks-too-large");
                        }
                    }
                }
            }
        }
    }

    /** The text of a file: valid UTF-8 is UTF-8, what is not is the old encoding of Windows, which includes Latin-1. */
    static Reader text(Path path, String name) throws IOException {
        try (var input = Files.newInputStream(path)) {
            CsvFile.refuseOtherKinds(name, input.readNBytes(START));
        }
        var charset = isUtf8(path) ? StandardCharsets.UTF_8 : CsvFile.WINDOWS;
        return new InputStreamReader(new BufferedInputStream(Files.newInputStream(path), BLOCK), charset);
    }

    /** The first line that says something, without its parts in quotation marks. */
    static String firstLine(Path path, Charset charset) throws IOException {
        try (var lines = Files.newBufferedReader(path, charset)) {
            return lines.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        }
    }

    static boolean isUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(BLOCK);
        var characters = CharBuffer.allocate(BLOCK);
        try (InputStream input = Files.newInputStream(path)) {
            var ended = false;
            while (!ended) {
                var read = input.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.limit(bytes.position() + Math.max(0, read)).position(0);
                characters.clear();
                CoderResult result = decoder.decode(bytes, characters, ended);
                if (result.isError()) {
                    result.throwException();
                }
                bytes.compact();
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
