package dev.interleave.kernel.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Gives a class file another class name: replaces the name in every text of its constant pool. The
 * Java Virtual Machine Specification, Java SE 17, 4.4.
 */
final class ClassRenamer {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private ClassRenamer() {}

  static byte[] rename(byte[] classFile, String from, String to) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(in.readInt());
    out.writeInt(in.readInt());
    int count = in.readUnsignedShort();
    out.writeShort(count);
    for (int i = 1; i < count; i++) {
      i += constant(in, out, from, to);
    }
    in.transferTo(out);
    return bytes.toByteArray();
  }

  /** Copies one constant; returns how many places it takes beyond its own. */
  private static int constant(DataInputStream in, DataOutputStream out, String from, String to)
      throws IOException {
    int tag = in.readUnsignedByte();
    out.writeByte(tag);
    if (tag == UTF8) {
      out.writeUTF(in.readUTF().replace(from, to));
      return 0;
    }
    out.write(in.readNBytes(sizeOf(tag)));
    return tag == LONG || tag == DOUBLE ? 1 : 0;
  }

  private static int sizeOf(int tag) throws IOException {
    switch (tag) {
      case 7, 8, 16, 19, 20:
        return 2;
      case 15:
        return 3;
      case 3, 4, 9, 10, 11, 12, 17, 18:
        return 4;
      case LONG, DOUBLE:
        return 8;
      default:
        throw new IOException("unknown constant tag " + tag);
    }
  }
}
