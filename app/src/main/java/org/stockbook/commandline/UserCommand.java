package org.stockbook.commandline;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stockbook.organisation.AddUser;
import org.stockbook.organisation.NewUser;
import org.stockbook.organisation.OneTimePassword;
import org.stockbook.organisation.ResetPassword;
import org.stockbook.organisation.Users;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.security.PermissionSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may sign in. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Adds users, resets passwords, lists who may sign in.",
        subcommands = {UserCommand.Add.class, UserCommand.Reset.class, UserCommand.Everybody.class})
final class UserCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")                     // picocli fills it before run()
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "A command is missing: add, reset-password or list.");
    }

    /** Adds one. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a user and shows the one-time password.")
    static final class Add implements Callable<Integer> {
        private final Program program;

        @Mixin
        private BooksOption books = new BooksOption();

        @Parameters(index = "0", paramLabel = "LOGIN", description = "What the user types to sign in.")
        private String login = "";

        @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "The user's name.")
        private String name = "";

        @Option(names = "--language", paramLabel = "TAG", defaultValue = "en", description = "en, fr-CA or da. Default: ${DEFAULT-VALUE}.")
        private String language = "en";

        @Option(
                names = "--permissions",
                paramLabel = "SET",
                defaultValue = "VIEWER",
                description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        private PermissionSet permissions = PermissionSet.VIEWER;

        Add(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            var tag = Language.ofTag(language).orElseThrow(() -> new Refused("the languages are en, fr-CA and da.")).tag();
            return program.withBooks(books, rooms -> {
                if (rooms.getBean(Users.class).exists(login)) {
                    throw new Refused("there is a user " + login + " already. Choose another login, or: stockbook user reset-password " + login);
                }
                var password = OneTimePassword.random();
                rooms.getBean(AddUser.class).add(new NewUser(login, name, tag, permissions), password);
                System.out.println(login + "   one-time password: " + password);
                return 0;
            });
        }
    }

    /** Gives a new password. */
    @Command(name = "reset-password", mixinStandardHelpOptions = true, description = "Gives a user a new one-time password and shows it.")
    static final class Reset implements Callable<Integer> {
        private final Program program;

        @Mixin
        private BooksOption books = new BooksOption();

        @Parameters(index = "0", paramLabel = "LOGIN", description = "Whose password.")
        private @Nullable String login;

        @Option(names = "--password", paramLabel = "PASSWORD", description = "A password of your choice, at least 10 characters, instead of a random one.")
        private @Nullable String chosen;

        Reset(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            var user = String.valueOf(login);
            var password = chosen == null ? OneTimePassword.random() : chosen;
            return program.withBooks(books, rooms -> {
                if (!rooms.getBean(Users.class).exists(user)) {
                    throw new Refused("there is no user " + user + ". Who there is: stockbook user list");
                }
                if (!rooms.getBean(ResetPassword.class).reset(user, password)) {
                    throw new Refused("a password has at least " + OneTimePassword.SHORTEST + " characters.");
                }
                System.out.println(user + (chosen == null ? "   one-time password: " + password : "   password changed"));
                return 0;
            });
        }
    }

    /** Lists all. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists who may sign in.")
    static final class Everybody implements Callable<Integer> {
        private final Program program;

        @Mixin
        private BooksOption books = new BooksOption();

        Everybody(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            return program.withBooks(books, rooms -> {
                rooms.getBean(Users.class).all().forEach(user -> System.out.printf("%-20s %-18s %-6s %s%n", user.login(), user.permissionSet().code(),
                        user.languageTag(), user.displayName()));
                return 0;
            });
        }
    }
}
