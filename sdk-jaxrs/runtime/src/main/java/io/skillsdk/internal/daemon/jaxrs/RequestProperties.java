package io.skillsdk.internal.daemon.jaxrs;

import jakarta.ws.rs.ext.InterceptorContext;
import java.util.Collection;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.PropertiesDelegate;
import org.jspecify.annotations.Nullable;

/** The properties of a request, and beside them the request itself, for interceptors: these are given no more than properties. */
final class RequestProperties implements PropertiesDelegate {

    /** Not among the names that filters see. */
    private static final String REQUEST = RequestProperties.class.getName();

    private final PropertiesDelegate set = new MapPropertiesDelegate();

    private @Nullable JerseyRequest request;

    /** The request whose answer an interceptor writes; null when it is not the daemon's. */
    static @Nullable JerseyRequest request(InterceptorContext context) {
        return context.getProperty(REQUEST) instanceof JerseyRequest ours ? ours : null;
    }

    /** Of this request they are. */
    void of(JerseyRequest owner) {
        request = owner;
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return name.equals(REQUEST) ? request : set.getProperty(name);
    }

    @Override
    public boolean hasProperty(String name) {
        return set.hasProperty(name);
    }

    @Override
    public Collection<String> getPropertyNames() {
        return set.getPropertyNames();
    }

    @Override
    public void setProperty(String name, Object value) {
        set.setProperty(name, value);
    }

    @Override
    public void removeProperty(String name) {
        set.removeProperty(name);
    }
}
