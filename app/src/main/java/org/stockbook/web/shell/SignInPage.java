package org.stockbook.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.stockbook.web.Area;
import org.stockbook.web.SignInNotice;

/** The door for people. */
@Controller
class SignInPage {
    private final Shells shells;
    private final Templates templates;
    private final ObjectProvider<SignInNotice> notice;

    SignInPage(Shells shells, Templates templates, ObjectProvider<SignInNotice> notice) {
        this.shells = shells;
        this.templates = templates;
        this.notice = notice;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(HttpServletRequest request) {
        var view = shells.view();
        var shell = shells.of(view, new Shells.Heading(view.text("sign-in.title"), Area.HOME, List.of(), "sign-in"));
        var message = request.getParameter("wait") != null ? "sign-in.wait" : request.getParameter("failed") != null ? "sign-in.failed" : request.getParameter("signed-out") != null ? "sign-in.signed-out" : "";
        var hint = notice.stream().map(SignInNotice::credentials).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return templates.page("sign-in", Map.of("shell", shell, "message", message, "failed", request.getParameter("failed") != null || request.getParameter("wait") != null, "hint", hint));
    }
}
