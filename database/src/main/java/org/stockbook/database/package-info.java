/**
 * The embedded PostgreSQL server: unpack, start, find again, stop.
 *
 * <p>Lives here: everything about the server process and its data folder.
 * <p>Does not live here: tables, migrations, connections of the program (app).
 */
@NullMarked
package org.stockbook.database;

import org.jspecify.annotations.NullMarked;
