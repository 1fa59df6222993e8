package org.stockbook.platform.security;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept; apart from the web, because the command line adds users too. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {
    /** New passwords are hashed with Argon2id; hashes name their algorithm, so that it can be changed later. */
    @Bean
    PasswordEncoder passwordEncoder() {
        var current = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        return new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", current, "bcrypt", new BCryptPasswordEncoder()));
    }
}
