package org.stockbook.items.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.items.attributes.ItemAttributes.Attribute;
import org.stockbook.items.attributes.ItemAttributes.TypedValue;
import org.stockbook.kernel.items.AttributeType;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordCompletion;
import org.stockbook.platform.records.RecordIssue;

/**
 * Values of items, variants and categories: written in one way, made on the fly unless they are options, and checked by the type of their
 * attribute (spec: items, section 10).
 */
@Component
public class AttributeValues implements RecordCompletion, RecordCheck {
    private static final String NAME = "attributeName";
    private static final String VALUE = "value";
    private static final int LONGEST = 250;

    private final ItemAttributes attributes;

    AttributeValues(ItemAttributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public List<RecordChange> complete(List<RecordChange> changes) {
        var known = known(changes);
        var made = new ArrayList<TypedValue>();
        var completed = changes.stream().map(change -> attribute(change, known).map(attribute -> {
            var value = attribute.type().canonical(change.text(VALUE)).orElse(change.text(VALUE));
            if (attribute.type() != AttributeType.OPTION && !value.isEmpty()) {
                made.add(new TypedValue(attribute.id(), attribute.type(), value.substring(0, Math.min(LONGEST, value.length()))));
            }
            return change.giving(NAME, attribute.name().name()).giving(VALUE, value);
        }).orElse(change)).toList();
        attributes.keep(made);
        return completed;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var known = known(changes);
        var blocked = attributes.blockedOptions(known.values().stream().map(Attribute::id).toList());
        return changes.stream().flatMap(change -> attribute(change, known).flatMap(attribute -> issue(change, attribute,
                blocked.contains(new TypedValue(attribute.id(), attribute.type(), change.text(VALUE))))).stream()).toList();
    }

    private static Optional<RecordIssue> issue(RecordChange change, Attribute attribute, boolean valueIsBlocked) {
        var facts = Map.of("attribute", attribute.name().name(), "value", change.text(VALUE));
        if (change.text(VALUE).isEmpty()) {
            return Optional.empty();
        }
        if (attribute.type().canonical(change.text(VALUE)).isEmpty()) {
            return Optional.of(change.issue(VALUE, "items.attribute-value-type", facts));
        }
        return (attribute.blocked() || valueIsBlocked) && (change.isNew() || change.changes(VALUE))
                ? Optional.of(change.issue(VALUE, "items.attribute-blocked", facts))
                : Optional.empty();
    }

    private Map<String, Attribute> known(List<RecordChange> changes) {
        return attributes.named(changes.stream().map(change -> change.text(NAME)).filter(name -> !name.isEmpty()).distinct().toList());
    }

    private static Optional<Attribute> attribute(RecordChange change, Map<String, Attribute> known) {
        return Optional.ofNullable(known.get(change.text(NAME).toLowerCase(Locale.ROOT)));
    }
}
