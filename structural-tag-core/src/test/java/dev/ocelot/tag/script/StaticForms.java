package dev.ocelot.tag.script;

import java.util.List;

/** Calls that can be read without running the script, with what they are given. */
final class StaticForms {
  /** The beginning of every expected list. */
  static final String VARIABLE = "X_TAG";

  /**
   * One form.
   *
   * @param text the script
   * @param inputs what the call is given behind the variable
   */
  record Form(String text, List<String> inputs) {
    @Override
    public String toString() {
      return text;
    }
  }

  private StaticForms() {}

  private static Form form(String text, String... inputs) {
    return new Form(text, List.of(inputs));
  }

  private static final String CALL = "ci_tag_build_time_check ";

  static final List<Form> QUOTING =
      List.of(
          form("ci_tag_build_time_check \"X_TAG\""),
          form("ci_tag_build_time_check X_TAG\n"),
          form(CALL + "'X_TAG'\n"),
          form(CALL + "X_\"TAG\"\n"),
          form("  \t" + CALL + " \t X_TAG a  b\t c # d\n", "a", "b", "c"),
          form(CALL + "X_TAG a#b\n", "a#b"),
          form(CALL + "X_TAG 'sp ace' \"ta\tb\" new\\ line\n", "sp ace", "ta\tb", "new line"),
          form(CALL + "X_TAG 'line\nbreak' \"line\nbreak\"\n", "line\nbreak", "line\nbreak"),
          form(CALL + "X_TAG -n -- --help\n", "-n", "--", "--help"),
          form(CALL + "X_TAG '' \"\" a''b\n", "", "", "ab"),
          form(
              CALL + "X_TAG \\$A '$A' \"\\$A\" \"\\`\" \"a\\\"b\" \"a\\b\"\n",
              "$A",
              "$A",
              "$A",
              "`",
              "a\"b",
              "a\\b"),
          form(CALL + "X_TAG '*' \"?\" \\[a] \\~ '{a,b}'\n", "*", "?", "[a]", "~", "{a,b}"),
          form(CALL + "X_TAG {} {a} a{b}c a=b a~b =x\n", "{}", "{a}", "a{b}c", "a=b", "a~b", "=x"),
          form(CALL + "X_TAG \\\n  a \\\n  b\\\nc\n", "a", "bc"),
          form(CALL + "X_TAG \"a\\\nb\" 'a\\\nb'\n", "ab", "a\\\nb"),
          form("ci_tag_build\\\n_time_check X_TAG a\n", "a"),
          form("'ci_tag_build_time_check' X_TAG a\n", "a"),
          form("ci_tag_\"build\"_time_check X_TAG a # it\n", "a"),
          form(CALL + "X_TAG é '日本 語' 😀\n", "é", "日本 語", "😀"),
          form(CALL + "X_TAG a; echo b\n", "a"),
          form(CALL + "X_TAG a&&echo b\n", "a"),
          form(CALL + "X_TAG a || exit 1\n", "a"),
          form(CALL + "X_TAG a | cat\n", "a"),
          form(CALL + "X_TAG a >/dev/null 2>&1 b </dev/null\n", "a", "b"),
          form(CALL + "X_TAG a 2 >/dev/null\n", "a", "2"),
          form(CALL + "X_TAG a <<EOF\nci_tag_build_time_check Y_TAG\nEOF\n", "a"),
          form(CALL + "X_TAG if then fi { }\n", "if", "then", "fi", "{", "}"),
          form(CALL + "X_TAG a $ b\n", "a", "$", "b"),
          form(CALL + "X_TAG a\\", "a\\"));

