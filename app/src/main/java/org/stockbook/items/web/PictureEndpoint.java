package org.stockbook.items.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.items.pictures.ItemPictures;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;

/** Pictures of items: uploaded as they are, sent as they were drawn anew. */
@RestController
class PictureEndpoint {
    private static final String COLLECTION = "pictures";

    private final ItemPictures pictures;
    private final Identities identities;

    PictureEndpoint(ItemPictures pictures, Identities identities) {
        this.pictures = pictures;
        this.identities = identities;
    }

    /** A picture is known by its id, as everything is. */
    private Map<String, Object> identified(Map<String, Object> picture) {
        var whole = new LinkedHashMap<String, Object>(picture);
        whole.computeIfPresent("id", (_, key) -> identities.of(COLLECTION, ((Number) key).longValue()));
        return whole;
    }

    /** All pictures as programs list them, without what they show (spec: api, section 11). */
    @Configuration(proxyBeanMethods = false)
    static class Lists {
        @Bean
        ListPage.ForPrograms pictures(ItemPictures.Pictures pictures) {
            return new ListPage.ForPrograms(new ListPage("", Area.ITEMS, Permission.READ_ITEMS, COLLECTION, pictures.rows(), List.of(
                    PageColumn.code("itemNumber"), PageColumn.text("fileName"), PageColumn.text("mediaType"), PageColumn.of("width", Kind.COUNT), PageColumn.of("height", Kind.COUNT)),
                    List.of(Sort.ascending("itemNumber")), List.of()));
        }
    }

    @GetMapping(path = "/api/v1/items/number:{number}/pictures", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> list(@PathVariable String number) {
        return Map.of("value", pictures.of(number).stream().map(RecordAnswers::row).map(this::identified).toList());
    }

    @PostMapping(path = "/api/v1/items/number:{number}/pictures", consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@PathVariable String number, @RequestParam(defaultValue = "") String fileName, @RequestBody byte[] file) {
        return identified(RecordAnswers.rows(COLLECTION, pictures.add(number, fileName, file)).getFirst());
    }

    /** Never executed by a browser as anything else than the picture it is. */
    @GetMapping("/api/v1/pictures/{id:[0-9]+}/content")
    ResponseEntity<byte[]> content(@PathVariable long id, @RequestParam(defaultValue = "false") boolean small) {
        var picture = pictures.read(id, small).orElseThrow(RecordAnswers::notThere);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(picture.mediaType())).cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS).cachePrivate())
                .body(picture.bytes());
    }

    @DeleteMapping("/api/v1/pictures/{id:[0-9]+}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        if (!pictures.remove(id)) {
            throw RecordAnswers.notThere();
        }
    }
}
