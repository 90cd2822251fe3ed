/**
 * The platform's rules for a definition by itself and for the containers behind it: keys, names, routing, properties, pods,
 * Dockerfiles. Neither the code of this jar nor other files of the workspace are known here.
 */
@NullMarked
package io.skillsdk.internal.definition.platform;

import org.jspecify.annotations.NullMarked;
