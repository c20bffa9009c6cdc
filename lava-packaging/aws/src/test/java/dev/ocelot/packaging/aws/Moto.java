package dev.ocelot.packaging.aws;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A moto server of its own, on a port that it chose itself.
 *
 * <p>Where it is not AWS: it serves no code of layers, takes two statements of one id, and accepts
 * a zip of any size.
 */
final class Moto implements AutoCloseable {
  private static final Pattern RUNNING =
      Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

  private final Process process;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private Moto(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static Moto start() throws IOException {
    Process process =
        new ProcessBuilder(program().toString(), "-H", "127.0.0.1", "-p", "0")
            .redirectErrorStream(true)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Deque<String> before = new ArrayDeque<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher running = RUNNING.matcher(line);
      if (running.find()) {
        drain(said);
        return new Moto(process, URI.create(running.group(1)));
      }
      before.add(line);
    }
    throw new IOException("moto ended: " + before);
  }

  /** It says every call that it answers, and would wait for a reader. */
  private static void drain(BufferedReader said) {
    Thread reader =
        new Thread(
            () -> {
              try (said) {
                String line = said.readLine();
                while (line != null) {
                  line = said.readLine();
                }
              } catch (IOException e) {
                // It has ended.
              }
            },
            "moto");
    reader.setDaemon(true);
    reader.start();
  }

  private static Path program() {
    String state = System.getenv("XDG_STATE_HOME");
    Path home =
        state == null || state.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    Stream<Path> prepared = Stream.of(home.resolve("ocelot/moto/bin"));
    Stream<Path> path = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    Optional<Path> found =
        Stream.concat(prepared, path)
            .map(folder -> folder.resolve("moto_server"))
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseThrow(
        () -> new IllegalStateException("there is no moto_server: run it/prepare test"));
  }

  URI address() {
    return address;
  }

  /** Forgets everything. */
  void reset() throws IOException, InterruptedException {
    post("/moto-api/reset");
  }

  /** Makes a role that functions can have, and answers with its ARN. */
  String role() throws IOException, InterruptedException {
    String trust =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        """;
    send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            // It finds the service by the scope of the signature, which it does not check.
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/us-east-1/iam/aws4_request,"
                    + " SignedHeaders=host, Signature=00")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "Action=CreateRole&Version=2010-05-08&RoleName=functions"
                        + "&AssumeRolePolicyDocument="
                        + URLEncoder.encode(trust, StandardCharsets.UTF_8))));
    return "arn:aws:iam::" + AwsSamples.ACCOUNT + ":role/functions";
  }

  private void post(String path) throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(address.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()));
  }

  private void send(HttpRequest.Builder call) throws IOException, InterruptedException {
    HttpRequest request = call.timeout(Duration.ofSeconds(30)).build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("moto: " + answer.statusCode());
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(10, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
