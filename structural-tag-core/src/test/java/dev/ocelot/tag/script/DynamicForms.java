package dev.ocelot.tag.script;

import java.util.List;

/** Calls that cannot be read without running the script, with the place and a reason. */
final class DynamicForms {
  /**
   * One form.
   *
   * @param text the script
   * @param place line and column of what is reported
   * @param reason a part of the message
   */
  record Form(String text, String place, String reason) {
    @Override
    public String toString() {
      return text;
    }
  }

  private DynamicForms() {}

  private static Form form(String text, String place, String reason) {
    return new Form(text, place, reason);
  }

  private static final String CALL = "ci_tag_build_time_check ";

  static final List<Form> WORDS =
      List.of(
          form(CALL + "X_TAG \"$A\"", "1:31", "environment"),
          form(CALL + "X_TAG a $A", "1:33", "environment"),
          form(CALL + "${X}_TAG", "1:25", "environment"),
          form(CALL + "X_TAG \"$1\"", "1:31", "set by the shell"),
          form(CALL + "X_TAG \"$@\"", "1:31", "set by the shell"),
          form("RANDOM=1\n" + CALL + "X_TAG $RANDOM", "2:31", "set by the shell"),
          form("PWD=x\n" + CALL + "X_TAG \"$PWD/a\"", "2:31", "set by the shell"),
          form(CALL + "X_TAG $(ls)", "1:31", "what a command prints"),
          form(CALL + "X_TAG \"`ls`\"", "1:31", "what a command prints"),
          form(CALL + "X_TAG <(ls)", "1:31", "what a command prints"),
          form(CALL + "X_TAG a$((1+1))", "1:31", "arithmetic"),
          form("A=x\n" + CALL + "X_TAG ${A:-y}", "2:31", "operator"),
          form("A=x\n" + CALL + "X_TAG ${#A}", "2:31", "operator"),
          form("A=x\n" + CALL + "X_TAG ${!A}", "2:31", "operator"),
          form("A=x\n" + CALL + "X_TAG \"${A%.c}\"", "2:31", "operator"),
          form("A=(x)\n" + CALL + "X_TAG \"${A[0]}\"", "2:31", "operator"),
          form("A=(x)\n" + CALL + "X_TAG \"${#A[@]}\"", "2:31", "operator"),
          form("A=()\n" + CALL + "X_TAG \"$A\"", "2:31", "without elements"),
          form(CALL + "X_TAG p/*.patch", "1:31", "file names"),
          form(CALL + "X_TAG a? [b]", "1:31", "file names"),
          form("A=*\n" + CALL + "X_TAG $A", "2:31", "file names"),
          form("A=(*.patch)\n" + CALL + "X_TAG \"${A[@]}\"", "2:31", "assigned at 1:1"),
          form(CALL + "X_TAG a{b,c}", "1:31", "braces"),
          form(CALL + "X_TAG {1..3}", "1:31", "braces"),
          form(CALL + "X_TAG {\"a\",'b'}", "1:31", "braces"),
          form(CALL + "X_TAG ~/a", "1:31", "'~'"),
          form("A=~/x\n" + CALL + "X_TAG \"$A\"", "2:31", "'~'"),
          form("A=x:~/y\n" + CALL + "X_TAG \"$A\"", "2:31", "'~'"),
          form(CALL + "X_TAG $'a'", "1:31", "shells read differently"),
          form(CALL + "X_TAG $\"a\"", "1:31", "shells read differently"),
          form("IFS=:\nA=a:b\n" + CALL + "X_TAG $A", "3:31", "IFS"),
          form("IFS=:\nA=(a b)\n" + CALL + "X_TAG \"${A[*]}\"", "3:31", "IFS"),
          form("export IFS\nsource x\nA=x\n" + CALL + "X_TAG $A", "4:31", "IFS"),
          form(CALL + "\\\n  X_TAG 'é' 😀 $A", "2:15", "environment"));

