package dev.ocelot.packaging.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands an empty moto to each test; one server serves them all. */
final class MotoExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Moto.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Moto moto =
        context
            .getRoot()
            .getStore(Namespace.create(MotoExtension.class))
            .computeIfAbsent(Moto.class, key -> started(), Moto.class);
    try {
      moto.reset();
      return moto;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Moto started() {
    try {
      return Moto.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
