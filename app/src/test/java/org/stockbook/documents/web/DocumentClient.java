package org.stockbook.documents.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.stockbook.platform.security.SignedInUser;

/** A program that works with documents, overwriting whatever is there. */
public record DocumentClient(MockMvc mvc, SignedInUser user) {
    public DocumentClient(MockMvc mvc) {
        this(mvc, SignedInUser.STOCKBOOK);
    }

    public ResultActions create(String collection, String body) throws Exception {
        return send(post("/api/v1/" + collection), body);
    }

    public ResultActions act(String path, String body) throws Exception {
        return send(post("/api/v1/" + path).header("If-Match", "*").header("Idempotency-Key", UUID.randomUUID().toString()), body);
    }

    public ResultActions change(String path, String body) throws Exception {
        return send(patch("/api/v1/" + path).header("If-Match", "*"), body);
    }

    public ResultActions remove(String path) throws Exception {
        return send(delete("/api/v1/" + path).header("If-Match", "*"), "{}");
    }

    public ResultActions read(String path) throws Exception {
        return mvc.perform(get("/api/v1/" + path).with(signedIn()));
    }

    public ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf()).with(signedIn()));
    }

    private RequestPostProcessor signedIn() {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
    }
}
