/**
 * Benchmarks of the program as it is: every figure stands beside a floor taken in the same run, with the median of several
 * repetitions that alternate with the floor's.
 *
 * <p>Lives here: seeding of books, measuring, reporting. Does not live here: anything the program needs; nothing imports this
 * package, and no test asserts a time.
 */
@NullMarked
package org.stockbook.bench;

import org.jspecify.annotations.NullMarked;
