import { Double, double, isNumeric, type Value } from '../../bson/values.js';
import type { Numeric } from '../../order/numbers.js';
import { addDecimals, type Decimal, divideDecimals, fromDecimal, toDecimal } from './decimal.js';
import { DECIMAL, DOUBLE, INT, integral, LONG, type NumberKind } from './numbers.js';

/**
 * Sums numbers of all types. Integers are added exactly; doubles with the error of each addition kept beside the sum, so that the
 * order of many small amounts does not show in the result (Knuth's two-sum, as MongoDB does); decimals exactly.
 */
export class Sum {
  private kind: NumberKind = INT;
  private whole = 0;
  /** What no longer fits into `whole` exactly. */
  private large = 0n;
  private sum = 0;
  private error = 0;
  /** A plain sum: what remains of infinities and NaN. */
  private plain = 0;
  private decimals: Decimal | undefined;
  count = 0;

  /** Adds a number; anything else is passed over. */
  add(value: Value): void {
    if (typeof value === 'number') {
      this.count++;
      if (Number.isInteger(value) && value <= 2_147_483_647 && value >= -2_147_483_648 && !Object.is(value, -0)) this.addWhole(value);
      else this.addDouble(value);
    } else if (isNumeric(value)) {
      this.count++;
      this.addOther(value);
    }
  }

  private addWhole(value: number): void {
    this.whole += value;
    if (this.whole > 4_503_599_627_370_496 || this.whole < -4_503_599_627_370_496) {
      this.large += BigInt(this.whole);
      this.whole = 0;
    }
  }

  private addDouble(value: number): void {
    if (this.kind < DOUBLE) this.kind = DOUBLE;
    this.plain += value;
    const total = this.sum + value;
    const rounded = total - this.sum;
    this.error += this.sum - (total - rounded) + (value - rounded);
    this.sum = total;
  }

  private addOther(value: Exclude<Numeric, number>): void {
    if (typeof value === 'bigint') {
      if (this.kind < LONG) this.kind = LONG;
      this.large += value;
    } else if (value instanceof Double) {
      this.addDouble(value.value);
    } else {
      this.kind = DECIMAL;
      this.decimals = addDecimals(this.decimals ?? { digits: 0n, exponent: 0 }, toDecimal(value));
    }
  }

  private get doubles(): number {
    return Number.isFinite(this.plain) ? this.sum + this.error : this.plain;
  }

  private get integers(): bigint {
    return this.large + BigInt(this.whole);
  }

  private asDouble(): number {
    if (this.large === 0n) {
      // The two-sum goes on with the integers.
      const copy = new Sum();
      copy.sum = this.sum;
      copy.error = this.error;
      copy.plain = this.plain;
      copy.addDouble(this.whole);
      return copy.doubles;
    }
    return this.doubles + Number(this.integers);
  }

  private asDecimal(): Decimal {
    const rest = addDecimals(
      toDecimal(this.integers),
      this.plain === 0 && this.sum === 0 ? { digits: 0n, exponent: 0 } : toDecimal(double(this.doubles)),
    );
    return addDecimals(this.decimals ?? { digits: 0n, exponent: 0 }, rest);
  }

  total(): Value {
    if (this.kind === DECIMAL) return fromDecimal(this.asDecimal());
    if (this.kind === DOUBLE) return double(this.asDouble());
    if (this.large === 0n && this.kind === INT && this.whole <= 2_147_483_647 && this.whole >= -2_147_483_648) return this.whole;
    return integral(this.integers, this.kind);
  }

  /** The mean: a double, or a decimal when decimals were summed; null of nothing. */
  mean(): Value {
    if (this.count === 0) return null;
    if (this.kind !== DECIMAL) return double(this.asDouble() / this.count);
    return fromDecimal(divideDecimals(this.asDecimal(), { digits: BigInt(this.count), exponent: 0 }));
  }
}
