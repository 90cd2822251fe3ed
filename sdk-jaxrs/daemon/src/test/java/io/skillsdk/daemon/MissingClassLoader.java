package io.skillsdk.daemon;

import java.io.IOException;
import java.io.InputStream;

/** A system class loader that does not find one class, as when a jar on the class path is incomplete. */
public final class MissingClassLoader extends ClassLoader {

    /** The system property that names the class. */
    static final String MISSING = "test.missing-class";

    public MissingClassLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("io.skillsdk.") && !name.startsWith("org.glassfish.grizzly.")) {
            return super.loadClass(name, resolve);
        }
        if (name.equals(System.getProperty(MISSING))) {
            throw new ClassNotFoundException(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
