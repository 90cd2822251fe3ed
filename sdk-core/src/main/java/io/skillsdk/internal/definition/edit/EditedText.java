package io.skillsdk.internal.definition.edit;

import java.util.List;

/**
 * A text after changes.
 *
 * @param text the text; it says exactly what was wanted
 * @param rewritten the places that were written anew, without the comments and the layout that they had; the empty path
 *     is the whole text
 */
public record EditedText(String text, List<TreePath> rewritten) {}
