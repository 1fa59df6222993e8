/**
 * The PostgreSQL server behind Stockbook: an own launcher for the embedded server, or a server that somebody else runs.
 *
 * <p>Lives here: unpacking the server's program files, making and starting its data folder, finding a server that an
 * earlier program left behind, stopping it, creating and dropping databases.
 * <p>Does not live here: tables, queries, connection pools (app, {@code platform.database}) and anything of Spring.
 *
 * <p>Whoever starts a server holds two locks in the data folder: {@code start.lock} while it starts or stops one, so that
 * two programs never race, and a share of {@code users.lock} for as long as it uses the server, so that the last one out
 * stops it. The operating system takes both back when a program is killed.
 */
@NullMarked
package org.stockbook.database;

import org.jspecify.annotations.NullMarked;
