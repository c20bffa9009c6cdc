/**
 * What a build script declares: the variable and the inputs of its {@code ci_tag_build_time_check}
 * call, read without running the script.
 *
 * <p>A word of the call is <em>static</em> when it depends on nothing but literal text and on
 * variables that the script itself assigns literally, unconditionally and before the call. Anything
 * else is reported as {@code call-not-static} at its place, never guessed:
 *
 * <table>
 *   <caption>What is static</caption>
 *   <tr><th>form</th><th>static</th></tr>
 *   <tr><td>{@code plain}, {@code 'quoted'}, {@code "quoted"}, {@code back\slashed}, lines joined
 *       by a backslash</td><td>yes</td></tr>
 *   <tr><td>{@code "$A"}, {@code "${A}"}, {@code "${A[@]}"}, {@code "${A[*]}"} and parts of words
 *       made of them</td><td>when {@code A} is assigned literally</td></tr>
 *   <tr><td>{@code $A}, {@code ${A[@]}} without quotes</td><td>too, split at blanks; not after the
 *       script touches {@code IFS}, and not when a field holds {@code * ? [ \}</td></tr>
 *   <tr><td>{@code A=x}, {@code A+=x}, {@code A=(x y)}, {@code A+=(x)}, the same after {@code export},
 *       {@code readonly}, {@code declare} or {@code typeset} with no option but {@code -a -r -x -g}
 *       </td><td>yes; {@code +=} only onto a literal value</td></tr>
 *   <tr><td>assignments in {@code if}, {@code case}, loops, functions, subshells, pipelines, in the
 *       background or behind {@code &&}, {@code ||}</td><td>no, until the next literal one</td></tr>
 *   <tr><td>{@code read}, {@code mapfile}, {@code printf -v}, {@code unset}, {@code for A in},
 *       {@code A[0]=x}, {@code ${A:=x}}, arithmetic that assigns</td><td>no, likewise</td></tr>
 *   <tr><td>anything assigned before {@code source}, {@code .} or {@code eval}</td><td>no, but
 *       {@code . "$OCELOT_TAG_FUNCTIONS"} touches nothing</td></tr>
 *   <tr><td>variables of the environment, {@code $1}, {@code "$@"}, {@code $?}</td><td>no</td></tr>
 *   <tr><td>{@code ${A:-x}}, {@code ${A[0]}}, {@code ${#A}} and every other operator</td><td>no</td>
 *       </tr>
 *   <tr><td>{@code $(...)}, backquotes, {@code $((...))}, {@code <(...)}</td><td>no</td></tr>
 *   <tr><td>{@code * ? [}, {@code {a,b}}, a leading {@code ~}, all without quotes</td><td>no: what
 *       they stand for, or its order, depends on the machine</td></tr>
 *   <tr><td>{@code $'...'}, {@code $"..."}</td><td>no: shells differ</td></tr>
 *   <tr><td>the call in {@code if}, {@code case}, a loop or a function, in the background, behind
 *       {@code &&} or {@code ||}, in {@code $(...)}</td><td>no</td></tr>
 *   <tr><td>the call in {@code { }} or {@code ( )}, first in a pipeline or list, with redirections
 *       or assignments in front, after {@code !} or {@code time}</td><td>yes</td></tr>
 * </table>
 *
 * <p>The reader of shell text itself is {@code dev.ocelot.shell}.
 */
@NullMarked
package dev.ocelot.tag.script;

import org.jspecify.annotations.NullMarked;
