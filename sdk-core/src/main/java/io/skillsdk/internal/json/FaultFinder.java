package io.skillsdk.internal.json;

import io.skillsdk.Violation;
import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.binding.CreatorProperty;
import io.skillsdk.internal.json.binding.FaultPlace;
import io.skillsdk.internal.json.mapper.ForgivingContexts;
import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;

/**
 * Finds every fault of a payload that did not bind, by letting Jackson read it again and again: each time without the
 * value that it stumbled over, and without what it has read before that, until it gets through. So a value is named
 * only when Jackson itself refused it.
 */
final class FaultFinder {

    /** How much may be read again, as a multiple of what was sent; the rest makes small payloads no exception. */
    private static final int MOST_TIMES = 4;

    private static final int AT_LEAST = 20_000;

    /** So many faults are found one by one, each by an exception of its own. */
    private static final int CAREFUL_READS = 4;

    private final ObjectReader reader;

    private final DeserializationContext context;

    private final SentValue root;

    private final FieldNames names;

    private final FaultWords words;

    private final Faults faults = new Faults();

    private int reads;

    private boolean passesOver = true;

    FaultFinder(ObjectReader reader, DeserializationContext context, SentValue root, JsonShape shape) {
        this.reader = reader;
        this.context = context;
        this.root = root;
        this.names = new FieldNames(root, "payload");
        this.words = new FaultWords(shape, root);
    }

    /** The faults, in the order of sending; none when Jackson finds none in what it is given here. */
    List<Violation> find() {
        long most = (long) MOST_TIMES * Math.max(0, root.end() - root.ordinal()) + AT_LEAST;
        while (!root.isOmitted() && !faults.isFull() && most > 0) {
            SentParser parser = new SentParser(root, ObjectReadContext.empty());
            try {
                (++reads > CAREFUL_READS ? forgiving(parser) : reader).readValue(parser);
                if (!root.isPassedOver()) {
                    break;
                }
                // what was passed over may have been read later only, from a buffer
                passOverNothing();
                most -= parser.work();
            } catch (JacksonException e) {
                most -= parser.work() + e.getPath().size();
                record(e, FaultPlace.of(e, parser, root, context));
            } catch (RuntimeException e) {
                break;
            }
        }
        return faults.inOrder();
    }

    /** From here on Jackson goes on after a scalar: with so many faults, exceptions cost more than all else. */
    private ObjectReader forgiving(SentParser parser) {
        ForgivingContexts.Listener listener = (given, wanted) -> {
            SentValue value = parser.position();
            boolean known =
                    parser.gave(given) || (given == parser && value.token().isScalarValue());
            if (!known || faults.isFull()) {
                return false;
            }
            if (!value.isOmitted()) {
                faults.add(value.ordinal(), names.of(value), words.of(wanted, value));
                value.omit();
            }
            return true;
        };
        return reader.withAttribute(ForgivingContexts.LISTENER, listener);
    }

    private void record(JacksonException fault, FaultPlace place) {
        SentValue value = place.value();
        if (value.isOmitted()) {
            // nothing of ours: null stands for it, as places count, and that is not taken here either
            leaveOut(value.parent() == null ? root : value.parent());
            return;
        }
        if (value.isPassedOver() && (value.hasOmissions() || !place.missing().isEmpty())) {
            // what is passed over may be what it lacks
            passOverNothing();
            return;
        }
        Throwable author = AuthorFailure.behind(fault);
        if (!place.missing().isEmpty() && author == null && value.token().isStructStart()) {
            recordMissing(fault, place);
        } else if (value.hasOmissions()) {
            // it may be refused only for what is left out of it
            leaveOut(value);
            return;
        } else if (author == null) {
            String field = names.of(value) + FaultWords.discriminator(fault, value);
            faults.add(value.ordinal(), field, words.of(fault, place, CreatorProperty.of(fault, context)));
        } else if (AuthorFailure.blamesTheSender(author)) {
            faults.add(value.ordinal(), names.of(value), AuthorFailure.words(author));
        }
        SentValue opaque = place.opaque();
        leaveOut(opaque == null || (opaque == value.parent() && words.isTuple(opaque)) ? value : opaque);
    }

    private void passOverNothing() {
        passesOver = false;
        root.restore();
    }

    private void recordMissing(JacksonException fault, FaultPlace place) {
        String first = place.missing().get(0).getPropertyName();
        if (place.missing().size() > 1
                && place.value().children().stream()
                        .anyMatch(child -> child.isOmitted()
                                && String.valueOf(child.name()).equals(first))) {
            return;
        }
        List<CreatorProperty> lacking = CreatorProperty.lacking(fault, place.value(), context);
        String prefix = names.of(place.value());
        for (int i = 0; i < place.missing().size() - 1; i++) {
            prefix += FieldNames.segment(
                    place.missing().get(i).getPropertyName(),
                    place.missing().get(i).getIndex());
        }
        for (CreatorProperty each : lacking) {
            if (words.isSent(place.value(), each.name())) {
                continue;
            }
            faults.add(
                    place.value().end(),
                    prefix + words.segment(place.value(), each.name()),
                    words.missing(each, place.value()));
        }
    }

    /** Leaves out a value, and what stands before it and has been read without fault. */
    private void leaveOut(SentValue value) {
        value.omit();
        for (SentValue each = value; each != root && each.parent() != null; each = each.parent()) {
            SentValue parent = each.parent();
            if (words.isTuple(parent)) {
                parent.keepPlaces();
            }
            if (passesOver) {
                parent.omitBefore(each);
            }
        }
    }
}
