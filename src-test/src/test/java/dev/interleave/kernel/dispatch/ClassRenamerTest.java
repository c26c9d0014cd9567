package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ClassRenamerTest {
  private static final String OURS = ClassRenamerTest.class.getName() + "$Sample";
  private static final String THEIRS = "dev.interleave.elsewhere.Renamed";

  /** Has a constant of every kind that a compiler makes. */
  public static final class Sample implements Callable<String> {
    @Override
    public String call() {
      Callable<String> name = getClass()::getName;
      long all = Long.MAX_VALUE - name.hashCode() % 2;
      double half = 0.123456789 + Math.abs(all % 2);
      float less = 0.25f * (float) half;
      int many = 1_234_567_890 + (int) less;
      try {
        return name.call() + " " + (all > 0) + " " + (half < 2) + " " + (many > 0);
      } catch (Exception thrown) {
        return thrown.getMessage();
      }
    }
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(ClassRenamerTest.class.getClassLoader());
    }

    Class<?> define(byte[] classFile) {
      return defineClass(THEIRS, classFile, 0, classFile.length);
    }
  }

  private static byte[] sample() throws IOException {
    try (InputStream in =
        ClassRenamerTest.class.getClassLoader().getResourceAsStream(path(OURS) + ".class")) {
      return in.readAllBytes();
    }
  }

  private static String path(String name) {
    return name.replace('.', '/');
  }

  @Test
  void aRenamedClassDoesWhatItDid() throws Exception {
    byte[] renamed = ClassRenamer.rename(sample(), path(OURS), path(THEIRS));
    Class<?> type = new Loader().define(renamed);
    Object made = type.getDeclaredConstructor().newInstance();
    assertThat(((Callable<?>) made).call()).isEqualTo(THEIRS + " true true true");
  }

  @Test
  void aNameThatDoesNotOccurChangesNothing() throws IOException {
    assertThat(ClassRenamer.rename(sample(), "not/There", "any/Where")).isEqualTo(sample());
  }

  /** A long and a double count as two constants each. */
  @Test
  void everyConstantIsRenamedAndNothingBehindThem() throws IOException {
    String text = "\1\0\4from";
    String head = "\0\0\0\0\0\0\0\0\0\10";
    String twice = "\5long----%s\6double--%s%s%s";
    byte[] classFile = bytes(head + twice.formatted(text, text, text, text));
    String renamed = text.replace("from", "into");
    assertThat(ClassRenamer.rename(classFile, "from", "into"))
        .isEqualTo(bytes(head + twice.formatted(renamed, renamed, renamed, text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void aConstantThatIsNotKnownIsToldOf() {
    byte[] classFile = {0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 99};
    assertThatThrownBy(() -> ClassRenamer.rename(classFile, "a", "b"))
        .isInstanceOf(IOException.class)
        .hasMessage("unknown constant tag 99");
  }
}
