/** Benchmarks: every figure as a ratio to a floor taken in the same run. Nothing imports this package. */
package org.stockbook.bench;
