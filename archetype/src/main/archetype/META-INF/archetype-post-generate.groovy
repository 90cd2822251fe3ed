import java.nio.file.Files
import java.nio.file.Path
import org.apache.maven.archetype.exception.ArchetypeGenerationFailure

// The plugin has written everything below "staged", a stub of a pom where there was none, and the pom that was there anew.
Path here = Path.of(request.outputDirectory)
Path own = here.resolve(request.artifactId)
Path root = Files.isDirectory(own.resolve('staged')) ? own : here
Path staged = root.resolve('staged')
Path pom = root.resolve('pom.xml')
boolean fresh = Files.readString(pom).contains('<!-- stub -->')
if (!fresh) {
    def kept = new groovy.xml.XmlSlurper().parse(pom.toFile()).properties.'skill-archetype.before'.text().trim()
    if (kept.isEmpty()) {
        throw new ArchetypeGenerationFailure("${pom} could not be kept as it is. Run this in the folder that it is about.")
    }
    Files.write(pom, kept.decodeBase64())
}
// the platform's own generator makes names small too
String folder = skillName.toLowerCase(Locale.ROOT)

// what YAML does not take in one line of text: control characters, halves of surrogate pairs, line ends of Unicode
def unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/

def refusal = { ->
    if (!fresh && !Files.isDirectory(root.resolve('skills')) && !Files.readString(pom).contains('<projectsDirectory>skills<')) {
        return "${pom} is not the POM of a workspace of skills: beside it there is no folder skills. " +
                'Run this in an empty folder, or in a workspace to add a skill to it.'
    }
    def coordinate = [groupId: request.groupId, artifactId: request.artifactId].find { !(it.value ==~ /\w[\w.-]*/) }
    if (coordinate) {
        return "${coordinate.key} is '${coordinate.value}', but must have letters, digits, ., - and _ only."
    }
    if (!(skillName ==~ /[a-zA-Z][a-zA-Z0-9_-]*[a-zA-Z0-9]/) || skillName.length() > 20) {
        return "skillName is '${skillName}', but must have 2 to 20 characters: letters, digits, - and _, a letter first, " +
                'a letter or digit last. Give one with -DskillName=…'
    }
    if (!(folder ==~ /[a-z0-9]+((_{1,2}|-+)[a-z0-9]+)*/)) {
        return "skillName is '${skillName}', which is not valid as the name of an image: one - or _ must be followed by a letter " +
                'or digit. Give one with -DskillName=…'
    }
    if (folder ==~ /target|con|prn|aux|nul|com\d|lpt\d/) {
        return "skillName is '${skillName}', but a folder of this name is " +
                (folder == 'target' ? 'what builds delete and Git ignores.' : 'not possible on Windows.') + ' Give one with -DskillName=…'
    }
    def keywords = ['abstract', 'assert', 'boolean', 'break', 'byte', 'case', 'catch', 'char', 'class', 'const', 'continue',
            'default', 'do', 'double', 'else', 'enum', 'extends', 'final', 'finally', 'float', 'for', 'goto', 'if', 'implements',
            'import', 'instanceof', 'int', 'interface', 'long', 'native', 'new', 'package', 'private', 'protected', 'public',
            'return', 'short', 'static', 'strictfp', 'super', 'switch', 'synchronized', 'this', 'throw', 'throws', 'transient',
            'try', 'void', 'volatile', 'while', 'true', 'false', 'null', '_']
    String name = request.getPackage()
    if (!(name ==~ /[A-Za-z_]\w*(\.[A-Za-z_]\w*)*/) || name.split(/\./).any { keywords.contains(it) }) {
        return "package is '${name}', which is not a valid Java package. Give one with -Dpackage=com.example.skill"
    }
    if (name ==~ /java(\..*)?/) {
        return "package is '${name}', but packages whose names begin with java are the JDK's own. Give one with -Dpackage=com.example.skill"
    }
    if (!(javaVersion in ['17', '21', '25'])) {
        return "javaVersion is '${javaVersion}', but must be 17, 21 or 25."
    }
    // the image runs as a user who may not be allowed to listen below 1024
    if (!(daemonPort ==~ /[1-9]\d{3,4}/) || daemonPort.toInteger() < 1024 || daemonPort.toInteger() > 65535) {
        return "daemonPort is '${daemonPort}', but must be a number from 1024 to 65535."
    }
    if (!(daemonPath ==~ /[A-Za-z0-9._~-]+(\/[A-Za-z0-9._~-]+)*/) || daemonPath.split('/').any { it in ['.', '..'] }) {
        return "daemonPath is '${daemonPath}', but must be a path such as invoke or v1/predict, without . and .. and without a slash " +
                'at its ends.'
    }
    def plain = [title: title, description: description].find {
        it.value.isBlank() || it.value =~ /["\\$#]/ || it.value =~ unprintable
    }
    if (plain) {
        return "${plain.key} must be one line of text without control characters, quotes, backslashes, \$ and #."
    }
    Path taken = [root.resolve("skills/${folder}"), root.resolve("docs/${folder}")].find { Files.exists(it) }
    if (taken) {
        return "There is ${taken} already. Give another name with -DskillName=…"
    }
    return null
}

String refused = refusal()
if (refused != null) {
    staged.toFile().deleteDir()
    if (fresh) {
        Files.delete(pom)
        if (root == own && own.toFile().list().length == 0) {
            Files.delete(own)
        }
    }
    throw new ArchetypeGenerationFailure(refused)
}

def place = { Path from, Path to ->
    if (!Files.exists(to)) {
        Files.createDirectories(to.parent)
        Files.move(from, to)
    }
}
Path skill = root.resolve("skills/${folder}")
Path action = skill.resolve("actions/${folder}")
String folders = request.getPackage().replace('.', '/')
place(staged.resolve('skills/SKILL'), skill)
place(skill.resolve('actions/SKILL'), action)
place(action.resolve('dockerignore'), action.resolve('.dockerignore'))
place(action.resolve('src/main/java/WordCount.java'), action.resolve("src/main/java/${folders}/WordCount.java"))
place(action.resolve('src/test/java/WordCountTest.java'), action.resolve("src/test/java/${folders}/WordCountTest.java"))
place(staged.resolve('docs/SKILL'), root.resolve("docs/${folder}"))
if (fresh) {
    Files.delete(pom)
    place(staged.resolve('pom.xml'), pom)
    place(staged.resolve('README.md'), root.resolve('README.md'))
    place(staged.resolve('gitignore'), root.resolve('.gitignore'))
}
staged.toFile().deleteDir()
