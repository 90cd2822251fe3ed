package io.skillsdk.benchmarks;

import java.io.InputStream;
import java.util.Map;
import java.util.StringTokenizer;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What every server does with a call: an envelope into records, a word count, a record into JSON. */
public final class Work {

    public record Text(String text, long millis, int size) {}

    public record Envelope(
            Text payload,
            Map<String, Object> properties,
            String token,
            String apiEndpoint,
            String projectId,
            String activationId,
            String sessionId,
            String outputName,
            String skillTitle,
            String skillName,
            String agentName,
            String channelId,
            long timestamp) {}

    public record Count(int words) {}

    public record Answer(Count payload) {}

    public record Large(String text) {}

    public record LargeAnswer(Large payload) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final ObjectReader READER = MAPPER.readerFor(Envelope.class);

    private static final ObjectWriter WRITER = MAPPER.writerFor(Answer.class);

    private static final ObjectWriter LARGE = MAPPER.writerFor(LargeAnswer.class);

    private Work() {}

    public static byte[] answer(InputStream body) {
        Text payload = READER.<Envelope>readValue(body).payload();
        if (payload.millis() > 0) {
            try {
                Thread.sleep(payload.millis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (payload.size() > 0) {
            String text = payload.text().repeat(payload.size() / payload.text().length() + 1);
            return LARGE.writeValueAsBytes(new LargeAnswer(new Large(text)));
        }
        return WRITER.writeValueAsBytes(new Answer(new Count(new StringTokenizer(payload.text()).countTokens())));
    }
}
