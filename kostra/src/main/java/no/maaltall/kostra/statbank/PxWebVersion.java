package no.maaltall.kostra.statbank;

/** The versions of PxWebApi that a client speaks. */
public enum PxWebVersion {
  /** Version 1: {@code POST BASE/LANGUAGE/table/ID} with filters. */
  V1,
  /** Version 2: {@code POST BASE/tables/ID/data} with codes and expressions. */
  V2;

  PxProtocol protocol() {
    return switch (this) {
      case V1 -> new PxProtocolV1();
      case V2 -> new PxProtocolV2();
    };
  }
}
