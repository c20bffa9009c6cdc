package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.CanonicalValue.Dictionary;
import dev.ocelot.yaml.CanonicalValue.Scalar;
import dev.ocelot.yaml.CanonicalValue.ScalarType;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a declared-tags file byte for byte as Mesa's {@code update_tag.py} does: loaded by PyYAML
 * 6, the mapping {@code variables} changed and sorted, dumped in PyYAML's default form. Comments
 * and the author's quotes are lost, which is why this is not how files are edited by default.
 *
 * <p>What would be lost beyond form (foreign tags, content that is no mapping) or come out other
 * than PyYAML writes it is a problem.
 */
public final class CanonicalYaml {
  private static final String VARIABLES = "variables";

  private CanonicalYaml() {}

  /**
   * The canonical form of a file.
   *
   * @param bytes the file
   * @param shownAs its name in messages
   * @param set keys of {@code variables} to texts; those that are absent are added
   * @return ASCII with LF line ends and a final one
   * @throws ProblemException when the file is malformed or has no canonical form
   */
  public static byte[] dump(byte[] bytes, String shownAs, Map<String, String> set) {
    Problems problems = new Problems();
    YamlMap root = YamlFile.parse(bytes, shownAs, problems);
    problems.throwIfErrors();
    CanonicalLoader loader = new CanonicalLoader();
    Dictionary data = loader.dictionary(root);
    Scalar key = new Scalar(ScalarType.STRING, VARIABLES);
    YamlNode written = root.get(VARIABLES).orElse(YamlMap.EMPTY);
    CanonicalValue loaded = data.entries().getOrDefault(key, new Dictionary());
    boolean nothing = loaded instanceof Scalar scalar && scalar.type() == ScalarType.NULL;
    if (!nothing && !(loaded instanceof Dictionary)) {
      throw CanonicalLoader.refused("the content of \"variables\" would be lost", written);
    }
    Map<String, CanonicalValue> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
    if (loaded instanceof Dictionary variables) {
      variables.entries().forEach((name, value) -> sorted.put(name(name, written), value));
    }
    set.forEach((name, text) -> sorted.put(name, new Scalar(ScalarType.STRING, text)));
    Dictionary changed = new Dictionary();
    sorted.forEach(
        (name, value) -> changed.entries().put(new Scalar(ScalarType.STRING, name), value));
    data.entries().put(key, changed);
    if (loaded instanceof Dictionary && new CanonicalAnchors(data).reaches(loaded)) {
      // The older tool loads and dumps once for every key: what the alias holds in the end depends
      // on how many keys were set.
      throw CanonicalLoader.refused("an alias repeats the whole of \"variables\"", written);
    }
    return new CanonicalWriter(data).write().getBytes(US_ASCII);
  }

  private static String name(Scalar key, YamlNode written) {
    if (key.type() != ScalarType.STRING) {
      throw CanonicalLoader.refused(
          "\"" + key.text() + "\" in \"variables\" is not a text in Python", written);
    }
    return key.text();
  }
}
