package org.stockbook.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the books of a demo company. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Opens the books of a bicycle shop with three months of business, until stopped by Ctrl-C.",
        footer = {"", "The shop has a data folder of its own beside the ordinary one, so that nothing of a business is touched."})
final class DemoCommand implements Callable<Integer> {
    private static final String LOGIN = "demo";
    private static final String PASSWORD = "bicycle-shop";

    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    @Mixin
    private WebOptions web = new WebOptions();

    DemoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = web.with(books.settingsForDemo());
        settings.put("stockbook.sign-in-notice", LOGIN + " / " + PASSWORD);
        var running = WebProgram.start(program, settings);
        DemoBooks.prepare(running.rooms(), LOGIN, PASSWORD);
        System.out.println("Stockbook is open at " + web.url(running.port()) + "   Sign in: " + LOGIN + " / " + PASSWORD + "   Stop: Ctrl-C");
        running.waitUntilStopped();
        return 0;
    }
}
