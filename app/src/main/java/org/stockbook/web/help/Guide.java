package org.stockbook.web.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.i18n.Language;
import org.stockbook.web.shell.HelpArticles;

/** The user's guide as it comes with the program. Articles that exist in English only are shown in English to everybody. */
@Component
final class Guide implements HelpArticles {
    /** The article that lists the others. */
    static final String INDEX = "README";

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");
    private static final String TITLE = "# ";
    private static final Pattern LISTED = Pattern.compile("]\\((?:\\.\\./en/)?([a-z]+)\\.md\\)");

    private final Map<Key, Article> articles = new ConcurrentHashMap<>();
    private final Map<Language, List<Listed>> lists = new ConcurrentHashMap<>();
    private final ArticleReader reader = new ArticleReader();

    Optional<Article> find(Language language, String name) {
        return NAME.matcher(name).matches() ? written(language, name).or(() -> written(Language.ENGLISH, name)) : Optional.empty();
    }

    /** Every page asks for it, so nothing is rendered for it, and nothing read twice. */
    @Override
    public List<Listed> in(Language language) {
        return lists.computeIfAbsent(language, _ -> names(language).map(name -> new Listed(title(language, name), link(name))).toList());
    }

    static String link(String name) {
        return "/help/" + name;
    }

    private static String title(Language language, String name) {
        var text = source(new Key(language, name)).or(() -> source(new Key(Language.ENGLISH, name)));
        return text.flatMap(lines -> lines.lines().filter(line -> line.startsWith(TITLE)).findFirst()).map(line -> line.substring(TITLE.length())).orElse(name);
    }

    private static Stream<String> names(Language language) {
        return LISTED.matcher(source(new Key(language, INDEX)).orElse("")).results().map(listed -> listed.group(1)).distinct();
    }

    /** All articles but the index, in its order. */
    List<Article> all(Language language) {
        return names(language).flatMap(name -> find(language, name).stream()).toList();
    }

    /**
     * Where the guide says most about a page, and within that article about a field if it speaks of it; nothing where it says nothing.
     *
     * @param page its title in that language
     * @param field its label in that language, or empty
     */
    Optional<Place> about(Language language, String page, String field) {
        var ofPage = most(all(language).stream(), page);
        if (field.isBlank()) {
            return ofPage;
        }
        var near = ofPage.stream().flatMap(place -> most(Stream.of(place.article()), field).stream()).findFirst();
        return near.or(() -> ofPage).or(() -> most(all(language).stream(), field));
    }

    private static Optional<Place> most(Stream<Article> articles, String name) {
        return articles.flatMap(article -> article.sections().stream().map(section -> new Place(article, section.anchor(), section.speaksOf(name))))
                .filter(place -> place.weight() > 0)
                .max(Comparator.comparingInt(Place::weight));
    }

    private Optional<Article> written(Language language, String name) {
        // Names come from addresses, so only those of articles are kept.
        var key = new Key(language, name);
        return Optional.ofNullable(articles.get(key)).or(() -> source(key).map(text -> {
            var article = reader.read(name, language, text);
            articles.put(key, article);
            return article;
        }));
    }

    private static Optional<String> source(Key key) {
        try (var file = Guide.class.getResourceAsStream("/guide/" + key.language().tag() + "/" + key.name() + ".md")) {
            return file == null ? Optional.empty() : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A heading of an article.
     *
     * @param weight how much is said there about what was looked for
     */
    record Place(Article article, String anchor, int weight) {
        String link() {
            return Guide.link(article.name()) + (anchor.isEmpty() ? "" : "#" + anchor);
        }
    }

    private record Key(Language language, String name) {}
}