  static final List<Form> ASSIGNMENTS =
      List.of(
          form("A=$B\n" + CALL + "X_TAG \"$A\"", "2:31", "assigned at 1:1"),
          form("A=$(ls)\n" + CALL + "X_TAG \"$A\"", "2:31", "what a command prints"),
          form("A=<(ls)\n" + CALL + "X_TAG \"$A\"", "2:31", "what a command prints"),
          form("A+=x\n" + CALL + "X_TAG \"$A\"", "2:31", "environment"),
          form("A+=(x)\n" + CALL + "X_TAG \"${A[@]}\"", "2:31", "environment"),
          form("declare -a A\nA+=(x)\n" + CALL + "X_TAG \"${A[@]}\"", "3:31", "environment"),
          form("A[0]=x\n" + CALL + "X_TAG \"$A\"", "2:31", "by index"),
          form("A=(x)\nA[$i]=x\n" + CALL + "X_TAG \"$A\"", "3:31", "by index"),
          form("A=([1]=x)\n" + CALL + "X_TAG \"${A[@]}\"", "2:31", "file names"),
          form("if x; then A=y; fi\n" + CALL + "X_TAG \"$A\"", "2:31", "in 'if' at 1:12"),
          form("A=x\nif y; then A=z; fi\n" + CALL + "X_TAG \"$A\"", "3:31", "in 'if'"),
          form("A=x\ncase y in z) A=w;; esac\n" + CALL + "X_TAG \"$A\"", "3:31", "in 'case'"),
          form("A=x\nwhile y; do A=z; done\n" + CALL + "X_TAG \"$A\"", "3:31", "in 'while'"),
          form("A=x\nfor A in y; do :; done\n" + CALL + "X_TAG \"$A\"", "3:31", "loop"),
          form("A=x\nfalse && A=y\n" + CALL + "X_TAG \"$A\"", "3:31", "behind && or ||"),
          form("[ -n \"$B\" ] || P=(x)\n" + CALL + "X_TAG \"${P[@]}\"", "2:31", "behind && or ||"),
          form("A=x | cat\n" + CALL + "X_TAG \"$A\"", "2:31", "apart"),
          form("A=x &\n" + CALL + "X_TAG \"$A\"", "2:31", "in the background"),
          form("(A=x)\n" + CALL + "X_TAG \"$A\"", "2:31", "environment"),
          form("f() { A=y; }\nA=x\nf\n" + CALL + "X_TAG \"$A\"", "4:31", "in the function f"),
          form("A=x\nf() { eval \"$1\"; }\n" + CALL + "X_TAG \"$A\"", "3:31", "'eval'"),
          form(
              "A=x\nf() { local -n r=$1; r=y; }; f A\n" + CALL + "X_TAG \"$A\"",
              "3:31",
              "reference"),
          form("A=x\nread A </dev/null\n" + CALL + "X_TAG \"$A\"", "3:31", "'read'"),
          form("A=x\nread -r $B </dev/null\n" + CALL + "X_TAG \"$A\"", "3:31", "'read'"),
          form("mapfile -t A </dev/null\n" + CALL + "X_TAG \"${A[@]}\"", "2:31", "'mapfile'"),
          form("A=x\nprintf -v A y\n" + CALL + "X_TAG \"$A\"", "3:31", "'printf'"),
          form("A=x\nunset A\n" + CALL + "X_TAG \"$A\"", "3:31", "'unset'"),
          form("A=x\nlet A=1\n" + CALL + "X_TAG \"$A\"", "3:31", "'let'"),
          form("A=x\n((A=1))\n" + CALL + "X_TAG \"$A\"", "3:31", "expression"),
          form("A=1\n: $((A++))\n" + CALL + "X_TAG \"$A\"", "3:31", "expression"),
          form("for ((A=0; A<2; A++)); do :; done\n" + CALL + "X_TAG \"$A\"", "2:31", "expression"),
          form("A=\n: ${A:=y}\n" + CALL + "X_TAG \"$A\"", "3:31", "within ${...}"),
          form("A=\n: \"${B:-${A:=y}}\"\n" + CALL + "X_TAG \"$A\"", "3:31", "within ${...}"),
          form("A=\ncat <<EOF\n${A:=y}\nEOF\n" + CALL + "X_TAG \"$A\"", "5:31", "within ${...}"),
          form("exec {A}>/dev/null\n" + CALL + "X_TAG \"$A\"", "2:31", "redirection"),
          form("A=x\n. ./vars.sh\n" + CALL + "X_TAG \"$A\"", "3:31", "'.'"),
          form("A=x\nsource vars.sh\n" + CALL + "X_TAG \"$A\"", "3:31", "'source'"),
          form("A=x\neval 'A=y'\n" + CALL + "X_TAG \"$A\"", "3:31", "'eval'"),
          form("A=x\ntrap 'A=y' DEBUG\n" + CALL + "X_TAG \"$A\"", "3:31", "trap"),
          form("declare -i A\nA=1+1\n" + CALL + "X_TAG \"$A\"", "3:31", "declared with -i"),
          form("declare -u A=x\n" + CALL + "X_TAG \"$A\"", "2:31", "declared with -u"),
          form("declare -A A=([x]=y)\n" + CALL + "X_TAG \"${A[@]}\"", "2:31", "declared with -A"),
          form("A=x\ndeclare -n R=A\nR=y\n" + CALL + "X_TAG \"$A\"", "4:31", "reference"),
          form("declare -a A='(x y)'\n" + CALL + "X_TAG \"${A[@]}\"", "2:31", "unusual"),
          form("declare \"A=$B\"\n" + CALL + "X_TAG \"$A\"", "2:31", "environment"),
          form("A=x\ndeclare \"A=y\"\n" + CALL + "X_TAG \"$A\"", "3:31", "unusual"),
          form("A=x\ndeclare \"$B=y\"\n" + CALL + "X_TAG \"$A\"", "3:31", "'declare'"),
          form("readonly A=x\nA=y\n" + CALL + "X_TAG \"$A\"", "3:31", "read-only"),
          form("A=x\nA=y export B\n" + CALL + "X_TAG \"$A\"", "3:31", "in front of 'export'"),
          form("A=(x y)\n. ./vars.sh\nA=z\n" + CALL + "X_TAG \"${A[@]}\"", "4:31", "further"),
          form("A=(x y)\n. ./vars.sh\nA=z\nA+=(w)\n" + CALL + "X_TAG \"$A\"", "5:31", "may be"),
          form("A\\\n=x\nif y; then A\\\n=z; fi\n" + CALL + "X_TAG \"$A\"", "5:31", "in 'if'"));

