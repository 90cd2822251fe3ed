package io.skillsdk.action;

import java.util.List;

/** What an action says of itself to people. */
record ActionWords(String title, String description, List<String> outputs) {}
