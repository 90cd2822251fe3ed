/**
 * Internal: what a sender sent, kept as values that can be left out one by one, and read by Jackson as if they came from
 * the network. It knows Jackson's streaming and nothing else of the SDK.
 */
@NullMarked
package io.skillsdk.internal.json.sent;

import org.jspecify.annotations.NullMarked;
