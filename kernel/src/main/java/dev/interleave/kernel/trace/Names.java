package dev.interleave.kernel.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a trace, numbered in the order of their first use: events carry the numbers. Not
 * threadsafe: the trace guards it.
 */
final class Names {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  int number(String text) {
    Integer known = numbers.get(text);
    return known != null ? known : add(text);
  }

  private int add(String text) {
    int number = texts.size();
    numbers.put(text, number);
    texts.add(text);
    return number;
  }

  String text(int number) {
    return texts.get(number);
  }

  int size() {
    return texts.size();
  }
}
