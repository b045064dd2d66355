import { useEffect, useMemo, useState } from 'react'
import { useLocale } from './locale.tsx'

const MINUTE = 60
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
]

/** @returns how long ago a time was, in words; the date itself when it is more than a week. */
export function relativeTime(at: string, now: number, tag: string): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000)
  if (Math.abs(seconds) > 7 * 24 * 60 * MINUTE) {
    return new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(new Date(at))
  }
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (['minute', MINUTE] as const)
  // Within the first minute: «هذه الدقيقة» and not «خلال 0 دقيقة».
  return format.format(Math.trunc(seconds / length) || 0, unit)
}

/** A time as people speak of it, and exactly to whoever points at it. It stays right while the window is open. */
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
  // What has just been saved is not in the future, though the clock of this state is older.
  return (
    <time dateTime={at} title={exact}>
      {relativeTime(at, Math.max(now, Date.parse(at)), tag)}
    </time>
  )
}
