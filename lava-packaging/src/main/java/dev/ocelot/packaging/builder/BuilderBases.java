package dev.ocelot.packaging.builder;

import java.util.List;

/**
 * What a Dockerfile is built on.
 *
 * @param references the images that it names, each once, in the order in which they come
 * @param root the image that the last stage stems from, or {@value #SCRATCH}
 * @param platform which platform the last stage is to be of
 */
record BuilderBases(List<String> references, String root, PlatformChoice platform) {
  /** Nothing at all. */
  static final String SCRATCH = "scratch";

  BuilderBases {
    references = List.copyOf(references);
  }

  /** Which platform a stage asks for. */
  sealed interface PlatformChoice {
    /** It does not say: that of its image. */
    record OfImage() implements PlatformChoice {}

    /** That of the machine that builds, {@code --platform=$BUILDPLATFORM}. */
    record OfEngine() implements PlatformChoice {}

    /**
     * A certain one.
     *
     * @param platform as written, its variables replaced
     */
    record Given(String platform) implements PlatformChoice {}
  }
}
