package dev.ocelot.tag.audit;

import dev.ocelot.tag.component.RepositoryRoot;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with wildcards as GitLab includes have them: {@code *} stands for part of a name, {@code
 * **} for any number of folders.
 */
final class WildcardPath {
  private final String folder;
  private final Pattern pattern;

  WildcardPath(String text) {
    int slash = text.lastIndexOf('/', text.indexOf('*'));
    this.folder = slash < 0 ? "" : text.substring(0, slash);
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (text.startsWith("**", i)) {
        regex.append(".*");
        i += 1;
      } else if (text.charAt(i) == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(Pattern.quote(text.substring(i, i + 1)));
      }
    }
    this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** The regular files that match, relative to the root and sorted; links are not entered. */
  List<String> matches(RepositoryRoot root) {
    List<String> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root.resolve(folder),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes ignored) {
              return entered.endsWith(".git")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String path = root.show(file);
              if (attributes.isRegularFile() && pattern.matcher(path).matches()) {
                found.add(path);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      return List.of(); // what cannot be listed includes nothing
    }
    found.sort(null);
    return found;
  }
}
