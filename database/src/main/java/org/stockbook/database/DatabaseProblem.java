package org.stockbook.database;

import java.nio.file.Path;

/** Why there is no database to work with. Each case has a stable code and a sentence with the way out. */
public sealed interface DatabaseProblem {

    /** No server binaries for this operating system and processor are part of the program. */
    record PlatformNotSupported(String platform) implements DatabaseProblem {}

    /** The folder cannot be created, read or written by this user. */
    record FolderNotWritable(Path folder, String cause) implements DatabaseProblem {}

    /** The server runs by an unprivileged user id, which may not enter a folder on the way to its data. */
    record FolderNotEntered(Path folder, int userId) implements DatabaseProblem {}

    /** PostgreSQL refuses to run as root, and no way was found to run it by another user id. */
    record RootOnly() implements DatabaseProblem {}

    /** The data was written by another major version of PostgreSQL. */
    record OtherMajorVersion(Path folder, String found, String expected) implements DatabaseProblem {}

    /** The data is there, but the file with its password is not. */
    record PasswordMissing(Path file) implements DatabaseProblem {}

    /** The device is full; nothing that was committed is lost. */
    record DiskFull(Path folder) implements DatabaseProblem {}

    /** Every port that was tried is in use. */
    record PortTaken(int port) implements DatabaseProblem {}

    /** A server answered on our port that is not ours. */
    record ForeignServer(int port, String found) implements DatabaseProblem {}

    /** Another program has been starting or stopping this server for too long. */
    record StartedElsewhere(Path lock) implements DatabaseProblem {}

    /** The server did not start; the last lines of its log say why. */
    record StartFailed(Path log, String lastLines) implements DatabaseProblem {}

    /** The server to use cannot be reached or refuses us. */
    record NotReachable(String url, String cause) implements DatabaseProblem {}

    /** The server to use is older than Stockbook needs. */
    record TooOld(String found, int oldestMajorVersion) implements DatabaseProblem {}

    /** The address of the server cannot be read. */
    record AddressNotUnderstood(String cause) implements DatabaseProblem {}

    /** The server refused to create, copy or drop a database. */
    record CatalogRefused(String database, String cause) implements DatabaseProblem {}

    /** Stable, untranslated. */
    default String code() {
        return switch (this) {
            case PlatformNotSupported _ -> "database.platform-not-supported";
            case FolderNotWritable _ -> "database.folder-not-writable";
            case FolderNotEntered _ -> "database.folder-not-entered";
            case RootOnly _ -> "database.root-only";
            case OtherMajorVersion _ -> "database.other-major-version";
            case PasswordMissing _ -> "database.password-missing";
            case DiskFull _ -> "database.disk-full";
            case PortTaken _ -> "database.port-taken";
            case ForeignServer _ -> "database.foreign-server";
            case StartedElsewhere _ -> "database.started-elsewhere";
            case StartFailed _ -> "database.start-failed";
            case NotReachable _ -> "database.not-reachable";
            case TooOld _ -> "database.too-old";
            case AddressNotUnderstood _ -> "database.address-not-understood";
            case CatalogRefused _ -> "database.catalog-refused";
        };
    }

    /** What happened and what to do, in English; the program translates by {@link #code()}. */
    default String sentence() {
        return switch (this) {
            case PlatformNotSupported(var platform) -> "There is no embedded database for " + platform
                    + ". Name a PostgreSQL server in " + DatabaseServer.URL_VARIABLE + ".";
            case FolderNotWritable(var folder, var cause) -> "The folder " + folder + " cannot be used (" + cause
                    + "). Correct its permissions or name another folder in " + DataFolder.VARIABLE + ".";
            case FolderNotEntered(var folder, var userId) -> "The database runs by user id " + userId
                    + ", which may not enter " + folder + ". Name another folder in " + DataFolder.VARIABLE
                    + " or allow it: chmod o+x " + folder;
            case RootOnly() -> "PostgreSQL does not run as root, and none of setpriv, runuser and unshare works here."
                    + " Start Stockbook as an ordinary user.";
            case OtherMajorVersion(var folder, var found, var expected) -> "The data in " + folder
                    + " is of PostgreSQL " + found + ", this program brings PostgreSQL " + expected
                    + ". Make a backup with the program that wrote it and restore it into a new folder.";
            case PasswordMissing(var file) -> "The password file " + file
                    + " is missing although the database exists. Restore it from your backup of the data folder.";
            case DiskFull(var folder) -> "There is no space left for " + folder
                    + ". Nothing that was committed is lost; make room and start again.";
            case PortTaken(var port) -> "Port " + port + " and the others that were tried are in use.";
            case ForeignServer(var port, var found) -> "The server on port " + port + " is not this data folder's ("
                    + found + "). Stop it, or delete the file 'port' in the data folder.";
            case StartedElsewhere(var lock) -> "Another program is starting or stopping the database (" + lock
                    + " is locked). Try again when it is done.";
            case StartFailed(var log, var lastLines) -> "The database did not start. " + log + " ends with:\n" + lastLines;
            case NotReachable(var url, var cause) -> "The database server " + url + " cannot be used: " + cause;
            case TooOld(var found, var oldest) -> "The database server is PostgreSQL " + found + "; "
                    + oldest + " or newer is needed.";
            case AddressNotUnderstood(var cause) -> "The address in " + DatabaseServer.URL_VARIABLE
                    + " is not understood (" + cause + "). Write postgresql://user:password@host:5432/database.";
            case CatalogRefused(var database, var cause) -> "The database " + database + " cannot be created or dropped: "
                    + cause;
        };
    }
}
