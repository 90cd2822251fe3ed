package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.daemon.request.JaxrsWork;
import io.skillsdk.internal.http.ReceivedBody;
import io.skillsdk.internal.jaxrs.ActionResource;
import io.skillsdk.internal.jaxrs.HostedRequest;
import io.skillsdk.internal.routing.Route;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.jersey.message.internal.AcceptableMediaType;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.jspecify.annotations.Nullable;

/**
 * A request in Jersey. For an action it is matched with the one endpoint of all actions, whatever its path, type and accepted types are:
 * only the matching sees that, and filters see what was sent.
 */
final class JerseyRequest extends ContainerRequest implements HostedRequest {

    private static final SecurityContext ANONYMOUS = new SecurityContext() {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    };

    private static final List<AcceptableMediaType> ANY_TYPE = List.of(new AcceptableMediaType("*", "*"));

    private final JaxrsWork work;

    private final PathTemplates templates;

    private final JerseyResponseWriter writer;

    private boolean changed;

    private @Nullable Route route;

    private Route.@Nullable Found found;

    private boolean matching;

    JerseyRequest(
            JaxrsWork work,
            URI base,
            URI uri,
            JerseyResponseWriter writer,
            Configuration configuration,
            PathTemplates templates) {
        this(work, base, uri, writer, configuration, templates, new RequestProperties());
    }

    private JerseyRequest(
            JaxrsWork work,
            URI base,
            URI uri,
            JerseyResponseWriter writer,
            Configuration configuration,
            PathTemplates templates,
            RequestProperties properties) {
        super(base, uri, work.request().getMethod().getMethodString(), ANONYMOUS, properties, configuration);
        this.work = work;
        this.templates = templates;
        this.writer = writer;
        properties.of(this);
        setWriter(writer);
        setEntityStream(new ReceivedBody(work.body()));
        MimeHeaders headers = work.request().getRequest().getHeaders();
        for (int i = 0; i < headers.size(); i++) {
            header(headers.getName(i).toString(), headers.getValue(i).toString());
        }
    }

    @Override
    public void setMethod(String method) {
        changed = true;
        super.setMethod(method);
    }

    @Override
    public void setRequestUri(URI uri) {
        changed = true;
        super.setRequestUri(uri);
    }

    @Override
    public void setRequestUri(URI base, URI uri) {
        changed = true;
        super.setRequestUri(base, uri);
    }

    @Override
    public @Nullable Route received() {
        return changed ? null : work.route();
    }

    @Override
    public void forward(Route to) {
        route = to;
        found = to instanceof Route.Found action ? action : null;
        matching = found != null;
    }

    @Override
    public @Nullable Route route() {
        return route;
    }

    /** Ends the matching. */
    void matched() {
        matching = false;
    }

    /** The action that it was led to, or null. */
    Route.@Nullable Found found() {
        return found;
    }

    @Override
    public void refused(ActionAnswer answer) {
        work.reply().tellRefused(answer);
    }

    @Override
    public Duration spent() {
        return work.spent();
    }

    @Override
    public void run(Invocation invocation) {
        work.accept(invocation);
    }

    /** All that is an answer to it is written. */
    void written() {
        writer.written();
    }

    /** What is being written to it will not be whole. */
    void truncated(Throwable thrown) {
        writer.truncated(thrown);
    }

    /** The request on the server, for components that want it. */
    Request grizzly() {
        return work.request();
    }

    @Override
    public String getPath(boolean decode) {
        return matching ? ActionResource.PATH : super.getPath(decode);
    }

    /** For an action, with what that action is known by. */
    @Override
    public ExtendedUriInfo getUriInfo() {
        ExtendedUriInfo runtime = super.getUriInfo();
        return found == null ? runtime : new ActionUriInfo(runtime, found, super.getPath(false), templates);
    }

    /** Never 406 for an action: the platform ignores what type it gets. */
    @Override
    public List<AcceptableMediaType> getQualifiedAcceptableMediaTypes() {
        return found != null ? ANY_TYPE : super.getQualifiedAcceptableMediaTypes();
    }

    /** A type that cannot be read does not matter to an action. */
    @Override
    public @Nullable MediaType getMediaType() {
        try {
            return super.getMediaType();
        } catch (ProcessingException e) {
            if (found != null) {
                return null;
            }
            throw e;
        }
    }
}
