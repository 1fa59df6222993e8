package org.stockbook.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** A test on the books of the bicycle shop, which all such tests share: they add to it and take nothing away. */
@SpringBootTest(properties = "stockbook.books-of-test=ShopTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShopTest {}
