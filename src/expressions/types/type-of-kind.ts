import { kindOf, type Value } from '../values/value.ts';
import {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  DURATION,
  MONEY,
  NULL,
  NUMBER,
  type StaticType,
  TEXT,
  TIME,
} from './static-type.ts';

/** The static type of a single value that is known beforehand. */
export function typeOfKind(value: Value): StaticType {
  switch (kindOf(value)) {
    case 'null':
      return NULL;
    case 'boolean':
      return BOOLEAN;
    case 'number':
      return NUMBER;
    case 'text':
      return TEXT;
    case 'money':
      return MONEY;
    case 'date':
      return DATE;
    case 'time':
      return TIME;
    case 'date-time':
      return DATE_TIME;
    case 'days-duration':
    case 'months-duration':
      return DURATION;
    default:
      return ANY;
  }
}
