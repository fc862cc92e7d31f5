package no.maaltall.core.io;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small good table, and the same with one file in place of another. */
final class SampleTables {
  static final String INDICATORS =
      """
      INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS
      bhg.ledere,Ledere,count,1,0
      bhg.alle,Alle,count,0,0
      """;
  static final String REGIONS =
      """
      REF_AREA,NAME
      3201,Bærum
      0301,Oslo
      """;
  static final String OBSERVATIONS =
      """
      INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
      bhg.ledere,3201,2018,76.6,
      bhg.alle,3201,2018,100,
      """;

  private SampleTables() {}

  static Map<String, String> good() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("indicators.csv", INDICATORS);
    texts.put("regions.csv", REGIONS);
    texts.put("observations.csv", OBSERVATIONS);
    return texts;
  }

  static TableSource with(String file, String text) {
    Map<String, String> texts = good();
    texts.put(file, text);
    return TableSource.ofTexts(texts);
  }
}
