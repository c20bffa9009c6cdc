package dev.ocelot.packaging.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.ocelot.digest.Digest;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the SDK and moto, and does to calls what networks and services do to them. It also
 * serves the code of layers, which moto does not.
 */
final class FaultProxy implements AutoCloseable {
  /** Decides what happens to a call. */
  interface Script {
    NetworkTrouble trouble(int place, Request call);

    /** Nothing happens to any. */
    Script NONE = (place, call) -> NetworkTrouble.NONE;
  }

  private final WireMockServer server;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile Script script = Script.NONE;

  FaultProxy(Moto moto) {
    ServedCode served = new ServedCode(moto);
    this.server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .extensions(
                    new ResponseDefinitionTransformerV2() {
                      @Override
                      public ResponseDefinition transform(ServeEvent event) {
                        return answer(event.getRequest(), served);
                      }

                      @Override
                      public String getName() {
                        return "trouble";
                      }
                    }));
    server.stubFor(any(anyUrl()).willReturn(ok()));
    server.start();
  }

  /**
   * One at a time: moto looks at a condition and writes in two steps, which DynamoDB never does.
   */
  private synchronized ResponseDefinition answer(Request call, ServedCode served) {
    if (served.isItsOwn(call)) {
      return served.code(call).build();
    }
    if (!isOfItsBody(call.getHeader(StatedDigestScheme.HEADER), call.getBody())) {
      return error(call, 403, "InvalidSignatureException", "the digest is not that of the body");
    }
    NetworkTrouble trouble = script.trouble(calls.getAndIncrement(), call);
    return switch (trouble) {
      case NONE -> served.forwarded(call, address()).build();
      case THROTTLED -> error(call, 429, "ThrottlingException", "Rate exceeded");
      case UNWELL -> error(call, 503, "ServiceUnavailableException", "try later");
      case BAD_GATEWAY -> error(call, 502, "", "bad gateway");
      case BAD_GATEWAY_AFTER -> {
        served.forwarded(call, address());
        yield error(call, 502, "", "bad gateway");
      }
      case RESET -> broken();
      case LOST -> {
        served.forwarded(call, address());
        yield broken();
      }
      case SLOW -> served.forwarded(call, address()).withFixedDelay(1_500).build();
      case TWICE -> {
        served.forwarded(call, address());
        yield served.forwarded(call, address()).build();
      }
      case SKEWED ->
          error(
              call, 403, "InvalidSignatureException", "Signature expired: 20260101 is now earlier");
      case EXPIRED -> error(call, 403, "ExpiredTokenException", "The security token is expired");
      case DENIED ->
          error(call, 403, "AccessDeniedException", "User: x is not authorized to perform: y");
    };
  }

  /** AWS looks, which moto does not. S3 has other words for bodies that come in pieces. */
  private static boolean isOfItsBody(@Nullable String stated, byte[] body) {
    return stated == null || stated.length() != 64 || stated.equals(Digest.SHA256.of(body));
  }

  private static ResponseDefinition broken() {
    return new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
  }

  private static ResponseDefinition error(Request call, int status, String code, String message) {
    if (call.getBodyAsString().startsWith("Action=")) {
      return new ResponseDefinitionBuilder()
          .withStatus(status)
          .withHeader("Content-Type", "text/xml")
          .withBody(
              "<ErrorResponse><Error><Code>"
                  + code
                  + "</Code><Message>"
                  + message
                  + "</Message></Error></ErrorResponse>")
          .build();
    }
    return new ResponseDefinitionBuilder()
        .withStatus(status)
        .withHeader("Content-Type", "application/x-amz-json-1.0")
        .withHeader("x-amzn-ErrorType", code)
        .withBody("{\"__type\": \"" + code + "\", \"message\": \"" + message + "\"}")
        .build();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** From now on calls are counted from 0, and this happens to them. */
  void play(Script next) {
    script = next;
    calls.set(0);
  }

  /** How many calls came since the script was set. */
  int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    server.stop();
  }
}
