package org.stockbook.web.shell;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Styles, scripts and icons. Their address carries a digest of them all, so that browsers may keep them for a year and still never use an
 * old one with a new page.
 */
@Configuration
class Assets implements WebMvcConfigurer {
    private static final String OURS = "classpath:/assets/";
    private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";
    private static final int DIGITS = 12;

    private final String version;

    Assets() throws IOException {
        version = digest();
    }

    /** The folder in the address of a page's assets. */
    String folder() {
        return "/assets/" + version + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(folder() + "**")
                .addResourceLocations(OURS, HTMX)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    private static String digest() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:assets/**/*.*");
            for (var file : Arrays.stream(files).sorted(Comparator.comparing(Assets::name)).toList()) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }
}
