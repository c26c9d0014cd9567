package dev.interleave.kernel.redefine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * A class file whose constant pool can be changed: the names of classes, and the class of a static
 * method that it calls. Code stays as it is. The Java Virtual Machine Specification, Java SE 17,
 * 4.4.
 */
final class ClassFile {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int MAGIC_AND_VERSION = 8;

  private final byte[] head;
  private final int[] tags;
  private final String[] texts;
  private final byte[][] constants;
  private final byte[] body;
  private final ByteArrayOutputStream added = new ByteArrayOutputStream();
  private int count;

  ClassFile(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    head = in.readNBytes(MAGIC_AND_VERSION);
    count = in.readUnsignedShort();
    tags = new int[count];
    texts = new String[count];
    constants = new byte[count][];
    for (int i = 1; i < count; i += wide(tags[i]) ? 2 : 1) {
      read(in, i);
    }
    body = in.readAllBytes();
  }

  private void read(DataInputStream in, int i) throws IOException {
    tags[i] = in.readUnsignedByte();
    if (tags[i] == UTF8) {
      texts[i] = in.readUTF();
    } else {
      constants[i] = in.readNBytes(sizeOf(tags[i]));
    }
  }

  private static boolean wide(int tag) {
    return tag == LONG || tag == DOUBLE;
  }

  private static int sizeOf(int tag) throws IOException {
    switch (tag) {
      case CLASS, 8, 16, 19, 20:
        return 2;
      case 15:
        return 3;
      case 3, 4, 9, METHOD, INTERFACE_METHOD, 12, 17, 18:
        return 4;
      case LONG, DOUBLE:
        return 8;
      default:
        throw new IOException("unknown constant tag " + tag);
    }
  }

  /** Replaces a class by another one wherever it is named. */
  void rename(String from, String to) {
    for (int i = 1; i < texts.length; i++) {
      if (tags[i] == UTF8) {
        texts[i] = renamed(texts[i], from, to);
      }
    }
  }

  private static String renamed(String text, String from, String to) {
    return text.equals(from) ? to : text.replace("L" + from + ";", "L" + to + ";");
  }

  /**
   * Calls of static methods go to another class, or from an interface to another interface, by the
   * same name and type.
   *
   * @param methods the new owner of each method, by {@code class.method}, or by that and its
   *     parameters in brackets
   */
  void redirect(Map<String, String> methods) throws IOException {
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == METHOD || tags[i] == INTERFACE_METHOD) {
        String owner = texts[index(constants[index(constants[i], 0)], 0)];
        byte[] nameAndType = constants[index(constants[i], 2)];
        String name = owner + "." + texts[index(nameAndType, 0)];
        String type = texts[index(nameAndType, 2)];
        String to = methods.getOrDefault(name, methods.get(name + parameters(type)));
        if (to != null) {
          put(constants[i], addClass(to));
        }
      }
    }
  }

  /**
   * Where it makes an object of one class it makes one of another, a subclass; else it knows it by
   * its old name, and so do those who call it. Once, and last. Only for a class that no code names
   * otherwise than by {@code new} and by calls.
   */
  void makeInstead(String type, String subtype) throws IOException {
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == CLASS && texts[index(constants[i], 0)].equals(type)) {
        keepCalls(i, type);
        put(constants[i], addText(subtype));
      }
    }
  }

  private void keepCalls(int type, String name) throws IOException {
    int old = addClass(name);
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == METHOD && index(constants[i], 0) == type && !isConstructor(constants[i])) {
        put(constants[i], old);
      }
    }
  }

  private boolean isConstructor(byte[] method) {
    return texts[index(constants[index(method, 2)], 0)].equals("<init>");
  }

  private static String parameters(String type) {
    return type.substring(0, type.indexOf(')') + 1);
  }

  private static int index(byte[] constant, int at) {
    return ((constant[at] & 0xFF) << 8) | (constant[at + 1] & 0xFF);
  }

  private static void put(byte[] constant, int index) {
    constant[0] = (byte) (index >> 8);
    constant[1] = (byte) index;
  }

  private int addClass(String name) throws IOException {
    int text = addText(name);
    DataOutputStream out = new DataOutputStream(added);
    out.writeByte(CLASS);
    out.writeShort(text);
    return count++;
  }

  private int addText(String text) throws IOException {
    DataOutputStream out = new DataOutputStream(added);
    out.writeByte(UTF8);
    out.writeUTF(text);
    return count++;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(head);
    out.writeShort(count);
    for (int i = 1; i < tags.length; i += wide(tags[i]) ? 2 : 1) {
      out.writeByte(tags[i]);
      if (tags[i] == UTF8) {
        out.writeUTF(texts[i]);
      } else {
        out.write(constants[i]);
      }
    }
    out.write(added.toByteArray());
    out.write(body);
    return bytes.toByteArray();
  }
}
