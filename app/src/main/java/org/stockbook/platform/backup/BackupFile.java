package org.stockbook.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.stockbook.platform.backup.BackupManifest.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup as a file that is there: opened only if it is whole. */
final class BackupFile implements AutoCloseable {
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a file and reads every byte of it, before anything else is touched. */
    static BackupFile open(Path path) {
        try {
            var zip = new ZipFile(path.toFile());
            var file = new BackupFile(zip, manifest(zip, path));
            for (var table : file.manifest.tables()) {
                file.requireWhole(table, path);
            }
            return file;
        } catch (IOException unreadable) {
            throw new BackupRefused("backup.unreadable", Map.of("file", path.toString()));
        }
    }

    private static BackupManifest manifest(ZipFile zip, Path path) throws IOException {
        var entry = Optional.ofNullable(zip.getEntry(BackupManifest.ENTRY)).orElseThrow(() -> new BackupRefused("backup.unreadable", Map.of("file", path.toString())));
        try (var input = zip.getInputStream(entry)) {
            var manifest = JsonMapper.builder().build().readValue(input, BackupManifest.class);
            if (manifest.format() > BackupManifest.FORMAT) {
                throw new BackupRefused("backup.too-new", Map.of("found", manifest.format(), "known", BackupManifest.FORMAT));
            }
            return manifest;
        } catch (JacksonException unreadable) {
            throw new BackupRefused("backup.unreadable", Map.of("file", path.toString()));
        }
    }

    private void requireWhole(Table table, Path path) throws IOException {
        try (var input = new DigestInputStream(rows(table), BackUpBooks.sha256())) {
            input.transferTo(OutputStream.nullOutputStream());
            if (!HexFormat.of().formatHex(input.getMessageDigest().digest()).equals(table.sha256())) {
                throw new BackupRefused("backup.damaged", Map.of("file", path.toString(), "table", table.name()));
            }
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    InputStream rows(Table table) throws IOException {
        var entry = Optional.ofNullable(zip.getEntry(table.entry())).orElseThrow(() -> new BackupRefused("backup.damaged", Map.of("file", zip.getName(), "table", table.name())));
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
