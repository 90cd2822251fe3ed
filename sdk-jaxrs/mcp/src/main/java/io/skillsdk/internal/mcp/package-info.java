/**
 * Internal: the actions as tools of the Model Context Protocol, for programs with a language model: at {@code /mcp} of the
 * daemon (streamable HTTP, without sessions), and over standard input and output by the command {@code mcp}. A tool call takes the same way as any
 * other call of an action.
 */
@NullMarked
package io.skillsdk.internal.mcp;

import org.jspecify.annotations.NullMarked;
