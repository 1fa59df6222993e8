package org.stockbook.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/** Whole folders: made, moved into place, deleted. */
final class Folders {

    private Folders() {}

    /** Creates a folder and the missing ones above it, each of which others may enter and list. */
    static void createReadable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createReadableAbove(folder);
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException createdMeanwhile) {
                if (!Files.isDirectory(folder)) {
                    throw createdMeanwhile;
                }
            }
            // Explicitly, because the user's umask may say otherwise.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** The same for the folder that a path lies in. */
    static void createReadableAbove(Path path) throws IOException {
        var above = path.getParent();
        if (above != null) {
            createReadable(above);
        }
    }

    /** Renames in one step; whoever comes second keeps what is there. */
    static void moveUnlessThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException movedMeanwhile) {
            delete(from);
        }
    }

    /** Deletes a folder with all that is in it, if it exists. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (var path : withContents(folder).reversed()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Deletes what a killed program left unfinished. */
    static void deleteLeftOvers(Path parent, String prefix) throws IOException {
        try (var unfinished = Files.newDirectoryStream(parent, prefix + "*")) {
            for (var folder : unfinished) {
                delete(folder);
            }
        }
    }

    /** Gives a folder and all that is in it to another user. */
    static void giveTo(Path folder, UserId user) throws IOException {
        for (var path : withContents(folder)) {
            Files.setAttribute(path, "unix:uid", user.number(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", user.group(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static List<Path> withContents(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