  static final List<Form> PLACES =
      List.of(
          form("#!/bin/bash\nset -uex\nsection_start x \"Building x\"\n" + CALL + "X_TAG a\n", "a"),
          form("! " + CALL + "X_TAG a\n", "a"),
          form("time " + CALL + "X_TAG a\n", "a"),
          form("time -p " + CALL + "X_TAG a\n", "a"),
          form("{ " + CALL + "X_TAG a; }\n", "a"),
          form("( " + CALL + "X_TAG a )\n", "a"),
          form("(" + CALL + "X_TAG a)\n", "a"),
          form("{ A=x; { " + CALL + "X_TAG \"$A\"; } >/dev/null; }\n", "x"),
          form("( A=x; " + CALL + "X_TAG \"$A\" )\n", "x"),
          form("A=y\n( A=x )\n" + CALL + "X_TAG \"$A\"\n", "y"),
          form("A=x B=y " + CALL + "X_TAG a\n", "a"),
          form("A=y\nA=x " + CALL + "X_TAG \"$A\"\n", "y"),
          form(">/dev/null " + CALL + "X_TAG a\n", "a"),
          form("CHECK=ci_tag_build_time_check\n$CHECK X_TAG a\n", "a"),
          form("CHECK='ci_tag_build_time_check X_TAG'\n$CHECK a\n", "a"),
          form("E=\n$E " + CALL + "X_TAG a\n", "a"),
          form("echo 'ci_tag_build_time_check Y_TAG b'\n" + CALL + "X_TAG a\n", "a"),
          form("echo \"ci_tag_build_time_check Y_TAG\"\n" + CALL + "X_TAG a\n", "a"),
          form(": <<'EOF'\nci_tag_build_time_check Y_TAG b\nEOF\n" + CALL + "X_TAG a\n", "a"),
          form(": <<-EOF\n\tci_tag_build_time_check Y_TAG\n\tEOF\n" + CALL + "X_TAG a\n", "a"),
          form(": <<A <<\"B C\"\nx\nA\ny\nB C\n" + CALL + "X_TAG a\n", "a"),
          form("cat <<EOF >/dev/null\n$(echo ')' \"'\")\n\\EOF\nEOF\n" + CALL + "X_TAG a\n", "a"),
          form("f() {\n  cat <<EOF\n}\nEOF\n}\n" + CALL + "X_TAG a\n", "a"),
          form("type ci_tag_build_time_check >/dev/null\n" + CALL + "X_TAG a\n", "a"),
          form("command -v ci_tag_build_time_check >/dev/null\n" + CALL + "X_TAG a\n", "a"),
          form("if false; then ci_tag_build_time_check() { :; }; fi\n" + CALL + "X_TAG a\n", "a"),
          form(CALL + "X_TAG a\nif [ ]]; ( fi\n", "a"),
          form(CALL + "X_TAG a\n'\n", "a"),
          form("\uFEFFtrue\n" + CALL + "X_TAG a\n", "a"));

  static final List<Form> CONTEXT =
      List.of(
          form("case x in a) ;; (b|c) ;; *) echo ;; esac\n" + CALL + "X_TAG a\n", "a"),
          form("Y=$(case x in a) echo ;; esac)\n" + CALL + "X_TAG a\n", "a"),
          form("Y=$(echo ')' # )\n)\n" + CALL + "X_TAG a\n", "a"),
          form("Y=`echo \\`echo\\``\n" + CALL + "X_TAG a\n", "a"),
          form("Y=\"$(echo \"a $(echo \"b\")\")\"\n" + CALL + "X_TAG a\n", "a"),
          form("Y=${Z:-\"}\"} W=${Z:-'}'}\n" + CALL + "X_TAG a\n", "a"),
          form("Y=\"${Z#'}'}\"\n" + CALL + "X_TAG a\n", "a"),
          form("Y=$((1 << 2)); (( Y > 3 )) || true\n" + CALL + "X_TAG a\n", "a"),
          form("Y=$( (echo a) ); ( (true) )\n" + CALL + "X_TAG a\n", "a"),
          form("for ((i=0; i<2; i++)); do :; done\n" + CALL + "X_TAG a\n", "a"),
          form("for i in a b; do :; done; for i; do :; done\n" + CALL + "X_TAG a\n", "a"),
          form("while false; do :; done; until true; do :; done\n" + CALL + "X_TAG a\n", "a"),
          form("if [[ a =~ ^(a|b)$ && 1 < 2 ]]; then :; fi\n" + CALL + "X_TAG a\n", "a"),
          form("[[ x =~ (#) ]]\n" + CALL + "X_TAG a\n", "a"),
          form(
              "if true; then :; elif false; then :; else :; fi >/dev/null\n" + CALL + "X_TAG a\n",
              "a"),
          form("function f { :; }; function g() { :; }; h () ( : )\n" + CALL + "X_TAG a\n", "a"),
          form(
              "shopt -s extglob\ncase x in @(a|b)) ;; !(y)|!(z|w)) ;; esac\n: !(a|b)\n"
                  + CALL
                  + "X_TAG a\n",
              "a"),
          form("cat <(echo a) > >(cat) </dev/null\n" + CALL + "X_TAG a\n", "a"),
          form("exec 3>&1 {fd}>/dev/null 4<<<'x'\n" + CALL + "X_TAG a\n", "a"),
          form("echo a & wait\n" + CALL + "X_TAG a\n", "a"),
          form("true && true || true\n" + CALL + "X_TAG a\n", "a"),
          form(
              "echo $'it\\'s' $\"x\" $[1+1] ${#Y} ${!Y*} $# $? $- $$ $!\n" + CALL + "X_TAG a\n",
              "a"),
          form("D=([0]=a [1]=b)\n" + CALL + "X_TAG a\n", "a"),
          form("case esac in (esac) ;; esac\n" + CALL + "X_TAG a\n", "a"),
          form("echo do done then fi if { } case in\n" + CALL + "X_TAG a\n", "a"),
          form("true;# comment '\n# it's\n" + CALL + "X_TAG a\n", "a"));

