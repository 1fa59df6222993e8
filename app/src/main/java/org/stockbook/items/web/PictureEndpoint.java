package org.stockbook.items.web;

import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** Pictures of items: uploaded as they are, sent as they were drawn anew. */
@RestController
class PictureEndpoint {
    private final ItemPictures pictures;

    PictureEndpoint(ItemPictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping(path = "/api/v1/items/number:{number}/pictures", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> list(@PathVariable String number) {
        return Map.of("value", pictures.of(number).stream().map(RecordAnswers::row).toList());
    }

    @PostMapping(path = "/api/v1/items/number:{number}/pictures", consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@PathVariable String number, @RequestParam(defaultValue = "") String fileName, @RequestBody byte[] file) {
        return RecordAnswers.rows("pictures", pictures.add(number, fileName, file)).getFirst();
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
