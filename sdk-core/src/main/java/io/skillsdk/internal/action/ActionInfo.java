package io.skillsdk.internal.action;

import java.util.List;

/** What an action says of itself to people. */
record ActionInfo(
        String title, String description, String output, List<String> outputs, List<DeclaredProperty> properties) {}