  static final List<Form> VARIABLES =
      List.of(
          form(
              "A=x\n" + CALL + "X_TAG \"$A\" \"${A}\" $A ${A} p$A\"q\"\n",
              "x",
              "x",
              "x",
              "x",
              "pxq"),
          form("V=X_TAG\n" + CALL + "$V a\n", "a"),
          form(
              "D=components/x; P=$D/p.patch\n"
                  + CALL
                  + "X_TAG \"$P\" \"$D\"/*q*'r'\n".replace("*q*", "q"),
              "components/x/p.patch",
              "components/x/qr"),
          form("A='a b'\n" + CALL + "X_TAG \"$A\" $A\n", "a b", "a", "b"),
          form(
              "A=' a  b '\n" + CALL + "X_TAG x$A\"y\" $A$A\n",
              "x",
              "a",
              "b",
              "y",
              "a",
              "b",
              "a",
              "b"),
          form("A=\n" + CALL + "X_TAG \"$A\" $A x$A\n", "", "x"),
          form("A=' '\n" + CALL + "X_TAG $A a$A''b \"\"$A\n", "a", "b", ""),
          form("A=x*y\n" + CALL + "X_TAG \"$A\"\n", "x*y"),
          form("A=x; A+=y; A+=\"z\"\n" + CALL + "X_TAG \"$A\"\n", "xyz"),
          form("A=x; A=y\n" + CALL + "X_TAG \"$A\"\n", "y"),
          form("A=1 B=$A\n" + CALL + "X_TAG \"$B\"\n", "1"),
          form(
              "export A=x; readonly B=y; declare C=z; typeset -r D=w\n"
                  + CALL
                  + "X_TAG \"$A$B$C$D\"\n",
              "xyzw"),
          form("A=x; export A; declare A; readonly A\n" + CALL + "X_TAG \"$A\"\n", "x"),
          form("export A='x y' B=$A\n" + CALL + "X_TAG \"$A\"\n", "x y"),
          form("A=\\~/x B=a:b\n" + CALL + "X_TAG \"$A\" \"$B\"\n", "~/x", "a:b"),
          form("A={a,b} B='*'\n" + CALL + "X_TAG \"$A\" \"$B\"\n", "{a,b}", "*"),
          form("A=x; if true; then A=y; fi; A=z\n" + CALL + "X_TAG \"$A\"\n", "z"),
          form("A=x; IFS=, read -r B <<<'1,2'\n" + CALL + "X_TAG $A\n", "x"),
          form("A=x; cd /; pushd / >/dev/null\n" + CALL + "X_TAG \"$A\"\n", "x"),
          form("f() { local A=y; B=z; }\nA=x; f\n" + CALL + "X_TAG \"$A\"\n", "x"),
          form("A=x; Y=$(A=y); (A=z)\n" + CALL + "X_TAG \"$A\"\n", "x"),
          form("A=x; trap 'rm -rf y' EXIT\n" + CALL + "X_TAG \"$A\"\n", "x"),
          form("A=x; B=y true\n" + CALL + "X_TAG \"$A\"\n", "x"),
          form("A=$'\\n'; A=x; set -- a b\n" + CALL + "X_TAG \"$A\"\n", "x"),
          form("A=x\nprintf '%s\\n' \"$A\" A >/dev/null\n" + CALL + "X_TAG \"$A\"\n", "x"),
          form(
              ". \"$OCELOT_TAG_FUNCTIONS\"\nA=x\n. \"${OCELOT_TAG_FUNCTIONS}\"\n"
                  + CALL
                  + "X_TAG \"$A\"\n",
              "x"));

