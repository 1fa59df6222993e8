/**
 * What the program tells those who run it: how often and how long.
 *
 * <p>Lives here: measuring.
 * <p>Does not live here: what is measured; rooms mark it.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.observation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
