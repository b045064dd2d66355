import { useEffect, useMemo, useState } from 'react'
import { useLocale } from './locale.tsx'

const MINUTE = 60
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
]

const FORMATS = new Map<string, Intl.RelativeTimeFormat>()

/** @returns the format of a locale. Making one takes longer than all else of a card. */
function formatOf(tag: string): Intl.RelativeTimeFormat {
  const format = FORMATS.get(tag) ?? new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  FORMATS.set(tag, format)
  return format
}

/** @returns how long ago a time was, in words; its date if it was more than a week ago. */
export function relativeTime(at: string, now: number, tag: string): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000)
  if (Math.abs(seconds) > 7 * 24 * 60 * MINUTE) {
    return new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(new Date(at))
  }
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (['minute', MINUTE] as const)
  // -0 becomes 0, which gives «هذه الدقيقة» in the first minute.
  return formatOf(tag).format(Math.trunc(seconds / length) || 0, unit)
}

/** A relative time, with the exact one as its tooltip. It is updated every 30 s. */
export function RelativeTime({ at }: { at: string }) {
  const { tag } = useLocale()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  const exact = useMemo(
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at)),
    [at, tag],
  )
  // `now` may be older than a time that was just saved, which must not be shown as in the future.
  return (
    <time dateTime={at} title={exact}>
      {relativeTime(at, Math.max(now, Date.parse(at)), tag)}
    </time>
  )
}
