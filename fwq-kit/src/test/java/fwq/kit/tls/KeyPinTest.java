package fwq.kit.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyPinTest {
  private static final String SOME = "sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  /** From {@code openssl pkey -pubin -outform DER | openssl dgst -sha256 -binary | base64}. */
  @Test
  void pinIsWhatOpensslSays() throws Exception {
    PublicKey key =
        KeyFactory.getInstance("EC")
            .generatePublic(
                new X509EncodedKeySpec(
                    Base64.getDecoder()
                        .decode(
                            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE7aIWgI3TLFIA8R7IBIWlP6DKPxu+h4c9kH/gBHrY+NHrBjlNML7Us7Rc3TT2jgpnWG1fkGijPSXB3+6H7O4xcQ==")));
    assertEquals(new KeyPin("sha256:RtvQRdDwkGRYx8XUhL3eUU3vpmcmS1thpaYGio0Uxj4="), KeyPin.of(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256:",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "sha1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
        "sha256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
        "sha256:AAAA",
        "sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= ",
        "sha256:not base64 at all"
      })
  void whatIsNoPinIsRefused(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new KeyPin(text));
    assertTrue(e.getMessage().contains("44 characters of base64"), e.getMessage());
  }

  @Test
  void pinIsWrittenAsItIsRead() {
    assertEquals(SOME, new KeyPin(SOME).toString());
  }
}
