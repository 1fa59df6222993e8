package org.stockbook.commandline;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself: it only leads to its subcommands. */
@Command(
        name = "stockbook",
        description = "Inventory with right quantities, right costs and balanced books.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed; the reason is on standard error", "2:the command line was not understood"},
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  STOCKBOOK_DATA           folder of the embedded database, instead of ~/.stockbook",
            "  STOCKBOOK_DATABASE_URL   a PostgreSQL server to use instead of the embedded one",
            "  STOCKBOOK_LOG_LEVEL      how much is logged: ERROR, WARN (default), INFO, DEBUG",
            "  STOCKBOOK_LOG_FORMAT     json writes each line of the log as an object for programs"
        })
final class StockbookCommand implements Runnable {
    private static final List<Class<?>> SUBCOMMANDS = List.of(
            DemoCommand.class, ServeCommand.class, ImportCommand.class, VerifyCommand.class, AdjustCostCommand.class, PostCostToGlCommand.class,
            ScenarioCommand.class, UserCommand.class, BackupCommand.class, RestoreCommand.class, RehearseCommand.class, HelpCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")                     // picocli fills it before run()
    private CommandSpec command;

    /** The subcommands that these arguments may mean: only the one they name, since reading what a command can do takes time, and all where they name none. */
    static List<Class<?>> subcommands(String... arguments) {
        var named = SUBCOMMANDS.stream().filter(type -> arguments.length > 0 && type != HelpCommand.class && name(type).equals(arguments[0])).toList();
        return named.isEmpty() ? SUBCOMMANDS : named;
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "A command is missing.");
    }
}
