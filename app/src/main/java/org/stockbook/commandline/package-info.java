/**
 * The command line: one command with subcommands, their options, progress and exit codes.
 *
 * <p>Lives here: parsing, starting the program with or without its web server, and saying what came of it.
 * <p>Does not live here: any work; each subcommand calls use cases of the rooms.
 */
@ApplicationModule
@NullMarked
package org.stockbook.commandline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
