package io.skillsdk.action;

/** What an action says of itself to people. */
record ActionWords(String title, String description) {}
