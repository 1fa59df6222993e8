/**
 * The company that a scenario is played against, seen through one interface.
 *
 * <p>Lives here: the interface and the neutral rows in which a company shows its ledgers.
 * <p>Does not live here: any company; one is made of the application services, one of the kernel alone.
 */
@NullMarked
package org.stockbook.scenario.company;

import org.jspecify.annotations.NullMarked;
