import { useLocale } from './locale.tsx'

/** @returns a time with its day and minute, in words of a language */
export function exactTime(at: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
}

/** A time with its day and minute, which tells times of one day apart. */
export function ExactTime({ at }: { at: string }) {
  const { tag } = useLocale()
  return <time dateTime={at}>{exactTime(at, tag)}</time>
}
