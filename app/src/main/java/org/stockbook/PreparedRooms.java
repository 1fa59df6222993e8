package org.stockbook;

import org.stockbook.commandline.Program;

/** Where the launcher has Spring look at the rooms beforehand, so that a start has less to find out. Spring stops it before anything is made; nobody else runs it. */
final class PreparedRooms {
    private PreparedRooms() {}

    static void main(String[] arguments) {
        new Program(StockbookApplication.class, PreparedRooms.class).prepare();
    }
}
