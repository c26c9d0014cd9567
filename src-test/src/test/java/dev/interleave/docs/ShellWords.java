package dev.interleave.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little of a shell that pages use: {@code interleave WORDS}, with {@code printf 'KEYS' |}
 * before it or not.
 *
 * @param keys standard input
 * @param words the command line of interleave
 */
record ShellWords(String keys, List<String> words) {
  private static final Pattern FORM =
      Pattern.compile("(?:printf '([^']*)' \\| )?(?:\\./)?interleave\\b(.*)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  static ShellWords of(Shown shown) {
    Matcher form = FORM.matcher(shown.command());
    if (!form.matches()) {
      throw new AssertionError(shown.where() + ": cannot run '" + shown.command() + "' here");
    }
    String keys = form.group(1) == null ? "" : form.group(1).replace("\\n", "\n");
    return new ShellWords(keys, words(form.group(2)));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text.replaceAll(" +#.*", ""));
    while (word.find()) {
      words.add(word.group().replaceAll("^['\"]|['\"]$", ""));
    }
    return words;
  }
}
