package org.stockbook;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.stockbook.commandline.Program;

/** The program: everything that runs starts here. */
@SpringBootApplication
public class StockbookApplication {
    static void main(String[] arguments) {
        var exitCode = new Program(StockbookApplication.class, PreparedRooms.class).run(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
