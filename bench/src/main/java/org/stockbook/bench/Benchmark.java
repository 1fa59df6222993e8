package org.stockbook.bench;

import java.util.List;

/** One question about speed. */
interface Benchmark {
    /** The word by which it is chosen on the command line. */
    String name();

    /** What is measured against what, in one sentence. */
    String question();

    /** Measures; the books that it makes are thrown away afterwards. */
    List<Figure> run(Machine machine) throws Exception;
}
