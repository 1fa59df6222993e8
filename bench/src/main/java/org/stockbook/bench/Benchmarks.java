package org.stockbook.bench;

import java.util.List;
import picocli.CommandLine;

/** The program of this module. */
final class Benchmarks {
    static final List<Benchmark> ALL = List.of(
            new BulkPosting(), new SinglePostings(), new CostCorrection(), new KernelAdjustment(), new PastValuation(), new ItemLists(), new LedgerLists(),
            new TradeDocuments(), new BatchAdjustment(), new AutomaticAdjustment(), new GridRows(), new StartUp());

    private Benchmarks() {}

    static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchmarkCommand(ALL)).execute(arguments));
    }
}
