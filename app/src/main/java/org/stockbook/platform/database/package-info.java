/**
 * The connection to the books: data source, migrations, transactions, and the classes generated from the tables.
 *
 * <p>Lives here: what every `store` package stands on.
 * <p>Does not live here: any query of a room.
 */
@NamedInterface(name = "database", propagate = true)
@NullMarked
package org.stockbook.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
