package io.skillsdk.examples.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** One jar of an application and its libraries, in the two forms in which people make them. */
final class UberJar {

    private final Manifest manifest = new Manifest();

    private final Set<String> names = new HashSet<>();

    private UberJar(String mainClass) {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "7.7.7-application");
    }

    /** All classes side by side, as maven-shade-plugin puts them; of files with one name the first. */
    static void merged(String mainClass, List<Path> jars, Path file) throws IOException {
        UberJar uber = new UberJar(mainClass);
        try (JarOutputStream out = uber.open(file)) {
            for (Path jar : jars) {
                uber.addContents(jar, "", out);
            }
        }
    }

    /** The jars as they are within a jar, and a loader that reads them there, as spring-boot-maven-plugin does. */
    static void nested(String mainClass, Path loader, Path application, List<Path> libraries, Path file)
            throws IOException {
        UberJar uber = new UberJar("org.springframework.boot.loader.launch.JarLauncher");
        uber.manifest.getMainAttributes().putValue("Start-Class", mainClass);
        uber.manifest.getMainAttributes().putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
        uber.manifest.getMainAttributes().putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
        try (JarOutputStream out = uber.open(file)) {
            // the loader looks for them
            for (String folder : List.of("BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/")) {
                out.putNextEntry(new ZipEntry(folder));
            }
            uber.addContents(loader, "", out);
            uber.addContents(application, "BOOT-INF/classes/", out);
            for (Path library : libraries) {
                store("BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library), out);
            }
        }
    }

    private JarOutputStream open(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new JarOutputStream(out, manifest);
    }

    private void addContents(Path jar, String below, JarOutputStream out) throws IOException {
        try (InputStream file = Files.newInputStream(jar);
                JarInputStream in = new JarInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && names.add(below + entry.getName())) {
                    out.putNextEntry(new ZipEntry(below + entry.getName()));
                    in.transferTo(out);
                }
            }
        }
    }

    /** The loader reads nested jars in place, so they must not be compressed. */
    private static void store(String name, byte[] bytes, JarOutputStream out) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
    }
}
