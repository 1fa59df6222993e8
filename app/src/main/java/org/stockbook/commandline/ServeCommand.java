package org.stockbook.commandline;

import java.util.concurrent.Callable;
import org.stockbook.organisation.AddFirstUser;
import org.stockbook.platform.security.Permissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the books until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Opens the books on the web, until stopped by Ctrl-C.",
        footer = {"", "On empty books a first user is made and its one-time password shown."})
final class ServeCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    @Mixin
    private WebOptions web = new WebOptions();

    ServeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        var running = WebProgram.start(program, web.with(books.settings()));
        var first = Permissions.asStockbook(() -> running.rooms().getBean(AddFirstUser.class).addIfNone("admin"));
        first.ifPresent(user -> System.out.println("First user: " + user.login() + "   one-time password: " + user.password()
                + "   (change it: stockbook user reset-password " + user.login() + ")"));
        System.out.println("Stockbook is open at " + web.url(running.port()) + "   Stop: Ctrl-C");
        running.waitUntilStopped();
        return 0;
    }
}
