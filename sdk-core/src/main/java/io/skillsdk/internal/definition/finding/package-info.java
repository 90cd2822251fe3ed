/** Findings: the rules that make them, how they are collected and kept quiet, and how what is found is shown to people. */
@NullMarked
package io.skillsdk.internal.definition.finding;

import org.jspecify.annotations.NullMarked;
