package no.maaltall.core.io;

/** The columns that tidy tables have; the constants are the names in the header row. */
enum Column {
  INDICATOR,
  NAME,
  UNIT_MEASURE,
  DIRECTION,
  DECIMALS,
  AREA,
  SOURCE,
  PRICE_BASE,
  TARGET,
  PARENT,
  NUMERATOR,
  DENOMINATOR,
  FACTOR,
  REF_AREA,
  TIME_PERIOD,
  OBS_VALUE,
  OBS_STATUS,
  VALID_FROM,
  VALID_TO,
  REASON
}
