package org.stockbook.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stockbook.platform.i18n.Language;

/** Whoever asks for help lands where the guide speaks of what is in front of them (spec: ui, section 5). */
class GuideTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/help/[a-z]+)(#[^\"]*)?\"");

    private final Guide guide = new Guide();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | Items to adjust | | /help/costs#cost-adjustment
            ENGLISH | Inventory periods | | /help/periods
            CANADIAN_FRENCH | Articles à ajuster | | /help/costs
            DANISH | Lagerperioder | | /help/periods
            ENGLISH | Users | | /help/administration""")
    void a_page_is_found_where_most_is_said_about_it(Language language, String page, String field, String link) {
        assertThat(guide.about(language, page, field == null ? "" : field).orElseThrow().link()).startsWith(link);
    }

    @Test
    void a_field_is_found_within_the_article_of_its_page() {
        var place = guide.about(Language.ENGLISH, "Items to adjust", "Include again").orElseThrow();
        assertThat(place.link()).startsWith("/help/costs");
        assertThat(guide.about(Language.ENGLISH, "No such page", "No such field")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_link_between_articles_leads_somewhere(Language language) {
        var articles = guide.all(language);
        assertThat(articles).hasSizeGreaterThan(10).allMatch(article -> !article.title().isEmpty() && article.html().split("<h1").length == 2);
        for (var article : articles) {
            assertThat(article.html()).doesNotContain("href=\"..");
            for (var link : LINK.matcher(article.html()).results().toList()) {
                var target = guide.find(language, link.group(1).substring("/help/".length()));
                assertThat(target).as(article.name() + " links to " + link.group()).isPresent();
                // An English article may name a heading of one that the reader has in another language.
                if (link.group(2) != null && target.orElseThrow().language() == article.language()) {
                    assertThat(target.orElseThrow().html()).as(link.group()).contains("id=\"" + link.group(2).substring(1) + "\"");
                }
            }
        }
    }

    @Test
    void every_article_is_there_in_the_language_of_the_reader() {
        for (var language : Language.values()) {
            for (var article : List.of("items", "api", "scenarios")) {
                assertThat(guide.find(language, article).orElseThrow().language()).as(article).isEqualTo(language);
            }
        }
        assertThat(guide.find(Language.ENGLISH, "nothing")).isEmpty();
    }
}
