package dev.ocelot.packaging.collector.build;

import java.util.List;
import java.util.Locale;

/**
 * Tells the licences that Go modules usually have by sentences that only they contain. What it does
 * not know for certain it leaves open.
 */
final class LicenceText {
  private record Mark(String spdx, List<String> sentences) {}

  /** The first whose sentences all occur. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark("Apache-2.0", List.of("apache license", "version 2.0, january 2004")),
          new Mark("MPL-2.0", List.of("mozilla public license", "version 2.0")),
          new Mark(
              "BSD-3-Clause",
              List.of(
                  "redistribution and use in source and binary forms",
                  "neither the name",
                  "endorse or promote products")),
          new Mark(
              "BSD-2-Clause",
              List.of(
                  "redistribution and use in source and binary forms",
                  "redistributions in binary form must reproduce")),
          new Mark(
              "MIT",
              List.of(
                  "permission is hereby granted, free of charge",
                  "the software is provided \"as is\"")),
          new Mark(
              "ISC",
              List.of(
                  "permission to use, copy, modify, and/or distribute this software for any purpose")),
          new Mark("Unlicense", List.of("released into the public domain", "unlicense.org")));

  private LicenceText() {}

  /**
   * Identifies a text.
   *
   * @param text a licence file
   * @return the SPDX identifier, or empty
   */
  static String identify(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replace('”', '"').replace('“', '"').replaceAll("\\s+", " ");
    for (Mark mark : MARKS) {
      if (mark.sentences().stream().allMatch(plain::contains)) {
        return mark.spdx();
      }
    }
    return "";
  }
}
