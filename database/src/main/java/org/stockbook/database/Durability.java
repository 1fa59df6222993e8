package org.stockbook.database;

import java.util.List;
import java.util.stream.Stream;

/** What a server owes its data. */
enum Durability {

    /** A commit that was answered survives the end of the program, of the server and of the machine's power. */
    LASTING(List.of("-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on"), List.of(
            "shared_buffers=256MB", "effective_cache_size=1GB", "work_mem=16MB", "maintenance_work_mem=128MB",
            "min_wal_size=256MB", "max_wal_size=4GB", "checkpoint_timeout=15min", "max_connections=100")),

    /** For tests and scratch companies only: quick to make, gone or damaged after a crash. */
    THROW_AWAY(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"), List.of(
            "shared_buffers=128MB", "work_mem=16MB", "maintenance_work_mem=64MB",
            "wal_level=minimal", "max_wal_senders=0", "min_wal_size=80MB", "max_wal_size=512MB",
            "checkpoint_timeout=1h", "max_connections=300",
            "autovacuum_naptime=10min"));

    /**
     * Passwords are 256 random bits, so thousands of hashing rounds would only make connecting slower. Times are UTC and
     * messages English wherever the server runs; statements stay out of the log because they hold business data.
     * A page of a list is sooner read than helped: a parallel worker only begins where much is to be read.
     */
    private static final List<String> COMMON = List.of("scram_iterations=1", "timezone=UTC", "log_timezone=UTC",
            "jit=off", "random_page_cost=1.1", "parallel_setup_cost=5000", "log_min_messages=warning", "log_min_error_statement=panic",
            "log_checkpoints=off", "log_line_prefix=%m [%p] %a ");

    private final List<String> promises;
    private final List<String> tuning;

    Durability(List<String> promises, List<String> tuning) {
        this.promises = promises;
        this.tuning = tuning;
    }

    /** Given at each start, so that no configuration file can weaken or strengthen them. */
    List<String> startOptions() {
        return promises;
    }

    /** Written into the new data's postgresql.conf, where whoever runs the machine may change them. */
    List<String> creationOptions() {
        var settings = Stream.concat(COMMON.stream(), tuning.stream())
                .flatMap(setting -> Stream.of("-c", setting));
        var sync = this == THROW_AWAY ? Stream.of("--no-sync") : Stream.<String>of();
        return Stream.concat(settings, sync).toList();
    }

    /** Lasting and throw-away data have different names, so neither can be mistaken for the other. */
    String clusterName() {
        return switch (this) {
            case LASTING -> "cluster";
            case THROW_AWAY -> "throw-away-cluster";
        };
    }
}
