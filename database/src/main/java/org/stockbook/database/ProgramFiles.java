package org.stockbook.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked once for each version.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record ProgramFiles(Path folder) {

    private static final System.Logger LOG = System.getLogger(ProgramFiles.class.getName());
    private static final String VERSION = readVersion();
    private static final Set<PosixFilePermission> EVERYBODY_READS = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EVERYBODY_RUNS = PosixFilePermissions.fromString("rwxr-xr-x");

    /** Unpacks into a temporary folder and renames it when complete, so that what exists is whole. */
    static ProgramFiles unpackedIn(Path parent) throws IOException {
        var platform = Platform.current();
        var folder = parent.resolve("postgresql-" + VERSION + "-" + platform.processor());
        if (!Files.isDirectory(folder)) {
            LOG.log(System.Logger.Level.INFO, "Unpacking PostgreSQL {0} into {1}", VERSION, folder);
            var unfinished = Files.createTempDirectory(parent, "unpacking-");
            try {
                unpack(platform, unfinished);
                Files.setPosixFilePermissions(unfinished, EVERYBODY_RUNS);
                Folders.moveUnlessThere(unfinished, folder);
            } finally {
                Folders.delete(unfinished);
            }
        }
        return new ProgramFiles(folder);
    }

    /** The major version of the server's data, as in the file PG_VERSION. */
    static String majorVersion() {
        return VERSION.substring(0, VERSION.indexOf('.'));
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Platform platform, Path folder) throws IOException {
        try (var packed = ProgramFiles.class.getResourceAsStream("/" + platform.archive())) {
            if (packed == null) {
                throw platform.notSupported();
            }
            var archive = new TarArchiveInputStream(new XZInputStream(packed));
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(entry, archive, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Folders.createReadable(target);
        } else if (entry.isSymbolicLink()) {
            Folders.createReadableAbove(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.getName().endsWith(".a")) {
            Folders.createReadableAbove(target);
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0100) == 0 ? EVERYBODY_READS : EVERYBODY_RUNS);
        }
    }

    private static String readVersion() {
        var properties = new Properties();
        try (var resource = ProgramFiles.class.getResourceAsStream("postgresql.properties")) {
            properties.load(resource);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return properties.getProperty("version");
    }
}
