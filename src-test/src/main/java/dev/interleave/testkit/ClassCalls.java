package dev.interleave.testkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** What a class file refers to: classes, and the methods that it calls (JVMS 4.4). */
final class ClassCalls {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;

  /** A call: {@code java.lang.System}, {@code nanoTime}, no parameters. */
  record Call(String owner, String name, int parameters) {}

  private record Entry(int tag, int first, int second, String text) {
    static final Entry NONE = new Entry(0, 0, 0, "");
  }

  private final List<Entry> pool = new ArrayList<>();

  private ClassCalls(DataInputStream in) throws IOException {
    in.skipNBytes(8); // magic and version
    int count = in.readUnsignedShort();
    pool.add(Entry.NONE);
    while (pool.size() < count) {
      read(in);
    }
  }

  /** Those of {@code type}. */
  static ClassCalls of(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(type + " has no class file");
      }
      return new ClassCalls(new DataInputStream(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void read(DataInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case UTF8 -> pool.add(new Entry(tag, 0, 0, in.readUTF()));
      case 3, 4, 9, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, 17, 18 ->
          pool.add(new Entry(tag, in.readUnsignedShort(), in.readUnsignedShort(), ""));
      case 5, 6 -> {
        in.skipNBytes(8);
        pool.add(Entry.NONE);
        pool.add(Entry.NONE); // a long or a double takes two places
      }
      case 15 -> pool.add(new Entry(tag, in.readUnsignedByte(), in.readUnsignedShort(), ""));
      default -> pool.add(new Entry(tag, in.readUnsignedShort(), 0, ""));
    }
  }

  /** The names of all classes that it refers to. */
  List<String> classes() {
    return pool.stream().filter(it -> it.tag == CLASS).map(this::className).toList();
  }

  /** The methods that it calls. */
  List<Call> calls() {
    return pool.stream()
        .filter(it -> it.tag == METHOD || it.tag == INTERFACE_METHOD)
        .map(this::call)
        .toList();
  }

  private Call call(Entry method) {
    Entry nameAndType = pool.get(method.second);
    return new Call(
        className(pool.get(method.first)),
        pool.get(nameAndType.first).text,
        MethodTypeDesc.ofDescriptor(pool.get(nameAndType.second).text).parameterCount());
  }

  private String className(Entry type) {
    return pool.get(type.first).text.replace('/', '.');
  }
}
