package dev.ocelot.packaging.publish;

import java.util.regex.Pattern;

/**
 * How a setting is spelled. The JSON schema of {@code publish.yaml} says the same.
 *
 * @param form what the whole text must match
 * @param words the form in words
 */
record SettingForm(Pattern form, String words) {
  private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))[^/\\\\\\x00-\\x1f\\x7f]+";

  static final SettingForm SOME_TEXT = new SettingForm(Pattern.compile("(?s).+"), "some text");
  static final SettingForm RELEASE_GROUP =
      new SettingForm(
          Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}"),
          "letters, digits, hyphens and underscores, at most 64");
  static final SettingForm RUNTIME =
      new SettingForm(Pattern.compile("[a-z][a-z0-9._-]*"), "such as provided.al2023 or java21");
  static final SettingForm REGION =
      new SettingForm(Pattern.compile("(?=.{1,32}$)" + Region.FORM), "such as us-east-1");
  static final SettingForm TABLE =
      new SettingForm(
          Pattern.compile("[A-Za-z0-9_.-]{3,255}"),
          "3 to 255 letters, digits, dots, hyphens and underscores");
  static final SettingForm ACCOUNT = new SettingForm(Pattern.compile("[0-9]{12}"), "12 digits");
  static final SettingForm LICENCE =
      new SettingForm(Pattern.compile("(?s).{1,512}"), "1 to 512 characters");
  static final SettingForm DIRECTORY =
      new SettingForm(
          Pattern.compile("(?!target(?:/|$))(?:" + SEGMENT + "/)*" + SEGMENT),
          "a path inside the repository, outside target, with forward slashes");

  static final SettingForm BUCKET =
      new SettingForm(
          Pattern.compile("(?:[a-z0-9.-]|\\{region\\}){3,63}"),
          "3 to 63 lower-case letters, digits, dots, hyphens and {region}");

  boolean fits(String text) {
    return form.matcher(text).matches();
  }
}
