import { NANOS_OF_SECOND } from './clock-time.ts';
import { Special } from './special.ts';

const NANOS = BigInt(NANOS_OF_SECOND);
const MOST_NANOS = 10n ** 14n * 86_400n * NANOS;

/** A length of time in days, hours, minutes and seconds, exact to the nanosecond. */
export class DaysDuration extends Special {
  readonly kind = 'days-duration';
  readonly nanos: bigint;

  private constructor(nanos: bigint) {
    super();
    this.nanos = nanos;
  }

  /** Undefined past some hundred billion years, which nobody means. */
  static of(nanos: bigint): DaysDuration | undefined {
    return nanos < MOST_NANOS && nanos > -MOST_NANOS ? new DaysDuration(nanos) : undefined;
  }

  static ofSeconds(seconds: number): DaysDuration | undefined {
    return DaysDuration.of(BigInt(seconds) * NANOS);
  }

  /** In seconds, with their fraction. */
  get seconds(): number {
    return Number(this.nanos / NANOS) + Number(this.nanos % NANOS) / NANOS_OF_SECOND;
  }

  override toString(): string {
    if (this.nanos === 0n) return 'PT0S';
    const size = this.nanos < 0n ? -this.nanos : this.nanos;
    const seconds = size / NANOS;
    const fraction = size % NANOS;
    const days = seconds / 86_400n;
    const hours = (seconds / 3600n) % 24n;
    const minutes = (seconds / 60n) % 60n;
    const second = `${seconds % 60n}${fraction === 0n ? '' : `.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`}`;
    const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${second === '0' ? '' : `${second}S`}`;
    return `${this.nanos < 0n ? '-' : ''}P${days ? `${days}D` : ''}${time && `T${time}`}`;
  }
}

/** A length of time in years and months, which have no fixed number of days. */
export class MonthsDuration extends Special {
  readonly kind = 'months-duration';
  readonly months: number;

  private constructor(months: number) {
    super();
    this.months = months;
  }

  static of(months: number): MonthsDuration | undefined {
    return Number.isSafeInteger(months) ? new MonthsDuration(months === 0 ? 0 : months) : undefined;
  }

  override toString(): string {
    const size = Math.abs(this.months);
    const years = Math.floor(size / 12);
    const months = size % 12;
    if (size === 0) return 'P0M';
    return `${this.months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${months ? `${months}M` : ''}`;
  }
}

/** Longer texts are nothing of ours, and not worth looking through. */
const LONGEST = 120;

const MONTHS = /^(-)?P(?:(\d{1,15})Y)?(?:(\d{1,15})M)?$/;
const DAYS = /^(-)?P(?:(\d{1,15})D)?(?:T(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})(?:\.(\d{0,30}))?S)?)?$/;

/** Reads an ISO 8601 duration of either kind, such as `P1Y6M`, `-P2D` or `PT1H30M`; undefined for what is none. */
export function parseDuration(text: string): DaysDuration | MonthsDuration | undefined {
  if (text.length > LONGEST || !/[\d.][YMDHS]$/.test(text)) return undefined;
  const months = MONTHS.exec(text);
  if (months) {
    const size = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return MonthsDuration.of(months[1] ? -size : size);
  }
  const days = DAYS.exec(text);
  if (!days) return undefined;
  const [, sign, day, hour, minute, second, fraction] = days;
  const seconds =
    BigInt(day ?? 0) * 86_400n + BigInt(hour ?? 0) * 3600n + BigInt(minute ?? 0) * 60n + BigInt(second ?? 0);
  const nanos = seconds * NANOS + BigInt((fraction ?? '').slice(0, 9).padEnd(9, '0'));
  return DaysDuration.of(sign ? -nanos : nanos);
}