  static final List<Form> ARRAYS =
      List.of(
          form("P=(a b)\n" + CALL + "X_TAG \"${P[@]}\"\n", "a", "b"),
          form(
              "P=(a 'b c')\n" + CALL + "X_TAG \"${P[@]}\" \"${P[*]}\" ${P[@]} ${P[*]}\n",
              "a",
              "b c",
              "a b c",
              "a",
              "b",
              "c",
              "a",
              "b",
              "c"),
          form(
              "P=(\n  a # first )\n  # 'second\n\n  \"b\"\n)\n" + CALL + "X_TAG \"${P[@]}\"\n",
              "a",
              "b"),
          form("P=(a \\\n b)\n" + CALL + "X_TAG \"${P[@]}\"\n", "a", "b"),
          form("P=()\n" + CALL + "X_TAG \"${P[@]}\" \"${P[*]}\" a${P[@]}\n", "", "a"),
          form("P=(); P+=(a); P+=(b c)\n" + CALL + "X_TAG \"${P[@]}\"\n", "a", "b", "c"),
          form("P=(a b)\n" + CALL + "X_TAG \"x${P[@]}y\" x${P[@]}y\n", "xa", "by", "xa", "by"),
          form("P=(a b); Q=(\"${P[@]}\" c)\n" + CALL + "X_TAG \"${Q[@]}\"\n", "a", "b", "c"),
          form("D=d; P=(\"$D/a\" $D/b)\n" + CALL + "X_TAG \"${P[@]}\"\n", "d/a", "d/b"),
          form("P=(a b)\n" + CALL + "X_TAG \"$P\" $P \"${P}\"\n", "a", "a", "a"),
          form("P=(a b); P=x\n" + CALL + "X_TAG \"${P[@]}\"\n", "x", "b"),
          form("P=(a b); P+=x\n" + CALL + "X_TAG \"${P[@]}\"\n", "ax", "b"),
          form("P=x; P+=(y)\n" + CALL + "X_TAG \"${P[@]}\"\n", "x", "y"),
          form("P=x\n" + CALL + "X_TAG \"${P[@]}\" \"${P[*]}\"\n", "x", "x"),
          form(
              "P=(a b); S=\"${P[@]}\"; T=${P[*]}\n" + CALL + "X_TAG \"$S\" \"$T\"\n", "a b", "a b"),
          form(
              "declare -a P=(a b); declare -ar Q=(c); readonly R=(d)\n"
                  + CALL
                  + "X_TAG \"${P[@]}\" \"${Q[@]}\" \"${R[@]}\"\n",
              "a",
              "b",
              "c",
              "d"),
          form("P=('' b '')\n" + CALL + "X_TAG \"${P[@]}\" ${P[@]}\n", "", "b", "", "b"),
          form("P=(-a '--b' 'c\nd')\n" + CALL + "X_TAG \"${P[@]}\"\n", "-a", "--b", "c\nd"),
          form("P=(a); P=(\"${P[@]}\" b)\n" + CALL + "X_TAG \"${P[@]}\"\n", "a", "b"));
}
