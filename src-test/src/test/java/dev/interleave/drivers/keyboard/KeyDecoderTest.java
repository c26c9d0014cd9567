package dev.interleave.drivers.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDecoderTest {
  private static final String ESC = "\u001b";

  private final List<Stroke> strokes = new ArrayList<>();
  private final KeyDecoder decoder = new KeyDecoder(strokes::add);

  @Test
  void charactersAreThemselves() {
    assertThat(decoded("aZ 9é漢😀"))
        .extracting(Stroke::text)
        .containsExactly("a", "Z", " ", "9", "é", "漢", "😀");
  }

  @Test
  void eachKindOfLineEndIsOneEnter() {
    assertThat(names(decoded("\r\n\r\r\n\n"))).isEqualTo("enter enter enter enter");
  }

  @ParameterizedTest
  @CsvSource({
    "[A, up",
    "[B, down",
    "[C, right",
    "[D, left",
    "OA, up",
    "[H, home",
    "[F, end",
    "OH, home",
    "[1~, home",
    "[4~, end",
    "[2~, insert",
    "[3~, delete",
    "[5~, page-up",
    "[6~, page-down",
    "OP, f1",
    "[[A, f1",
    "[15~, f5",
    "[24~, f12",
    "[Z, back-tab",
    "[1;5C, right",
    "[3;2~, delete",
    "[200~, unknown",
    "[?1;2c, unknown",
    "OM, enter"
  })
  void escapeSequencesAreKeys(String sequence, String key) {
    assertThat(names(decoded(ESC + sequence + "x"))).isEqualTo(key + " \"x\"");
  }

  @ParameterizedTest
  @CsvSource({
    "3, ctrl-c",
    "4, ctrl-d",
    "0, ctrl-@",
    "31, ctrl-_",
    "127, backspace",
    "8, backspace",
    "9, tab"
  })
  void controlCharactersAreKeys(int octet, String key) {
    decoder.accept(octet);
    assertThat(names(strokes)).isEqualTo(key);
  }

  @Test
  void escapeAloneIsDecidedWhenNothingFollows() {
    assertThat(decoded(ESC)).isEmpty();
    assertThat(decoder.pending()).isTrue();
    decoder.flush();
    assertThat(names(strokes)).isEqualTo("escape");
    assertThat(decoder.pending()).isFalse();
  }

  @Test
  void escapeBeforeACharacterIsAlt() {
    assertThat(names(decoded(ESC + "x" + ESC + "é"))).isEqualTo("alt-x alt-é");
  }

  @Test
  void escapeBeforeAnotherEscapeIsTheEscapeKey() {
    assertThat(names(decoded(ESC + ESC + "[A"))).isEqualTo("escape up");
  }

  @Test
  void aSequenceThatStopsInTheMiddleIsAltOrUnknown() {
    decoded(ESC + "[");
    decoder.flush();
    decoded(ESC + "[1;");
    decoder.flush();
    assertThat(names(strokes)).isEqualTo("alt-[ unknown");
  }

  @Test
  void aControlCharacterCutsASequenceShort() {
    assertThat(names(decoded(ESC + "[1\u0003"))).isEqualTo("unknown ctrl-c");
  }

  @Test
  void anEndlessSequenceEnds() {
    assertThat(decoded(ESC + "[" + "1".repeat(1000))).hasSizeGreaterThan(900);
  }

  /** The parts of the Unicode standard, table 3-8 and 3-11. */
  @ParameterizedTest
  @CsvSource({
    "C0 AF, 2",
    "E0 80 80, 3",
    "F0 80 80 80, 4",
    "ED A0 80, 3",
    "F4 90 80 80, 4",
    "FF, 1",
    "E1 80, 1",
    "F1 80 80, 1",
    "C3, 1",
    "80 80, 2",
    "E1 80 E2 F0 91 92 F1 BF 41, 4"
  })
  void brokenPartsAreOneReplacementEach(String octets, int broken) {
    for (String octet : octets.split(" ")) {
      decoder.accept(Integer.parseInt(octet, 16));
    }
    decoder.flush();
    assertThat(strokes.stream().filter(it -> it.codePoint() == 0xFFFD)).hasSize(broken);
    assertThat(decoder.malformed()).isEqualTo(broken);
  }

  @Test
  void aProperReplacementCharacterIsNotMalformed() {
    assertThat(decoded("\uFFFD")).containsExactly(Stroke.character(0xFFFD));
    assertThat(decoder.malformed()).isZero();
  }

  @Test
  void whatJavaDecodesIsWhatIsTyped() {
    Seeded.cases(
        300,
        draw -> {
          byte[] bytes = draw.bytes(draw.between(0, 60));
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = plain(bytes[i]) ? bytes[i] : (byte) 'q';
          }
          List<Stroke> typed = new ArrayList<>();
          KeyDecoder fresh = new KeyDecoder(typed::add);
          feed(fresh, bytes);
          fresh.flush();
          StringBuilder text = new StringBuilder();
          typed.forEach(it -> text.append(it.text()));
          assertThat(text.toString()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        });
  }

  /** No control, and not where Java takes an encoded surrogate for one broken part. */
  private static boolean plain(byte octet) {
    boolean control = (octet >= 0 && octet < ' ') || octet == 0x7F;
    return !control && octet != (byte) 0xED;
  }

  @Test
  void noBytesConfuseItForLong() {
    Seeded.cases(
        500,
        draw -> {
          List<Stroke> typed = new ArrayList<>();
          KeyDecoder fresh = new KeyDecoder(typed::add);
          feed(fresh, draw.bytes(draw.between(0, 200)));
          for (int i = 0; i < 3; i++) {
            feed(fresh, (draw.chance(0.5) ? ESC : ESC + "[").getBytes(StandardCharsets.UTF_8));
          }
          fresh.flush();
          assertThat(fresh.pending()).isFalse();
          typed.clear();
          feed(fresh, "ok".getBytes(StandardCharsets.UTF_8));
          assertThat(typed).containsExactly(Stroke.character('o'), Stroke.character('k'));
        });
  }

  private List<Stroke> decoded(String text) {
    feed(decoder, text.getBytes(StandardCharsets.UTF_8));
    return strokes;
  }

  private static void feed(KeyDecoder decoder, byte[] bytes) {
    for (byte octet : bytes) {
      decoder.accept(octet & 0xFF);
    }
  }

  private static String names(List<Stroke> strokes) {
    return String.join(" ", strokes.stream().map(StrokeText::write).toList());
  }
}
