import { BOOLEAN, DURATION, NUMBER, type StaticType, TEXT } from './static-type.ts';

const FILE_FIELDS = {
  id: TEXT,
  name: TEXT,
  type: TEXT,
  size: NUMBER,
};
const DATE_FIELDS = { year: NUMBER, month: NUMBER, day: NUMBER, weekday: NUMBER };
const TIME_FIELDS = { hour: NUMBER, minute: NUMBER, second: NUMBER, 'time offset': DURATION, timezone: TEXT };

/** What `value.name` can be for a value of the type, and its type. */
export function propertiesOf(type: StaticType): { readonly [name: string]: StaticType } {
  switch (type.kind) {
    case 'date':
      return DATE_FIELDS;
    case 'time':
      return TIME_FIELDS;
    case 'date-time':
      return { ...DATE_FIELDS, ...TIME_FIELDS };
    case 'duration':
      return { years: NUMBER, months: NUMBER, days: NUMBER, hours: NUMBER, minutes: NUMBER, seconds: NUMBER };
    case 'money':
      return { amount: NUMBER, currency: TEXT };
    case 'range':
      return { start: type.of, end: type.of, 'start included': BOOLEAN, 'end included': BOOLEAN };
    case 'file':
      return FILE_FIELDS;
    case 'record':
      return type.fields;
    default:
      return {};
  }
}
