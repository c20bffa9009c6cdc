package dev.ocelot.tag.script;

import dev.ocelot.shell.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about a script's variables at one point of it.
 *
 * <p>A variable is known after a literal assignment and until something happens to it that cannot
 * be followed. Some things happen for good: a variable that a function assigns may change with any
 * later command.
 */
final class Variables {
  /** Variables that the shell itself sets, or that change what is assigned to them. */
  private static final Set<String> SHELLS_OWN =
      Set.of(
          "_",
          "BASH",
          "BASHOPTS",
          "BASHPID",
          "COMP_WORDBREAKS",
          "COPROC",
          "DIRSTACK",
          "EPOCHREALTIME",
          "EPOCHSECONDS",
          "EUID",
          "FUNCNAME",
          "GROUPS",
          "HISTCMD",
          "HOSTNAME",
          "HOSTTYPE",
          "IFS",
          "LINENO",
          "MACHTYPE",
          "MAPFILE",
          "OLDPWD",
          "OPTARG",
          "OPTIND",
          "OSTYPE",
          "PIPESTATUS",
          "PPID",
          "PWD",
          "RANDOM",
          "REPLY",
          "SECONDS",
          "SHELLOPTS",
          "SHLVL",
          "SRANDOM",
          "UID");

  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, String> lostForGood = new HashMap<>();
  private final Set<String> readOnly = new HashSet<>();
  private String allLost = "";
  private boolean ifsKnown = true;

  /** What a variable holds, or why that is not known. */
  sealed interface Value {
    /**
     * A value that the script gives.
     *
     * @param elements of an array; exactly one for a plain variable
     * @param array whether it is an array
     * @param complete whether there are no further elements: giving a text to what may be an array
     *     sets its first element only
     */
    record Known(List<String> elements, boolean array, boolean complete) implements Value {
      public Known {
        elements = List.copyOf(elements);
      }

      static Known array(List<String> elements) {
        return new Known(elements, true, true);
      }
    }

    /**
     * Not known.
     *
     * @param why a clause such as {@code is assigned at 3:1 by a command substitution}
     * @param mayBeArray false for what comes from the environment, which has no arrays
     */
    record Unknown(String why, boolean mayBeArray) implements Value {
      Unknown(String why) {
        this(why, true);
      }
    }
  }

  /** The same knowledge, to be changed on its own: what a subshell starts with. */
  Variables copy() {
    Variables copy = new Variables();
    copy.values.putAll(values);
    copy.lostForGood.putAll(lostForGood);
    copy.readOnly.addAll(readOnly);
    copy.allLost = allLost;
    copy.ifsKnown = ifsKnown;
    return copy;
  }

  /** What is known about a variable. */
  Value get(String name) {
    if (!allLost.isEmpty()) {
      return new Value.Unknown(allLost);
    }
    String lost = lostForGood.get(name);
    if (lost != null) {
      return new Value.Unknown(lost);
    }
    if (SHELLS_OWN.contains(name)
        || name.startsWith("BASH_")
        || !(Character.isLetter(name.charAt(0)) || name.startsWith("_"))) {
      return new Value.Unknown("is set by the shell");
    }
    Value value = values.get(name);
    return value == null
        ? new Value.Unknown(
            "is not assigned in the script, so it comes from the environment", false)
        : value;
  }

  /** A literal assignment that is certain to happen. */
  void assign(String name, Value.Known value, Position position) {
    if (readOnly.contains(name)) {
      lose(name, "is read-only when it is assigned at " + position);
    } else {
      values.put(name, value);
      touch(name);
    }
  }

  /** Something happens to a variable that cannot be followed. */
  void lose(String name, String why) {
    values.put(name, new Value.Unknown(why));
    touch(name);
  }

  /** Something may happen to a variable at any later time. */
  void loseForGood(String name, String why) {
    lostForGood.putIfAbsent(name, why);
    touch(name);
  }

  /** Something may have happened to every variable. */
  void loseAll(String why) {
    values.replaceAll((name, value) -> new Value.Unknown(why));
    ifsKnown = false;
  }

  /** Something may happen to every variable at any later time. */
  void loseAllForGood(String why) {
    loseAll(why);
    allLost = why;
  }

  void makeReadOnly(String name) {
    readOnly.add(name);
  }

  private void touch(String name) {
    if (name.equals("IFS")) {
      ifsKnown = false;
    }
  }

  /** Whether words are split at blanks, tabs and line ends, as they are unless a script says so. */
  boolean splitsAtBlanks() {
    return ifsKnown;
  }
}
