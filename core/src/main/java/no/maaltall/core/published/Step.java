package no.maaltall.core.published;

import java.math.BigDecimal;

/**
 * One operation of an expression.
 *
 * @param operation what is done
 * @param left the step that gives the first operand; the number of the name for {@link
 *     Operation#NAME}
 * @param right the step that gives the second operand; the decimals of {@link Operation#ROUND}
 * @param constant the number of {@link Operation#CONSTANT}
 */
record Step(Operation operation, int left, int right, BigDecimal constant) {

  /** What a step does. */
  enum Operation {
    CONSTANT,
    NAME,
    NEGATE,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    POWER,
    MINIMUM,
    MAXIMUM,
    ABSOLUTE,
    ROUND;

    boolean isBinary() {
      return switch (this) {
        case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MINIMUM, MAXIMUM -> true;
        default -> false;
      };
    }
  }
}
