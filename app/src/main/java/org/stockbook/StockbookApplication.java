package org.stockbook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: everything that runs starts here. */
@SpringBootApplication
public class StockbookApplication {
    static void main(String[] arguments) {
        SpringApplication.run(StockbookApplication.class, arguments);
    }
}
