package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/**
 * What a project of the stand-in holds. Thread-safe.
 *
 * @param id the project
 * @param clock the time of sessions, files and runs
 * @param sessions its sessions
 * @param secrets values by name
 * @param connections definitions by name
 * @param content files by key, sorted
 * @param experiments documents by name, each with its runs
 * @param models documents by name
 * @param types documents by name
 * @param skills what answers in place of a skill, by name: payload to payload
 * @param agents what answers in place of an agent, by name
 * @param activations documents by id
 */
public record ProjectData(
        String id,
        Clock clock,
        SessionStore sessions,
        Map<String, JsonDocument> secrets,
        Map<String, JsonDocument> connections,
        ConcurrentSkipListMap<String, Blob> content,
        Map<String, ExperimentData> experiments,
        Map<String, JsonDocument> models,
        Map<String, JsonDocument> types,
        Map<String, UnaryOperator<Object>> skills,
        Map<String, UnaryOperator<Object>> agents,
        Map<String, JsonDocument> activations) {

    /** An empty project. */
    public static ProjectData empty(String id, Clock clock) {
        return new ProjectData(
                id,
                clock,
                new SessionStore(clock),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }
}
