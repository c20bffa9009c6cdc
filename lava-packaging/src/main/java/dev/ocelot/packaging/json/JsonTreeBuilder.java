package dev.ocelot.packaging.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the tree of one document. Used once. */
final class JsonTreeBuilder {
  private final JsonFactory factory;
  private final JsonText source;
  private final JsonText.Places places;
  private final Problems problems;

  JsonTreeBuilder(JsonFactory factory, JsonText source, Problems problems) {
    this.factory = factory;
    this.source = source;
    this.places = source.new Places();
    this.problems = problems;
  }

  /**
   * Builds.
   *
   * @return the document, or empty when a problem was added
   */
  Optional<JsonNode> build() {
    try (JsonParser parser = factory.createParser(source.text())) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return failed("the document is empty", places.at(0));
      }
      JsonNode root = node(parser, first);
      if (parser.nextToken() != null) {
        return failed("something follows the document", here(parser));
      }
      return Optional.of(root);
    } catch (Refused e) {
      return failed(e.getMessage(), e.place);
    } catch (JsonProcessingException e) {
      long offset = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
      return failed("not JSON: " + e.getOriginalMessage(), places.at(offset));
    } catch (IOException e) {
      throw new UncheckedIOException("reading text in memory", e);
    }
  }

  private Optional<JsonNode> failed(String message, Location place) {
    problems.add(Problem.error(JsonTree.JSON_INVALID, message).at(place));
    return Optional.empty();
  }

  private Location here(JsonParser parser) {
    return places.at(parser.currentTokenLocation().getCharOffset());
  }

  private JsonNode node(JsonParser parser, JsonToken token) throws IOException, Refused {
    Location place = here(parser);
    return switch (token) {
      case START_OBJECT -> members(parser, place);
      case START_ARRAY -> items(parser, place);
      case VALUE_STRING -> new JsonNode.Text(whole(parser.getText(), place), place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNode.Figure(parser.getText(), place);
      case VALUE_TRUE -> new JsonNode.Flag(true, place);
      case VALUE_FALSE -> new JsonNode.Flag(false, place);
      case VALUE_NULL -> new JsonNode.Nothing(place);
      default -> throw new Refused("not JSON: unexpected " + token, place);
    };
  }

  private JsonNode members(JsonParser parser, Location place) throws IOException, Refused {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    Map<String, Location> names = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Location namePlace = here(parser);
      String name = parser.currentName();
      if (names.put(name, namePlace) != null) {
        throw new Refused("the name " + name + " stands twice in one object", namePlace);
      }
      members.put(name, node(parser, parser.nextToken()));
    }
    return new JsonNode.Members(members, names, place);
  }

  private JsonNode items(JsonParser parser, Location place) throws IOException, Refused {
    List<JsonNode> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(node(parser, t));
    }
    return new JsonNode.Items(items, place);
  }

  /**
   * An escape can write half of a surrogate pair, which no UTF-8 text can hold; Jackson refuses
   * that in names only.
   */
  private static String whole(String text, Location place) throws Refused {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new Refused("half of a surrogate pair in a string", place);
      }
    }
    return text;
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Location place;

    Refused(String message, Location place) {
      super(message);
      this.place = place;
    }

    @Override
    public String getMessage() {
      String message = super.getMessage();
      return message == null ? "" : message;
    }
  }
}
