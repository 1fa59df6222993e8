package org.stockbook.organisation.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stockbook.web.SignInNotice;

/** Shows the user of the demo company above its sign-in. */
@Component
class DemoSignInNotice implements SignInNotice {
    private final String credentials;

    DemoSignInNotice(@Value("${stockbook.sign-in-notice:}") String credentials) {
        this.credentials = credentials;
    }

    @Override
    public String credentials() {
        return credentials;
    }
}
