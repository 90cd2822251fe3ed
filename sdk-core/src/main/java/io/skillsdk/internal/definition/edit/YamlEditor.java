package io.skillsdk.internal.definition.edit;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes in a YAML text. All are tried at once; where the result does not say what is wanted they are halved, until
 * a single change is left that cannot be made in place: then the value around it is written anew.
 */
public final class YamlEditor {

    private final String name;

    private final List<TreePath> rewritten = new ArrayList<>();

    private YamlEditor(String name) {
        this.name = name;
    }

    /**
     * Edits a text.
     *
     * @param name the file's name, for messages
     * @param text a YAML document whose top level is a mapping
     * @param changes what is to change
     * @return the new text
     * @throws DefinitionException when the text cannot be read, or no text can say what is wanted
     */
    public static EditedText edit(String name, String text, List<Change> changes) {
        Object tree = YamlReader.read(name, text).plain();
        YamlEditor editor = new YamlEditor(name);
        String edited = editor.edit(text, tree, Changes.inOrder(tree, changes));
        return new EditedText(edited, List.copyOf(editor.rewritten));
    }

    /**
     * Writes a new text.
     *
     * @param name the file's name, for messages
     * @param tree a mapping
     * @throws DefinitionException when no text can say what is wanted
     */
    public static String write(String name, Map<?, ?> tree) {
        return new YamlEditor(name).anew("", Changes.copy(tree));
    }

    private String edit(String text, @Nullable Object tree, List<Change> changes) {
        if (changes.isEmpty()) {
            return text;
        }
        Object wanted = Changes.apply(tree, changes);
        String edited = inPlace(text, tree, changes, wanted);
        if (edited != null) {
            return edited;
        }
        if (changes.size() == 1) {
            return around(text, tree, changes.get(0), wanted);
        }
        // the last ones first: they do not move the places of those before them
        List<Change> first = changes.subList(0, changes.size() / 2);
        List<Change> last = changes.subList(changes.size() / 2, changes.size());
        return edit(edit(text, tree, last), Changes.apply(tree, last), first);
    }

    private String around(String text, @Nullable Object tree, Change change, @Nullable Object wanted) {
        for (TreePath path = change.at(); !path.isRoot(); path = path.parent()) {
            List<Change> replacement = List.of(new Change.Replace(path, path.in(wanted)));
            boolean there = !(change instanceof Change.Remove) || !path.equals(change.at());
            String edited = there ? inPlace(text, tree, replacement, wanted) : null;
            if (edited != null) {
                if (!isEmpty(path.in(wanted))) {
                    rewritten.add(path);
                }
                return edited;
            }
        }
        rewritten.add(TreePath.ROOT);
        return anew(text, wanted);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && map.isEmpty()) || (value instanceof List<?> list && list.isEmpty());
    }

    private String anew(String text, @Nullable Object wanted) {
        String written = YamlText.TEMPLATE.document((Map<?, ?>) Objects.requireNonNull(wanted));
        if (!says(written, wanted)) {
            throw new DefinitionException(name + ": cannot be written as YAML. Nothing was changed.");
        }
        return written.replace("\n", SourceText.of(text).lineEnd());
    }

    private @Nullable String inPlace(
            String text, @Nullable Object tree, List<Change> changes, @Nullable Object wanted) {
        try {
            SourceTree source = new SourceTree(text);
            List<Change> planned = new AliasPlan(tree, source, changes).changes();
            String edited = new ChangeEdits(SourceText.of(text), source).apply(Changes.inOrder(tree, planned));
            return says(edited, wanted) ? edited : null;
        } catch (NotEditableException e) {
            return null;
        }
    }

    private boolean says(String text, @Nullable Object wanted) {
        try {
            return Objects.equals(YamlReader.read(name, text).plain(), wanted);
        } catch (DefinitionException e) {
            return false;
        }
    }
}