  static final List<Form> PLACES =
      List.of(
          form("f() { " + CALL + "X_TAG; }\nf\n", "1:7", "in the function f"),
          form("function f {\n" + CALL + "X_TAG\n}\nf\n", "2:1", "in the function f"),
          form("if x; then\n  " + CALL + "X_TAG\nfi\n", "2:3", "in 'if'"),
          form("if " + CALL + "X_TAG; then :; fi\n", "1:4", "in 'if'"),
          form("for i in a; do " + CALL + "X_TAG $i; done\n", "1:16", "in 'for'"),
          form("while x; do " + CALL + "X_TAG; done\n", "1:13", "in 'while'"),
          form("case x in y) " + CALL + "X_TAG;; esac\n", "1:14", "in 'case'"),
          form("true && " + CALL + "X_TAG\n", "1:9", "behind && or ||"),
          form("false || { " + CALL + "X_TAG; }\n", "1:12", "behind && or ||"),
          form(CALL + "X_TAG &\n", "1:1", "in the background"),
          form("T=$(" + CALL + "X_TAG)\n", "1:5", "in $(...)"),
          form("T=`" + CALL + "X_TAG`\n", "1:1", "backquotes"),
          form("echo \"`" + CALL + "X_TAG`\"\n", "1:6", "backquotes"),
          form("coproc " + CALL + "X_TAG\n", "1:8", "in the background"),
          form("eval '" + CALL + "X_TAG'\n", "1:6", "left to 'eval'"),
          form("eval \"" + CALL + "X_TAG $A\"\n", "1:6", "left to 'eval'"),
          form("command " + CALL + "X_TAG\n", "1:9", "left to 'command'"),
          form("bash -c '" + CALL + "X_TAG'\n", "1:9", "left to 'bash'"),
          form("env A=b " + CALL + "X_TAG\n", "1:9", "left to 'env'"),
          form("trap '" + CALL + "X_TAG' EXIT\n", "1:6", "left to 'trap'"),
          form("alias check='" + CALL + "X_TAG'\ncheck\n", "1:7", "left to 'alias'"),
          form("alias check=ci_tag_build_time_check\ncheck X_TAG\n", "1:7", "left to 'alias'"),
          form("$SUDO " + CALL + "X_TAG\n", "1:7", "left to '$SUDO'"),
          form("ci_tag_build_time_check() { :; }\n" + CALL + "X_TAG\n", "1:1", "defines"),
          form("function ci_tag_build_time_check { :; }\n" + CALL + "X_TAG\n", "1:1", "defines"),
          form("if x; then\n" + CALL + "X_TAG\nfi\n" + CALL + "X_TAG\n", "2:1", "in 'if'"));

  static final List<Form> UNREADABLE =
      List.of(
          form("echo 'a\n" + CALL + "X_TAG\n", "1:6", "single quote"),
          form("echo \"a\n" + CALL + "X_TAG\n", "1:6", "double quote"),
          form("echo ${a\n" + CALL + "X_TAG\n", "1:6", "'${'"),
          form("echo $(a\n" + CALL + "X_TAG\n", "1:7", "parenthesis"),
          form("echo \"${a:-it's}\"\n" + CALL + "X_TAG\n", "1:14", "differently by shells"),
          form("echo `a\n" + CALL + "X_TAG\n", "1:6", "backquote"),
          form("fi\n" + CALL + "X_TAG\n", "1:1", "'fi' is not expected"),
          form("if x; then\n:\n# " + CALL + "X_TAG\n", "4:1", "'fi' was expected"),
          form("A=(a &)\n" + CALL + "X_TAG\n", "1:6", "elements of an array"),
          form("[[ a\n" + CALL + "X_TAG\n", "3:1", "'[['"));
}
