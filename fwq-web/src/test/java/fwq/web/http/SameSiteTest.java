package fwq.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameSiteTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "same-origin, -, application/json, 0",
        "same-origin, https://elsewhere, application/json, 0",
        "-, https://park:8000, application/json; charset=utf-8, 0",
        "same-site, https://park:8000, application/json, 403",
        "cross-site, -, application/json, 403",
        "none, -, application/json, 403",
        "-, https://sibling.park:8000, application/json, 403",
        "-, http://park:8000, application/json, 403",
        "-, null, application/json, 403",
        "-, -, application/json, 403",
        "same-origin, -, text/plain, 415",
        "same-origin, -, -, 415",
        "same-origin, -, application/x-www-form-urlencoded, 415",
      })
  void onlyOurOwnPagesChangeThings(String site, String origin, String type, int status) {
    int refused =
        SameSite.refuse(
                Optional.ofNullable(site),
                Optional.ofNullable(origin),
                Optional.ofNullable(type),
                "https://park:8000")
            .map(Problem::status)
            .orElse(0);
    assertEquals(status, refused);
  }
}
