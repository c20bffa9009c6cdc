package dev.ocelot.packaging.aws;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes calls on to moto, and keeps the zips that pass by, as moto gives none of them back. */
final class ServedCode {
  private static final String OWN = "/served/";
  private static final Pattern ZIP = Pattern.compile("\"ZipFile\":\"([^\"]*)\"");
  private static final Pattern DIGEST = Pattern.compile("\"CodeSha256\": ?\"([^\"]*)\"");
  private static final Set<String> HELD =
      Set.of("host", "content-length", "connection", "expect", "transfer-encoding", "upgrade");

  private final Moto moto;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, byte[]> zips = new ConcurrentHashMap<>();

  ServedCode(Moto moto) {
    this.moto = moto;
  }

  boolean isItsOwn(Request call) {
    return call.getUrl().startsWith(OWN);
  }

  ResponseDefinitionBuilder code(Request call) {
    byte[] zip = zips.get(call.getUrl().substring(OWN.length()));
    return zip == null
        ? new ResponseDefinitionBuilder().withStatus(403)
        : new ResponseDefinitionBuilder().withStatus(200).withBody(zip);
  }

  ResponseDefinitionBuilder forwarded(Request call, URI own) {
    keep(call);
    HttpResponse<byte[]> answer = sent(call);
    ResponseDefinitionBuilder shown =
        new ResponseDefinitionBuilder().withStatus(answer.statusCode());
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!HELD.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                shown.withHeader(name, values.toArray(String[]::new));
              }
            });
    return shown.withBody(withAddress(answer.body(), own));
  }

  private HttpResponse<byte[]> sent(Request call) {
    byte[] body = call.getBody() == null ? new byte[0] : call.getBody();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(moto.address().resolve(call.getUrl()))
            .timeout(Duration.ofSeconds(60))
            .method(
                call.getMethod().getName(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : call.getAllHeaderKeys()) {
      if (!HELD.contains(name.toLowerCase(java.util.Locale.ROOT))) {
        request.header(name, call.getHeader(name));
      }
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(Request call) {
    if (call.getUrl().contains("/layers/") && call.getBody() != null) {
      Matcher zip = ZIP.matcher(new String(call.getBody(), StandardCharsets.ISO_8859_1));
      if (zip.find()) {
        byte[] bytes = Base64.getDecoder().decode(zip.group(1));
        zips.put(sha256(bytes), bytes);
      }
    }
  }

  private static byte[] withAddress(byte[] body, URI own) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    Matcher digest = DIGEST.matcher(text);
    if (!text.contains("\"s3://\"") || !digest.find()) {
      return body;
    }
    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(digest.group(1)));
    return text.replace("\"s3://\"", "\"" + own + OWN + hex + "\"")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
