import { span } from '../../sip/span.ts';
import { replaceFix } from './finding.ts';
import type { FieldCheck } from './judged.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** One blank behind the comma, and two digits for the day (RFC 3261 §25.1, date1). */
const canonical = ([written, weekday, day]: readonly string[]): string =>
  `${weekday}, ${day?.padStart(2, '0')}${written?.slice(written.indexOf(' ', written.search(/\d/)))}`;

/** `Date: Sat, 13 Nov 2010 23:29:00 GMT`, in GMT and in no other zone (RFC 3261 §20.17). */
export const checkDate: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  const match = /^([A-Za-z]{3}),\s*(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(written);
  const month = months.indexOf(match?.[3] ?? '');
  const weekday = weekdays.indexOf(match?.[1] ?? '');
  const [day, year, hours, minutes, seconds] = [2, 4, 5, 6, 7].map((index) => Number(match?.[index]));
  const date = new Date(Date.UTC(year ?? Number.NaN, month, day));
  const exists = month >= 0 && date.getUTCDate() === day && hours! < 24 && minutes! < 60 && seconds! <= 60;
  if (!match || weekday < 0 || !exists) {
    report('sip.invalid-date', field.value, { args: [written] });
    return;
  }
  if (match[0] !== canonical(match)) {
    // Everybody reads a day of one digit, or too few blanks.
    report('sip.invalid-date', field.value, {
      args: [written],
      fix: replaceFix(field.value, canonical(match)),
      slight: true,
    });
  }
  const right = weekdays[date.getUTCDay()]!;
  if (right === weekdays[weekday]) return;
  const place = span(field.value.start, field.value.start + 3);
  report('sip.date-weekday', place, { args: [weekdays[weekday]!, right], fix: replaceFix(place, right) });
};
