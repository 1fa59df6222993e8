package org.stockbook.web.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.security.PermissionSet;

/** The description of the API says whose it is; that answers keep to it is checked at every answer of every test. */
@ShopTest
class ApiDescriptionTest {
    @Autowired
    private MockMvc mvc;

    @Test
    void introduces_the_product_and_is_for_the_server_that_it_was_read_from() throws Exception {
        mvc.perform(get("/api/v1/openapi.json").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isOk()).andExpect(jsonPath("$.openapi").value("3.1.0"))
                .andExpect(jsonPath("$.info.title").value("Stockbook")).andExpect(jsonPath("$.info.version").value("1"))
                .andExpect(jsonPath("$.servers.length()").value(1)).andExpect(jsonPath("$.servers[0].url").value("/"));
    }
}
