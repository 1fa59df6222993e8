package org.stockbook.web.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import com.jayway.jsonpath.JsonPath;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.stockbook.platform.security.PermissionSet;

/** People come with passwords, programs with keys; both can be shut out (spec: api, section 7). */
@ShopTest
class ApiKeyTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @BeforeEach
    void a_shop() {
        shop.open();
    }

    @Test
    void a_program_comes_with_a_key_of_its_own_until_it_is_revoked() throws Exception {
        user("robot", "inventoryClerk");
        var made = send(post("/api/v1/apiKeys"), "{\"name\": \"Shop\", \"login\": \"robot\", \"permissionSet\": \"viewer\", \"expiresOn\": \"2027-06-30\"}")
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        String key = JsonPath.read(made, "$.secret");
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + key)).andExpect(status().isOk()).andExpect(jsonPath("$.login").value("robot"))
                .andExpect(jsonPath("$.permissionSet").value("viewer")).andExpect(header().exists("RateLimit"))
                .andExpect(header().string("RateLimit-Policy", Matchers.startsWith("\"calls\";q=1200;")));
        mvc.perform(get("/api/v1/valueEntries").header("Authorization", "Bearer " + key)).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + key + "x")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer")).andExpect(status().isUnauthorized());
        mvc.perform(get("/items").header("Authorization", "Bearer " + key)).andExpect(status().is3xxRedirection());
        int number = JsonPath.read(made, "$.keyNumber");
        mvc.perform(get("/api/v1/apiKeys/keyNumber:" + number).with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(jsonPath("$.lastUsedAt").exists())
                .andExpect(jsonPath("$.keyStart").value(key.substring(0, 10)));
        send(post("/api/v1/apiKeys/" + number + "/revoke"), "{}").andExpect(status().isOk());
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + key)).andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("api.not-signed-in"));
    }

    @Test
    void a_key_never_gives_more_than_its_user_has() throws Exception {
        user("clerk", "viewer");
        send(post("/api/v1/apiKeys"), "{\"name\": \"\", \"login\": \"clerk\", \"permissionSet\": \"administrator\", \"expiresOn\": \"2001-01-01\"}")
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors.length()").value(3));
        user("boss", "buyer");
        String key = JsonPath.read(send(post("/api/v1/apiKeys"), "{\"name\": \"K\", \"login\": \"boss\", \"permissionSet\": \"buyer\", \"expiresOn\": \"2027-06-30\"}")
                .andReturn().getResponse().getContentAsString(), "$.secret");
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + key)).andExpect(status().isOk());
        send(patch("/api/v1/users/login:boss").header("If-Match", "*"), "{\"permissionSet\": \"viewer\"}").andExpect(status().isOk());
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + key)).andExpect(status().isUnauthorized());
    }

    @Test
    void a_blocked_user_is_out_within_seconds_and_passwords_are_not_guessed() throws Exception {
        var password = user("ann", "seller");
        mvc.perform(formLogin("/sign-in").user("ann").password("wrong")).andExpect(redirectedUrl("/sign-in?failed"));
        var session = (MockHttpSession) mvc.perform(formLogin("/sign-in").user("ann").password(password)).andExpect(redirectedUrl("/")).andReturn().getRequest().getSession();
        mvc.perform(get("/api/v1/me").session(session)).andExpect(status().isOk()).andExpect(header().string("RateLimit-Policy", Matchers.startsWith("\"calls\";q=12000;")));
        send(patch("/api/v1/users/login:ann").header("If-Match", "*"), "{\"active\": false}").andExpect(status().isOk());
        Thread.sleep(5100);
        mvc.perform(get("/api/v1/me").session(session)).andExpect(status().isUnauthorized());
        for (int guess = 0; guess < 5; guess++) {
            mvc.perform(formLogin("/sign-in").user("bob").password("guess" + guess)).andExpect(redirectedUrl("/sign-in?failed"));
        }
        mvc.perform(formLogin("/sign-in").user("bob").password("guess")).andExpect(redirectedUrl("/sign-in?wait"));
        mvc.perform(get("/sign-in").param("wait", "")).andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("script-src 'self';")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff")).andExpect(header().string("X-Frame-Options", "DENY"));
    }

    @Test
    void somebody_is_left_who_can_let_others_in_and_changes_are_logged() throws Exception {
        send(patch("/api/v1/users/login:keeper").header("If-Match", "*"), "{\"permissionSet\": \"viewer\"}").andExpect(status().isUnprocessableContent());
        user("second", "administrator");
        send(patch("/api/v1/users/login:second").header("If-Match", "*"), "{\"permissionSet\": \"viewer\"}").andExpect(status().isOk());
        send(patch("/api/v1/users/login:keeper").header("If-Match", "*"), "{\"active\": false}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("organisation.last-administrator"));
        mvc.perform(get("/api/v1/changeLog").param("filter", "collection eq 'users' and recordCode eq 'second' and fieldName eq 'permissionSet' and changeAction eq 'update'")
                .with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(jsonPath("$.value[0].oldValue").value("administrator")).andExpect(jsonPath("$.value[0].newValue").value("viewer"));
        mvc.perform(get("/api/v1/changeLog").with(Shop.as(PermissionSet.SELLER))).andExpect(status().isForbidden());
        mvc.perform(get("/change-log").param("recordCode", "second").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(">Viewer</td>"))).andExpect(content().string(Matchers.containsString("data-value=\"viewer\"")));
    }

    @Test
    void a_change_from_elsewhere_is_not_believed() throws Exception {
        mvc.perform(post("/api/v1/reasonCodes").contentType(MediaType.APPLICATION_JSON).content("{\"code\": \"X\"}").with(Shop.as(PermissionSet.ADMINISTRATOR)))
                .andExpect(status().isForbidden());
    }

    /** Somebody who can sign in; the password is shown once. */
    private String user(String login, String set) throws Exception {
        var made = send(post("/api/v1/users"), "{\"login\": \"" + login + "\", \"permissionSet\": \"" + set + "\"}").andExpect(status().isCreated()).andReturn().getResponse();
        String id = JsonPath.read(made.getContentAsString(), "$.id");
        return JsonPath.read(send(post("/api/v1/users/" + id + "/resetPassword"), "{}").andExpect(status().isOk()).andReturn().getResponse().getContentAsString(), "$.secret");
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }
}
