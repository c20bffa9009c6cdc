package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceTextTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "'   Apache License\n   Version 2.0, January 2004' | Apache-2.0",
        "'Mozilla Public License, version 2.0'             | MPL-2.0",
        "'Permission is hereby granted, free of charge, to ...\nTHE SOFTWARE IS PROVIDED “AS IS”' | MIT",
        "'All rights reserved.'                            | ''",
        "''                                                | ''",
      },
      delimiter = '|')
  void isToldByItsSentences(String text, String spdx) {
    assertThat(LicenceText.identify(text)).isEqualTo(spdx);
  }
}
