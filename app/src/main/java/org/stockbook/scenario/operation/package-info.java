/**
 * What a scenario asks a company to do, exactly as the scenario format names it.
 *
 * <p>Lives here: one record per operation and per kind of master data; a field that the format does not know cannot be read.
 * <p>Does not live here: how any of it is done (company, and those who implement it).
 */
@NullMarked
package org.stockbook.scenario.operation;

import org.jspecify.annotations.NullMarked;

