import { realDate } from '../fields/metadata-fields.ts'

/** The values of datasets 2:55 and 2:60: `CCYYMMDD` and `HHMMSS±HHMM`. */
export type IptcDate = { date: string; time: string }

/** @returns an ISO 8601 time, or a date if there is no valid time; empty for anything else. */
export function isoDate({ date, time }: IptcDate): string {
  const day = date.trim().replace(/^(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3')
  const hour = time.trim().replace(/^(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?$/u, (_all, h, m, s, zone, minutes) => {
    const offset = zone === undefined ? '' : `${String(zone)}:${String(minutes)}`
    return `T${String(h)}:${String(m)}:${String(s)}${offset}`
  })
  return realDate(hour.startsWith('T') ? day + hour : day)
}

/** @returns an ISO 8601 date or time as IPTC-IIM has it. The time is empty without an offset, which IPTC-IIM demands. */
export function iptcDate(iso: string): IptcDate {
  const [, day = '', hours = '', seconds = '00', zone = ''] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?[\d.]*(Z|[+-]\d\d:?\d\d)?)?$/u.exec(iso) ?? []
  const time = zone === '' ? '' : `${hours}${seconds}${zone === 'Z' ? '+0000' : zone}`
  return { date: day.replaceAll('-', ''), time: time.replaceAll(':', '') }
}
