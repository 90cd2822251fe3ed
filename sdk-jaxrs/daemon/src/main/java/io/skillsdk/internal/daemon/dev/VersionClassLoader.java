package io.skillsdk.internal.daemon.dev;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The classes and resources of one version of a program. What was compiled for it comes first; all else, as the SDK, is the process's. */
public final class VersionClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Path classes;

    /** Makes it. */
    public VersionClassLoader(Path classes, Path resources, ClassLoader parent) {
        super(new URL[] {url(classes), url(resources)}, parent);
        this.classes = classes;
    }

    private static URL url(Path folder) {
        try {
            // a folder that may come later has no slash at its end
            String text = folder.toUri().toString();
            return new URL(text.endsWith("/") ? text : text + "/");
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && Files.isRegularFile(classes.resolve(name.replace('.', '/') + ".class"))) {
                loaded = findClass(name);
            }
            return loaded != null ? loaded : super.loadClass(name, resolve);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }
}
