import { useLocale } from './locale.tsx'

/** A time with its day and minute, which tells times of one day apart. */
export function ExactTime({ at }: { at: string }) {
  const { tag } = useLocale()
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' })
  return <time dateTime={at}>{format.format(new Date(at))}</time>
}
